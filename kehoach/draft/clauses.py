"""A sentence taken apart at its semicolons and put together again from what is left of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from re import Pattern

from ..knowledge import table
from ..patterns import compiled, lazy
from ..text import fold


@cache
def verbs() -> tuple[str, ...]:
    """With what work begins, in capitals: «Tổ chức», «Tăng cường»."""
    return tuple(table("adapting")["clauses"]["verbs"])


@cache
def _no_name() -> Pattern[str]:
    """How a clause begins with a capital that is none of a name."""
    return compiled(rf"(?:{'|'.join((*verbs(), *table('adapting')['clauses']['counts']))})\b")


@cache
def _leaning() -> Pattern[str]:
    """How a clause begins that goes on with what another began: with a figure, a noun."""
    return compiled("|".join(table("adapting")["clauses"]["leaning"]))


def apart(sentence: str) -> list[str]:
    """The clauses of a sentence; what stands in brackets is not cut.

    >>> apart("Rà soát (kho; trạm); báo cáo kết quả")
    ['Rà soát (kho; trạm)', 'báo cáo kết quả']
    """
    return [part.strip() for part in _apart(sentence)]


def _apart(sentence: str) -> Iterator[str]:
    start = depth = 0
    for at, sign in enumerate(sentence):
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth = max(0, depth - 1)
        elif sign == ";" and (depth == 0 or ")" not in sentence[at:]):
            yield sentence[start:at]
            start = at + 1
    yield sentence[start:]


def together(clauses: list[str | None], before: list[str]) -> str | None:
    """A sentence from the clauses that are left, None for those that are gone; `before` as they stood in the parent."""
    if not clauses or (clauses[0] is None and ":" in before[0]):
        return None
    kept = [clause for clause in clauses if clause]
    if clauses[0] is None:
        # what leaned on the first clause is gone with it: «85% người …; 60% có …», «biện pháp A; biện pháp B»
        while kept and _leaning().match(fold(kept[0])):
            kept.pop(0)
    if not kept:
        return None
    # Nghị định 30/2020/NĐ-CP, Phụ lục II: no capital after a semicolon, unless a name begins there.
    rest = (clause[0].lower() + clause[1:] if _no_name().match(clause) else clause for clause in kept[1:])
    words = "; ".join([kept[0], *rest])
    return words[0].upper() + words[1:]


@cache
def _working() -> Pattern[str]:
    return compiled(rf"\b(?:{'|'.join(table('assignments')['verbs'])}|mo|day|lap|(?<!dan )cu|phoi hop|van dong)\b")


def says_work(words: str) -> bool:
    """Whether words tell of work to do, and do not only name who does it."""
    return bool(_working().search(fold(words)))


def begins_work(words: str) -> bool:
    """Whether words begin with the work itself, so that its subject stands before them."""
    found = _working().search(fold(words))
    return bool(found and found.start() == 0) or bool(_SMALL_WORK.match(words))


# Verbs that a whole task seldom begins with; without their accents they are nouns.
_SMALL_WORK = lazy(
    r"(?i)(?:lưu|thay|treo|khám|cắm|lắp|mua|sửa|đổi|dán|tặng|hỗ trợ|giúp|trang bị|niêm yết|ghi|nộp|trả|nhắc|dành|đo"
    r"|quyên góp|ủng hộ|trưng bày)\b"
)


_MARK = lazy(r"^(?:[-–+•*]\s*|[a-zđ]\)\s*|\d+(?:\.\d+)*\.\s+)")


def unmarked(text: str) -> str:
    """A paragraph without the mark of its list: «- », «a) », «2.1. »."""
    return _MARK.sub("", text)


_PLANNED = lazy(r"^(?:(?:Chủ động|Khẩn trương),? )?(?:[Xx]ây dựng|[Bb]an hành|[Ll]ập) kế hoạch\b[^;.]*(?:;\s*|\.?$)")


def without_planning(text: str) -> str:
    """Work without «xây dựng kế hoạch …;» at its beginning: the draft is that plan.

    >>> without_planning("Xây dựng kế hoạch trực hè; phân công người trực.")
    'Phân công người trực.'
    """
    rest = _PLANNED.sub("", text)
    return text if rest == text else rest[:1].upper() + rest[1:]
