from __future__ import annotations

import re

from ...align.naming import exact
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...text import fold, squeeze
from .. import Bad, Good, rule
from ..samples import but

FEWEST = 3  # words of a name that two people do not share but for an accent


@rule(
    "KH197",
    "signer-name-differs",
    Severity.WARNING,
    source="Họ tên người ký ghi ở phần ký (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7 điểm c)",
    english="the name of the signer has other accents in the text",
    needs=("clean", "typed"),
    bad=(
        Bad(but(("b) Báo cáo", "b) Đồng chí Nguyễn Thi Minh phụ trách; báo cáo")), at="Nguyễn Thi Minh",
            fixed=but(("b) Báo cáo", "b) Đồng chí Nguyễn Thị Minh phụ trách; báo cáo"))),
    ),
    good=(
        Good(but()),
        Good(but(("b) Báo cáo", "b) Đồng chí Nguyễn Thị Minh, ông Nguyễn Thi Minh Quân phụ trách; báo cáo"))),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Tên người ký trong nội dung phải giống ở phần ký, đúng từng dấu: «Thanh Huyền», không phải «Thanh Huyên»."""
    name = squeeze(plan.signer.value.name) if plan.signer and plan.signer.value.name else ""
    if len(name.split()) < FEWEST:
        return
    words = re.escape(fold(name)).replace("\\ ", r"\s+")
    pattern = re.compile(rf"(?<!\w){words}(?!\w)")
    for number, block in enumerate(plan.document.blocks[: plan.end]):
        for m in pattern.finditer(fold(block.text)):
            written = block.text[m.start() : m.end()]
            longer = block.text[m.end() : m.end() + 2].strip()[:1].isupper()  # somebody with one name more
            if written.istitle() and not longer and exact(squeeze(written)) != exact(name.title()):
                span = Span(number, *m.span())
                yield Finding(span, f"phần ký ghi «{name}»; sửa cho khớp", Fix(span, name, safe=False))
