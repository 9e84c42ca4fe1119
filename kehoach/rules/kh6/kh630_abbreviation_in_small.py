from __future__ import annotations

from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

_SMALL = lazy(
    r"(?<![\w./@-])(?P<word>[Uu]bnd|[Hh]đnd|[Hh]dnd|[Mm]ttq|[Tt]hcs|[Tt]hpt|[Gg]dđt|[Bb]hxh|[Bb]hyt|[Cc]ntt|[Tt]ncs)(?![\w@-]|\.\w|/\w)"
)
_RIGHT = {"HDND": "HĐND"}


@rule(
    "KH630",
    "abbreviation-in-small",
    Severity.WARNING,
    source="Chữ viết tắt tên cơ quan viết bằng chữ in hoa (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, "
    "khoản 3 điểm c)",
    english="an abbreviation stands in small letters",
    needs=("clean", "typed"),
    bad=(
        Bad(sample("I. NỘI DUNG", "Báo cáo ubnd phường."), at="ubnd",
            fixed=sample("I. NỘI DUNG", "Báo cáo UBND phường.")),
        Bad(sample("I. NỘI DUNG", "Các trường Thcs tham gia."), at="Thcs",
            fixed=sample("I. NỘI DUNG", "Các trường THCS tham gia.")),
    ),
    good=(Good(sample("I. NỘI DUNG", "Báo cáo UBND phường; gửi thư về ubnd@xuanson.gov.vn, xem thcs.edu.vn.")),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Chữ viết tắt viết bằng chữ in hoa: «UBND», không phải «ubnd», «Ubnd»."""
    for number, block in enumerate(plan.document.blocks[: plan.end or None]):
        for m in _SMALL.finditer(block.text):
            span, right = Span(number, *m.span("word")), m["word"].upper()
            right = _RIGHT.get(right, right)
            yield Finding(span, f"viết «{right}»", Fix(span, right))
