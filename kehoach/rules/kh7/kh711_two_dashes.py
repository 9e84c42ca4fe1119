from __future__ import annotations

import re
from collections import defaultdict
from typing import Annotated, Literal

from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import Prose, own, prose

_JOINED = lazy(r"(?<=[^\W\d_]) ([-–—]) (?=[^\W\d_])|(?<=\b\d{4}) ([-–—]) (?=\d{4}\b)")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH711",
    "two-dashes",
    Severity.INFO,
    source="Cách viết thống nhất trong một văn bản; Nghị định 30/2020/NĐ-CP dùng dấu gạch nối (-)",
    english="both hyphens and en dashes join words or years",
    needs=("clean", "typed"),
    bad=(
        Bad(
            _said("Công chức Văn hóa – Xã hội chủ trì.", "Các tổ chức chính trị - xã hội phối hợp."),
            at="Văn hóa – Xã hội",
            fixed=_said("Công chức Văn hóa - Xã hội chủ trì.", "Các tổ chức chính trị - xã hội phối hợp."),
        ),
        Bad(
            _said("Công chức Văn hóa - Xã hội."),
            at="Văn hóa - Xã hội",
            fixed=_said("Công chức Văn hóa – Xã hội."),
            options={"style": "–"},
        ),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Công chức Văn hóa – Xã hội; giai đoạn 2023 – 2030.", title="Năm học 2024 – 2025")),
        Good(_said("Công chức Văn hóa - Xã hội; giai đoạn 2023 - 2030.")),
    ),
)
def check(
    plan: Plan,
    *,
    style: Annotated[Literal["", "-", "–"], "dấu gạch được chọn; để trống: chỉ cần thống nhất"] = "",
) -> Findings:
    """Giữa hai cụm từ, hai năm dùng một loại dấu gạch trong cả văn bản: dấu gạch nối (-), không lẫn dấu (–).

    Chỉ báo một lần, ở chỗ đầu tiên viết khác.
    Khi đã chọn cách viết (style) thì báo mọi chỗ viết khác, trừ trong tên văn bản được viện dẫn.
    """
    here = prose(plan)
    if not (style or ("-" in here.letters and here.letters & {"–", "—"})):
        return
    found: dict[bool, list[re.Match[str]]] = defaultdict(list)
    for match in _JOINED.finditer(here.text):
        if own(plan, match.start()) and here.span(*match.span()).block >= plan.opening[0]:  # Tiêu ngữ is KH107's
            found["-" in match.group()].append(match)
    if style:
        for match in [*found[True], *found[False]]:
            if match.group().strip() != style:
                span, right = _fixed(here, match, style)
                yield Finding(span, f"cơ quan thống nhất viết «{right}»", Fix(span, right))
    elif found[True] and found[False]:
        first = found[False][0]
        span, right = _fixed(here, first, "-")
        count = f"{len(found[False])} chỗ dùng «{first.group().strip()}», {len(found[True])} chỗ dùng «-»"
        fix = Fix(span, right) if len(found[False]) == 1 else None
        yield Finding(span, f"hai loại dấu gạch trong một văn bản ({count}): nên viết «{right}»", fix)


def _fixed(here: Prose, match: re.Match[str], dash: str) -> tuple[Span, str]:
    """The words around a dash, and how they stand with another."""
    start, end = _around(here.text, *match.span())
    at = match.start() - start
    return here.span(start, end), f"{here.text[start:end][:at]} {dash} {here.text[match.end() : end]}"


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """Two words on each side of a dash, as far as they stand there; of years, the years alone."""
    if text[start - 1].isdigit() and text[end : end + 1].isdigit():
        return start - 4, end + 4
    before = re.search(r"(?:[^\W_]+ )?[^\W_]+$", text[max(0, start - 24) : start])
    after = re.match(r"[^\W_]+(?: [^\W_]+)?", text[end : end + 24])
    return start - len(before[0] if before else ""), end + len(after[0] if after else "")
