"""What a run of many plans is given, and what comes of each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct, field

from ..config import Config
from ..model import Plan, Unit
from ..report import Checked
from .opening import Unread


class Job(Struct, frozen=True):
    """What every plan of a run is held against. `configs` has the plans with a configuration of their own.

    `above` is the parent that all of them have.
    `whole`: the report shows the whole text of each plan. `unnamed`: the files that were found in folders.
    `remember`: an earlier run on the same plan may answer for this one. `english`: the error stream speaks it.
    `shown`: the findings appear beside the error stream, so that it need not repeat one.
    """

    config: Config
    above: Path | None = None
    unit: Unit | None = None
    as_of: date | None = None
    stdin: Plan | Unread | None = None  # read beforehand: it can be read once only
    configs: Mapping[Path, Config] = field(default_factory=dict)
    whole: bool = False
    unnamed: frozenset[Path] = frozenset()
    remember: bool = False
    english: bool = False
    shown: bool = False

    def config_of(self, path: Path) -> Config:
        return self.configs.get(path, self.config)


class Outcome(Struct, frozen=True):
    """A plan that was checked, and what there is to say on the error stream."""

    checked: Checked
    said: str = ""
