"""A title in capitals as running text writes it: names, short forms and numbers keep theirs, nothing else does."""

from __future__ import annotations

from functools import cache

from ..extract.marks import in_capitals
from ..extract.names import opens_name, phrases
from ..knowledge import table
from ..patterns import lazy
from ..text import fold, squeeze

# «QUYẾT ĐỊNH ⏎ CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 115/2004/QĐ-TTG NGÀY … VỀ VIỆC …»: what stands before the subject.
_BEFORE = lazy(r"^CỦA\s.{3,160}?\s(?=VỀ\s|V/V\s)")
# What is written with a capital because a number or a name follows it.
_CITED = lazy(
    r"\b(?:quyết định|kế hoạch|chỉ thị|nghị quyết|nghị định|thông tư|kết luận|công văn|chương trình|đề án|phong trào)"
    r"(?= (?:số \d|“))"
    r"|\b(?:chiến lược|chương trình mục tiêu)(?= quốc gia)"
)
_WORD = lazy(r"[^\W\d_]+(?:[-&/][^\W\d_]+)*|\S")
_VOWEL = lazy("[aeiouy]")
ROMANS = ("I", "II", "III", "IV")
LONGEST = 8  # words of a known name
PLACE_WORDS = 3  # the name of a commune or a school has no more
# Words after a kind of place that are no name: «trên địa bàn xã năm 2026», «xã hội».
GOING_ON = frozenset([
    "nam", "giai", "hoi", "den", "va", "theo", "trong", "trien", "thuc", "ve", "tap", "sinh", "ky", "tu", "ben", "o",
    "tai", "cua", "la",
])  # fmt: skip
SCHOOLS = ("THPT", "THCS", "TH", "HỌC", "NON")  # words after which the name of a school stands


def calmed(title: str) -> str:
    """A title that is all in capitals in small letters; any other as it is.

    >>> calmed("VỀ CÔNG TÁC CẢI CÁCH HÀNH CHÍNH CỦA UBND XÃ TÂN LONG, TỈNH ĐỒNG THÁP")
    'Về công tác cải cách hành chính của UBND xã Tân Long, tỉnh Đồng Tháp'
    """
    if not in_capitals(title, 0.9):
        return title
    title = _BEFORE.sub("", squeeze(title)).removesuffix(" CỦA")  # a name that the reader of the file lost
    found = list(_WORD.finditer(title))
    written: list[str] = []
    named = 0  # how many words of a place's name may still come
    at = 0
    while at < len(found):
        size, words = _name([m[0] for m in found[at : at + LONGEST]], written[-1][:1].isupper() if written else False)
        if size:
            named = PLACE_WORDS if words in _before_names() or words.startswith("Trường ") else 0
        else:
            word = found[at][0]
            own = bool(named) and word.isalpha() and not _goes_on(word)
            size, words = 1, _one(word, own)
            named = named - 1 if own else PLACE_WORDS if word in SCHOOLS else 0
        end = found[at + size].start() if at + size < len(found) else len(title)
        written.append(words + title[found[at + size - 1].end() : end])
        at += size
    text = _CITED.sub(lambda m: m[0].capitalize(), "".join(written)).replace("-TTG", "-TTg")
    for sign in ("“", '"', "«"):
        at = text.find(sign) + 1
        text = text[:at] + text[at : at + 1].upper() + text[at + 1 :] if at else text
    return text[:1].upper() + text[1:]


def _name(words: list[str], inside: bool) -> tuple[int, str]:
    """How many of the words from the first on make a known name or kind of place, and how it is written.

    `inside`: they go on after a word of a name; elsewhere «giáo dục», «tài chính» are no names.
    """
    for size in range(len(words), 0, -1):
        here = fold(" ".join(words[:size]))
        right = phrases().get(size, {}).get(here)
        if right in _before_names():
            if right == " ".join(words[:size]).lower():  # «CƠ QUAN» holds no «quận»
                return size, right
            continue
        if right and size > 1 and (inside or right in _places() or opens_name(right)):
            return size, right
    return 0, ""


@cache
def _places() -> frozenset[str]:
    places = table("provinces")
    return frozenset([*places["now"], *places["merged"], "Trung ương"])


@cache
def _before_names() -> frozenset[str]:
    return frozenset(["tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu"])


def _goes_on(word: str) -> bool:
    """Words after which no name stands: «trên địa bàn xã năm 2026», «xã giai đoạn …», «xã hội»."""
    return fold(word) in GOING_ON


def _one(word: str, named: bool) -> str:
    if not word[:1].isalpha():
        return word
    plain = fold(word)
    short = (
        word in (*ROMANS, *table("bodies")["capitals"]) or (len(word) > 1 and not _VOWEL.search(plain)) or "&" in word
    )
    if short or "/" in word:
        return word
    return word[:1] + word[1:].lower() if named else word.lower()
