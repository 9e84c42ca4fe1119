"""Automatic Word lists for the corpus: which list and level a typed numeral becomes, and the numbering part."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# Depth of a numeral in the lists, by the form it is typed in: «I.», «1.», «a)», «-».
FORMS = (r"[IVX]+\.", r"\d+\.", r"[a-z]\)", "-")
LEVELS = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-"))
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def shown(level: int, count: int) -> str:
    """What Word shows: «IV.», «3.», «b)», «-». Word's letters are a to z: no «đ»."""
    return (f"{ROMAN[count - 1]}.", f"{count}.", f"{chr(96 + count)})", "-")[level]


@dataclass(slots=True)
class Counter:
    """Counts as Word does and refuses a source whose typed numeral would come out as another.

    `mode` is «typed» (no lists), «levels» (one list of four levels), «styles» (the same, the upper two levels through
    heading styles), or «restart» (a list of its own for every run of numerals, each started again by an override).
    """

    mode: str
    counts: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    lists: list[int] = field(default_factory=list)
    current: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    style: str = ""

    def properties(self, numeral: str) -> str:
        """The w:numPr for a typed numeral, «» when it stays typed."""
        if self.mode == "typed":
            return ""
        level = next((depth for depth, form in enumerate(FORMS) if re.fullmatch(form, numeral)), None)
        if level is None:
            raise ValueError(f"no list level for the numeral {numeral!r}")
        if self.counts[level] == 0:
            self._begin(level)
        self.counts[level] += 1
        self.counts[level + 1 :] = [0] * (3 - level)
        if shown(level, self.counts[level]) != numeral:
            raise ValueError(f"Word would show {shown(level, self.counts[level])!r} where {numeral!r} is typed")
        self.style = f"Heading{level + 1}" if self.mode == "styles" and level == 0 else ""
        number = self.current[level] if self.mode == "restart" else 1
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'

    def _begin(self, level: int) -> None:
        self.lists.append(level)
        self.current[level] = len(self.lists)


def numbering_part(counter: Counter, indent: float, head: str) -> str:
    """word/numbering.xml: one list of four levels, and the lists that restart it."""
    levels = "".join(_level(depth, form, text, indent) for depth, (form, text) in enumerate(LEVELS))
    nums = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="{level}">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number, level in enumerate(counter.lists, 1)
    )
    if counter.mode != "restart":
        nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'{head}<w:abstractNum w:abstractNumId="0">{kind}{levels}</w:abstractNum>{nums}</w:numbering>'


def _level(depth: int, form: str, text: str, indent: float) -> str:
    bold = "<w:rPr><w:b/></w:rPr>" if depth == 0 else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLine="{round(indent)}"/></w:pPr>{bold}</w:lvl>'
    )
