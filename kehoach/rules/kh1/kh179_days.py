from __future__ import annotations

import re
from functools import cache

from ...knowledge import table
from ...model import Findings, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..capitals import occurrences, passages, same_but_for_tone
from ..samples import plan as sample

WEEKDAY = lazy(
    r"(?:sáng|trưa|chiều|tối|vào)\s+[Tt]hứ\s+(?P<a>hai|ba|tư|năm|sáu|bảy)(?!\s+trong|\w)"
    r"|[Tt]hứ\s+(?P<b>hai|ba|tư|năm|sáu|bảy)(?=\s+(?:hằng|hàng) tuần|,?\s+ngày\s+\d)"
)


def _text(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


@rule(
    "KH179",
    "days",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục V, khoản 5, 8, 9",
    english="a holiday, a day of the week or an event has the wrong capitals",
    needs=("typed", "state"),
    bad=(
        Bad(
            _text("Chào mừng ngày quốc khánh 2-9."), at="ngày quốc khánh", fixed=_text("Chào mừng ngày Quốc khánh 2-9.")
        ),
        Bad(_text("Họp vào sáng thứ hai hằng tuần."), at="hai", fixed=_text("Họp vào sáng thứ Hai hằng tuần.")),
    ),
    good=(Good(_text("Năm thứ hai thực hiện, đạt giải lần thứ ba; chiều thứ Bảy hằng tuần; dịp tết Nguyên đán.")),),
)
def check(plan: Plan) -> Findings:
    """Ngày lễ, ngày kỷ niệm, ngày tết, thứ trong tuần viết hoa đúng chỗ.

    Ví dụ: ngày Quốc khánh 2-9, ngày Nhà giáo Việt Nam; tết Nguyên đán, tết Trung thu; thứ Hai, thứ Bảy.
    """
    for passage, start, end, right in occurrences(plan, table("capitals")["days"]["names"]):
        written = passage.text[start:end]
        rest = (written[0] if right[0].islower() else right[0]) + right[1:]  # «ngày», «tết» may begin a sentence
        if not (same_but_for_tone(written, rest) or written.isupper() or passage.quoted(start)):
            yield passage.finding(start, end, right)
    for passage in passages(plan):
        if " thu " in passage.folded:
            for m in WEEKDAY.finditer(passage.text):
                part = m.lastgroup or ""
                yield passage.finding(*m.span(part), m[part].capitalize())
        if "nam " in passage.folded or "xuan " in passage.folded:
            for m in _years().finditer(passage.text):
                if m["year"] != (right := m["year"].title()):
                    yield passage.finding(*m.span("year"), right)


@cache
def _years() -> re.Pattern[str]:
    """Years of the lunar calendar: «năm Giáp Thìn», «xuân Ất Tỵ»."""
    row = table("capitals")["days"]
    stems, branches = ("|".join(row[name]) for name in ("stems", "branches"))
    return re.compile(rf"(?:[Nn]ăm|[Xx]uân)\s+(?P<year>(?:{stems})\s+(?:{branches}))(?!\w)", re.IGNORECASE)
