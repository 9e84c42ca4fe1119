from __future__ import annotations

from collections import defaultdict
from typing import Annotated, Literal

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import own, prose

_YEARS = lazy(r"(?<![\w/.-])((?:19|20)\d\d)( [-–] |[-–])((?:19|20)\d\d)(?![\w/-])")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH710",
    "years-two-ways",
    Severity.INFO,
    source="Cách viết thống nhất trong một văn bản: «2021 - 2030» (Nghị định 30/2020/NĐ-CP cũng viết như vậy)",
    english="periods of years are written in more than one way",
    needs=("clean", "typed"),
    restored=True,
    bad=(
        Bad(
            _said("Đề án giai đoạn 2021-2030 và Chương trình giai đoạn 2023 - 2025 được lồng ghép."),
            at="2021-2030",
            fixed=_said("Đề án giai đoạn 2021 - 2030 và Chương trình giai đoạn 2023 - 2025 được lồng ghép."),
        ),
        Bad(
            sample("I. NỘI DUNG", "Đề án giai đoạn 2021 - 2030.", title="Chuyển đổi số"),
            at="2021 - 2030",
            fixed=sample("I. NỘI DUNG", "Đề án giai đoạn 2021-2030.", title="Chuyển đổi số"),
            options={"style": "2021-2030"},
        ),
    ),
    good=(
        Good(_said("Giai đoạn 2021 - 2030 và giai đoạn 2023 - 2025.")),
        Good(sample("I. NỘI DUNG", "Giai đoạn 2021-2030 và giai đoạn 2023-2025.", title="Năm học 2024-2025")),
        Good(_said("Đề án giai đoạn 2021 - 2030."), options={"style": "2021 - 2030"}),
        Good(
            sample("I. NỘI DUNG", "Theo Đề án “Xây dựng xã hội học tập giai đoạn 2021 - 2030”.", title="Chuyển đổi số"),
            options={"style": "2021-2030"},
        ),
    ),
)
def check(
    plan: Plan,
    *,
    style: Annotated[Literal["", "2021 - 2030", "2021-2030"], "cách viết được chọn; để trống: chỉ cần thống nhất"] = "",
) -> Findings:
    """Khoảng năm («2021 - 2030») viết theo một cách trong cả văn bản.

    Chỉ báo một lần, ở chỗ đầu tiên viết khác; lời báo cho biết có bao nhiêu chỗ.
    Khi đã chọn cách viết (style) thì báo mọi chỗ viết khác, trừ trong tên văn bản được viện dẫn.
    """
    here = prose(plan)
    found = defaultdict(list)
    for match in _YEARS.finditer(here.text):
        found[" " in match[2]].append(match)
    if style:
        joint = " " if " " in style else ""
        for match in found[not joint]:
            if not own(plan, match.start()):
                continue
            right = f"{match[1]}{joint}{match[2].strip()}{joint}{match[3]}"
            span = here.span(*match.span())
            yield Finding(span, f"cơ quan thống nhất viết «{right}»", Fix(span, right))
    elif found[True] and found[False]:
        first = found[False][0]
        right = f"{first[1]} {first[2]} {first[3]}"
        count = f"{len(found[False])} chỗ viết liền, {len(found[True])} chỗ có dấu cách"
        span = here.span(*first.span())
        fix = Fix(span, right) if len(found[False]) == 1 else None
        yield Finding(span, f"khoảng năm viết hai cách ({count}): nên viết «{right}»", fix)
