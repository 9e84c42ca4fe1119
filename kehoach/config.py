"""What a run of the linter looks for, and what it lets pass."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from .model import Severity


class Config(Struct, frozen=True):
    """Codes are rule ids or prefixes («KH3», «KH401»). `ignore` maps a code to the reason it is ignored.

    `origins` says of each setting («select», «ignore.KH204», «rules.KH407.phrases») which file or option it is from.
    """

    select: tuple[str, ...] = ("KH",)
    ignore: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    fail_on: Severity = Severity.ERROR
    severities: Mapping[str, Severity] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)

    def wants(self, id: str) -> bool:
        return id.startswith(self.select) and not id.startswith(tuple(self.ignore))

    def severity(self, id: str) -> Severity | None:
        """The severity set for a rule, None where it keeps its own; the longest code that fits counts."""
        code = max((code for code in self.severities if id.startswith(code)), key=len, default=None)
        return self.severities[code] if code else None


DEFAULT = Config()
