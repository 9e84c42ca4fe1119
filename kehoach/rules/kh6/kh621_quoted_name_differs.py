from __future__ import annotations

from collections import Counter
from typing import Annotated

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from ...extract import provinces
from ...extract.abbreviations import TOKEN, is_common
from ...extract.quoted import Quote, of_title, quotes
from ...knowledge import table
from ...model import Finding, Findings, Plan, Related, Severity
from ...patterns import lazy
from ...places import key
from ...text import squeeze
from .. import Bad, Good, rule
from ..options import Words, is_allowed
from ..samples import emulation

WORDS = 8  # a shorter quotation is a label
FEW = 4  # words of a label that one word too few makes another one
NEAR = 88  # likeness (0 to 100) from which two names are meant to be one
NEAR_LABEL = 93  # and two titles of few words, which are more alike by nature
YEARS = 2  # of a period
_WORD = lazy(r"[^\W_]+")
_NAME = "Thi đua xây dựng xã hội học tập giai đoạn 2023 - 2030"


@rule(
    "KH621",
    "quoted-name-differs",
    Severity.WARNING,
    source="Tên phong trào, đề án, chương trình ghi đúng theo văn bản phát động, phê duyệt và thống nhất",
    english="one official name is quoted in two ways",
    together=True,
    needs=("clean",),
    restored=True,
    bad=(
        Bad(
            emulation("I. NỘI DUNG", "Phong trào “Thi đua xây dựng xã hội học giai đoạn 2023 - 2030”."),
            at="Thi đua xây dựng xã hội học giai đoạn 2023 - 2030",
        ),
        Bad(
            emulation(title="Phong trào “Thi đua xây dựng xã hội giai đoạn 2023 - 2030”"),
            at="Thi đua xây dựng xã hội giai đoạn 2023 - 2030",
            parent=emulation(),
        ),
        Bad(
            emulation("I. NỘI DUNG", f"Phong trào “{_NAME.replace(' giai đoạn', ', giai đoạn')}”.", f"“{_NAME}”."),
            at=_NAME.replace(" giai đoạn", ", giai đoạn"),
        ),
        Bad(
            emulation("I. NỘI DUNG", f"Phong trào “{_NAME.replace('2030', '2025')}”."), at=_NAME.replace("2030", "2025")
        ),
        Bad(emulation("I. NỘI DUNG", "Danh hiệu “Dòng học học tập”."), at="Dòng học học tập"),
        Bad(
            emulation("I. NỘI DUNG", "Hưởng ứng “Tuần lễ học suốt đời”.", title="Tổ chức “Tuần lễ học tập suốt đời”"),
            at="Tuần lễ học suốt đời",
        ),
    ),
    good=(
        Good(
            emulation("I. NỘI DUNG", f"Phong trào “{_NAME}”.", "“Thi đua xây dựng xã hội học tập giai đoạn 2023-2030”.")
        ),
        Good(emulation("I. NỘI DUNG", "Phong trào “Cả nước thi đua xây dựng xã hội học tập giai đoạn 2023 - 2030”.")),
        Good(emulation("I. NỘI DUNG", "Đề án “Xây dựng xã hội học tập giai đoạn 2021 - 2030”.")),
        Good(emulation("I. NỘI DUNG", f"Phong trào “{_NAME.replace('2023 - 2030', '2017 - 2022')}”.")),
        Good(emulation("I. NỘI DUNG", "Danh hiệu “Đơn vị học tập”, “Gia đình học tập”, “Công dân học tập số”.")),
        Good(
            emulation("I. NỘI DUNG", "Phong trào “Thi đua xây dựng xã hội học giai đoạn 2023 - 2030”."),
            options={"allowed": ("Thi đua xây dựng xã hội học giai đoạn 2023 - 2030",)},
        ),
    ),
)
def check(
    plan: Plan,
    parent: Plan | None = None,
    *,
    allowed: Annotated[Words, "tên trong ngoặc kép viết như vậy là đúng"] = (),
) -> Findings:
    """Tên trong ngoặc kép phải thống nhất trong cả kế hoạch và đúng như kế hoạch cấp trên.

    Chỉ khác cách đặt dấu gạch ngang, dấu thanh, hoặc là tên của cấp khác («Cả nước thi đua …») thì không bị nhắc.
    """
    yield from _labels(plan, allowed)
    named = [q for q in quotes(plan.document) if len(q.text.split()) >= WORDS]
    right = _right(plan, parent, named)
    told: set[tuple[str, ...]] = set()
    for quote in named:
        said = _words(quote.text)
        if said in told or is_allowed(quote.text, allowed):
            continue
        if same := [name for name in right if said == _words(name)]:
            if _commas(quote.text) != _commas(same[0]):  # the first is the surest
                yield Finding(
                    quote.span,
                    f"tên trong ngoặc kép khác với «{squeeze(same[0])}» ở dấu phẩy",
                    related=_related(parent, same[0]),
                )
            continue
        meant = max(right, key=lambda name: fuzz.ratio(said, _words(name)), default=None)
        if meant and (_slip(said, _words(meant)) or _other_year(quote, meant)) and not _other_rules(quote):
            told.add(said)
            yield Finding(
                quote.span,
                f"tên trong ngoặc kép khác với «{squeeze(meant)}»{_difference(said, _words(meant))}",
                related=_related(parent, meant),
            )


def _labels(plan: Plan, allowed: Words) -> Findings:
    """Titles of a few words that are one slip away from an official one, or from the plan's own: “Dòng học học tập”."""
    titles = table("official_names")["labels"]["titles"]
    own = [name for name in of_title(plan) if FEW <= len(name.split()) < WORDS]
    for quote in quotes(plan.document):
        said = " ".join(_words(quote.text))
        near = [title for title in titles if fuzz.ratio(said, key(title)) >= NEAR_LABEL]
        near += [name for name in own if said != " ".join(_words(name)) and _slip(_words(quote.text), _words(name))]
        if (
            near
            and len(quote.text.split()) < WORDS
            and said not in map(key, near)
            and not is_allowed(quote.text, allowed)
        ):
            yield Finding(quote.span, f"tên trong ngoặc kép khác với «{near[0]}»")


def _commas(text: str) -> tuple[int, ...]:
    """After how many words each comma stands."""
    return tuple(len(_WORD.findall(text[:at])) for at, letter in enumerate(text) if letter == ",")


def _right(plan: Plan, parent: Plan | None, named: list[Quote]) -> list[str]:
    """Names that are right: those of the parent, official ones; then those of the title and what stands there twice."""
    titles = of_title(plan)
    theirs = [q for q in quotes(parent.document) if len(q.text.split()) >= WORDS] if parent else []
    above = [q.text for q in theirs if not _misspelt(q)]  # a child that mends «Đăk Lăk» is right
    counts = Counter(_words(q.text) for q in named)
    often = [q.text for q in named if counts[_words(q.text)] > 1]
    official = [*above, *table("movements")["names"]]
    own = [name for name in (*titles, *often) if not any(_slip(_words(name), _words(right)) for right in official)]
    return [*official, *own]


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(key(text)))


def _slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names differ by a slip: much alike, the same figures, no other level's name at the beginning."""
    if fuzz.ratio(" ".join(one), " ".join(other)) < NEAR or [w for w in one if w.isdigit()] != [
        w for w in other if w.isdigit()
    ]:
        return False
    changes = [op for op in Levenshtein.opcodes(one, other) if op.tag != "equal"]
    inside = all(0 < op.src_start < len(one) and op.dest_start > 0 for op in changes)
    return inside and sum(max(op.src_end - op.src_start, op.dest_end - op.dest_start) for op in changes) <= 3


def _other_year(quote: Quote, name: str) -> bool:
    """Whether a movement is quoted with one of its two years changed: of another period both would differ.

    A scheme of the whole country and the plan of a province for it may well begin in different years.
    """
    if not quote.kind.startswith("phong trao"):
        return False
    one, other = _words(quote.text), _words(name)
    changed = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    if len(one) != len(other) or len(changed) != 1 or sum(map(_is_year, other)) != YEARS:
        return False
    return all(map(_is_year, changed[0]))


def _is_year(word: str) -> bool:
    return len(word) == len("2030") and word.isdigit()


def _other_rules(quote: Quote) -> bool:
    """What another rule tells of: an abbreviation inside, a misspelt province."""
    return any(not is_common(m[0]) for m in TOKEN.finditer(quote.text)) or _misspelt(quote)


def _misspelt(quote: Quote) -> bool:
    return any(not provinces.well_spelt(m) for m in provinces.mentions(quote.text))


def _difference(said: tuple[str, ...], meant: tuple[str, ...]) -> str:
    change = next(op for op in Levenshtein.opcodes(said, meant) if op.tag != "equal")
    wrong, right = said[change.src_start : change.src_end], meant[change.dest_start : change.dest_end]
    if not wrong:
        return f": thiếu «{' '.join(right)}»"
    return f": «{' '.join(wrong)}» phải là «{' '.join(right)}»" if right else f": thừa «{' '.join(wrong)}»"


def _related(parent: Plan | None, name: str) -> Related | None:
    found = next((q for q in quotes(parent.document) if q.text == name), None) if parent else None
    return Related(parent.document, found.span) if parent and found else None
