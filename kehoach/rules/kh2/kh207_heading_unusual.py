from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Annotated

from rapidfuzz.distance import Levenshtein

from ...knowledge import table
from ...model import Finding, Findings, Fix, Plan, Severity
from ...text import fold, squeeze
from .. import Bad, Good, rule
from ..options import Words, is_allowed
from ..samples import plan as sample


@rule(
    "KH207",
    "heading-unusual",
    Severity.WARNING,
    source="Cách viết tiêu đề thường dùng (bảng headings.toml của kehoach)",
    english="a heading is one slip away from a usual one",
    needs=("clean",),
    bad=(
        Bad(
            sample("I. MỤC ĐÍCH, YỂU CẦU", "Nâng cao.", "II. NỘI DUNG", "Tập huấn."),
            at="MỤC ĐÍCH, YỂU CẦU",
            fixed=sample("I. MỤC ĐÍCH, YÊU CẦU", "Nâng cao.", "II. NỘI DUNG", "Tập huấn."),
        ),
        Bad(
            sample("I. MỤC ĐÍCH", "Nâng cao.", "II. TỔ CHỨC THỰC HIỆM", "Các tổ chuyên môn."),
            at="TỔ CHỨC THỰC HIỆM",
            fixed=sample("I. MỤC ĐÍCH", "Nâng cao.", "II. TỔ CHỨC THỰC HIỆN", "Các tổ chuyên môn."),
        ),
    ),
    good=(
        Good(sample("I. MỤC ĐÍCH - YÊU CẦU", "Nâng cao.", "II. NỘI DUNG TẬP HUẤN", "Tập huấn.")),
        Good(sample("I. MỤC TIÊU", "Nâng cao.", "II. BIỆN PHÁP THỰC HIỆN", "Tập huấn.")),
    ),
)
def check(
    plan: Plan,
    *,
    allowed: Annotated[Words, "tiêu đề mà cơ quan dùng, viết như trong kế hoạch"] = (),
) -> Findings:
    """Tiêu đề mục gần giống một tiêu đề quen dùng nhưng sai một dấu hoặc một chữ.

    Tiêu đề khác hẳn thì không bị nhắc: mỗi kế hoạch được đặt tiêu đề theo nội dung của mình.
    """
    for section in plan.sections:
        usual = None if is_allowed(section.title, allowed) else slip_of(section.title)
        # recognised text has its letters right, but not every mark on them
        if usual and not (plan.document.ocr and fold(usual) == fold(section.title)):
            meant = usual if section.title.isupper() else usual.capitalize()
            fix = Fix(section.heading, meant) if plan.document.text(section.heading) == section.title else None
            yield Finding(section.heading, f"tiêu đề «{section.title}» có lẽ viết sai «{meant}»", fix)


@lru_cache(maxsize=512)  # asked by three rules, and headings are much the same everywhere
def slip_of(title: str) -> str | None:
    """The usual heading from which `title` differs in one syllable, by an accent or a letter; None if it is right."""
    said = _syllables(title)
    near: list[str] = []
    for usual, words in _usual():
        if len(words) != len(said):
            continue
        wrong = [(a, b) for a, b in zip(said, words, strict=True) if _marks(a) != _marks(b)]
        if not wrong:
            return None
        if len(wrong) == 1 and _is_slip(*wrong[0]) and len(said) > 1:
            near.append(usual)
    return min(near, key=lambda usual: Levenshtein.distance(usual.lower(), title.lower()), default=None)


def _is_slip(said: str, meant: str) -> bool:
    a, b = fold(said), fold(meant)
    return a == b or (
        min(len(a), len(b)) > 2 and a[0] == b[0] and Levenshtein.distance(a, b) == 1 and said[-1] != meant[-1]
    )


@cache
def _usual() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((title, _syllables(title)) for row in table("headings").values() for title in row["usual"])


def _syllables(title: str) -> tuple[str, ...]:
    return tuple(squeeze("".join(c if c.isalnum() else " " for c in title)).lower().split())


@lru_cache(maxsize=2048)
def _marks(syllable: str) -> list[str]:
    """The letters and accents of a syllable in any order: «hoà» and «hòa» are the same."""
    return sorted(unicodedata.normalize("NFD", syllable))
