"""A text as syllables, numbers and what stands between them; which of them a restorer may touch, and their case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from ..knowledge import table
from ..patterns import lazy
from ..text import fold

# Codes, dates, numbers, addresses: nothing in them is ever changed.
_FIXED = lazy(
    r"""(?P<fixed>
      \S+@\S+\.\w+ | https?://\S+ | www\.\S+ | [a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:vn|com|org|net)\b
    | \d[\d.,]*[ ]?/[ ]?[\w&.]*[^\W\d][\w&./-]*(?:[ ]?-[ ]?[A-ZĐ][\w&-]*)*    # 337/KH-UBND, 24/2023/TT-BGDĐT
    | \d+[ ]?-[ ]?[A-ZĐ]{2,}/[A-ZĐ]{2,}                                         # 49-KL/TW
    | /[ ]?[A-ZĐ]{2,}[ ]?-[ ]?[A-ZĐ][\w&-]*                                     # a blank number: «/KH-UBND»
    | \d+(?:[.,:/-]\d+)+%? | \d+%
    | [a-zđ]{1,2}/[a-zđ](?!\w)                                                  # b/c, p/h, đ/c
    )
    | (?P<word>
        (?:[^\W_]|[¢€§@¥£&](?=[^\W_]|¢))              # marks that OCR sees for letters are letters,
        (?:[\w¢€§@¥£&${}’‘'?]*(?:[^\W_]|[¢€§@¥£&}]))?
        (?:(?<=[a-z])['’](?=\s))?                     # and so is the apostrophe that it makes of a horn: «co'»
      | [¢¥])""",
    re.X,
)
_NUMERAL = lazy(r"(?m)(?<=^)[ \t]*(?P<numeral>[IVXLH1l]{1,5})(?=[.])")
# What ends a context: a full stop and the like, or the dash of a list item. A comma does not.
_ENDS = lazy(r"[.;:!…](?:\s|$)|\n\s*[-+*•–]|[.;:]$")
# Digits that stand for letters when a letter is next to them: «d6i», «1am», «gi4o», «C6», «16ng».
# «12b», «10h», «A4» and «T6» are what they say.
_MISREAD = lazy(
    r"""[BCDHNPSV¢]6 | [BCDHKLMNPSTV][aeo][046] | d[06o]?[61]1 # có, cô, đổi
      | [^\W\d_A-ZĐ]*[a-zđé¢&][0346]6? | [a-zđ]+[aeiouy]1 # có, số, đã: nothing behind the digit
      | [^\W\d_]+[01346][^\W\d_][^\W_]*                          # trong, giáo
      | ¢[0146][^\W_]* | [14][^\W\d_]{1,5} | 1[036](?:ng?|nh|i|y)  # cơ, là, lãnh, án, lồng, lớn, lối, lấy""",
    re.X,
)
# Figures with marks or letters in them that were no figures on paper («202§», «2o26», «k61»): nobody can tell which.
_SPOILT = lazy(r"\d+[§@¥£&${}?¢€][\w§]*|\d+[oOlI]\d+|[a-zđ]{1,3}\d{2,}[a-z]?")
_UNITS = lazy(r"[14][hmgklspbcde]|m3", re.I)
_ITEM_C = lazy(r"(?m)(?<=^)¢(?=\))")
# Words that no sentence has with a capital unless it begins with them.
_SMALL = frozenset(("các", "có", "của", "cho", "cùng", "sau", "sẽ", "vào", "và", "vì", "về", "với", "xem", "xét", "xử"))
_ROMAN = {"1": "I", "l": "I", "H": "II", "L": "I"}


class Token(Struct, frozen=True):
    """Characters [start, end) of a text. One that is not `free` is never changed; a context ends before `breaks`."""

    start: int
    end: int
    text: str
    free: bool
    breaks: bool = False
    shouted: bool = False  # it stands in a line of capitals, so that its own capitals tell nothing


def tokens(text: str) -> list[Token]:
    """The syllables, numbers and codes of a text, in order."""
    found: list[Token] = []
    end = 0
    for match in _FIXED.finditer(text):
        written = match.group()
        free = bool(match["word"]) and _is_free(written)
        found.append(Token(*match.span(), written, free, not found or bool(_ENDS.search(text[end : match.start()]))))
        end = match.end()
    return _with_case(text, found)


def _is_free(word: str) -> bool:
    if any(c.isdigit() for c in word):
        return bool(_MISREAD.fullmatch(word)) and not _UNITS.fullmatch(word)
    return True


def is_spoilt(written: str) -> bool:
    """Whether a number or a word was misread and stays so, since no word is near it."""
    return bool(_SPOILT.fullmatch(written))


def _with_case(text: str, found: list[Token]) -> list[Token]:
    """Mark the tokens that stand among capitals, and protect letters of lists («a)») and names of persons."""
    shouts = _lines_in_capitals(text)
    result = []
    for i, token in enumerate(found):
        letter = len(token.text) == 1 and text[token.end : token.end + 1] in {")", ".", "/"}
        shouted = any(start <= token.start < end for start, end in shouts) or _in_run_of_capitals(text, found, i)
        result.append(replace(token, free=token.free and not letter, shouted=shouted))
    persons = {i for start, stop in _persons(text, result) for i in range(start, stop)}
    return [replace(token, free=False) if i in persons else token for i, token in enumerate(result)]


def _lines_in_capitals(text: str) -> list[tuple[int, int]]:
    """Where lines in capitals stand; a wide gap ends a line too, for there the second column begins."""
    found = []
    for match in re.finditer(r"\S(?:[^\n\S]?\S)*", text):
        letters = [c for c in match.group() if c.isalpha()]
        if len(letters) > 3 and sum(c.isupper() for c in letters) >= 0.9 * len(letters):
            found.append(match.span())
    return found


def _in_run_of_capitals(text: str, found: list[Token], at: int) -> bool:
    """Whether a token stands among three words in capitals; two may be abbreviations («HĐND, UBND»)."""
    first = last = at
    while at - first < 2 and first > 0 and found[first - 1].text.isupper() and _joined(text, found, 0, first):
        first -= 1
    while (
        last - at < 2 and last + 1 < len(found) and found[last + 1].text.isupper() and _joined(text, found, 0, last + 1)
    ):
        last += 1
    return found[at].text.isupper() and last - first >= 2


class _Names(Struct, frozen=True):
    known: frozenset[tuple[str, ...]]
    surnames: frozenset[str]
    certain: frozenset[str]
    middle: frozenset[str]
    titles: frozenset[str]
    headings: tuple[str, ...]


@cache
def _names() -> _Names:
    data = table("surnames")
    known = frozenset(tuple(name.split()) for name in data["known"])
    surnames, certain, middle, titles = (frozenset(data[key]) for key in ("surnames", "certain", "middle", "titles"))
    return _Names(known, surnames, certain, middle, titles, tuple(data["headings"]))


def _persons(text: str, found: list[Token]) -> Iterator[tuple[int, int]]:
    """Runs of tokens that are the name of a person: a family name and capitals after it, or capitals after «ông»."""
    names = _names()
    i = 0
    while i < len(found):
        stop = i
        while stop < len(found) and stop - i < 5 and _is_name_part(found[stop]) and _joined(text, found, i, stop):
            stop += 1
        run = tuple(fold(token.text) for token in found[i:stop])
        if run in names.known:
            i = stop
        elif run and (_reads_like_a_person(text, found, i, run) or _after_title(found, i, run[0])):
            yield i, stop
            i = stop
        else:
            i += 1


def _reads_like_a_person(text: str, found: list[Token], at: int, run: tuple[str, ...]) -> bool:
    """Whether a run of capitalised words reads like a person's name."""
    names = _names()
    if len(run) < 2 or run[0] not in names.surnames:
        return False
    middle = run[1] in names.middle
    if found[at].shouted:
        # any word may be in capitals here: a signer's name has a line to itself
        return middle and (run[0] in names.certain or (len(run) <= 4 and _is_line(text, found, at, len(run), names)))
    return run[0] in names.certain or (len(run) > 2 and middle) or len(run) == len(found) <= 4


def _is_line(text: str, found: list[Token], at: int, size: int, names: _Names) -> bool:
    """Whether these tokens are a line that is not a heading («PHAN CONG NHIEM VU»)."""
    start, end = found[at].start, found[at + size - 1].end
    line = text[text.rfind("\n", 0, start) + 1 : (text + "\n").index("\n", end)].strip(" .")
    return line == text[start:end] and not fold(line).lower().startswith(names.headings)


def _after_title(found: list[Token], at: int, first: str) -> bool:
    """Whether «ông», «bà», «đồng chí» stands before; «bà» is also «ba», so that a family name must follow it."""
    before = " ".join(fold(token.text) for token in found[max(0, at - 2) : at])
    last = before.rpartition(" ")[2]
    if found[at].shouted or (before not in _names().titles and last not in _names().titles):
        return False
    return last != "ba" or first in _names().surnames


def _is_name_part(token: Token) -> bool:
    capital = token.text[0].isupper() and (token.shouted or not token.text.isupper())
    return token.free and capital and len(token.text) > 1


def _joined(text: str, found: list[Token], first: int, at: int) -> bool:
    return at == first or text[found[at - 1].end : found[at].start] == " "


def numerals(text: str) -> str:
    """Section numerals as they were printed: «I1.» is II., «I11.» is III., «V1.» is VI.; «11.» stays."""

    def right(match: re.Match[str]) -> str:
        written = match["numeral"]
        if not re.search(r"[IVX]", written) or not re.search(r"[1lH]", written):
            return match.group()
        roman = "".join(_ROMAN.get(c, c) for c in written)
        good = re.fullmatch(r"X{0,3}(?:IX|IV|V?I{0,3})", roman)
        return match.group().replace(written, roman) if good else match.group()

    return _NUMERAL.sub(right, _ITEM_C.sub("c", text))


def lowered(token: Token, word: str, gap: str) -> str:
    """A little word inside a sentence in small letters: V and v, X and x are one shape in two sizes."""
    small = word[:1].lower() + word[1:]
    inside = gap in (" ", ", ") and not (token.breaks or token.shouted)
    return small if inside and small in _SMALL else word


def dress(word: str, pattern: str, shouted: bool = False) -> str:
    """`word` in the case of `pattern`, in capitals where the line is; an «I» may be an l («Iap» is lập)."""
    letters = [c for c in pattern if c.isalpha()]
    if shouted or word.isupper() or (len(letters) > 1 and all(c.isupper() for c in letters)):
        return word.upper()
    if not letters or not pattern[0].isupper() or (pattern[0] == "I" and word[0] == "l"):
        return word
    return word[0].upper() + word[1:]
