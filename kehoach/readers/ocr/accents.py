"""Accents that OCR took for others («tố chức», «THỊ ĐUA»), put right where the words beside them leave one reading."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise

from msgspec.structs import replace

from ...restore.decode import Reading, decode
from ...restore.language import canonical, following, go_together, language
from ...restore.tokens import Token, dress, tokens
from ...restore.units import is_abbreviation, unit
from ...text import fold

# What speaks against another reading than that of the engine, in nats. In 42 scanned pages of 26 public texts (8,000
# words) 59 words were wrong and are 22; each of the 35 changes was right.
COST = 7.0
OFTEN = 1.5  # how often two words have to be seen side by side to be believed when a third speaks for none
NAME_WORDS = 3  # of a place
_PLACES = frozenset(("xa", "phuong", "huyen", "quan", "tran", "tinh", "pho", "thon"))
_SOCIAL = ("xa", "hoi")
# Both stand beside the same words, and neither is a slip of the engine.
_BOTH_RIGHT = frozenset(("hàng", "hằng"))


def righted(text: str) -> str:
    """The text with the letters it has, and the accents that make words of them. Names of persons and codes stay.

    >>> righted("Tố chức thực hiện; đấy mạnh chuyến đối số.")
    'Tổ chức thực hiện; đẩy mạnh chuyển đổi số.'
    >>> righted("HĐND, UBNĐ các xã; Sở Tự pháp; xã Bình Thạnh; bà Hà Thị Hoá.")
    'HĐND, UBND các xã; Sở Tư pháp; xã Bình Thạnh; bà Hà Thị Hoá.'
    """
    found = [replace(token, text=_abbreviation(token)) for token in tokens(text)]
    written = [token.text for token in found]
    chosen = written
    if any(_may_be_wrong(found, written, text, i) for i in range(len(found))):
        readings = decode(found, [_readings(token.text, token.free, token.shouted) for token in found], language())
        chosen = [reading.text for reading in readings]
    parts, end = [], 0
    for i, token in enumerate(found):
        if (
            chosen[i] != written[i]
            and _may_be_wrong(found, written, text, i)
            and _fits(found, written, written[:i] + chosen[i:], text, i)
        ):
            written[i] = chosen[i]
        parts += [text[end : token.start], written[i]]
        end = token.end
    return "".join(parts) + text[end:]


@lru_cache(maxsize=4096)
def _readings(written: str, free: bool, shouted: bool) -> tuple[Reading, ...]:
    token = Token(0, len(written), written, free, shouted=shouted)
    plain = canonical(written.lower())
    if not (free and written.isalpha()) or is_abbreviation(token) or plain in _BOTH_RIGHT:
        return (Reading((unit(token),), written, 0.0),)
    others = (word for word in _alike().get(fold(plain), ()) if word != plain and not word.isupper())
    return (
        Reading((plain,), written, 0.0),
        *(Reading((word,), dress(word, written, shouted), COST) for word in others),
    )


def _abbreviation(token: Token) -> str:
    """An abbreviation with the letters that it has everywhere: «UBND» for «ƯBND», «UBNĐ»."""
    if not token.free or not is_abbreviation(token):
        return token.text
    known = [word for word in _alike().get(fold(token.text), ()) if word.isupper()]
    return known[0] if len(known) == 1 else token.text


@cache
def _alike() -> dict[str, list[str]]:
    """Syllables and abbreviations by their letters without accents."""
    found: dict[str, list[str]] = {}
    for word in language().words:
        found.setdefault(fold(word), []).append(word)
    return found


def _may_be_wrong(found: list[Token], words: list[str], text: str, at: int) -> bool:
    """Whether a word is no name and does not go with both words beside it."""
    token = found[at]
    if not token.free or not token.text.isalpha() or _is_name(found, at):
        return False
    pairs = _pairs(found, words, text, at)
    return not pairs or not all(go_together(*pair) for pair in pairs)


def _fits(found: list[Token], written: list[str], words: list[str], text: str, at: int) -> bool:
    """Whether what a word may be goes with both words beside it, or, where it goes with none, often with one."""
    old, new = (_counts(found, each, text, at) for each in (written, words))
    return bool(new) and (all(new) if any(old) else all(new) or max(new) >= OFTEN)


def _counts(found: list[Token], words: list[str], text: str, at: int) -> list[float]:
    """How often a word has been seen beside each of those beside it."""
    pairs = _pairs(found, words, text, at)
    return [following(canonical(a.lower())).get(canonical(b.lower()), 0.0) for a, b in pairs]


def _pairs(found: list[Token], words: list[str], text: str, at: int) -> list[tuple[str, str]]:
    """A word with that before it, and with that behind it, where only a space parts them."""
    return [
        (words[i], words[i + 1])
        for i in (at - 1, at)
        if 0 <= i < len(found) - 1 and not text[found[i].end : found[i + 1].start].strip() and not found[i + 1].breaks
    ]


def _is_name(found: list[Token], at: int) -> bool:
    """Whether a word with a capital stands among such words: «xã Bình Thạnh»; in «Sở Tư pháp» the next one has none.

    In a line of capitals the words behind a kind of place are one: «XÃ BÌNH THẠNH», but not «CỘNG HÒA XÃ HỘI».
    """
    token = found[at]
    if token.shouted:
        before = [fold(one.text) for one in found[max(0, at - NAME_WORDS) : at + 1]]
        return any(a in _PLACES and (a, b) != _SOCIAL for a, b in pairwise(before))
    if not token.text[0].isupper() or token.breaks:
        return False
    return at + 1 == len(found) or not found[at + 1].text.islower()
