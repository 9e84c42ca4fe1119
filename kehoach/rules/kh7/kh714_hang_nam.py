from __future__ import annotations

import re

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
        Bad(_said("a) Khen thưởng hàng năm", "Báo cáo trước ngày 30/11 hằng năm."), at="hàng năm",
            fixed=_said("a) Khen thưởng hằng năm", "Báo cáo trước ngày 30/11 hằng năm.")),
    ),
    good=(
        Good(_said("Khen thưởng hàng năm; báo cáo hàng tháng, hàng quý.")),
        Good(_said("Khen thưởng hằng năm; ngân hàng năm qua.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """«hằng năm» và «hàng năm» đều dùng được, nhưng một văn bản chỉ viết một cách.

    Chỉ báo một lần, ở chỗ đầu tiên viết «hàng».
    """
    here = prose(plan)
    if not {"hàng", "hằng"} <= here.words:
        return
    forms = [match for match in _FORMS.finditer(here.text) if own(plan, match.start())]
    old = [match for match in forms if match[1].lower() == "hàng"]
    new = [match for match in forms if match[1].lower() == "hằng"]
    if old and new:
        span = here.span(*old[0].span())
        right = cased(f"hằng {old[0][2].lower()}", old[0].group())
        count = f"{len(old)} chỗ viết «hàng», {len(new)} chỗ viết «hằng»"
        fix = Fix(span, right) if len(old) == 1 else None
        yield Finding(span, f"viết hai cách trong một văn bản ({count}): nên viết «{right}»", fix)
