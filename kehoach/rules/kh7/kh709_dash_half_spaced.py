from __future__ import annotations

import re

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import own, prose

_ONE_SIDE = lazy(r"[-–](?: (?=\w)(?<=\w[-–] )|(?=\w)(?<=\w [-–]))")
_HALF = lazy(
    r"(?<![\w/.-])(?:19|20)\d\d(?P<years>[-–] +| +[-–])(?:19|20)\d\d(?![\w/-])"
    r"|(?<=[^\W\d_A-ZĐ])(?P<words>[-–] | [-–])(?=[^\W\d_]{2})"
)


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH709",
    "dash-half-spaced",
    Severity.WARNING,
    source="Cách gõ dấu gạch nối giữa hai năm, hai cụm từ: có dấu cách ở cả hai bên",
    english="a hyphen with a space on one side only",
    needs=("clean", "typed"),
    together=True,
    bad=(
        Bad(_said("Giai đoạn 2023 -2030 trên địa bàn phường."), at="2023 -2030",
            fixed=_said("Giai đoạn 2023 - 2030 trên địa bàn phường.")),
        Bad(_said("Các tổ chức chính trị- xã hội tham gia."), at="trị- xã",
            fixed=_said("Các tổ chức chính trị - xã hội tham gia.")),
    ),
    good=(
        Good(_said("Giai đoạn 2023 - 2030, năm học 2024-2025; Mát-xcơ-va; chính trị - xã hội; Kết luận 49-KL/TW.")),
        Good(_said("- Thực hiện tốt.", "-Tích cực tuyên truyền.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Dấu gạch nối giữa hai năm, hai cụm từ có dấu cách ở cả hai bên (hoặc không có bên nào), không chỉ một bên."""
    here = prose(plan)
    for match in _HALF.finditer(here.text) if _ONE_SIDE.search(here.text) else ():
        start, end = match.span()
        if match["words"]:
            start, end = _words(here.text, start, end)
            if not own(plan, start):
                continue
        span = here.span(start, end)
        written = here.text[start:end]
        right = re.sub(r" *([-–]) *", r" \1 ", written, count=1)
        yield Finding(span, f"dấu gạch nối có dấu cách ở một bên: viết «{right}»", Fix(span, right))


def _words(text: str, start: int, end: int) -> tuple[int, int]:
    """The words on both sides of a dash."""
    before = re.search(r"\w+$", text[max(0, start - 15) : start])
    after = re.match(r"\w+", text[end : end + 15])
    return start - len(before[0] if before else ""), end + len(after[0] if after else "")
