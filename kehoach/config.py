"""What a run of the linter looks for, and what it lets pass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .model import Severity


@dataclass(frozen=True, slots=True)
class Config:
    """Codes are rule ids or prefixes («KH3», «KH401»). `ignore` maps a code to the reason it is ignored."""

    select: tuple[str, ...] = ("KH",)
    ignore: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    fail_on: Severity = Severity.ERROR

    def wants(self, id: str) -> bool:
        return id.startswith(self.select) and not id.startswith(tuple(self.ignore))


DEFAULT = Config()
