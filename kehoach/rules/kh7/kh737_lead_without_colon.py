from __future__ import annotations

from ...extract import marks
from ...model import Block, Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

_LEAD = lazy(r"\b(?P<word>như|cụ thể|nội dung) (?P<sau>sau)(?P<mark>\s*[.;,])?\s*$")
LONGEST = 500  # letters of a line that leads into a list


@rule(
    "KH737",
    "lead-without-colon",
    Severity.WARNING,
    source="Quy tắc dùng dấu câu: dấu hai chấm báo trước phần liệt kê",
    english="«như sau» leads into a list without a colon",
    needs=("clean", "typed"),
    bad=(
        Bad(sample("I. NỘI DUNG", "Tập huấn.", opening="Trường THCS Xuân Sơn ban hành Kế hoạch như sau."), at=".",
            fixed=sample("I. NỘI DUNG", "Tập huấn.", opening="Trường THCS Xuân Sơn ban hành Kế hoạch như sau:")),
        Bad(sample("I. NỘI DUNG", "Các tổ thực hiện cụ thể như sau", "- Tập huấn.", "- Kiểm tra."), at="sau",
            fixed=sample("I. NỘI DUNG", "Các tổ thực hiện cụ thể như sau:", "- Tập huấn.", "- Kiểm tra.")),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Các tổ thực hiện như sau:", "- Tập huấn.", "Lớp trước giúp lớp sau.")),
        Good(sample("I. NỘI DUNG", "Thời gian như sau", "(lịch kèm theo).")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Sau «như sau», «cụ thể sau» báo trước phần liệt kê phải có dấu hai chấm."""
    blocks = plan.document.blocks
    for number in range(plan.opening[0], (plan.end or len(blocks)) - 1):
        block = blocks[number]
        if number >= plan.opening[1] and _is_item(block) and _is_item(blocks[number + 1]):
            continue  # the next item of the same list
        if block.cell is not None or len(block.text) > LONGEST or not (m := _LEAD.search(block.text)):
            continue
        following = blocks[number + 1]
        if m["mark"]:
            span = Span(number, *m.span("mark"))
            yield Finding(span, "phần liệt kê ở dưới: dùng dấu hai chấm (:)", Fix(span, ":"))
        elif following.cell is None and (following.number or _begins_item(following.text)):
            span = Span(number, *m.span("sau"))
            yield Finding(span, "thiếu dấu hai chấm (:) trước phần liệt kê", Fix(span, f"{m['sau']}:"))


def _is_item(block: Block) -> bool:
    mark = marks.of(block)
    return mark is not None and mark.style == "bullet"


def _begins_item(text: str) -> bool:
    head = text.lstrip()[:5]
    return head.startswith(("- ", "+ ", "• ")) or bool(_ITEM.match(head))


_ITEM = lazy(r"(?:\d{1,2}|[a-zđ]|[IVX]{1,4})[.)]\s")
