"""Build the corpus from its sources: .docx, .txt and gold of every plan, and the plans with marked defects.

    python tools/build_corpus.py [--check]

`--check` writes nothing and exits with 1 when a file in corpus/ is not what the sources give.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus_damage import ruin
from corpus_docx import docx
from corpus_source import gold, lines, parse, plain

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
SOURCES = CORPUS / "nguon"


def files() -> Iterator[tuple[Path, bytes]]:
    """Every generated file, as path and bytes."""
    for path in sorted(SOURCES.rglob("*.src")):
        yield from _plan(path)
    for path in sorted(SOURCES.rglob("*.toml")):
        yield from _variant(path)


def _plan(path: Path) -> Iterator[tuple[Path, bytes]]:
    source = parse(path.read_text(encoding="utf-8"))
    target = CORPUS / path.relative_to(SOURCES).with_suffix("")
    yield target.with_suffix(".docx"), docx(source)
    yield target.with_suffix(".txt"), plain(source).encode()
    yield target.with_suffix(".gold.json"), _json(gold(source, target.relative_to(CORPUS).as_posix()))


def _variant(path: Path) -> Iterator[tuple[Path, bytes]]:
    """A plan derived from a clean one by exact replacements, each of which may be a defect."""
    recipe: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    text = _without_gold((SOURCES / f"{recipe['base']}.src").read_text(encoding="utf-8"))
    for edit in recipe.get("edits", []):
        if (times := text.count(edit["find"])) != 1:
            raise ValueError(f"{path.name}: {edit['find']!r} stands {times} times in {recipe['base']}")
        text = text.replace(edit["find"], edit["replace"])
    source = parse(_swapped(text, *recipe["swap"]) if "swap" in recipe else text)
    target = CORPUS / path.relative_to(SOURCES).with_suffix("")
    if recipe.get("ocr"):
        yield target.with_suffix(".txt"), ruin("\n".join(lines(source))).encode()
    else:
        data = docx(source) if recipe["format"] == "docx" else plain(source).encode()
        yield target.with_suffix(f".{recipe['format']}"), data
    defects = [
        {"rule": defect["rule"], "text": defect.get("text", ""), "why": defect["why"]}
        for defect in recipe.get("defects", [])
    ]
    parent = {"parent": recipe["parent"]} if "parent" in recipe else {}
    clean = f"../{recipe['base']}"
    yield target.with_suffix(".defects.json"), _json({**parent, "clean": clean, "defects": defects})


def _without_gold(text: str) -> str:
    """The source less what reading it finds, so that a replacement meets the plan's own words only."""
    return re.sub(r"\n\[gold\]\n.*?(?=\n\+\+\+\n)", "", text, flags=re.DOTALL)


def _swapped(text: str, one: str, other: str) -> str:
    """The source with two sections in each other's place; the numerals stay where they are."""
    parts = re.split(r"(?m)^# (\S+)\. ", text)
    first, second = (parts.index(numeral, 1) + 1 for numeral in (one, other))
    parts[first], parts[second] = parts[second], parts[first]
    numbered = zip(parts[1::2], parts[2::2], strict=True)
    return parts[0] + "".join(f"# {numeral}. {section}" for numeral, section in numbered)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = [(path, data) for path, data in files() if not path.exists() or path.read_bytes() != data]
    for path, data in stale:
        print(path.relative_to(CORPUS.parent).as_posix())
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
