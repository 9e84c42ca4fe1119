from __future__ import annotations

import re
from typing import Annotated

from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import plan as sample

_VAGUE = lazy(r"\btheo (?:dung )?(?:thoi gian|thoi han) (?:qu[iy] dinh|yeu cau)")
_PAPERS = lazy(r"\b(?:ho so|danh sach|bao cao|to trinh|de nghi khen)\b")
_SENT = lazy(r"\b(?:gui|nop|trinh|chuyen)\b")


@rule(
    "KH407",
    "vague-deadline",
    Severity.WARNING,
    source="Thời hạn phải là một ngày mà người thực hiện biết được từ chính kế hoạch",
    english="papers are due «in the prescribed time», without a date",
    needs=("clean",),
    bad=(
        Bad(sample("I. TỔ CHỨC THỰC HIỆN", "Các tổ gửi hồ sơ đề nghị khen thưởng về Sở theo thời gian quy định."),
            at="theo thời gian quy định"),
    ),
    good=(
        Good(sample("I. TỔ CHỨC THỰC HIỆN", "Các tổ gửi hồ sơ về Sở theo thời gian quy định, trước ngày 10/5/2025.")),
        Good(sample("I. TỔ CHỨC THỰC HIỆN", "Học sinh ra vào trường theo thời gian quy định.")),
    ),
)  # fmt: skip
def check(
    plan: Plan, *, phrases: Annotated[tuple[str, ...], "các cụm từ khác cũng coi là thời hạn chung chung"] = ()
) -> Findings:
    """Thời hạn nộp hồ sơ, báo cáo ghi chung chung «theo thời gian quy định».

    Ghi rõ ngày, hoặc ghi rõ văn bản nào quy định thời hạn đó.
    """
    vague = re.compile("|".join([_VAGUE.pattern, *(re.escape(fold(phrase)) for phrase in phrases)]))
    for number in range(plan.opening[0], plan.end or len(plan.document.blocks)):
        folded = fold(plan.document.blocks[number].text)
        for m in vague.finditer(folded):
            start = max(folded.rfind(stop, 0, m.start()) for stop in (". ", "; ")) + 1
            ends = [at for stop in (". ", ";") if (at := folded.find(stop, m.end())) >= 0]
            sentence, end = folded[start : m.end()], min(ends, default=len(folded))
            here = [d for d in plan.deadlines if d.span.block == number and start <= d.span.start < end]
            dated = any(d.value.day for d in here)
            told = re.match(r"\s+(?:tai|cua|trong)\b", folded[m.end() :])
            if _PAPERS.search(sentence) and _SENT.search(sentence) and not dated and not told:
                yield Finding(
                    Span(number, *m.span()), "thời hạn chưa rõ; ghi ngày cụ thể hoặc văn bản quy định thời hạn"
                )
