"""The two-column parts of a page: the letterhead, and the sign-off with its recipients. The left column comes first."""

from __future__ import annotations

from msgspec import Struct

from ...knowledge import table
from ...patterns import lazy
from ...text import fold, likeness
from .. import lines as say
from .words import Row, Word, joined

# From this likeness on a line is a motto.
MOTTO = 80
PARTY = "dang cong san viet nam"
# «Độc lập - Tự do - Hạnh phúc» has three; a sentence that begins with one is not worth comparing.
CAPITALS = 2
# How the mottoes begin.
_BEGIN = lazy(r" (?:cong|dang|doc)(?!\S)")
# Gaps between columns, in ems: a letterhead is crowded, beside the recipients there is room.
HEAD_GAP = 0.4
FOOT_GAP = 0.8
# What must stay empty of the strip between columns, in ems.
CLEAR = 0.2
# Rows this far apart (in ems) are no longer of one column.
FAR = 9.0
# A row whose middle is this near to the middle of the text (a share of the paper's width) is a title.
CENTRED = 0.025
_SIGNING = lazy(
    r"(?:tm|kt|tl|tuq|q)[.,]\s*[^\W\d]|(?:pho\s+)?(?:giam doc|hieu truong|chu tich|truong phong|bi thu|truong ban)\b"
)


class Flow(Struct, frozen=True):
    """Rows that are read one below the other. `apart` where they are a column beside another."""

    rows: list[Row]
    apart: bool = False


class _Strip(Struct):
    """The empty strip between two columns."""

    low: float
    high: float
    gap: float

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


def flows(rows: list[Row], width: float, before: list[Flow] | None = None) -> list[Flow]:
    """The rows of a page, cut into flows in reading order; `width` is that of the paper.

    Where the page before (its flows are `before`) ends with a sign-off, that may go on here: its columns get longer.
    """
    found: list[Flow] = []
    plain: list[Row] = []
    centre = _centre(rows, width)
    place = _carried(rows, before, centre, width) if before else 0
    while place < len(rows):
        strip = _anchor(rows, place, width)
        if strip is None:
            plain.append(rows[place])
            place += 1
            continue
        first, left, right, end = _band(rows, place, strip, centre, len(plain), width)
        if not (left and right):
            plain.append(rows[place])
            place += 1
            continue
        del plain[len(plain) - (place - first) :]
        if plain:
            found.append(Flow(plain))
        found += [Flow(left, apart=True), Flow(right, apart=True)]
        plain, place = [], end
    return [*found, Flow(plain)] if plain else found


def _carried(rows: list[Row], before: list[Flow], centre: float, width: float) -> int:
    """How many rows at the top of a page belong to the sign-off at the end of the page before; they are put there."""
    if len(before) < 2 or not (before[-1].apart and before[-2].apart) or not rows:
        return 0
    left, right = before[-2].rows, before[-1].rows
    if not any(say.is_recipients(row.text) for row in left):
        return 0
    strip = _Strip(max(row.x1 for row in left), min(row.x0 for row in right), FOOT_GAP)
    if strip.low >= strip.high or any(_motto_likeness(row.text) > MOTTO for row in rows[:3]):
        return 0
    _, more_left, more_right, end = _band(rows, 0, strip, centre, 0, width)
    # a list of recipients goes on with dashes; a page of text does not
    if not all(say.is_mark(row.text) or (place and say.starts_lower(row.text)) for place, row in enumerate(more_left)):
        return 0
    left += more_left
    right += more_right
    return end


def _centre(rows: list[Row], width: float) -> float:
    """The middle of the text of the page: of its widest rows, or of the paper."""
    wide = [row for row in rows if row.x1 - row.x0 > width * 0.55]
    return sum((row.x0 + row.x1) / 2 for row in wide) / len(wide) if wide else width / 2


def _anchor(rows: list[Row], place: int, width: float) -> _Strip | None:
    """The strip between columns, where this row tells that there are two."""
    row = rows[place]
    starts = [(_motto_likeness(joined(row.words[start:])), start) for start in _starts(row)]
    best, start = max(starts)
    if best > MOTTO:
        if start:
            return _Strip(max(word.x1 for word in row.words[:start]), row.words[start].x0, HEAD_GAP)
        return _beside(rows, place, HEAD_GAP) if row.x0 > width * 0.3 else None
    left, right = _split(row, FOOT_GAP)
    if place < say.LETTERHEAD and right and say.is_date_line(joined(right)):
        return _Strip(max(word.x1 for word in left), right[0].x0, HEAD_GAP)
    if say.is_recipients(joined(left)) or (right and is_signing(joined(right)) and say.is_capitals(joined(right))):
        if right:
            return _Strip(max(word.x1 for word in left), right[0].x0, FOOT_GAP)
        return _beside(rows, place, FOOT_GAP)
    return None


def _motto_likeness(text: str) -> float:
    """How much a text is like one of the mottoes, 0 to 100; 0 where it surely is none. OCR may spoil one."""
    if not 12 < len(text) < 43 or sum(map(str.isupper, text)) < CAPITALS:
        return 0.0
    return max(likeness(text, motto, MOTTO) for motto in (*table("lines")["mottoes"], PARTY))


def is_signing(text: str) -> bool:
    """Whether a row says in what capacity someone signs."""
    return bool(_SIGNING.match(fold(text)))


def _starts(row: Row) -> list[int]:
    """Where a right column may begin in a row: at its start, and behind each wider space."""
    least = HEAD_GAP * row.size
    found = [0] + [place for place, gap in enumerate(row.gaps, start=1) if gap > least]
    # a crowded letterhead has no wider space at all: «CỘNG HÒA» must do
    if _BEGIN.search(fold(row.text)):
        begun = [place for place, word in enumerate(row.words) if _BEGIN.fullmatch(f" {fold(word.text)}")]
        found = sorted({*found, *begun})
    return found


def _split(row: Row, gap: float) -> tuple[list[Word], list[Word]]:
    """A row at its widest space, if that is wider than `gap` ems."""
    if len(row.words) < 2:
        return row.words, []
    widest = max(row.gaps)
    if widest < gap * row.size:
        return row.words, []
    place = row.gaps.index(widest) + 1
    return row.words[:place], row.words[place:]


def _beside(rows: list[Row], place: int, gap: float) -> _Strip | None:
    """The strip between a row that stands in one column and the rows near it that stand in the other."""
    row = rows[place]
    near = [
        other
        for other in rows[max(0, place - 4) : place + 5]
        if other is not row and abs(other.y - row.y) < 6 * row.size
    ]
    left = [other.x1 for other in near if other.x1 < row.x0]
    if left:
        return _Strip(max(left), row.x0, gap)
    right = [other.x0 for other in near if other.x0 > row.x1 + gap * row.size]
    return _Strip(row.x1, min(right), gap) if right else None


def _band(
    rows: list[Row], place: int, strip: _Strip, centre: float, plain: int, width: float
) -> tuple[int, list[Row], list[Row], int]:
    """From row `place` up and down as long as the strip stays empty: (first row, left rows, right rows, row after)."""
    head = strip.gap == HEAD_GAP
    left: list[Row] = []
    right: list[Row] = []
    end = place
    while end < len(rows):
        row = rows[end]
        if end > place and row.y - rows[end - 1].y > FAR * row.size * (1 if head else 3):
            break
        parts = _parts(row, strip)
        if parts is None or (end > place and _is_over(row, parts, centre, head, width)):
            break
        _narrow(strip, *parts)
        left += parts[0]
        right += parts[1]
        end += 1
    first = place
    while first > place - plain:
        row = rows[first - 1]
        parts = _parts(row, strip)
        # above the sign-off ends the text, whose last line may be short
        if parts is None or rows[first].y - row.y > 3 * row.size or (parts[0] and not head):
            break
        _narrow(strip, *parts)
        left[:0], right[:0] = parts
        first -= 1
    return first, left, right, end


def _is_over(row: Row, parts: tuple[list[Row], list[Row]], centre: float, head: bool, width: float) -> bool:
    """Whether a row below a letterhead is the title, or one below a sign-off begins another document."""
    if not head:
        return any(_motto_likeness(joined(row.words[start:])) > MOTTO for start in _starts(row))
    return not all(parts) and abs((row.x0 + row.x1) / 2 - centre) < CENTRED * width


def _parts(row: Row, strip: _Strip) -> tuple[list[Row], list[Row]] | None:
    """A row cut at the strip; None if words stand in it."""
    least = CLEAR * row.size
    fits_left, fits_right = row.x1 <= strip.high - least, row.x0 >= strip.low + least
    if fits_left and fits_right:
        fits_left = (row.x0 + row.x1) / 2 < strip.middle
    if fits_left:
        return [row], []
    if fits_right:
        return [], [row]
    gaps = [
        (row.words[place].x0 - row.words[place - 1].x1, place)
        for place in range(1, len(row.words))
        if min(row.words[place].x0, strip.high) - max(row.words[place - 1].x1, strip.low) >= least
    ]
    if not gaps or max(gaps)[0] < strip.gap * row.size:
        return None
    place = max(gaps)[1]
    return [Row(row.words[:place], row.sheet)], [Row(row.words[place:], row.sheet)]


def _narrow(strip: _Strip, left: list[Row], right: list[Row]) -> None:
    for row in left:
        strip.low = max(strip.low, row.x1)
    for row in right:
        strip.high = min(strip.high, row.x0)
