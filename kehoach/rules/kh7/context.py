"""Syllables that go with neither neighbour, where one slip of the hand away there is one that goes with both."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from ...patterns import lazy
from ...restore.language import BREAK, NUMBER, canonical, following, seen, written
from ...text import fold
from .prose import Prose, pieces, small
from .spelling import by_letters, respelt, spelling, twin

_WORD = lazy(r"[^\W\d_]+")
_ROMAN = lazy(r"[IVX]+")
# How much must speak for another syllable: each neighbour, and each word of two or three syllables that it makes. More
# where the one that stands there is a word by itself.
ENOUGH, ENOUGH_FREE, SURE_FREE, BEYOND_DOUBT, CLEAR = 2.0, 3.5, 4.0, 6.0, 0.5
AT_START = 5.0  # a word of a list («xã, phường và …») follows a break that tells nothing of it
KNOWN = 3  # times that our own wording says a word, for one that sounds the same to be taken for it
SUBJECT = 5  # times that a plan says a word that it speaks about
EVER = 20  # times that one word follows another, for it to be missed at the end of a clause
OFTEN = 8  # times that our own wording says a word
AT_EDGE = 3  # times that our own wording begins or ends a clause with a word, for this to tell something
# Other rules speak of these: two ways of writing, both right.
_BOTH = frozenset(["hàng", "hằng", "đảm", "bảo", "qui", "quí", "quỳ", "lí", "kĩ", "mĩ", "tỉ", "sĩ"])
# What stands before a number, and nothing like it does.
_COUNTED = frozenset(["ngày", "tháng", "năm", "số", "quý", "khoản", "điều"])
# Words that may stand between any two others: one of them is meant where its marks were lost.
_PARTICLES = frozenset(
    ["và", "về", "để", "của", "các", "được", "trong", "cho", "đã", "là", "những", "với", "ở", "từ", "tại"]
)
# What districts and places are called, one after the other.
_UNITS = frozenset(["xã", "phường", "huyện", "quận", "tỉnh", "thôn", "ấp", "bản"])
_LISTED = lazy(rf"\b(?:{'|'.join(sorted(_UNITS))}), $")
_ENDS, _BEGINS = ",;:.)!?…", "(\n\v"


def slips(here: Prose) -> Iterator[tuple[int, int, str]]:
    """Where a slip stands, and the syllable that was meant."""
    begin = 0
    for line in here.text.split("\n"):
        for start, end, meant in _in_block(line):
            if not _is_subject(line[start:end], meant, here):
                yield begin + start, begin + end, meant
        begin += len(line) + 1


def _is_subject(word: str, meant: str, here: Prose) -> bool:
    """«môi trường đọc» in a plan about reading: a word of its own that the plan says again and again is no slip."""
    free = word in spelling().free and fold(word) != fold(meant)
    return free and here.low.count(f" {word} ") >= SUBJECT


@lru_cache(maxsize=4096)  # the plans of one folder repeat their parent's paragraphs word for word
def _in_block(text: str) -> tuple[tuple[int, int, str], ...]:
    low = small(text)
    apart = {pair for pair in pairwise(pieces(low)) if not _tied(*pair)}
    loose = {second for _, second in apart} & {first for first, _ in apart}
    loose = {word for word in loose if len(word) > 1 and word.isalpha() and word not in _BOTH}
    return tuple(_loose_slips(text, low, apart, loose)) if loose else ()


def _loose_slips(text: str, low: str, apart: set[tuple[str, str]], loose: set[str]) -> Iterator[tuple[int, int, str]]:
    for match in _WORD.finditer(low):
        word, (start, end) = match[0], match.span()
        if word not in loose or not text[start:end].islower():
            continue
        if word in _UNITS and _LISTED.search(low, max(0, start - 12), start):
            continue  # «các xã, phường và các đơn vị»
        before, after = _left(text, start), _right(text, end)
        beside = [
            pair for pair in ((before.lower(), word), (word, after.lower())) if pair[0].isalpha() and pair[1].isalpha()
        ]
        if any(pair not in apart for pair in beside):
            continue
        if not (before.isalpha() or after.isalpha() or after == NUMBER):
            continue
        far = _left(text, start - len(before) - 1) if before.isalpha() else ""
        beyond = _right(text, end + len(after) + 1) if after.isalpha() else ""
        if meant := _meant(*map(canonical, (word, far, before, after, beyond))):
            yield start, end, meant


def _left(text: str, start: int) -> str:
    """What the model sees before a place: a syllable, a number, a break, or "" for what it does not know."""
    if start == 0 or text[start - 1] in _BEGINS:
        return BREAK
    if text[start - 1] != " ":
        return ""
    first = max(text.rfind(blank, max(0, start - 40), start - 1) for blank in " \n\v") + 1
    piece = text[first : start - 1]
    return BREAK if piece[-1:] in _ENDS or piece in ("", "-", "+") else _seen_as(piece.lstrip("("))


def _right(text: str, end: int) -> str:
    """The same behind a place."""
    mark = text[end : end + 1]
    if mark in _ENDS or mark in "\n\v":
        return BREAK if not text[end + 1 : end + 2].isalnum() else ""
    if mark != " ":
        return ""
    piece = text[end + 1 : end + 30].split(maxsplit=1)[0] if text[end + 1 : end + 30].strip() else ""
    return BREAK if piece[:1] in ("", "(", "-") else _seen_as(piece.rstrip(_ENDS))


def _seen_as(piece: str) -> str:
    if piece.isalpha():
        return NUMBER if _ROMAN.fullmatch(piece) else piece if piece.isupper() and len(piece) > 1 else piece.lower()
    return NUMBER if any(map(str.isdigit, piece)) else ""


@lru_cache(maxsize=16384)
def _tied(first: str, second: str) -> bool:
    return seen(canonical(first), canonical(second))


@lru_cache(maxsize=16384)
def _meant(word: str, far: str, before: str, after: str, beyond: str) -> str | None:
    known = spelling()
    if word not in known.syllables or not (before or after):
        return None
    if other := _misheard(word, before, after):
        return other
    best = []
    for other in _others(word, before, after):
        if other == word or not _is_near(word, other):
            continue
        score = _score(other, word, far, before, after, beyond)
        if score:
            best.append((score, other))
    best.sort(reverse=True)
    if not best or (len(best) > 1 and best[1][0] >= best[0][0] - CLEAR):
        return None
    score, other = best[0]
    if word not in known.free:
        return other if score >= ENOUGH else None
    # a word by itself may stand anywhere: only other marks on the same letters are a slip, or a sound misheard
    if not (before and after):
        return None
    if fold(word) == fold(other):
        ends = after == BREAK and following(before).get(other, 0.0) >= EVER
        return other if score >= (ENOUGH if ends else AT_START if before == BREAK else ENOUGH_FREE) else None
    return other if score >= (SURE_FREE if other in respelt(word) else BEYOND_DOUBT) else None


def _misheard(word: str, before: str, after: str) -> str | None:
    """What sounds the same, where our own wording has it, and here («dẩn đến», «tài sảng»), and never has this one."""
    if written(word):
        return None
    tone = twin(word)
    found = [tone] if tone and _fits(tone, word, before, after) else []
    usual = spelling().after
    for other in respelt(word):
        if other in usual.get(before, ()) or after in usual.get(other, ()):
            found.append(other)
    found = [other for other in found if written(other) >= KNOWN]
    if found:
        return found[0] if len(found) == 1 else None
    if not (before.isalpha() and after.isalpha()):
        return None
    # «phát huy va chia sẻ»: what goes with both neighbours, where this one goes with none
    alike = [other for other in by_letters().get(fold(word), ()) if written(other) >= EVER]
    alike = [other for other in alike if following(before).get(other, 0) >= 1 <= following(other).get(after, 0)]
    return alike[0] if len(alike) == 1 else None


def _fits(other: str, word: str, before: str, after: str) -> bool:
    """Whether a syllable goes with what stands beside it; with both, where the other one may stand there by itself."""
    beside = [pair for pair in ((before, other), (other, after)) if all(pair)]
    fitting = [pair for pair in beside if seen(*pair)]
    if word in spelling().free:  # «sữa», «mỡ»: things of which a plan may speak all the same
        return len(fitting) == 2
    return any(BREAK not in pair for pair in fitting)


def _others(word: str, before: str, after: str) -> set[str]:
    """What may have been meant: what goes with a neighbour, and what looks or sounds the same."""
    known = spelling()
    alike = {other for other in (*by_letters().get(fold(word), ()), *respelt(word)) if other in known.syllables}
    return {*alike, *following(before), *known.after.get(before, ()), *known.before.get(after, ())}


def _score(word: str, instead: str, far: str, before: str, after: str, beyond: str) -> float:
    known = spelling()
    left, right = _told(before, word, instead, before), _told(word, after, instead, after)
    # «để nghị quyết», «điểm chung tâm lý»: the neighbour belongs to what comes behind it
    if _taken(after, beyond, f"{word} {after}") and after in known.after.get(word, ()):
        after, right = "", 0.0
    if _taken(far, before, "") and word in known.after.get(before, ()) and word not in following(f"{far} {before}"):
        before, left = "", 0.0
    score = 0.0
    for usual, often in ((word in known.after.get(before, ()), left), (after in known.after.get(word, ()), right)):
        score += usual * (2 if often >= OFTEN else 1)
    if left >= 1 and right >= 1:
        score += 2 + min(left, right) / 10
    elif after.isalpha() and word in _PARTICLES and right >= (1 if fold(word) == fold(instead) else OFTEN):
        score += 2
    longer = [(f"{before} {word}", after), (f"{far} {before}", word), (f"{word} {after}", beyond)]
    longer = [(head, tail) for head, tail in longer if tail.isalpha() and " " not in (head[0], head[-1])]
    often = sum(following(head).get(tail, 0.0) for head, tail in longer)
    return score + (1 + often / 10 if often >= 1 else 0)


def _taken(first: str, second: str, head: str) -> bool:
    """Whether two syllables make a word of their own, and none of three with the one before (`head`)."""
    return second in spelling().after.get(first, ()) and second not in following(head)


def _told(first: str, second: str, instead: str, beside: str) -> float:
    """How often one follows the other; a break or a number beside a word tells little, unless it is often there."""
    often = following(first).get(second, 0.0)
    if beside.isalpha() or not beside:
        return often
    if beside == NUMBER and beside == second and first not in _COUNTED:
        return 0.0
    own = following(instead if first != beside else beside).get(second if first != beside else instead, 0.0)
    return often if often >= AT_EDGE + 5 * own else 0.0


def _is_near(word: str, other: str) -> bool:
    if OSA.distance(word, other, score_cutoff=1) <= 1:
        return len(word) > 2 or fold(word) == fold(other)
    return other in respelt(word)
