from __future__ import annotations

from typing import Annotated

from ...model import Finding, Findings, Fix, Plan, Related, Severity
from .. import Bad, Good, rule
from ..options import Words, is_allowed
from ..samples import plan as sample
from .prose import prose
from .repeats import shortened

OFTEN = "Xây dựng xã hội học tập là nhiệm vụ chung."


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH726",
    "words-missing",
    Severity.WARNING,
    source="Đối chiếu các câu gần giống nhau trong cùng kế hoạch và với kế hoạch cấp trên",
    english="words are missing from a phrase that is always said in full elsewhere",
    needs=("clean", "typed"),
    bad=(
        Bad(
            _said(
                "Triển khai Đề án “Xây dựng xã hội học tập giai đoạn 2021 - 2030” trên địa bàn.",
                *[OFTEN] * 6,
                "Hợp nhất bộ phận chỉ đạo xây dựng xã hội giai đoạn 2021 - 2030.",
            ),
            at="xã hội giai đoạn",
            fixed=_said(
                "Triển khai Đề án “Xây dựng xã hội học tập giai đoạn 2021 - 2030” trên địa bàn.",
                *[OFTEN] * 6,
                "Hợp nhất bộ phận chỉ đạo xây dựng xã hội học tập giai đoạn 2021 - 2030.",
            ),
        ),
    ),
    good=(
        Good(_said("Triển khai thực hiện Phong trào thi đua của trường; triển khai Phong trào thi đua của trường.")),
        Good(_said(*[OFTEN] * 6, "Xây dựng xã hội văn minh, hiện đại.")),
        Good(
            _said(
                "Triển khai Đề án “Xây dựng xã hội học tập giai đoạn 2021 - 2030” trên địa bàn.",
                *[OFTEN] * 6,
                "Hợp nhất bộ phận chỉ đạo xây dựng xã hội giai đoạn 2021 - 2030.",
            ),
            options={"allowed": ("xã hội giai đoạn",)},
        ),
    ),
)
def check(
    plan: Plan,
    parent: Plan | None = None,
    *,
    allowed: Annotated[Words, "cụm từ viết như vậy là đủ"] = (),
) -> Findings:
    """Tên một đề án, chương trình bị rơi mất chữ so với mọi chỗ khác trong kế hoạch và trong kế hoạch cấp trên.

    Chỉ báo khi ở mọi chỗ khác cụm từ đứng trước luôn đi với các chữ bị mất, và cả phần trước lẫn phần sau giống hệt tên
    viết trong ngoặc kép.
    """
    here = prose(plan)
    for gap in shortened(plan, parent):
        span = here.span(gap.start, gap.end)
        if is_allowed(plan.document.text(span), allowed):
            continue
        related = Related(parent.document, prose(parent).span(*gap.above)) if parent and gap.above else None
        yield Finding(
            span, f"thiếu «{gap.words}»: nơi khác viết «{gap.full}»", Fix(span, gap.full, safe=False), related
        )
