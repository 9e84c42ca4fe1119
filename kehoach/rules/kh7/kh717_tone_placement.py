from __future__ import annotations

import re
from collections.abc import Set
from typing import Annotated, Literal

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import own, prose
from .words import cased

_OLD = lazy(r"\b[^\W\d_qQ]*(?:[òóỏõọ][ae]|[ùúủũụ]y|Ủy|ỦY)\b")
_NEW = lazy(r"\b[^\W\d_qQ]*(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]|Uỷ|UỶ)\b")
_TONES = {"a": "àáảãạ", "e": "èéẻẽẹ", "o": "òóỏõọ", "u": "ùúủũụ", "y": "ỳýỷỹỵ"}


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
        Bad(
            _said("Xây dựng đời sống văn hoá.", "Phát triển văn hóa học tập, khuyến khích văn hóa đọc."),
            at="hoá",
            fixed=_said("Xây dựng đời sống văn hóa.", "Phát triển văn hóa học tập, khuyến khích văn hóa đọc."),
        ),
        Bad(
            _said("Báo cáo Uỷ ban nhân dân phường.", "Ủy ban nhân dân phường trình cấp ủy xem xét."),
            at="Uỷ",
            fixed=_said("Báo cáo Ủy ban nhân dân phường.", "Ủy ban nhân dân phường trình cấp ủy xem xét."),
        ),
        Bad(
            _said("Xây dựng đời sống văn hóa."),
            at="hóa",
            fixed=_said("Xây dựng đời sống văn hoá."),
            options={"style": "hoà"},
        ),
    ),
    good=(
        Good(_said("Xây dựng đời sống văn hoá, thuỷ lợi, hoà nhập.")),
        Good(_said("Xây dựng đời sống văn hóa; bà Nguyễn Thị Thuý, ông Lê Hoà; quý, quả, hoàn toàn, khỏe.")),
    ),
)
def check(
    plan: Plan,
    *,
    style: Annotated[Literal["", "hòa", "hoà"], "cách đặt dấu được chọn; để trống: chỉ cần thống nhất"] = "",
) -> Findings:
    """Dấu thanh của oa, oe, uy đặt theo một cách trong cả văn bản: «hòa, thủy» hay «hoà, thuỷ» đều được.

    Chỉ báo một lần, ở chỗ đầu tiên viết theo cách ít dùng hơn trong văn bản này; tên riêng không bị xét.
    Khi đã chọn cách viết (style) thì báo mọi chỗ viết khác, trừ trong tên văn bản được viện dẫn.
    """
    here = prose(plan)
    if not style and not (any(map(_OLD.fullmatch, here.words)) and any(map(_NEW.fullmatch, here.words))):
        return
    # a name tells too where it stands both ways: «TỈNH THANH HÓA», «Thanh Hoá, ngày …»
    both = {_moved(word) for word in here.words if _NEW.fullmatch(word)} & here.words
    old = [match for match in _OLD.finditer(here.text) if _counts(match, both)]
    new = [match for match in _NEW.finditer(here.text) if _counts(match, both)]
    if style:
        for match in new if style == "hòa" else old:
            if not own(plan, match.start()):
                continue
            span, meant = here.span(*match.span()), cased(_moved(match.group().lower()), match.group())
            yield Finding(span, f"cơ quan thống nhất viết «{meant}»", Fix(span, meant))
        return
    if not (old and new):
        return
    rare = new if len(new) <= len(old) else old
    first = rare[0]
    span = here.span(*first.span())
    right = cased(_moved(first.group().lower()), first.group()) if rare is new and len(new) == 1 else None
    shown = [found[0].group().lower() if found[0].group().isupper() else found[0].group() for found in (old, new)]
    count = f"{len(old)} chữ như «{shown[0]}», {len(new)} chữ như «{shown[1]}»"
    fix = Fix(span, right) if right else None
    yield Finding(span, f"dấu thanh đặt hai cách trong một văn bản ({count}); nên thống nhất một cách", fix)


def _counts(match: re.Match[str], both: Set[str] = frozenset()) -> bool:
    """Whether a word tells how this plan sets its tones: one that is no name, or «Ủy», which is none."""
    word = match.group()
    low = word.lower()
    if low in both or _moved(low) in both:
        return True
    return word.islower() if len(word) > 2 else low in ("ủy", "uỷ")


def _moved(word: str) -> str:
    """«hoá» → «hóa», «hóa» → «hoá»: the tone goes from one of the two vowels to the other.

    >>> _moved("hoá"), _moved("thủy"), _moved("khoẻ")
    ('hóa', 'thuỷ', 'khỏe')
    """
    first, last = word[-2], word[-1]
    if last in _TONES:  # without a tone: it stands on the first
        return word[:-2] + _without(first) + _TONES[last][_tone(first)]
    return word[:-2] + _TONES[first][_tone(last)] + _without(last)


def _without(vowel: str) -> str:
    return next(bare for bare, toned in _TONES.items() if vowel in toned)


def _tone(vowel: str) -> int:
    return _TONES[_without(vowel)].index(vowel)
