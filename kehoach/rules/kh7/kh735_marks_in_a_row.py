from __future__ import annotations

from ...model import Finding, Findings, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import inner, prose

# «v.v.,» and «…,» are right; so are «:» of a time and the stop of a number.
_MARKS = lazy(
    r"(?P<row>,,+|;;+|,\s?;|;\s?,|,\s?:|:\s?,|;\s?:|,\.(?![\d.])|;\.(?![\d.])|(?<!\.)\.\./\."
    r"|(?<=\w)\.\.(?![./\w])|!!+|\?\?+)"
    r"|\((?P<lead>\s?[,;:])|(?P<none>\(\s*\))"
)
_SAID = {
    "row": "hai dấu câu liền nhau; bỏ một",
    "lead": "thừa dấu câu sau dấu mở ngoặc",
    "none": "trong ngoặc không có gì",
}


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH735",
    "marks-in-a-row",
    Severity.WARNING,
    source="Quy tắc dùng dấu câu: hai dấu ngắt không đứng liền nhau",
    english="two marks in a row, a mark behind an opening bracket, or nothing in brackets",
    needs=("clean", "typed"),
    restored=True,
    bad=(
        Bad(_said("Phối hợp với các tổ,, các lớp thực hiện."), at=",,"),
        Bad(_said("Tập huấn cho giáo viên,; kiểm tra định kỳ."), at=",;"),
        Bad(_said("Bố trí kinh phí (; nếu có) theo quy định."), at=";"),
        Bad(_said("Kiểm tra việc thực hiện.."), at=".."),
        Bad(_said("Bố trí kinh phí () theo quy định."), at="()"),
    ),
    good=(Good(_said("Sách, vở, v.v.; báo cáo lúc 7:30; đạt 5,0 điểm (nếu có)…; theo dõi…/.")),),
)
def check(plan: Plan) -> Findings:
    """Hai dấu câu liền nhau («,,», «,;»), dấu câu ngay sau dấu mở ngoặc «(; nếu có)», ngoặc đơn để trống «()»."""
    here = prose(plan)
    for match in _MARKS.finditer(here.text, *inner(plan)):
        part = match.lastgroup or ""
        yield Finding(here.span(*match.span(part)), _SAID[part])
