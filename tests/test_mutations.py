"""One defect at a time in a clean plan: the right rule fires at the right place, and no other does."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from kehoach.extract import plan
from kehoach.lint import lint
from kehoach.model import Plan, Section, Span
from kehoach.readers import read
from kehoach.readers.text import parse

CORPUS = Path(__file__).parents[1] / "corpus"
PAIRS = {
    "xa-hoi-hoc-tap/kh-so-gddt": "xa-hoi-hoc-tap/kh-ubnd-tinh",
    "xa-hoi-hoc-tap/kh-ubnd-xa": "xa-hoi-hoc-tap/kh-ubnd-tinh",
    "xa-hoi-hoc-tap/kh-thcs": "xa-hoi-hoc-tap/kh-ubnd-xa",
    "xa-hoi-hoc-tap/kh-thpt": "xa-hoi-hoc-tap/kh-so-gddt",
    "xa-hoi-hoc-tap/kh-phong-gddt-2024": "xa-hoi-hoc-tap/kh-ubnd-huyen-2024",
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A spoilt plan, and the words at which its rule has to fire ("" for something absent)."""

    blocks: list[str]
    words: str


Mutation = Callable[[Plan], Mutant | None]
MUTATIONS: dict[str, tuple[tuple[str, ...], Mutation]] = {}


def breaks(*rules: str) -> Callable[[Mutation], Mutation]:
    """Register a mutation under the rules that have to fire; more than one where a defect shows in two ways."""

    def register(mutation: Mutation) -> Mutation:
        MUTATIONS[mutation.__name__] = (rules, mutation)
        return mutation

    return register


def texts(subject: Plan) -> list[str]:
    return [block.shown for block in subject.document.blocks if block.part in ("body", "box")]


def put(subject: Plan, span: Span, new: str) -> list[str]:
    blocks = texts(subject)
    text = blocks[span.block]
    blocks[span.block] = text[: span.start] + new + text[span.end :]
    return blocks


def replaced(subject: Plan, span: Span, new: str) -> Mutant:
    return Mutant(put(subject, span, new), new)


def section(subject: Plan, role: str) -> Section | None:
    return next((s for s in subject.sections if s.role == role), None)


def parent_spans(subject: Plan) -> tuple[Span, Span, Span, Span]:
    assert subject.parent
    cited = subject.parent.value
    assert cited.when
    assert cited.issuer_span
    assert cited.title_span
    return cited.code, cited.when.span, cited.issuer_span, cited.title_span


@breaks("KH101")
def blank_number(subject: Plan) -> Mutant:
    assert subject.number
    symbol = f"/{subject.number.value.symbol}"
    return Mutant(put(subject, subject.number.span, f"     {symbol}"), symbol)


@breaks("KH102")
def blank_day(subject: Plan) -> Mutant | None:
    assert subject.date
    text = subject.document.text(subject.date.span)
    new = re.sub(r"ngày \d+", "ngày    ", text)
    return replaced(subject, subject.date.span, new)


@breaks("KH201")
def section_removed(subject: Plan) -> Mutant | None:
    gone = section(subject, "funding")
    if gone is None or gone is subject.sections[-1]:
        return None
    if any("kinh phí" in block.text for block in subject.document.blocks[gone.last_block + 1 : subject.end]):
        return None  # another section speaks of it, so that it is not missing
    blocks = texts(subject)
    after = subject.sections[subject.sections.index(gone) + 1 :]
    numerals = [gone.numeral, *(s.numeral for s in after)]
    for s, numeral in zip(after, numerals, strict=False):
        blocks[s.block] = blocks[s.block].replace(s.numeral, numeral, 1)
    return Mutant(blocks[: gone.block] + blocks[gone.last_block + 1 :], "")


@breaks("KH202", "KH209")
def headings_swapped(subject: Plan) -> Mutant | None:
    first, last = section(subject, "purpose"), section(subject, "implementation")
    if first is None or last is None:
        return None
    blocks = put(subject, first.heading, last.title)
    text = blocks[last.block]
    blocks[last.block] = text[: last.heading.start] + first.title + text[last.heading.end :]
    return Mutant(blocks, last.title)


@breaks("KH203")
def section_emptied(subject: Plan) -> Mutant | None:
    funding = section(subject, "funding")
    if funding is None:
        return None
    blocks = texts(subject)
    return Mutant(blocks[: funding.block + 1] + blocks[funding.last_block + 1 :], funding.title)


@breaks("KH205")
def numeral_skipped(subject: Plan) -> Mutant | None:
    last = subject.sections[-1]
    if last.number is None:
        return None
    skipped = {"VII": "VIII", "VI": "VII", "V": "VI"}[last.numeral]
    return replaced(subject, last.number, skipped)


@breaks("KH206")
def numeral_repeated(subject: Plan) -> Mutant | None:
    before, last = subject.sections[-2:]
    return replaced(subject, last.number, before.numeral) if last.number else None


@breaks("KH207")
def heading_misspelt(subject: Plan) -> Mutant | None:
    funding = section(subject, "funding")
    if funding is None or "KINH PHÍ" not in funding.title:
        return None
    return replaced(subject, funding.heading, funding.title.replace("KINH PHÍ", "KINH PHI"))


@breaks("KH301")
def citation_dropped(subject: Plan) -> Mutant | None:
    assert subject.parent
    span = subject.parent.span
    title = parent_spans(subject)[3]
    return Mutant(put(subject, Span(span.block, span.start, max(span.end, title.end)), "chỉ đạo của cấp trên"), "")


@breaks("KH302")
def parent_number_changed(subject: Plan) -> Mutant:
    code = parent_spans(subject)[0]
    text = subject.document.text(code)
    digit = str((int(text[0]) + 1) % 9 + 1)
    return replaced(subject, code, digit + text[1:])


@breaks("KH303")
def parent_date_changed(subject: Plan) -> Mutant:
    assert subject.parent
    assert subject.parent.value.date
    when = parent_spans(subject)[1]
    earlier = subject.parent.value.date - timedelta(days=1)
    return replaced(subject, when, f"ngày {earlier:%d/%m/%Y}")


@breaks("KH304", "KH318")  # the body is none of the symbol either
def parent_issuer_changed(subject: Plan) -> Mutant:
    return replaced(subject, parent_spans(subject)[2], "Bộ Xây dựng")


@breaks("KH305")
def parent_title_changed(subject: Plan) -> Mutant:
    return replaced(subject, parent_spans(subject)[3], "phòng, chống thiên tai và tìm kiếm cứu nạn")


@breaks("KH307")
def hyphen_lost(subject: Plan) -> Mutant:
    code = parent_spans(subject)[0]
    return replaced(subject, code, subject.document.text(code).replace("KH-", "KH", 1))


def inserted(subject: Plan, sentence: str, words: str) -> Mutant:
    funding = section(subject, "funding") or subject.sections[-1]
    blocks = texts(subject)
    return Mutant([*blocks[: funding.block + 1], sentence, *blocks[funding.block + 1 :]], words)


@breaks("KH308")
def kind_and_symbol_differ(subject: Plan) -> Mutant:
    assert subject.issued
    day = subject.issued - timedelta(days=40)
    words = "05/HĐ-STC"
    return inserted(
        subject, f"Thực hiện Hướng dẫn số {words} ngày {day:%d/%m/%Y} của Sở Tài chính về quản lý kinh phí.", words
    )


@breaks("KH309")
def one_number_with_two_dates(subject: Plan) -> Mutant:
    assert subject.issued
    year = subject.issued.year - 1
    sentence = (
        f"Kinh phí lấy theo Quyết định số 871/QĐ-TTg ngày 03/6/{year} của Thủ tướng Chính phủ về dự toán và Quyết định số 871/QĐ-TTg "
        f"ngày 05/7/{year} của Thủ tướng Chính phủ về quyết toán."
    )
    return inserted(subject, sentence, f"05/7/{year}")


@breaks("KH310")
def cited_document_is_later(subject: Plan) -> Mutant:
    assert subject.issued
    later = subject.issued + timedelta(days=9)
    day = f"{later:%d/%m/%Y}"
    return inserted(
        subject, f"Kinh phí lấy theo Quyết định số 871/QĐ-TTg ngày {day} của Thủ tướng Chính phủ về giao dự toán.", day
    )


@breaks("KH311")
def impossible_date(subject: Plan) -> Mutant:
    assert subject.issued
    return inserted(subject, f"Dự toán được lập trong năm, xong trước ngày 31/11/{subject.issued.year + 1}.", "31/11/")


@breaks("KH314")
def cited_number_blank(subject: Plan) -> Mutant:
    assert subject.issued
    sentence = f"Kinh phí lấy theo Kế hoạch số      /KH-UBND ngày      tháng 8 năm {subject.issued.year - 1} của UBND tỉnh về dự toán."
    return inserted(subject, sentence, "/KH-UBND")


@breaks("KH402")
def deadline_after_the_parents(subject: Plan) -> Mutant | None:
    yearly = next(
        (d for d in subject.deadlines if d.value.subject == "report" and d.value.every == "year" and d.value.day), None
    )
    if yearly is None or (yearly.value.recipient or "").startswith("Nhà trường"):
        return None
    last = [d for d in subject.deadlines if d.value.subject == "report" and d.value.every == "year" and d.value.day][-1]
    text = subject.document.text(last.span)
    new = re.sub(r"ngày \d+(?:/| tháng )\d+", "ngày 29/12", text)
    return replaced(subject, last.span, new)


@breaks("KH405", "KH406")
def last_phase_longer_than_the_parents(subject: Plan) -> Mutant | None:
    schedule = section(subject, "schedule")
    if schedule is None:
        return None
    for number in range(schedule.block + 1, schedule.last_block + 1):
        if m := re.search(r"(\d{4} - )2030", subject.document.blocks[number].text):
            return replaced(subject, Span(number, m.start(), m.end()), f"{m[1]}2032")
    return None


@breaks("KH501")
def work_of_the_parent_left_out(subject: Plan) -> Mutant | None:
    blocks = [re.sub(r"(?i)thư viện|trung tâm học tập cộng đồng", "tổ trực nhật", text) for text in texts(subject)]
    library = [number for number, text in enumerate(texts(subject)) if "mở cửa phục vụ người dân" in text]
    if "Trường Trung học cơ sở" not in texts(subject)[subject.opening[0]] or not library:
        return None
    blocks[library[0]] = "3. Thi đua giữ gìn trường lớp: mỗi lớp chăm sóc một bồn hoa, phân loại rác đúng quy định."
    return Mutant(blocks, "")


@breaks("KH503")
def target_below_the_parents(subject: Plan) -> Mutant | None:
    families = [
        t for t in subject.targets if t.value.year == 2030 and t.value.what.startswith("gia đình được công nhận")
    ]
    return replaced(subject, families[0].span, "71%") if families else None


@breaks("KH504")
def target_with_two_figures(subject: Plan) -> Mutant | None:
    families = [
        t for t in subject.targets if t.value.year == 2030 and t.value.what.startswith("gia đình được công nhận")
    ]
    if not families:
        return None
    sentence = "Kinh phí phải đủ để đến năm 2030 có 97% gia đình được công nhận “Gia đình học tập”."
    return inserted(subject, sentence, "97%")


CASES = [(child, name) for child in PAIRS for name in MUTATIONS]


@cache
def pair(child: str) -> tuple[Plan, Plan]:
    return tuple(plan(read(CORPUS / f"{name}.txt")) for name in (child, PAIRS[child]))  # type: ignore[return-value]  # two


def relinted(blocks: list[str], parent: Plan) -> list[tuple[str, str]]:
    subject = plan(parse("\n\n".join(blocks)))
    found = lint(subject, parent, as_of=date(2026, 1, 30)).findings
    return [(f.rule, subject.document.text(f.span)) for f in found]


@pytest.mark.parametrize(("child", "name"), CASES)
def test_the_right_rule_fires_at_the_right_words_and_no_other(child: str, name: str) -> None:
    subject, parent = pair(child)
    rules, mutation = MUTATIONS[name]
    mutant = mutation(subject)
    if mutant is None:
        pytest.skip(f"{child} has nothing that {name} could spoil")
    before = relinted(texts(subject), parent)
    new = [found for found in relinted(mutant.blocks, parent) if found not in before]

    assert [rule for rule, _ in new if rule in rules], new
    assert {rule for rule, _ in new} <= set(rules), new
    assert any(
        (mutant.words in text or text in mutant.words) if mutant.words else not text
        for rule, text in new
        if rule in rules
    ), new


def test_every_mutation_applies_to_some_plan() -> None:
    assert [
        name for name, (_, mutation) in MUTATIONS.items() if all(mutation(pair(child)[0]) is None for child in PAIRS)
    ] == []
