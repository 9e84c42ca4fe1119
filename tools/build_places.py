"""Freeze the data of the PyPI package vietnamadminunits (MIT) into kehoach/knowledge/places.txt.

    python tools/build_places.py [WHEEL]

Without WHEEL, pip fetches the version named below. Nothing of the package is run: its tables are read.
"""

from __future__ import annotations

import io
import json
import re
import sqlite3
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kehoach.knowledge import HERE, table

VERSION = "1.0.4"
PACKAGE = f"vietnamadminunits=={VERSION}"
TARGET = HERE / "places.txt"
KINDS = {
    "Tỉnh": "T", "Thành phố": "TP", "Quận": "Q", "Huyện": "H", "Thị xã": "TX",
    "Phường": "P", "Xã": "X", "Thị trấn": "TT", "Đặc khu": "ĐK",
}  # fmt: skip
# Slips of the data, against the resolutions.
SLIPS = {"Mường é": "Mường É"}

HEAD = f"""\
# Tỉnh, huyện, xã trước và từ ngày 01/7/2025. Do tools/build_places.py tạo ra, đừng sửa bằng tay.
#
# Source: {PACKAGE} (https://github.com/tranngocminhhieu/vietnamadminunits), state of October 2025, which follows
# Nghị quyết 202/2025/QH15 and the 34 resolutions 1654 to 1687/NQ-UBTVQH15 of 16/6/2025. Notice of the data:
#
{{licence}}
#
# First part, the units until 30/6/2025:  «= old province > new province», «- district», «commune > what it became»;
# where a commune was divided, the one that got most of it comes first. Second part, from 01/7/2025: «== province»,
# communes. T tỉnh, TP thành phố, Q quận, H huyện, TX thị xã, P phường, X xã, TT thị trấn, ĐK đặc khu.
"""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit, with its kind: «X Mỹ Khánh»."""

    kind: str
    name: str

    def __str__(self) -> str:
        return f"{KINDS[self.kind]} {self.name}"


def unit(full: str) -> Unit:
    """«Thành phố Cần Thơ» taken apart."""
    full = unicodedata.normalize("NFC", full)
    kind = next(kind for kind in KINDS if full.lower().startswith(f"{kind.lower()} "))
    name = full[len(kind) :].strip().replace("’", "'")
    name = re.sub(r"\s*[-–]\s*", " - ", name)
    return Unit(kind, SLIPS.get(name, name))


def fetch(folder: Path) -> Path:
    """The wheel, from the package index."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), PACKAGE]
    subprocess.run(command, check=True)
    return next(folder.glob("vietnamadminunits-*.whl"))


@dataclass(frozen=True, slots=True)
class Data:
    """The tables of the package: old and new units by the keys that its converter uses, and the converter."""

    old: list[tuple[str, str, str, str, str, str]]
    new: dict[tuple[str, str], tuple[str, str]]
    merged: dict[str, str]
    became: dict[str, list[tuple[str, str]]]
    licence: str


def load(wheel: Path) -> Data:
    with zipfile.ZipFile(wheel) as archive, tempfile.TemporaryDirectory() as folder:
        archive.extract("vietnamadminunits/data/dataset.db", folder)
        with sqlite3.connect(Path(folder) / "vietnamadminunits/data/dataset.db") as database:
            old = database.execute(
                "select provinceKey, districtKey, coalesce(wardKey, ''), province, district, coalesce(ward, '')"
                " from admin_units_legacy"
            ).fetchall()
            new = database.execute("select provinceKey, wardKey, province, ward from admin_units").fetchall()
        converter = json.load(io.TextIOWrapper(archive.open("vietnamadminunits/data/converter_2025.json"), "utf-8"))
        licence = archive.read(f"vietnamadminunits-{VERSION}.dist-info/licenses/LICENSE").decode("utf-8")
    return Data(
        old=old,
        new={(province_key, key): (province, ward) for province_key, key, province, ward in new},
        merged={key: now for now, keys in converter["DICT_PROVINCE"].items() for key in keys},
        became=_became(converter),
        licence=licence,
    )


def _became(converter: dict[str, dict[str, dict[str, list[object]]]]) -> dict[str, list[tuple[str, str]]]:
    """Old commune → new communes, the one that got most of it first."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for province, communes in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for now, keys in communes.items():
            for key in keys:
                found[str(key)].append((province, now))
    for province, communes in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for key, parts in communes.items():
            known = [part for part in parts if isinstance(part, dict)]
            for part in sorted(known, key=lambda part: not part["isDefaultNewWard"]):
                found[key].append((province, str(part["newWardKey"])))
    return found


def lines(data: Data) -> Iterator[str]:
    """The two parts of the table."""
    now = {key: unit(province) for (key, _), (province, _) in data.new.items()}
    last: tuple[str, str] = ("", "")
    for province_key, district_key, ward_key, province, district, ward in sorted(data.old, key=lambda row: row[3:]):
        if province_key != last[0]:
            yield f"= {unit(province).name} > {now[data.merged[province_key]].name}"
        targets = data.became[f"{province_key}_{district_key}_{ward_key}"]
        became = ", ".join(str(unit(data.new[target][1])) for target in targets)
        if (province_key, district_key) != last:
            yield f"- {unit(district)}" + ("" if ward else f" > {became}")
        last = (province_key, district_key)
        if ward:
            yield f"{unit(ward)} > {became}"
    for key, province_now in sorted(now.items(), key=lambda item: item[1].name):
        yield f"== {province_now.name}"
        yield from sorted(str(unit(ward)) for (owner, _), (_, ward) in data.new.items() if owner == key)


def check(data: Data) -> None:
    """Stop where the data and provinces.toml, which follows the resolution, do not agree."""
    known = table("provinces")
    now = {unit(province).name for province, _ in data.new.values()}
    names = {row[0]: unit(row[3]).name for row in data.old}
    provinces = {key: unit(province).name for (key, _), (province, _) in data.new.items()}
    merged = {names[key]: provinces[into] for key, into in data.merged.items() if names[key] != provinces[into]}
    if now != set(known["now"]) or merged != known["merged"]:
        raise SystemExit(
            f"provinces.toml differs: {now ^ set(known['now'])} {merged.items() ^ known['merged'].items()}"
        )


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = load(Path(sys.argv[1]) if len(sys.argv) > 1 else fetch(Path(folder)))
    check(data)
    licence = "\n".join(f"# {line}".rstrip() for line in data.licence.strip().splitlines())
    TARGET.write_text(HEAD.format(licence=licence) + "\n".join(lines(data)) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {TARGET.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
