"""Well-known documents: what a parent leaves out of their citations, and which of them sets the criteria of a title."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from functools import cache

from msgspec import Struct

from ..knowledge import table
from ..model import Citation
from ..patterns import lazy
from ..text import fold, short_date

# «… theo tiêu chí do Bộ Giáo dục và Đào tạo (phối hợp với Hội Khuyến học Việt Nam) ban hành».
_CRITERIA = (
    r" theo (?:các |bộ )?(?:tiêu chí|tiêu chuẩn)(?:, mức độ)? (?:do|của) (?:Bộ|Hội|cấp|cơ quan) [^.;:,“”]{2,90}?"
    r"(?: ban hành| quy định)(?=[.;,]|$)"
)


class Known(Struct, frozen=True):
    """A row of knowledge/documents.toml; `title` goes on after the issuer's name."""

    code: str
    date: datetime.date
    subject: str = ""
    issuer: str = ""
    title: str = ""
    sets: str = ""
    until: datetime.date | None = None

    @property
    def key(self) -> str:
        """As `Citation.key`."""
        return self.code.casefold().replace("&", "").replace("-", "/")


@cache
def _rows() -> dict[str, Known]:
    return {row["code"]: Known(**row) for row in table("documents")["document"]}


def known(cited: Citation) -> Known | None:
    """The document, if a citation can mean no other: its number has a year, or its date or title is the known one."""
    row = _rows().get(f"{cited.number}/{cited.symbol}") or _rows().get(f"{cited.number}-{cited.symbol}")
    if row is None:
        return None
    by_year = "/" in cited.number or (cited.date is not None and cited.date.year == row.date.year)
    by_title = bool(row.subject and cited.title and fold(row.subject) in fold(cited.title))
    return row if by_year or (cited.date is None and by_title) else None


@cache
def _criteria() -> tuple[tuple[re.Pattern[str], Known], ...]:
    return tuple((lazy(rf"{row.sets}{_CRITERIA}"), row) for row in _rows().values() if row.sets)


def named(text: str, on: datetime.date, first: Callable[[str], bool]) -> str:
    """Criteria that a parent ascribes to whoever issued them, with the document that sets them.

    «theo tiêu chí do Bộ Giáo dục và Đào tạo ban hành» → «… ban hành tại Thông tư số 24/2023/TT-BGDĐT ngày 11/12/2023».
    `first` tells of a document's key whether it was not cited before.
    """
    if "“" not in text or " theo " not in text:
        return text
    for pattern, row in _criteria():
        found = pattern.search(text) if row.until is None or on < row.until else None
        if found:
            issuer = row.issuer.removeprefix("Bộ trưởng ")
            cited = f"{_word(row)} số {row.code}"
            if first(row.key):
                cited += f" ngày {short_date(row.date)}{'' if f'do {issuer} ban' in found[0] else f' của {issuer}'}"
            text = f"{text[: found.end()]} tại {cited}{text[found.end() :]}"
    return text


def _word(row: Known) -> str:
    symbol = row.code.rpartition("/")[2].partition("-")[0]
    return str(next(one["word"] for one in table("kinds")["kind"] if one.get("abbreviation", one["word"]) == symbol))
