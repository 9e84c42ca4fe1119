from __future__ import annotations

from typing import Annotated

from ...extract.phrases import incomplete
from ...model import Finding, Findings, Fix, Plan, Severity
from .. import Bad, Good, rule
from ..options import Words, is_allowed
from ..samples import plan as sample
from .prose import own, prose


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH729",
    "phrase-incomplete",
    Severity.WARNING,
    source="Cách nói cố định trong văn bản hành chính (bảng wording.toml của kehoach)",
    english="a word is missing from a set phrase",
    needs=("clean", "typed"),
    bad=(
        Bad(
            _said("Vận động các tổ chức, cá nhân trong và nhà trường tham gia."),
            at="trong và nhà trường",
            fixed=_said("Vận động các tổ chức, cá nhân trong và ngoài nhà trường tham gia."),
        ),
        Bad(
            _said("Nhà trường xây dựng Kế hoạch triển khai, cụ thể sau:"),
            at=", cụ thể sau:",
            fixed=_said("Nhà trường xây dựng Kế hoạch triển khai, cụ thể như sau:"),
        ),
    ),
    good=(
        Good(_said("Các tổ chức trong và ngoài nhà trường thực hiện các nhiệm vụ cụ thể sau:")),
        Good(_said("Thúc đẩy công tác khuyến học; đóng góp nâng cao chất lượng; trực tiếp thực hiện.")),
        Good(_said("Kiểm tra trước, trong và sau kỳ thi; trong và sau khi sắp xếp.")),
        Good(_said("Vận động cá nhân trong và nhà trường."), options={"allowed": ("trong và nhà trường",)}),
    ),
)
def check(
    plan: Plan,
    *,
    allowed: Annotated[Words, "cụm từ viết như vậy là đủ"] = (),
) -> Findings:
    """Cách nói quen thuộc bị rơi mất chữ: «trong và nhà trường», «cụ thể sau:», «Trên đây Kế hoạch»."""
    here = prose(plan)
    for meeting, pattern, right in incomplete():
        if meeting not in here.pairs:
            continue
        for match in pattern.finditer(here.text):
            if own(plan, match.start()) and not is_allowed(match.group(), allowed):
                span = here.span(*match.span())
                full = match.expand(right)
                yield Finding(span, f"thiếu chữ: «{full.strip(' ,:')}»", Fix(span, full, safe=False))
