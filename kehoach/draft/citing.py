"""Documents that the parent cites, cited again: codes in their right form, complete at first use, doubts marked."""

from __future__ import annotations

import re
from copy import copy

from ..model import Citation, Found, Plan, Span
from ..text import short_date, squeeze
from .known import known

# Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6, điểm b: a first citation has date and issuer.
DAY, ISSUER = "[ngày ban hành]", "[cơ quan ban hành]"
LAWS = ("L", "Luật", "BL", "PL", "HP")


LONGEST_TITLE = 250  # characters: what runs on longer is more than a title


def whole_span(found: Found[Citation]) -> Span:
    """A citation with the issuer and the title that follow its number and date."""
    ends = [found.span.end]
    for part in (found.value.issuer_span, found.value.title_span):
        if part and part.block == found.span.block and part.end - part.start <= LONGEST_TITLE:
            ends.append(part.end)
    return Span(found.span.block, found.span.start, max(ends))


class Citations:
    """What the draft has cited so far, and what the parent knows of each document."""

    def __init__(self, parent: Plan) -> None:
        self._parent = parent
        opening = range(*parent.opening)  # cited whole among the draft's bases
        self._seen = {found.value.key for found in parent.citations if found.span.block in opening}
        self._known: dict[str, list[Citation]] = {}
        for found in parent.citations:
            self._known.setdefault(found.value.key, []).append(found.value)

    def begun(self) -> Citations:
        """As it stands now, for a text that may have to be told again."""
        other = copy(self)
        other._seen = set(self._seen)
        return other

    def whole(self, found: Found[Citation], words: str) -> str:
        """The words of a citation with its code mended and, at first use, with the date and issuer it lacks."""
        cited = found.value
        document = self._parent.document
        written = squeeze(document.text(cited.code))
        party = re.match(r"[^\d/]+/", cited.symbol)
        code = f"{cited.number}{'-' if party else '/'}{cited.symbol}"
        right = code if cited.numbered else f"số {code}"
        text = words.replace(written, right, 1) if written and cited.symbol else words
        first = cited.key not in self._seen
        self._seen.add(cited.key)
        if self._two_dates(cited) and cited.date:
            return f"{text} [đối chiếu số, ngày của văn bản này]"
        if not first or cited.kind in LAWS:
            return text
        missing = ""
        told = known(cited)
        if cited.when is None and cited.date is None:
            day = next((one.date for one in self._known[cited.key] if one.date), told.date if told else None)
            missing += f" ngày {short_date(day) if day else DAY}"
        if cited.issuer is None:
            issuer = next((one.issuer for one in self._known[cited.key] if one.issuer), told.issuer if told else None)
            missing += f" của {issuer or ISSUER}"
        at = text.find(code) + len(code)
        day_words = squeeze(document.text(cited.when.span)) if cited.when else ""
        if cited.issuer is None and day_words and day_words in text:
            at = text.find(day_words) + len(day_words)
        return text[:at] + missing + text[at:]

    def first(self, key: str) -> bool:
        """Whether a document was not cited before; it is now."""
        if key in self._seen:
            return False
        self._seen.add(key)
        return True

    def _two_dates(self, cited: Citation) -> bool:
        """Whether the parent gives one number two dates in one year: one of them must be wrong."""
        days = {one.date for one in self._known[cited.key] if one.date}
        return cited.date is not None and any(day != cited.date and day.year == cited.date.year for day in days)
