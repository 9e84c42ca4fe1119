"""The mark before a paragraph: «I.», «Phần thứ nhất», «2.1.», «a)», «-», typed or automatic, clean or misread.

>>> parse("II. NỘI DUNG").numeral, parse("2.1. Tuyên truyền").values, parse("- Lưu: VT.").style
('II', (2, 1), 'bullet')
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from ..model import Block
from ..patterns import lazy
from ..text import CAPITAL, SMALL, fold

ROMAN = lazy(r"^(?:X{0,3})(?:IX|IV|V?I{0,3})$")
_UPPER = "ABCDĐEFGHIK"
# The letters of points: Nghị định 30/2020/NĐ-CP counts by the Vietnamese alphabet, which has no f, j, w, z.
LETTERS = "abcdđeghiklmnopqrstuvxy"

LONGEST_HEADING = 300  # what is in capitals at its beginning is in capitals

_STYLES = lazy(
    rf"""\s*(?:
      (?P<part>(?:Phần|PHẦN|Chương|CHƯƠNG|(?:Mục|MỤC)(?=\s+[IVX]+\b))\s+(?:thứ\s+|THỨ\s+)?(?P<ordinal>[IVX]{{1,5}}\b|\d{{1,2}}\b|\w+))\s*[.:\-–/]?\s*
    | (?P<roman>[IVX]{{1,6}})(?:\s*(?:/\.|\./|[.:/]|\)(?!\s*{SMALL}))(?:\s?[-–])?(?!\s*\d)
        |\s*[\-–](?:\s|(?={CAPITAL}))|(?=\s+{CAPITAL}))\s*(?=\S|$)
    | (?P<upper>[A-HK]|Đ(?!\s*/|\.\s*c\b))\s*(?:[.)/](?:\s?[-–])?|[-–](?=\s*{CAPITAL}[^\W\d_]))\s*(?=[^\W\d_])
    | (?P<decimals>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})\s*(?P<dsep>[.)/:]|(?=\s))\s*(?=\D|$)
    | (?P<decimal>\d{{1,2}})\s*(?P<sep>[.)/:]|[-–](?=\s*{CAPITAL}))(?:(?<=/)\.)?(?:(?<=[./])\s?[-–])?
        (?:\s*(?=[^\d\s.)]|$)|(?<=[.)])\s+(?=\d+(?:,\d+)?\s*%|0\d\s+{SMALL}))
    | \(?(?P<small>(?:i{{2,3}}|i?v|vi{{1,3}}|i?x|xi{{0,3}})(?<=\w\w)|(?<=\()[ivx])[.)]\s*(?=\S)
    | \((?P<bracketed>\d{{1,2}})\)\s*
    | (?P<letter>[a-zđ])\s*(?P<lsep>[.)]|/(?=\s|{CAPITAL}))(?:\s*(?=[^\W\d_]|["“(]|$)|(?<=\))\s*(?=\d)|(?<=\.)\s+(?=\d))
    | (?P<bullet>[-–—+*•●○▪■‣·~])\s*(?=\S|$)
    )""",
    re.VERBOSE,
)
# What OCR makes of Roman numerals: «I1.», «I11.», «IH.», «L.», «ll.», «1V.», «VIL.», «Vv.», «TV.»
_MISREAD = lazy(r"\s*[~_]?\s*(?P<token>(?:T(?=[ITVX]))?[IVXL1lHivÌÍ|!]{1,6})\s*(?:[.,:/]|/\.)\s*(?=\S)")
# «Ill. Thoi gian»: no word of ours is written so, whatever the case of the title behind it.
_NO_WORD = lazy(r"(?=\w*[l1|])[IVX][IVXl1|]{1,3}$")
# «Cc. TO CHUC THUC HIEN», «PHAN II: MUC TIEU»
_TWICE = lazy(r"\s*(?P<letter>[A-HK])(?P<again>[a-hk])\s*[.]\s*(?=[^\W\d_]{2})")
_PART = lazy(r"\s*(?P<part>PH[AÁÀÂẨ]N\s+(?P<token>[IVXL1lH]{1,5}|[0-9]))\s*[.:\-–]?\s*(?=\S|$)")
_ABOUT = lazy(r"V/[Vv](?!\w)")  # «V/v», «về việc»: no numeral
_MISREAD_BULLET = lazy(r"\s*[~_]+\s*(?P<rest>[-–]\s*)?")
_ORDINALS = {"nhat": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8}
_AS_ROMAN = str.maketrans(
    {"1": "I", "l": "I", "i": "I", "L": "I", "|": "I", "!": "I", "T": "I", "v": "V", "Ì": "I", "Í": "I", "H": "II"}
)
_MISREAD_LETTER = {"¢": "c", "4": "a", "4)": "a"}


class Mark(Struct, frozen=True):
    """`style` says which list it belongs to, `values` where in it; the title begins at offset `end`.

    `written` is the numeral as it stands, `numeral` as it should: «I11» and «III».
    """

    style: str
    values: tuple[int, ...]
    numeral: str
    written: str
    start: int
    end: int


def of(block: Block, damaged: bool = False) -> Mark | None:
    """The mark of a block: its automatic number where it has one, else what is typed."""
    if block.number and (mark := parse(block.number + " x")):
        return Mark(mark.style, mark.values, mark.numeral, block.number, 0, 0)
    return parse(block.text, damaged)


def parse(text: str, damaged: bool = False) -> Mark | None:
    if damaged and (mark := _misread(text)):
        return mark
    m = _STYLES.match(text)
    if not m:
        return None
    style = next(name for name in STYLES if m[name])
    written = m[style]
    start, end = m.start(style), m.end()
    if style == "part":
        value = _ordinal(m["ordinal"])
        return Mark("part", (value,), roman(value), written, start, end) if value else None
    if style == "roman":
        if not ROMAN.match(written) or (written == "V" and _ABOUT.match(text, start)):
            return None
        return Mark("roman", (arabic(written),), written, written, start, end)
    if style == "small":
        return Mark("small-roman", (arabic(written.upper()),), written, written, start, end)
    if style == "upper":
        return Mark("upper", (_UPPER.index(written) + 1,), written, written, start, end)
    if style == "decimals":
        values = tuple(map(int, written.split(".")))
        return Mark(f"decimal{len(values)}", values, written, written, start, end)
    if style == "decimal":
        return Mark(
            "decimal" + (m["sep"] if m["sep"] in ")/" else "."), (int(written),), str(int(written)), written, start, end
        )
    if style == "bracketed":
        return Mark("(decimal)", (int(written),), written, written, start, end)
    if style == "letter":
        value = LETTERS.find(written) + 1
        return Mark("letter" + m["lsep"].replace("/", ")"), (value,), written, written, start, end) if value else None
    return Mark("bullet", (), "", written, start, end)


STYLES = ("part", "roman", "upper", "decimals", "decimal", "small", "bracketed", "letter", "bullet")


def _misread(text: str) -> Mark | None:
    """Roman numerals that OCR spoilt, before a title in capitals; letters read as other signs («¢)» for c)."""
    if (m := _PART.match(text)) and (value := _ordinal(m["token"].translate(_AS_ROMAN))):
        return Mark("part", (value,), roman(value), m["part"], m.start("part"), m.end())
    if (m := _TWICE.match(text)) and m["letter"].lower() == m["again"] and in_capitals(text[m.end() :]):
        written = m["letter"] + m["again"]
        return Mark("upper", (_UPPER.index(m["letter"]) + 1,), m["letter"], written, m.start("letter"), m.end())
    m = _MISREAD.match(text)
    titled = m and (in_capitals(text[m.end() :]) or (_NO_WORD.match(m["token"]) and text[m.end()].isupper()))
    if m and titled and not (m["token"].isdigit() and len(m["token"]) == 1):
        numeral = m["token"].translate(_AS_ROMAN).replace("VV", "V")
        if ROMAN.match(numeral):
            return Mark("roman", (arabic(numeral),), numeral, m["token"], m.start("token"), m.end())
    if len(text) > 2 and text[0] in _MISREAD_LETTER and text[1] == ")":
        letter = _MISREAD_LETTER[text[0]]
        return Mark("letter)", (LETTERS.index(letter) + 1,), letter, text[0], 0, 3 if text[2] == " " else 2)
    if m := _MISREAD_BULLET.match(text):
        inner = parse(text[m.end() :]) if not m["rest"] else None
        if inner:
            return Mark(
                inner.style, inner.values, inner.numeral, inner.written, inner.start + m.end(), inner.end + m.end()
            )
        return Mark("bullet", (), "", m[0].strip(), m.start(), m.end())
    return None


def in_capitals(text: str, share: float = 0.6) -> bool:
    """Whether most letters of `text` are capitals, as in the headings of a plan."""
    letters, capitals = _letters(text[:LONGEST_HEADING])
    return letters >= 4 and capitals >= share * letters


@lru_cache(maxsize=1024)  # a dozen readers and rules ask this about each paragraph
def _letters(text: str) -> tuple[int, int]:
    """How many letters there are, and how many of them are capitals."""
    return sum(map(str.isalpha, text)), sum(map(str.isupper, text))


def arabic(numeral: str) -> int:
    """
    >>> [arabic(n) for n in ("I", "IV", "IX", "XIV")]
    [1, 4, 9, 14]
    """
    values = [{"I": 1, "V": 5, "X": 10}[c] for c in numeral]
    return sum(-v if any(w > v for w in values[i + 1 :]) else v for i, v in enumerate(values))


def roman(value: int) -> str:
    """
    >>> roman(7), roman(14)
    ('VII', 'XIV')
    """
    return "X" * (value // 10) + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][value % 10]


def _ordinal(word: str) -> int:
    if word.isdigit():
        return int(word)
    if ROMAN.match(word):
        return arabic(word)
    return _ORDINALS.get(fold(word), 0)
