"""What several commands are given on the command line: which rules, which unit, which day, which plan above."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from .files import existing
from .words import Refusal

if TYPE_CHECKING:
    from ..config import Config
    from ..model import Unit

FAIL_ON = ("error", "warning", "info")
COMMAND_LINE = "dòng lệnh"


def config_over(config: Config, select: str, ignore: str, fail_on: str) -> Config:
    """`config` with what the command line says instead."""
    from ..model import Severity

    if fail_on and fail_on not in FAIL_ON:
        raise Refusal(f"--fail-on: không có mức «{fail_on}», chọn một trong: {', '.join(FAIL_ON)}")
    wanted, unwanted = codes("--select", select), codes("--ignore", ignore)
    said = {"select": bool(wanted), "fail_on": bool(fail_on)} | {f"ignore.{code}": True for code in unwanted}
    if not any(said.values()):
        return config
    return replace(
        config,
        select=wanted or config.select,
        ignore={**config.ignore, **dict.fromkeys(unwanted, COMMAND_LINE)},
        fail_on=Severity[fail_on.upper()] if fail_on else config.fail_on,
        origins={**config.origins, **{key: COMMAND_LINE for key, given in said.items() if given}},
    )


def configs(paths: Iterable[Path], select: str, ignore: str, fail_on: str) -> dict[Path, Config]:
    """For each plan the configuration that holds for it: its kehoach.toml, and the command line over that."""
    from ..config import DEFAULT

    usual = config_over(DEFAULT, select, ignore, fail_on)
    found: dict[Path, Config] = {}
    by_folder: dict[Path, Config] = {}
    for path in paths:
        folder = path.parent
        if folder not in by_folder:
            by_folder[folder] = _of_folder(path, select, ignore, fail_on) or usual
        found[path] = by_folder[folder]
    return found


def _of_folder(path: Path, select: str, ignore: str, fail_on: str) -> Config | None:
    from .. import settings

    file = settings.find(path)
    if file is None:
        return None
    try:
        return config_over(settings.load(file), select, ignore, fail_on)
    except settings.SettingsError as error:
        raise Refusal(str(error)) from error


def codes(option: str, text: str) -> tuple[str, ...]:
    found = tuple(code.strip().upper() for code in text.split(",") if code.strip())
    if not found:
        return ()
    from ..rules import RULES

    for code in found:
        if not any(id.startswith(code) for id in RULES):
            raise Refusal(f"{option}: không có quy tắc hay nhóm «{code}»; xem «kehoach rules»")
    return found


def day(text: str, option: str = "--as-of") -> date | None:
    """The day that an option names, as computers or as Vietnamese write it: 2026-11-21, 21/11/2026. Raises Refusal."""
    if not text:
        return None
    parts = text.split("/")
    written = "-".join([parts[2], parts[1].zfill(2), parts[0].zfill(2)]) if len(parts) == 3 else text
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Refusal(f"{option}: «{text}» không phải là một ngày; viết NĂM-THÁNG-NGÀY, ví dụ 2026-11-21") from None


def language(text: str) -> str:
    if text in ("vi", "en"):
        return text
    raise Refusal(f"--lang: không có ngôn ngữ «{text}», chọn vi hoặc en")


def count(text: str) -> int:
    if text.isdecimal():
        return int(text)
    raise Refusal(f"--jobs: «{text}» không phải là một số nguyên từ 0 trở lên")


def unit_at(path: Path, changes: Sequence[str] = (), what: str = "--unit") -> Unit:
    """The unit of a UNIT.toml, with fields set anew. Raises Refusal with every error, one a line."""
    from .. import unit

    try:
        return unit.read(existing(path, what), changes)
    except unit.UnitError as error:
        raise Refusal("\n".join(error.errors)) from error
