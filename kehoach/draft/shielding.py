"""What must stay as it stands while a sentence is turned: quoted names, cited documents and their titles."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..model import Citation, Found, Plan
from ..patterns import lazy
from ..text import CAPITAL, squeeze
from .citing import Citations, whole_span

# Stand-ins for what is hidden. Private-use characters never stand in a text.
FIRST, SIGN = 0xE000, "[\ue000-\uf8ff]"
QUOTED = lazy(r"“[^“”]*(?:“[^“”]*”[^“”]*)*”|\"[^\"]*\"|«[^«»]*»")
# The levels in a title go on after its quoted name: «… công nhận “Cộng đồng học tập” cấp xã, huyện, tỉnh».
_LEVEL = r"(?:xã|phường|huyện|quận|thị xã|tỉnh|thành phố|cơ sở)"
_LEVELS = lazy(rf"\s+cấp\s+{_LEVEL}(?:(?:,| và)\s+(?:cấp\s+)?{_LEVEL})*(?!\w)")
# A document that the reader did not take for a citation with a title: its number, and the title up to what follows.
_UNREAD = lazy(
    rf"\b\d+(?:/\d{{4}})?/[A-ZĐ]{{1,6}}(?:-[A-ZĐa-zđ&]+)+[^.;:]*?\s(?:quy định|ban hành|phê duyệt|hướng dẫn|về)\s"
    rf"(?:(?!\s(?:và|,)\s(?:Thông tư|Quyết định|Kế hoạch|Chỉ thị|Nghị|Hướng dẫn)|\stheo chỉ đạo|,\s{CAPITAL})[^.;])+"
)
# Offices whose names speak of the people that a sentence is turned for: «Phòng Công tác học sinh, sinh viên».
_OFFICE = lazy(r"\b(?:Phòng|Ban|Vụ|Trung tâm) [A-ZĐ][^;.()]{0,40}?[Hh]ọc sinh(?:, |-| - | và )sinh viên")
# Levels of an award, as the law counts them: «bằng khen của bộ, ban, ngành, tỉnh, đoàn thể Trung ương».
_AWARDS = lazy(
    r"(?<=bằng khen )(?:của |cấp )*bộ, ban, ngành(?:, (?:và )?(?:tỉnh|thành phố|đoàn thể(?: Trung ương)?))*", re.I
)


def shielded(
    text: str, block: int, parent: Plan, citations: Citations, plain: Callable[[str], str]
) -> tuple[str, list[str]]:
    """A text with stand-ins for what must not change, and what they stand for."""
    hidden: list[str] = []

    def hide(words: str) -> str:
        hidden.append(words)
        return chr(FIRST + len(hidden) - 1)

    cited: list[tuple[int, Found[Citation], str, str]] = []
    for found in sorted(parent.citations, key=lambda one: -one.span.start):
        if found.span.block == block:
            # where a title cites another document, which has its stand-in already, only kind, code and date are left
            spans = (whole_span(found), found.span)
            said = (words for span in spans if (words := plain(parent.document.text(span))))
            words = next((words for words in said if words in text), "")
            if words:
                at = text.index(words)
                end = at + len(words)
                more = _LEVELS.match(text, end) if "“" in words or found.value.title_span else None
                rest = more[0] if more else ""
                cited.append((len(hidden), found, words, rest))
                text = text[:at] + hide("") + text[end + len(rest) :]
    for number, found, words, rest in reversed(cited):  # as they are read: the first of a document is cited whole
        hidden[number] = citations.whole(found, words) + rest
    if "/" in text:
        text = _UNREAD.sub(lambda m: hide(m[0]), text)
    text = _OFFICE.sub(lambda m: hide(m[0]), _AWARDS.sub(lambda m: hide(m[0]), text))
    return QUOTED.sub(lambda m: hide(m[0]), text), hidden


def unshielded(text: str, hidden: list[str]) -> str:
    for number in range(len(hidden) - 1, -1, -1):
        text = text.replace(chr(FIRST + number), hidden[number])
    return squeeze(text) if hidden else text
