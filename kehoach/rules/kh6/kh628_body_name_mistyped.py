from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from ...extract.codes import issuers
from ...knowledge import table
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from ...places import key
from ...restore.language import canonical
from ...text import CAPITAL, fold
from .. import Bad, Good, rule
from ..kh7.spelling import spelling
from ..samples import plan as sample

_WORD = lazy(r"[^\W\d_]+")
_CAPITALISED = lazy(rf"(?<!\w){CAPITAL}\w*")
_JOINT = lazy(r"(?:,|\s[-–])?\s+|[-–]")  # what may stand between two words of a name
SHORTEST = 3  # words of a name that is known by its letters alone
SHORTEST_CUT = 4  # and of one that is still known with a word missing
LEVELS = {"central", "province", "district", "commune", "mass", "party"}
# Words that may be left out, or that only join, of which another rule tells.
_JOINING = {"và", "các", "ngành", "việt", "nam"}
# What follows a name whose last word is missing: «Hội đồng nhân xã», not «Hội đồng nhân sự».
_PLACE = {"tinh", "thanh", "huyen", "quan", "xa", "phuong", "thi", "dac", "cap", "viet", "trung"}


class Known(Struct, frozen=True):
    """A name, and which of its words is missing in the words it is found by; None for the whole name."""

    name: str
    missing: int | None = None


@rule(
    "KH628",
    "body-name-mistyped",
    Severity.WARNING,
    source="Tên cơ quan ghi đúng và đủ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 2 điểm a",
    english="the name of a body lacks a word, has one twice or one misspelt",
    needs=("typed",),
    bad=(
        Bad(
            sample("I. NỘI DUNG", "Báo cáo Ủy ban nhân tỉnh, Sở Nội vụ."),
            at="Ủy ban nhân",
            fixed=sample("I. NỘI DUNG", "Báo cáo Ủy ban nhân dân tỉnh, Sở Nội vụ."),
        ),
        Bad(
            sample("I. NỘI DUNG", "Theo hướng dẫn của Bộ Giáo và Đào tạo."),
            at="Bộ Giáo và Đào tạo",
            fixed=sample("I. NỘI DUNG", "Theo hướng dẫn của Bộ Giáo dục và Đào tạo."),
        ),
        Bad(
            sample("I. NỘI DUNG", "Phối hợp với Sơ Nội vụ thẩm định."),
            at="Sơ Nội vụ",
            fixed=sample("I. NỘI DUNG", "Phối hợp với Sở Nội vụ thẩm định."),
        ),
        Bad(
            sample("I. NỘI DUNG", "Báo cáo Sở Nội vụ vụ theo định kỳ."),
            at="Sở Nội vụ vụ",
            fixed=sample("I. NỘI DUNG", "Báo cáo Sở Nội vụ theo định kỳ."),
        ),
        Bad(
            sample("I. PHỐI HỢP VỚI SƠ NỘI VỤ", "Tập huấn."),
            at="SƠ NỘI VỤ",
            fixed=sample("I. PHỐI HỢP VỚI SỞ NỘI VỤ", "Tập huấn."),
        ),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Trình Ủy ban nhân dân Dân Hòa; tạo công ăn việc làm. Công ăn việc làm ổn định.")),
        Good(sample("I. NỘI DUNG", "Phối hợp với Hội đồng nhân", "2. Tổ chức kiểm tra.")),
        Good(sample("I. NỘI DUNG", "Báo cáo Uỷ ban nhân dân tỉnh, Sở Văn hoá và Thể thao.")),
        Good(sample("I. NỘI DUNG", "Hội đồng nhân sự; Bộ Nông nghiệp và Phát triển nông thôn; Công đoàn Sở Y tế.")),
        Good(sample("I. NỘI DUNG", "Sở Giáo dục Đào tạo; Ủy ban Mặt trận Tổ quốc; Mặt trận Tổ quốc Việt Nam xã.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Tên cơ quan, tổ chức viết thiếu một chữ, lặp một chữ hoặc sai dấu: «Ủy ban nhân tỉnh», «Sơ Nội vụ»."""
    for number, block in enumerate(plan.document.blocks):
        for start, end, name in _slips(block.text):
            span = Span(number, start, end)
            right = name.upper() if block.text[start:end].isupper() else name
            yield Finding(span, f"tên cơ quan viết chưa đúng; hãy viết «{right}»", Fix(span, right, safe=False))


def _slips(text: str) -> Iterator[tuple[int, int, str]]:
    folded, after = fold(text), 0
    for head in _CAPITALISED.finditer(text):
        if head.start() < after or folded[head.start() : head.end()] not in _heads():
            continue
        words = _words(text, folded, head.start())
        said = tuple(folded[w.start() : w.end()] for w in words)
        size = next((size for size in range(len(said), 1, -1) if said[:size] in _names()), 0)
        if not size:
            continue
        known, end, following = _names()[said[:size]], words[size - 1].end(), said[size : size + 1]
        after = end
        wrong = _differing(text[head.start() : end], known)
        if known.missing is None and wrong == 0 and following == said[size - 1 : size]:
            if words[size][0].islower():
                yield head.start(), words[size].end(), known.name
        elif (
            wrong == 1
            if known.missing is None
            else wrong == 0 and (known.missing < size or _over(text, end, following))
        ):
            yield head.start(), end, known.name


def _over(text: str, end: int, following: tuple[str, ...]) -> bool:
    """Whether a name ends here: a mark follows, or the place of the body; a line may end before the name does."""
    return following[0] in _PLACE if following else bool(text[end:].strip())


def _words(text: str, folded: str, start: int) -> list[re.Match[str]]:
    """The words from `start` on as far as a name begins so, and the one that follows them."""
    found: list[re.Match[str]] = []
    said: tuple[str, ...] = ()
    at: int | None = start
    while at is not None and said in _beginnings() and (word := _WORD.match(text, at)):
        found.append(word)
        said = (*said, folded[word.start() : word.end()])
        joint = _JOINT.match(text, word.end())
        at = joint.end() if joint else None
    return found


@lru_cache(maxsize=1024)
def _differing(written: str, known: Known) -> int:
    """How many words of a name have other accents or other capitals than they should."""
    right = _WORD.findall(known.name)
    if known.missing is not None:
        del right[known.missing]
    said = _WORD.findall(written)
    if written.isupper():
        right = [word.upper() for word in right]
    capitals = sum(a[0].isupper() != b[0].isupper() for a, b in zip(said, right, strict=True))
    # one way to write a capital is another rule's matter where nothing else is wrong
    wrong = [a for a, b in zip(said, right, strict=True) if _letters(a) != _letters(b)]
    # what is no syllable at all is KH701's matter
    accents = len(wrong) if any(canonical(word.lower()) in spelling().syllables for word in wrong) else 0
    return accents if not capitals else (2 if accents or known.missing is not None else 0)


def _letters(word: str) -> str:
    return key(word.replace("uỷ", "ủy").replace("Uỷ", "Ủy").replace("UỶ", "ỦY"))


@cache
def _heads() -> frozenset[str]:
    return frozenset(words[0] for words in _names())


@cache
def _beginnings() -> frozenset[tuple[str, ...]]:
    return frozenset(words[:size] for words in _names() for size in range(len(words) + 1))


@cache
def _names() -> dict[tuple[str, ...], Known]:
    """Names by their folded words, whole and with one word missing."""
    listed = [*table("bodies")["names"], *table("official_names")["bodies"]["names"]]
    listed += [issuer.name for issuer in issuers() if issuer.level in LEVELS]
    whole = {tuple(_WORD.findall(fold(name))): Known(name) for name in listed}
    whole = {words: known for words, known in whole.items() if len(words) >= SHORTEST}
    cut = {
        (*words[:at], *words[at + 1 :]): Known(known.name, at)
        for words, known in whole.items()
        if len(words) >= SHORTEST_CUT
        for at, word in enumerate(_WORD.findall(known.name))
        if at and word.lower() not in _JOINING
    }
    return cut | whole
