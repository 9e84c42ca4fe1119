from __future__ import annotations

import re
from functools import cache

from ...extract.sections import every
from ...knowledge import table
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import own, prose


@cache
def _rows() -> dict[tuple[str, str], re.Pattern[str]]:
    """Each of the fixed pairs, with a comma or without, by the two syllables that meet where the comma is missing."""
    return {
        (first.split()[-1], second.split()[0]): lazy(
            rf"\b[{first[0].upper()}{first[0]}]{first[1:]}(?P<comma>,?) {second}\b"
        )
        for first, second in (*table("wording")["commas"]["pairs"], *table("wording")["commas"]["always"])
    }


@cache
def _always() -> frozenset[tuple[str, str]]:
    return frozenset((first.split()[-1], second.split()[0]) for first, second in table("wording")["commas"]["always"])


@cache
def _of_headings() -> re.Pattern[str]:
    pairs = (rf"{first}(?= {second}(?:\s*$|,| và| -|:))" for first, second in table("wording")["commas"]["headings"])
    return lazy("|".join(pairs), re.I)


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH724",
    "comma-missing",
    Severity.INFO,
    source="Cách viết thống nhất trong một văn bản: giữa các thành phần liệt kê có dấu phẩy",
    english="a comma is missing in an enumeration that has it elsewhere in the plan",
    needs=("clean", "typed"),
    together=True,
    restored=True,
    bad=(
        Bad(_said("Phổ biến cho cán bộ, giáo viên; nâng cao năng lực cho cán bộ giáo viên."), at="cán bộ giáo viên",
            fixed=_said("Phổ biến cho cán bộ, giáo viên; nâng cao năng lực cho cán bộ, giáo viên.")),
        Bad(_said("Đổi mới kiểm tra đánh giá học sinh."), at="kiểm tra đánh giá",
            fixed=_said("Đổi mới kiểm tra, đánh giá học sinh.")),
        Bad(sample("I. MỤC ĐÍCH YÊU CẦU", "Tập huấn."), at="MỤC ĐÍCH",
            fixed=sample("I. MỤC ĐÍCH, YÊU CẦU", "Tập huấn.")),
    ),
    good=(
        Good(sample("I. THỦ TỤC HỒ SƠ MIỄN PHÍ", "Tập huấn.")),
        Good(_said("Kiểm tra, đánh giá học sinh; công tác kiểm tra và đánh giá.")),
        Good(_said("Phổ biến cho cán bộ, giáo viên và cán bộ quản lý giáo dục.")),
        Good(_said("Nâng cao năng lực cho cán bộ giáo viên, động viên cán bộ giáo viên.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Trong một chỗ liệt kê («cán bộ, giáo viên») thiếu dấu phẩy mà chỗ khác của văn bản này vẫn có.

    Giữa hai việc luôn tách nhau («kiểm tra, đánh giá», «tuyên truyền, vận động») thì nơi khác không viết cũng báo.
    Trong tiêu đề mục («MỤC ĐÍCH, YÊU CẦU») thì dấu phẩy luôn phải có.
    """
    for section in every(plan.sections):
        if match := _of_headings().search(section.title):
            block = plan.document.blocks[section.block].text
            if (at := block.find(match.group())) >= 0:
                span = Span(section.block, at, at + len(match.group()))
                right = f"{match.group()},"
                yield Finding(span, f"thiếu dấu phẩy sau «{match.group()}»", Fix(span, right, safe=False))
    here = prose(plan)
    for meeting in filter(here.pairs.__contains__, _rows()):
        found = list(_rows()[meeting].finditer(here.text))
        without = [match for match in found if not match["comma"]]
        elsewhere = len(found) >= 2 * len(without)
        if not elsewhere and meeting not in _always():
            continue
        for match in without:
            if own(plan, match.start()) and not match.group().isupper():
                span = here.span(*match.span())
                at = match.start("comma") - match.start()
                right = f"{match.group()[:at]},{match.group()[at:]}"
                said = "nơi khác viết" if elsewhere else "viết"
                yield Finding(span, f"thiếu dấu phẩy: {said} «{right.lower()}»", Fix(span, right, safe=False))
