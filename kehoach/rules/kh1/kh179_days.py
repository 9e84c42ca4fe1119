from __future__ import annotations

from ...knowledge import table
from ...model import Findings, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..capitals import passages
from ..samples import plan as sample

WEEKDAY = lazy(
    r"(?:sáng|trưa|chiều|tối|vào)\s+thứ\s+(?P<a>hai|ba|tư|năm|sáu|bảy)(?!\s+trong|\w)"
    r"|thứ\s+(?P<b>hai|ba|tư|năm|sáu|bảy)(?=\s+(?:hằng|hàng) tuần|,?\s+ngày\s+\d)"
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
    wrong: dict[str, str] = table("capitals")["days"]
    for passage in passages(plan):
        if " thu " in passage.folded:
            for m in WEEKDAY.finditer(passage.text):
                part = m.lastgroup or ""
                yield passage.finding(*m.span(part), m[part].capitalize())
        if not any(key in passage.folded for key in ("ngay ", "tet ", "cach mang thang")):
            continue
        for written, right in wrong.items():
            at = passage.text.find(written)
            if at >= 0 and not passage.quoted(at):
                yield passage.finding(at, at + len(written), right)
