from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import plan as sample

YEARS = lazy(r"(?P<of>giai doan|nam hoc|nam)\s+(?P<from>20\d\d)(?:\s*[-–—]\s*(?P<to>20\d\d))?(?!\d)")
CLOSING = lazy(r"\W*tren day la (?:toan bo )?(?:noi dung )?ke hoach\b")
ISSUED = lazy(
    r"\b(?:ban hanh|xay dung)\s+ke hoach\b(?=(?:(?!\bke hoach\b)[^.;])*"
    r"(?:nhu sau|sau day|noi dung sau|cu the sau)\s*:?\s*$)"
)
BUDGET = lazy(r"\b(?:du toan|ngan sach)\b(?:(?! nam )[^.;:]){0,60} nam (?P<year>20\d\d)\b(?!\s*[-–/])")
CARRIED = lazy(r"\bchuyen (?:sang|nguon)|\bket du\b|\bcon lai\b|\bkeo dai\b|\bso voi\b|\bda (?:giao|cap|bo tri)\b")
OWN = 0.7  # so many of the words before the year stand in the title too


@rule(
    "KH168",
    "another-year",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 5 điểm a (trích yếu phản ánh nội dung văn bản)",
    english="the plan is named with another year than in its title",
    needs=("clean",),
    bad=(
        Bad(
            sample("I. NỘI DUNG", "Trên đây là Kế hoạch chuyển đổi số năm 2024 của nhà trường./.",
                   title="Chuyển đổi số năm 2025"),
            at="năm 2024",
        ),
        Bad(
            sample("I. NỘI DUNG", "Tập huấn.", "II. KINH PHÍ", "Trong dự toán chi thường xuyên năm 2024 của trường.",
                   title="Chuyển đổi số năm 2025"),
            at="2024",
        ),
        Bad(
            sample(title="Chuyển đổi số năm học 2025 - 2026",
                   opening="Nhà trường ban hành Kế hoạch chuyển đổi số năm học 2024 - 2025 như sau:"),
            at="năm học 2024 - 2025",
        ),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Trên đây là Kế hoạch chuyển đổi số năm 2025./.", title="Chuyển đổi số năm 2025")),
        Good(sample("I. NỘI DUNG", "Tập huấn.", "II. KINH PHÍ", "Từ ngân sách năm 2024 chuyển sang, dự toán 2025.",
                    title="Chuyển đổi số năm 2025")),
        Good(sample("I. NỘI DUNG", "Trên đây là Kế hoạch thực hiện Nghị quyết năm 2024 của Đảng ủy phường./.",
                    title="Chuyển đổi số năm 2025")),
        Good(sample("I. NỘI DUNG", "Trên đây là Kế hoạch thực hiện chuyển đổi số và Nghị quyết năm 2024 của Đảng ủy./.",
                    title="Chuyển đổi số năm 2025")),
        Good(sample("I. NỘI DUNG", "Trên đây là Kế hoạch chuyển đổi số năm học 2025 - 2026./.",
                    title="Chuyển đổi số giai đoạn 2025 - 2030")),
        Good(sample("I. NỘI DUNG", "Trên đây là Kế hoạch chuyển đổi số giai đoạn 2026./.",
                    title="Chuyển đổi số giai đoạn 2026 - 2030")),
        Good(sample("I. NỘI DUNG", "Trên đây là Kế hoạch chuyển đổi số giai đoạn 2024 - 2026./.",
                    title="Chuyển đổi số năm 2025")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Câu ban hành và câu kết nhắc lại tên kế hoạch phải ghi đúng năm như trích yếu; dự toán kinh phí cũng vậy.

    Kế hoạch soạn lại từ bản năm trước hay sót năm cũ ở các chỗ này.
    """
    if plan.title is None:
        return
    title = fold(plan.title.value)
    named = list(YEARS.finditer(title))
    if len(named) != 1:
        return
    (right,) = named
    yield from _of_another_budget(plan, right)
    own = set(title.split())
    for block, start in _named_again(plan):
        text = fold(plan.document.blocks[block].text)
        year = YEARS.search(text, start)
        if (
            year
            and year["of"] == right["of"]
            and bool(year["to"]) == bool(right["to"])
            and _period(year) != _period(right)
        ):
            words = text[start : year.start()].split()
            if words and sum(word in own for word in words) >= OWN * len(words):
                said = plan.title.value[right.start() : right.end()]
                yield Finding(Span(block, *year.span()), f"trích yếu ghi «{said}»; sửa cho khớp")


def _of_another_budget(plan: Plan, own: re.Match[str]) -> Findings:
    """«dự toán năm 2025» in the plan of 2026: left over, unless the money is carried over."""
    if own["to"]:
        return
    for section in plan.sections:
        for number in range(section.block, section.last_block + 1) if section.role == "funding" else ():
            text = fold(plan.document.blocks[number].text)
            for m in BUDGET.finditer(text):
                if int(m["year"]) < int(own["from"]) and not CARRIED.search(text):
                    span = Span(number, *m.span("year"))
                    yield Finding(span, f"dự toán năm {m['year']} cho kế hoạch năm {own['from']}; xem lại năm")


def _period(m: re.Match[str]) -> tuple[str, str | None]:
    return m["from"], m["to"]


def _named_again(plan: Plan) -> Iterator[tuple[int, int]]:
    """Where the name of the plan begins again: in the sentence that issues it and in the one that closes it."""
    first, end = plan.opening
    for number in range(first, end):
        for issued in ISSUED.finditer(fold(plan.document.blocks[number].text)):
            yield number, issued.end()
    for number in range(end, len(plan.document.blocks)):
        text = plan.document.blocks[number].text
        if text[:30].lstrip().casefold().startswith("trên đây") and (closing := CLOSING.match(fold(text))):
            yield number, closing.end()
