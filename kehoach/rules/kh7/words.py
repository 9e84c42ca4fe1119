"""Small facts about words where they stand: what is beside them, and in which case they are written."""

from __future__ import annotations

from ...patterns import lazy

_LAST = lazy(r"([^\W\d_]+) $")
_NEXT = lazy(r" ([^\W\d_]+)")


def neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """The syllables right before and right after a place, "" where something else stands there."""
    before = _LAST.search(text, max(0, start - 12), start)
    after = _NEXT.match(text, end)
    return before[1] if before else "", after[1] if after else ""


def cased(word: str, like: str) -> str:
    """A word in small letters in the case of another: «đẩy mạnh» like «Đầy mạnh» is «Đẩy mạnh»."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    if like.istitle() and " " in like:
        return word.title()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
