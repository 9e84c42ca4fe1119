"""UNIT.toml and the table of levels: who issues a plan, read strictly, with every error told at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, cast

from msgspec import Struct
from rapidfuzz import fuzz

from .knowledge import table
from .model import Recipient, Signer, Unit
from .patterns import lazy
from .system import reason
from .text import fold, nfc, squeeze

# What the signing block knows: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7, điểm b.
AUTHORITIES = ("", "KT.", "TM.", "TL.", "TUQ.", "Q.")

# Key → whether it must be there. A dotted key stands inside a table of that name.
KEYS = {
    "name": True, "short_name": True, "level": True, "superior": False, "place": True, "province": True,
    "signer": True, "signer.authority": False, "signer.position": True, "signer.name": False, "departments": False,
    "departments.name": True, "recipients": False, "recipients.name": True, "recipients.purpose": False,
}  # fmt: skip
TABLES = ("signer", "departments", "recipients")
NEAR = 60  # likeness from which an unknown key is taken for a slip of a known one
LONGEST = 300  # characters: no name of a Vietnamese body comes near

_SHORT_NAME = lazy(r"[A-ZĐÂÊÔƠƯĂ][A-ZĐÂÊÔƠƯĂa-zđ0-9&]*(?:-[A-ZĐÂÊÔƠƯĂ][A-ZĐÂÊÔƠƯĂa-zđ0-9&]*)*")
_CONTROL = lazy(r"[\x00-\x1f\x7f\ufffe\uffff]")


class UnitError(Exception):
    """UNIT.toml cannot be used; `errors` are Vietnamese sentences, one for each thing to mend."""

    def __init__(self, errors: list[str]) -> None:
        super().__init__("; ".join(errors))
        self.errors = tuple(errors)


class Level(Struct, frozen=True):
    """One row of knowledge/levels.toml; the keys are explained there."""

    key: str
    name: str
    group: str
    noun: str
    inside: str
    title_scope: str
    people: str
    staff: str
    parts: str
    leadership: str
    head: str
    heads: tuple[str, ...]
    collective: str
    superior: bool
    above: tuple[str, ...]
    report_lead_days: int
    internal_lead_days: int
    body: str
    kinds: tuple[str, ...] = ()
    like: str = ""
    unnamed: str = ""
    title_scope_schools: str = ""
    opening_scope: str | None = None
    ministry_scope: str = ""
    workers: str = "bộ phận"
    below: dict[str, str] = {}
    members: dict[str, str] = {}
    variants: dict[str, dict[str, str]] = {}
    words: str = ""
    receivers: tuple[str, ...] = ()
    brief_header: bool = False
    awards: bool = True
    until: date | None = None


@cache
def levels() -> dict[str, Level]:
    """Every kind of unit, by its key."""
    return {key: _level(key, row) for key, row in table("levels").items()}


def level_named(said: str) -> str:
    """The key of a level by its name, or by the beginning of it: «Trường mầm non», «UBND xã»; else what was said.

    >>> level_named("Trường mầm non")
    'truong-mam-non'
    """
    plain = fold(squeeze(said)).replace("ubnd", "uy ban nhan dan")
    names = {key: fold(level.name) for key, level in levels().items()}
    part = [key for key, name in names.items() if plain and re.match(rf"{re.escape(plain)}(?!\w)", name)]
    return next((key for key in names if names[key] == plain), part[0] if len(part) == 1 else said)


def _level(key: str, row: dict[str, Any]) -> Level:
    lists: dict[str, Any] = {name: tuple(value) for name, value in row.items() if isinstance(value, list)}
    return Level(key, **(row | lists))


def read(path: Path, changes: Sequence[str] = ()) -> Unit:
    """The unit of a UNIT.toml, with fields set anew («signer.name=Lê A»). Raises UnitError with every error of both."""
    import tomllib

    try:
        source = path.read_text(encoding="utf-8-sig")
    except IsADirectoryError:
        raise UnitError([f"{path} là một thư mục, không phải tệp UNIT.toml"]) from None
    except FileNotFoundError:
        raise UnitError([f"không tìm thấy tệp {path}"]) from None
    except UnicodeDecodeError:
        raise UnitError([f"{path} không phải văn bản UTF-8; hãy lưu lại với bảng mã UTF-8"]) from None
    except OSError as error:
        raise UnitError([f"không mở được {path}: {reason(error)}"]) from None
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise UnitError([f"{path} không đúng cú pháp TOML: {_toml(str(error))}"]) from None
    if errors := [*_changed(data, changes), *(f"{path}: {error}" for error in problems(data))]:
        raise UnitError(errors)
    return build(data)


def _changed(data: dict[str, Any], changes: Sequence[str]) -> list[str]:
    """Put «field=value» into the data of a UNIT.toml; what cannot be put there, as Vietnamese sentences."""
    errors = []
    settable = [key for key in KEYS if key != "signer" and key.partition(".")[0] not in ("departments", "recipients")]
    settable += ["departments", "recipients"]
    for change in changes:
        key, sign, value = (part.strip() for part in change.partition("="))
        if not sign:
            errors.append(f'--set: «{change}» phải có dạng trường=giá trị, ví dụ signer.name="Lê Thị B"')
        elif key not in settable:
            errors.append(f"--set: không có trường «{key}»{_hint(key, settable)}")
        elif key in ("departments", "recipients"):
            data[key] = listed(key, value)
        else:
            holder = data.setdefault("signer", {}) if key.startswith("signer.") else data
            if isinstance(holder, dict):
                holder[key.removeprefix("signer.")] = value
    return errors


def listed(key: str, text: str) -> list[dict[str, str]]:
    """Departments or recipients written in one line.

    >>> listed("recipients", "Sở Y tế (để báo cáo); Các tổ")
    [{'name': 'Sở Y tế', 'purpose': 'để báo cáo'}, {'name': 'Các tổ'}]
    """
    rows: list[dict[str, str]] = []
    for one in filter(None, map(str.strip, text.split(";"))):
        found = re.fullmatch(r"(?P<name>.*?)\s*\((?P<purpose>[^()]*)\)", one) if key == "recipients" else None
        rows.append({"name": found["name"], "purpose": found["purpose"].strip()} if found else {"name": one})
    return rows


def problems(data: dict[str, Any]) -> list[str]:
    """Everything wrong with the data of a UNIT.toml, as Vietnamese sentences; empty if it can be used."""
    errors = [*_unknown(data, ""), *_missing(data, ""), *_types(data)]
    for name in TABLES:
        for number, part in enumerate(_parts(data, name), 1):
            where = name if name == "signer" else f"{name} thứ {number}"
            errors += [*_unknown(part, f"{name}."), *_missing(part, f"{name}.", where), *_strings(part, f"{where}: ")]
    return errors + _sense(data)


def build(data: dict[str, Any]) -> Unit:
    """The unit behind checked data; every text comes out in NFC with single spaces."""
    signer = data["signer"]
    return Unit(
        name=_clean(data["name"]),
        short_name=_clean(data["short_name"]),
        level=data["level"],
        superior=_clean(data.get("superior", "")),
        place=_clean(data["place"]),
        province=_clean(data["province"]),
        signer=Signer(
            signer.get("authority", ""), _clean(signer["position"]).upper(), _clean(signer.get("name", "")) or None
        ),
        departments=tuple(_clean(part["name"]) for part in data.get("departments", [])),
        recipients=tuple(
            Recipient(_clean(part["name"]), _clean(part.get("purpose", "")) or None)
            for part in data.get("recipients", [])
        ),
    )


def _clean(text: str) -> str:
    return squeeze(nfc(text))


def _parts(data: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The tables under a key, whether it is one table or an array of them; what is no table is told elsewhere."""
    value = data.get(name, [])
    parts = value if isinstance(value, list) else [value]
    return [cast("dict[str, Any]", part) for part in parts if isinstance(part, dict)]


def _unknown(data: dict[str, Any], prefix: str) -> list[str]:
    known = [key.removeprefix(prefix) for key in KEYS if key.startswith(prefix) and "." not in key[len(prefix) :]]
    return [f"khóa «{prefix}{key}» không có trong UNIT.toml{_hint(key, known)}" for key in data if key not in known]


def _hint(word: str, known: list[str]) -> str:
    score, best = max(((fuzz.ratio(fold(word), one), one) for one in known), default=(0.0, ""))
    return f"; có phải là «{best}»?" if score >= NEAR else ""


def _missing(data: dict[str, Any], prefix: str, where: str = "") -> list[str]:
    needed = [key.removeprefix(prefix) for key, must in KEYS.items() if must and key.startswith(prefix)]
    return [
        f"thiếu «{key}»{f' ở {where}' if where else ''}: {MEANING[prefix + key]}"
        for key in needed
        if "." not in key and (key not in data or data[key] == "")
    ]


MEANING = {
    "name": "tên đầy đủ của đơn vị",
    "short_name": "chữ viết tắt tên đơn vị trong ký hiệu văn bản (KH-…)",
    "level": "loại đơn vị",
    "superior": "cơ quan chủ quản trực tiếp",
    "place": "địa danh ghi trước ngày, tháng, năm",
    "province": "tên tỉnh, thành phố",
    "signer": "bảng [signer], người ký",
    "signer.authority": "quyền hạn khi ký: KT., TM., TL., TUQ., Q. hoặc để trống",
    "signer.position": "chức vụ của người ký, ví dụ HIỆU TRƯỞNG",
    "signer.name": "họ và tên người ký",
    "departments.name": "tên phòng, tổ, bộ phận",
    "recipients.name": "nơi nhận",
    "recipients.purpose": "gửi để làm gì, ví dụ «để báo cáo»",
}


def _types(data: dict[str, Any]) -> list[str]:
    errors = _strings({key: value for key, value in data.items() if key in KEYS and key not in TABLES}, "")
    if "signer" in data and not isinstance(data["signer"], dict):
        errors.append("«signer» phải là một bảng: [signer]")
    for name in ("departments", "recipients"):
        if not isinstance(value := data.get(name, []), list) or not all(isinstance(part, dict) for part in value):
            errors.append(f"«{name}» phải là các bảng: mỗi mục bắt đầu bằng [[{name}]]")
    return errors


def _strings(data: dict[str, Any], where: str) -> list[str]:
    errors = []
    for key, value in data.items():
        if not isinstance(value, str):
            errors.append(f"{where}«{key}» phải là chữ trong ngoặc kép")
        elif len(value) > LONGEST:
            errors.append(f"{where}«{key}» dài {len(value)} ký tự, quá {LONGEST}")
        elif _CONTROL.search(value):
            errors.append(f"{where}«{key}» có xuống dòng hoặc ký tự điều khiển")
    return errors


def _sense(data: dict[str, Any]) -> list[str]:
    """What is well-formed but cannot be: a level that is not there, a deputy who signs as the head."""
    errors = []
    level = data.get("level")
    if isinstance(level, str) and level and level not in levels():
        errors.append(f"«level» là «{level}», phải là một trong: {', '.join(levels())}{_hint(level, list(levels()))}")
    short = data.get("short_name")
    if isinstance(short, str) and short and not _SHORT_NAME.fullmatch(nfc(short)):
        errors.append(f"«short_name» là «{short}»: chỉ gồm chữ in hoa, có thể có gạch nối, không có dấu cách")
    signer = data.get("signer")
    return errors + (_signing(signer, levels().get(str(level))) if isinstance(signer, dict) else [])


def _signing(signer: dict[str, Any], level: Level | None) -> list[str]:
    authority, position = signer.get("authority", ""), signer.get("position", "")
    if not isinstance(authority, str) or not isinstance(position, str) or not position:
        return []
    errors = []
    if authority not in AUTHORITIES:
        errors.append(f"«signer.authority» là «{authority}», phải là một trong: «{'», «'.join(AUTHORITIES)}»")
    if (deputy := fold(position).startswith("pho ")) and authority in ("", "TM.", "Q."):
        errors.append(f"«signer.position» là cấp phó ({position}) thì «signer.authority» phải là «KT.»")
    if authority == "KT." and not deputy:
        errors.append(f"«signer.authority» là «KT.» thì «signer.position» phải là cấp phó, không phải «{position}»")
    if authority == "TM." and level and not level.collective:
        errors.append(f"{level.name} làm việc theo chế độ thủ trưởng, không ký «TM.»")
    if level and level.heads and authority in ("", "KT.", "TM.", "Q."):
        head = fold(position).removeprefix("pho ").strip()
        if all(not head.startswith(fold(known)) for known in level.heads):
            errors.append(f"«signer.position» là «{position}»; {level.name} ký là {' hoặc '.join(level.heads)}")
    return errors


def _toml(message: str) -> str:
    """tomllib's message with its place in Vietnamese."""
    place = re.search(r"line (\d+), column (\d+)", message)
    return f"dòng {place[1]}, cột {place[2]}" if place else "tệp kết thúc giữa chừng"
