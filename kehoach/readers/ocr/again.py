"""What the first reading leaves in doubt, read again: the number that a pen wrote, the date, who signs below a seal.

What stays in doubt is shown as such: a number is never guessed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from ...knowledge import table
from ...patterns import lazy
from ...text import fold, likeness, nfc
from ..printed.pixels import Pixels
from . import pen
from .found import Baseline, Found, by_line, spread
from .settling import is_name, settled

if TYPE_CHECKING:
    from PIL.Image import Image

# What stands for figures and letters of a pen that nobody can read.
UNREADABLE = "□"
# Print is read with a confidence above this; figures of a pen are not.
PRINT = 80.0
# The letterhead is in this upper share of a page.
HEAD = 0.4
# The heights of the crops that must say the same, from above the baseline to below it, in heights of the line.
CROPS = ((1.0, 0.35), (1.15, 0.45), (1.3, 0.55), (1.5, 0.65))
# The second engine must be this sure of each figure, and say the same in so many crops.
FIGURE = 0.4
AGREED = 3
# A symbol that both engines read so alike (0 to 100) is the same.
SAME = 60.0
_NUMBER = lazy(
    r"[S$5](?:[^\W\d]{1,2}|\S)?\s?[:;.,]?\s?(?P<number>(?:[^/]|/(?=\d)){0,14}?)\s?"
    r"(?P<symbol>/\s?[A-ZĐ][A-Za-zĐđ]{0,7}\s?[-–]\s?\S+|KH\s?[-–]\s?\S+|-\s?[A-ZĐ]{2,4}\s?/\s?\S+)"
)
# The label must be told from the figures behind it: «S6:09», «Só 09», but not «S609».
_SAID_NUMBER = lazy(
    r"\W*(?:[Ss$][^\W\d]{1,2}[:;.,]?|[Ss$5]\S?[:;.,])\s*(?P<number>\d{1,5})\s*(?P<symbol>[/-]\s*[A-ZĐ].*)"
)
_DATE = lazy(r"ng\S{1,2}\s.{0,6}?\s?th\S{2,3}\s.{0,6}?\s?n[a-z]m\s?\S{1,6}")
_PLACE = lazy(r"(?:.*\s)?[A-ZĐ]\S*(?:\s[^\s\d]+){0,5}[,.;]?\s*")
_SAID_DATE = lazy(r"ngay\s*(\d{1,2})\s*thang\s*(\d{1,2})\s*nam\s*((?:19|20)\d\d)")
_RECIPIENTS = lazy(r"n\S{2}\s?nh\S{2}\b")
# The sign-off runs this far above and below «Nơi nhận», in heights of a line.
ABOVE, BELOW = 3.5, 22.0
# Dots to the inch in which the lines of a sign-off are looked for.
FINE = 150
# Where a column beside the recipients begins at the left, and where the middle of its lines is at the least.
COLUMN, MIDDLE = 0.4, 0.5
# A line that the first reading has this share of, as print, needs no second.
CLEAR = 0.7
_AUTHORITY = lazy(r"^(?:TM|KT|TL|TUQ|Q)[.,;]?\s+")

# A line of print in a picture as Tesseract reads it.
ReadLine = Callable[["Image"], str]


def completed(found: list[Found], pixels: Pixels, read: ReadLine) -> list[Found]:
    """The words of a page, with what a second look settles. Without a second engine only the doubt is shown."""
    found = list(found)
    for words in by_line([word for word in found if word.line.y0 < HEAD * pixels.height]):
        for old, new in (*_number(words, pixels), *_date(words, pixels)):
            first = found.index(old[0])
            found[first : first + len(old)] = new
    return _signed(found, pixels, read)


T = TypeVar("T")
Change = tuple[list[Found], list[Found]]


def _number(words: list[Found], pixels: Pixels) -> Iterator[Change]:
    """The number line, where its number is not surely print."""
    line = _NUMBER.match(" ".join(word.text for word in words))
    if not line:
        return
    old = _behind(words, 0, line.end())
    number, symbol = line["number"].strip(" .…_"), line["symbol"].rstrip(".,;:'’")
    if number.isdigit() and all(word.confidence >= PRINT for word in old):
        return
    said = [match for text in _crops(old, pixels) if (match := _SAID_NUMBER.match(text))]
    alike = [match["number"] for match in said if likeness(match["symbol"], symbol) >= SAME]
    number = _agreed(alike) or UNREADABLE * len(number)
    text = f"Số: {number}{'/' if symbol[0].isalpha() else ''}{symbol}"
    confidence = PRINT if number.isdigit() else 0.0
    yield old, spread(text, confidence, old[0].left, old[-1].right, old[0].line)


def _date(words: list[Found], pixels: Pixels) -> Iterator[Change]:
    """The place and date, where a figure is not surely print."""
    text = " ".join(word.text for word in words)
    line = _DATE.search(fold(text))
    # with a place before it and nothing behind it
    if not line or not _PLACE.fullmatch(text[: line.start()]) or line.end() < len(text) - 3:
        return
    old = _behind(words, line.start(), line.end())
    if _SAID_DATE.match(line[0]) and all(word.confidence >= PRINT for word in old):
        return
    said = [match.groups() for text in _crops(old, pixels) if (match := _SAID_DATE.search(fold(text)))]
    if date := _agreed(said):
        day, month, year = date
        if 0 < int(day) <= 31 and 0 < int(month) <= 12:
            text = f"ngày {day} tháng {month} năm {year}"
            yield old, spread(text, PRINT, old[0].left, old[-1].right, old[0].line)


def _agreed(said: list[T]) -> T | None:
    """What nearly all crops say."""
    common = Counter(said).most_common(1)
    return common[0][0] if common and common[0][1] >= AGREED else None


def _behind(words: list[Found], start: int, end: int) -> list[Found]:
    """The words that characters [start, end) of their joined text belong to."""
    kept: list[Found] = []
    at = 0
    for word in words:
        if at < end and at + len(word.text) > start:
            kept.append(word)
        at += len(word.text) + 1
    return kept


def _crops(words: list[Found], pixels: Pixels) -> Iterator[str]:
    """What the second engine reads where these words stand, in crops of several heights; only what it is sure of."""
    if not pen.is_there():
        return
    picture = _picture(pixels, pixels.seen or pixels.data)
    line = words[0].line
    for above, below in CROPS:
        slope = (line.y1 - line.y0) / max(1.0, line.x1 - line.x0)
        level = line.y0 + slope * ((words[0].left + words[-1].right) / 2 - line.x0)
        box = (
            words[0].left - 0.3 * line.height,
            level - above * line.height,
            words[-1].right + 0.3 * line.height,
            level + below * line.height,
        )
        said = pen.said(picture.crop(box))
        figures = [sure for letter, sure in zip(said.text, said.sure, strict=True) if letter.isdigit()]
        if min(figures, default=0.0) >= FIGURE:
            yield said.text


def _picture(pixels: Pixels, data: bytes) -> Image:
    from PIL import Image

    return Image.frombuffer("L", (pixels.width, pixels.height), data, "raw", "L", pixels.stride, 1)


def _signed(found: list[Found], pixels: Pixels, read: ReadLine) -> list[Found]:
    """The words, and those of the sign-off that a seal or a signature hid: positions and names of persons.

    What the first reading made of the seal itself goes.
    """
    start = _start(found, pixels)
    if start is None or not pen.is_there():
        return found
    height = start.line.height
    top, bottom = start.line.y0 - ABOVE * height, start.line.y0 + BELOW * height
    there = [word for word in found if word.left > COLUMN * pixels.width and top < word.line.y0 < bottom]
    said = [" ".join(word.text for word in words) for words in by_line(there)]
    if any(map(is_name, said)) and any(_is_position(text, "positions") for text in said):
        return found
    crop = (round(pixels.width / 3), max(0, round(top)), pixels.width, min(pixels.height, round(bottom)))
    new: list[Found] = []
    for picture in _pictures(pixels):
        new += _shown(_lines(crop, picture, pixels.dots), there, pixels, read)
        if any(is_name(" ".join(word.text for word in words)) for words in by_line(new)):
            break
    return [word for word in found if word not in _seal(there, new)] + new


def _pictures(pixels: Pixels) -> Iterator[Image]:
    """The page without what may lie over a name: a signature, of which specks are left; and with the red of a seal, in
    which a name may be stamped."""
    from PIL.ImageFilter import MedianFilter

    if pixels.unsigned:
        yield _picture(pixels, pixels.unsigned).filter(MedianFilter(3))
    for data in filter(None, (pixels.data, pixels.seen)):
        yield _picture(pixels, data)


def _start(found: list[Found], pixels: Pixels) -> Found | None:
    """Where the sign-off begins: at «Nơi nhận», or else at the body that somebody signs for, in the right half."""
    right = [word for word in found if word.left > COLUMN * pixels.width]
    opening = (words[0] for words in by_line(found) if _opens_recipients(words))
    body = (words[0] for words in by_line(right) if _is_position(" ".join(w.text for w in words), "collectives"))
    return next(opening, None) or next(body, None)


def _seal(there: list[Found], new: list[Found]) -> set[Found]:
    """What the first reading made of the seal: doubtful words above the name, and those that are read better now."""
    names = [words for words in (*by_line(there), *by_line(new)) if is_name(" ".join(word.text for word in words))]
    last = max((words[0].line.y0 for words in names), default=0.0)
    printed = {word.line for word in there if word.confidence >= PRINT and len(word.text) > 2}
    printed |= {words[0].line for words in names}
    return {
        word
        for word in there
        if any(_overlap(word, other) for other in new)
        or (word.line.y0 < last and word.line not in printed)
        or (word.confidence < PRINT and not any(map(str.isalnum, word.text)))
    }


def _shown(
    lines: Iterable[tuple[pen.Box, Image]], there: list[Found], pixels: Pixels, read: ReadLine
) -> Iterator[Found]:
    """The words of the lines that say who signs, where the first reading did not have them already."""
    for box, picture in lines:
        if (box.left + box.right) / 2 < MIDDLE * pixels.width:
            continue
        clear = sum(word.right - word.left for word in there if word.confidence >= PRINT and _is_in(word, box))
        if clear > CLEAR * (box.right - box.left):
            continue
        first = nfc(read(picture))
        text = settled(pen.said(picture).text, first)
        if not _is_position(text) and _is_position(first):  # one of a table: whichever engine reads it has read it
            text = first
        if is_name(text) or _is_position(text):
            level = box.bottom - 0.25 * (box.bottom - box.top)
            line = Baseline(box.left, level, box.right, level, 0.75 * (box.bottom - box.top))
            yield from spread(text, PRINT, box.left, box.right, line)


def _is_in(word: Found, box: pen.Box) -> bool:
    middle = (box.top + box.bottom) / 2  # a baseline at the top of the box is that of the line above
    return box.left < (word.left + word.right) / 2 < box.right and middle < word.line.y0 - 2 < box.bottom


def _overlap(word: Found, other: Found) -> bool:
    near = abs(word.line.y0 - other.line.y0) < 0.6 * max(word.line.height, other.line.height)
    return near and word.left < other.right and other.left < word.right


def _opens_recipients(words: Sequence[Found]) -> bool:
    text = fold(" ".join(word.text for word in words))
    return bool(_RECIPIENTS.match(text)) and likeness(text[:8], "noi nhan") >= 70


def _is_position(text: str, *kinds: str) -> bool:
    """Whether a line in capitals says in what position someone signs, or for which body."""
    known = (name for kind in kinds or ("positions", "collectives") for name in table("positions")[kind])
    words = fold(_AUTHORITY.sub("", text)).lstrip(" .,")
    return text.isupper() and any(likeness(words[: len(name) + 2], name) >= 85 for name in known)


def _lines(crop: tuple[int, int, int, int], page: Image, dots: int) -> Iterator[tuple[pen.Box, Image]]:
    """The lines of print that the second engine sees in a part of the page, each with its picture."""
    part = page.crop(crop)
    scale = dots / FINE
    for box in pen.lines(part.resize((round(part.width / scale), round(part.height / scale)))):
        x0, y0, x1, y1 = (round(side * scale) for side in box)
        yield pen.Box(crop[0] + x0, crop[1] + y0, crop[0] + x1, crop[1] + y1), part.crop((x0, y0, x1, y1))
