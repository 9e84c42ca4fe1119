from __future__ import annotations

import re

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import own, prose

_QUI = lazy(
    r"\bqui(?= (?:định|chế|hoạch|trình|mô|tắc|ước|chuẩn|phạm|tụ|đổi|củ|cách|luật|kết)\b)"
    r"|(?<=\bchính )qui\b|(?<=\bnội )qui\b",
    re.I,
)


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH716",
    "qui-for-quy",
    Severity.WARNING,
    source="Cách viết trong văn bản quy phạm pháp luật: «quy định», «quy chế», «chính quy»",
    english="«qui» for «quy»",
    needs=("clean",),
    bad=(
        Bad(_said("Gửi hồ sơ theo thời gian qui định."), at="qui", fixed=_said("Gửi hồ sơ theo thời gian quy định.")),
        Bad(_said("Học viên hệ chính qui của trường."), at="qui", fixed=_said("Học viên hệ chính quy của trường.")),
    ),
    good=(Good(_said("Gửi hồ sơ theo quy định; ông Trần Văn Qui chủ trì; Thông tư “Qui định chế độ báo cáo”.")),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Văn bản hành chính viết «quy định», «quy chế», «quy hoạch», không viết «qui»."""
    here = prose(plan)
    for match in _QUI.finditer(here.text) if "qui" in here.words else ():
        if own(plan, match.start()):
            span = here.span(*match.span())
            right = match.group()[:-1] + ("Y" if match.group().isupper() else "y")
            yield Finding(span, f"viết «{right}», không viết «{match.group()}»", Fix(span, right))
