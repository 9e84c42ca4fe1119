from __future__ import annotations

import re

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import prose

_OLD = lazy(r"\b[^\W\d_qQ]*(?:[òóỏõọ][ae]|[ùúủũụ]y)\b")
_NEW = lazy(r"\b[^\W\d_qQ]*(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])\b")
_BARE = str.maketrans("àáảãạèéẻẽẹỳýỷỹỵ", "aaaaaeeeeeyyyyy")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH717",
    "tone-placement",
    Severity.INFO,
    source="Cách viết thống nhất trong một văn bản: một cách đặt dấu thanh (hòa, thủy hoặc hoà, thuỷ)",
    english="tone marks are placed in two ways",
    needs=("clean", "typed"),
    bad=(
        Bad(_said("Xây dựng đời sống văn hoá.", "Phát triển văn hóa học tập, khuyến khích văn hóa đọc."), at="hoá",
            fixed=_said("Xây dựng đời sống văn hóa.", "Phát triển văn hóa học tập, khuyến khích văn hóa đọc.")),
    ),
    good=(
        Good(_said("Xây dựng đời sống văn hoá, thuỷ lợi, hoà nhập.")),
        Good(_said("Xây dựng đời sống văn hóa; bà Nguyễn Thị Thuý, ông Lê Hoà; quý, quả, hoàn toàn, khỏe.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Dấu thanh của oa, oe, uy đặt theo một cách trong cả văn bản: «hòa, thủy» hay «hoà, thuỷ» đều được.

    Chỉ báo một lần, ở chỗ đầu tiên viết theo cách ít dùng hơn trong văn bản này; tên riêng không bị xét.
    """
    here = prose(plan)
    if not (any(map(_OLD.fullmatch, here.words)) and any(map(_NEW.fullmatch, here.words))):
        return
    old = [match for match in _OLD.finditer(here.text) if _counts(match)]
    new = [match for match in _NEW.finditer(here.text) if _counts(match)]
    if not (old and new):
        return
    rare = new if len(new) <= len(old) else old
    first = rare[0]
    span = here.span(*first.span())
    right = _moved(first.group()) if rare is new and len(new) == 1 else None
    count = f"{len(old)} chữ như «{old[0].group()}», {len(new)} chữ như «{new[0].group()}»"
    fix = Fix(span, right) if right else None
    yield Finding(span, f"dấu thanh đặt hai cách trong một văn bản ({count})", fix)


def _counts(match: re.Match[str]) -> bool:
    """Whether a word tells how this plan sets its tones: one that is no name."""
    return match.group().islower() and len(match.group()) > 2


def _moved(word: str) -> str:
    """«hoá» → «hóa»: the tone goes to the first of the two vowels."""
    last = word[-1]
    tone = {"a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ"}[last.translate(_BARE)].index(last)
    return word[:-2] + ("òóỏõọ" if word[-2] == "o" else "ùúủũụ")[tone] + last.translate(_BARE)
