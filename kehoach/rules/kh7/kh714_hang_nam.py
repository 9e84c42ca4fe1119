from __future__ import annotations

import re
from typing import Annotated, Literal

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import own, prose
from .words import cased

_FORMS = lazy(r"(?<!ngân )\b(h[aàằ]ng) (năm|tháng|quý|tuần|ngày)\b", re.I)


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH714",
    "hang-nam",
    Severity.INFO,
    source="Cách viết thống nhất trong một văn bản; văn bản quy phạm pháp luật phần lớn viết «hằng năm»",
    english="«hàng năm» beside «hằng năm»",
    needs=("clean", "typed"),
    bad=(
        Bad(
            _said("a) Khen thưởng hàng năm", "Báo cáo trước ngày 30/11 hằng năm."),
            at="hàng năm",
            fixed=_said("a) Khen thưởng hằng năm", "Báo cáo trước ngày 30/11 hằng năm."),
        ),
        Bad(
            _said("Khen thưởng hàng năm."),
            at="hàng năm",
            fixed=_said("Khen thưởng hằng năm."),
            options={"style": "hằng"},
        ),
    ),
    good=(
        Good(_said("Khen thưởng hàng năm; báo cáo hàng tháng, hàng quý.")),
        Good(_said("Khen thưởng hằng năm; ngân hàng năm qua.")),
    ),
)
def check(
    plan: Plan,
    *,
    style: Annotated[Literal["", "hằng", "hàng"], "cách viết được chọn; để trống: chỉ cần thống nhất"] = "",
) -> Findings:
    """«hằng năm» và «hàng năm» đều dùng được, nhưng một văn bản chỉ viết một cách.

    Chỉ báo một lần, ở chỗ đầu tiên viết «hàng».
    Khi đã chọn cách viết (style) thì báo mọi chỗ viết khác, trừ trong tên văn bản được viện dẫn.
    """
    here = prose(plan)
    if not (style or {"hàng", "hằng"} <= here.words):
        return
    forms = [match for match in _FORMS.finditer(here.text) if own(plan, match.start())]
    old = [match for match in forms if match[1].lower() == "hàng"]
    new = [match for match in forms if match[1].lower() == "hằng"]
    if style:
        for match in old if style == "hằng" else new:
            span, right = here.span(*match.span()), cased(f"{style} {match[2].lower()}", match.group())
            yield Finding(span, f"cơ quan thống nhất viết «{right}»", Fix(span, right))
    elif old and new:
        span = here.span(*old[0].span())
        right = cased(f"hằng {old[0][2].lower()}", old[0].group())
        count = f"{len(old)} chỗ viết «hàng», {len(new)} chỗ viết «hằng»"
        fix = Fix(span, right) if len(old) == 1 else None
        yield Finding(span, f"viết hai cách trong một văn bản ({count}): nên viết «{right}»", fix)
