"""kehoach.toml: found upward from a plan, with the files it extends; every mistake in it is one Vietnamese sentence."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from . import rules
from .config import DEFAULT, Config
from .model import Severity
from .patterns import lazy
from .system import reason

NAME = "kehoach.toml"
KEYS = ("extends", "select", "ignore", "fail_on", "severity", "rules")
_PLACE = lazy(r"line (\d+), column (\d+)")
LEVELS = {severity.name.lower(): severity for severity in sorted(Severity, reverse=True)}


class SettingsError(Exception):
    """A kehoach.toml that cannot be used; the message names the file and what to write instead."""


def find(plan: Path) -> Path | None:
    """The kehoach.toml nearest to a plan: in its folder or in one above."""
    folder = plan.absolute().parent
    return next((file for up in (folder, *folder.parents) if os.path.isfile(file := up / NAME)), None)


@cache
def load(file: Path) -> Config:
    """The configuration in `file` over those that it extends. Raises SettingsError."""
    return _load(file, ())


def _load(file: Path, within: tuple[Path, ...]) -> Config:
    if file.resolve() in within:
        raise SettingsError(f"{file}: «extends» đi vòng về chính tệp này")
    body = _read(file)
    _known(file, "không có khóa", body, KEYS)
    config = DEFAULT
    for above in _strings(file, "extends", body.get("extends", []), one=True):
        base = (file.parent / above).resolve()  # «../chung/kehoach.toml» is told without its detour
        if not base.is_file():
            raise SettingsError(f"{file}: không tìm thấy «{above}» ghi ở «extends»")
        config = _over(config, _load(base, (*within, file.resolve())))
    return _over(config, _own(file, body))


def _over(under: Config, upper: Config) -> Config:
    """Two configurations as one; what `upper` sets itself counts."""
    both = {id: {**under.options.get(id, {}), **upper.options.get(id, {})} for id in {**under.options, **upper.options}}
    return Config(
        select=upper.select if "select" in upper.origins else under.select,
        ignore={**under.ignore, **upper.ignore},
        options=both,
        fail_on=upper.fail_on if "fail_on" in upper.origins else under.fail_on,
        severities={**under.severities, **upper.severities},
        origins={**under.origins, **upper.origins},
    )


def _read(file: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))  # Notepad puts a mark before the first line
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file}: không đúng cú pháp TOML {_at(error)}") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{file} không phải văn bản UTF-8; hãy lưu lại với bảng mã UTF-8") from error
    except OSError as error:
        raise SettingsError(f"{file}: không mở được: {reason(error)}") from error


def _at(error: Exception) -> str:
    """Where a file stops being TOML; the parser says the rest in English."""
    place = _PLACE.search(str(error))
    if place is None:
        return "ở cuối tệp (thiếu giá trị, hoặc ngoặc chưa đóng)"
    return f"ở dòng {place[1]}, cột {place[2]}"


def _own(file: Path, body: Mapping[str, Any]) -> Config:
    """What one file says itself."""
    config = replace(DEFAULT, ignore=dict(_ignored(file, body.get("ignore", {}))))
    keys = [f"ignore.{code}" for code in config.ignore]
    if "select" in body:
        codes = tuple(_code(file, "select", code) for code in _strings(file, "select", body["select"]))
        if not codes:
            raise SettingsError(f"{file}: «select» để trống thì không xét gì cả; ghi nhóm cần xét, hoặc bỏ dòng này")
        config, keys = replace(config, select=codes), [*keys, "select"]
    if "fail_on" in body:
        config, keys = replace(config, fail_on=_level(file, "fail_on", body["fail_on"])), [*keys, "fail_on"]
    levels = _table(file, "severity", body.get("severity", {}))
    severities = {
        _code(file, "severity", code): _level(file, f"severity.{code}", said) for code, said in levels.items()
    }
    said = dict(_options(file, body.get("rules", {})))
    keys += [f"severity.{code}" for code in severities]
    keys += [f"rules.{id}.{name}" for id, names in said.items() for name in names]
    return replace(config, severities=severities, options=said, origins=dict.fromkeys(keys, str(file)))


def _ignored(file: Path, said: Any) -> Iterator[tuple[str, str]]:
    if isinstance(said, list | str):
        raise SettingsError(f'{file}: «ignore» cần lý do cho từng quy tắc, viết: ignore = {{ KH407 = "lý do" }}')
    for code, why in _table(file, "ignore", said).items():
        if not isinstance(why, str) or not why.strip():
            raise SettingsError(f'{file}: «ignore.{code}» thiếu lý do, viết: {code} = "lý do"')
        yield _code(file, "ignore", code), why.strip()


def _options(file: Path, said: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """The options of each rule as its check takes them; what is said of a family counts where its rule says nothing."""
    found: dict[str, dict[str, Any]] = {}
    told = _table(file, "rules", said)
    for code in sorted(told, key=len):
        meant = [rule for id, rule in rules.RULES.items() if code and id.startswith(code.upper())]
        if not meant:
            raise SettingsError(
                f"{file}: «rules» có «{code}» không phải quy tắc nào{_nearest(code.upper(), rules.RULES)}"
            )
        for name, value in _table(file, f"rules.{code}", told[code]).items():
            able = [rule for rule in meant if name in rule.options]
            if not able:
                raise SettingsError(f"{file}: {_no_option(code.upper(), meant, name)}")
            for rule in able:
                found.setdefault(rule.id, {})[name] = _value(file, code, rule, name, value)
    yield from found.items()


def _no_option(code: str, meant: list[rules.Rule], name: str) -> str:
    known = sorted({option for rule in meant for option in rule.options})
    if not known:
        return f"quy tắc {code} không có tùy chọn nào"
    near = _nearest(name, known) or f"; chỉ có: {', '.join(known)}"
    return f"{code} không có tùy chọn «{name}»{near}"


def _value(file: Path, code: str, rule: rules.Rule, name: str, value: Any) -> Any:
    from .rules import options

    option = options.of(rule.check)[name]
    try:
        return options.accept(option, value)
    except ValueError as wanted:
        raise SettingsError(f"{file}: «rules.{code}.{name}» phải là {wanted}") from wanted


def _level(file: Path, key: str, said: Any) -> Severity:
    if isinstance(said, str) and said in LEVELS:
        return LEVELS[said]
    hint = "; muốn tắt quy tắc thì ghi ở «ignore»" if key.startswith("severity") else ""
    raise SettingsError(f"{file}: «{key}» phải là một trong {', '.join(LEVELS)}, không phải «{said}»{hint}")


def _code(file: Path, key: str, code: str) -> str:
    if code and any(id.startswith(code.upper()) for id in rules.RULES):
        return code.upper()
    raise SettingsError(
        f"{file}: «{key}» có «{code}» không phải quy tắc hay nhóm nào{_nearest(code.upper(), rules.RULES)}"
    )


def _table(file: Path, key: str, said: Any) -> dict[str, Any]:
    if isinstance(said, dict):
        return said
    raise SettingsError(f"{file}: «{key}» phải là một bảng, bắt đầu bằng dòng [{key}]")


def _strings(file: Path, key: str, said: Any, one: bool = False) -> list[str]:
    if isinstance(said, str) and one:
        return [said]
    if isinstance(said, list) and all(isinstance(each, str) for each in said):
        return said
    example = '"../chung/kehoach.toml"' if one else '["KH2", "KH301"]' if key == "select" else '["một", "hai"]'
    what = "một chuỗi hoặc danh sách các chuỗi" if one else "danh sách các chuỗi"
    raise SettingsError(f"{file}: «{key}» phải là {what}, ví dụ {example}")


def _known(file: Path, what: str, names: Iterable[str], known: Iterable[str]) -> None:
    known = list(known)
    for name in names:
        if name not in known:
            meant = _nearest(name, known) or f"; chỉ có: {', '.join(known)}"
            raise SettingsError(f"{file}: {what} «{name}»{meant}")


def _nearest(wanted: str, known: Iterable[str]) -> str:
    """The one that may be meant; of rules the next number of the family, which is more like what people mistype."""
    known = list(known)
    family = [id for id in known if id[:3] == wanted[:3]]
    if len(wanted) == 5 and wanted[2:].isdecimal() and family:
        best = min(family, key=lambda id: abs(int(id[2:]) - int(wanted[2:])))
        return f", có phải là «{best}»"
    from rapidfuzz import process

    found = process.extractOne(wanted, known, score_cutoff=60)
    return f", có phải là «{found[0]}»" if found else ""
