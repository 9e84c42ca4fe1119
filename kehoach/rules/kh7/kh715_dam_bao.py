from __future__ import annotations

import re
from typing import Annotated, Literal

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import own, prose
from .words import cased

_FORMS = lazy(r"\b(bảo đảm|đảm bảo)\b", re.I)


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH715",
    "dam-bao",
    Severity.INFO,
    source="Cách viết thống nhất trong một văn bản; văn bản quy phạm pháp luật phần lớn viết «bảo đảm»",
    english="«đảm bảo» beside «bảo đảm»",
    needs=("clean",),
    restored=True,
    bad=(
        Bad(
            _said("Thi đua nhằm đảm bảo công bằng về cơ hội học tập, bảo đảm mọi người được học."),
            at="đảm bảo",
            fixed=_said("Thi đua nhằm bảo đảm công bằng về cơ hội học tập, bảo đảm mọi người được học."),
        ),
        Bad(
            _said("Nhằm đảm bảo công bằng."),
            at="đảm bảo",
            fixed=_said("Nhằm bảo đảm công bằng."),
            options={"style": "bảo đảm"},
        ),
    ),
    good=(
        Good(_said("Đảm bảo công bằng; đảm bảo tiến độ.")),
        Good(_said("Bảo đảm tiến độ; Chương trình “Đảm bảo chất lượng giáo dục”.")),
    ),
)
def check(
    plan: Plan,
    *,
    style: Annotated[Literal["", "bảo đảm", "đảm bảo"], "cách viết được chọn; để trống: chỉ cần thống nhất"] = "",
) -> Findings:
    """«bảo đảm» và «đảm bảo» đều dùng được, nhưng một văn bản chỉ dùng một cách.

    Chỉ báo một lần, ở chỗ đầu tiên viết «đảm bảo»; tên văn bản, tên chương trình của nơi khác không bị xét.
    Khi đã chọn cách viết (style) thì báo mọi chỗ viết khác, trừ trong tên văn bản được viện dẫn.
    """
    here = prose(plan)
    if not (style or {("đảm", "bảo"), ("bảo", "đảm")} <= here.pairs):
        return
    forms = [match for match in _FORMS.finditer(here.text) if own(plan, match.start())]
    rare = [match for match in forms if match[1].lower() == "đảm bảo"]
    if style:
        for match in forms:
            if match[1].lower() != style:
                span, right = here.span(*match.span()), cased(style, match.group())
                yield Finding(span, f"cơ quan thống nhất viết «{right}»", Fix(span, right))
    elif rare and len(rare) < len(forms):
        span = here.span(*rare[0].span())
        right = cased("bảo đảm", rare[0].group())
        count = f"{len(rare)} chỗ «đảm bảo», {len(forms) - len(rare)} chỗ «bảo đảm»"
        fix = Fix(span, right) if len(rare) == 1 else None
        yield Finding(span, f"dùng lẫn hai cách trong một văn bản ({count}): nên viết «{right}»", fix)
