from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Annotated

from rapidfuzz.distance import Levenshtein

from ... import places
from ...align.bygone import no_earlier
from ...extract import provinces
from ...extract.provinces import BEFORE, Mention
from ...knowledge import table
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from ...readers.syllables import is_syllable
from ...text import CAPITAL, fold
from .. import Bad, Good, rule
from ..options import Words, is_allowed
from ..samples import plan as sample

_UNIT = lazy(
    rf"(?<!\w)(?P<kind>tỉnh|huyện|thị xã|quận|thành phố|xã|phường|thị trấn|đặc khu)\s+"
    rf"(?P<name>{CAPITAL}\w*(?:\s+{CAPITAL}\w*){{1,3}})"
)
# What stands before a province without the word «tỉnh»: a body, a newspaper, «tại», or the beginning of a name.
_BEFORE = lazy(
    r"(?:[“\"(,:]|\b(?:tai|o|so|bao|noi vu|dao tao|y te|khuyen hoc|truyen hinh|nguoi|que huong|dat|vung))\s*$"
)


@rule(
    "KH602",
    "place-misspelt",
    Severity.WARNING,
    source="Nghị quyết 202/2025/QH15 và danh mục đơn vị hành chính (bảng places.txt của kehoach)",
    english="the name of a place is misspelt",
    needs=("clean",),
    bad=(
        Bad(
            sample("I. NỘI DUNG", "Báo cáo UBND tỉnh Đắk Lăk."),
            at="Đắk Lăk",
            fixed=sample("I. NỘI DUNG", "Báo cáo UBND tỉnh Đắk Lắk."),
        ),
        Bad(
            sample("I. NỘI DUNG", "Phong trào “Đăk Lăk thi đua học tập suốt đời”."),
            at="Đăk Lăk",
            fixed=sample("I. NỘI DUNG", "Phong trào “Đắk Lắk thi đua học tập suốt đời”."),
        ),
        Bad(
            sample("I. NỘI DUNG", "Trao đổi với tỉnh Quảng Nghãi."),
            at="Quảng Nghãi",
            fixed=sample("I. NỘI DUNG", "Trao đổi với tỉnh Quảng Ngãi."),
        ),
        Bad(
            sample("I. NỘI DUNG", "Phong trào do tỉnh Phú thọ phát động."),
            at="Phú thọ",
            fixed=sample("I. NỘI DUNG", "Phong trào do tỉnh Phú Thọ phát động."),
        ),
        Bad(
            sample("I. NỘI DUNG", "Triển khai trên địa bàn thị xã Bim Sơn."),
            at="Bim Sơn",
            fixed=sample("I. NỘI DUNG", "Triển khai trên địa bàn thị xã Bỉm Sơn."),
        ),
        Bad(
            sample("I. NỘI DUNG", "Học tập kinh nghiệm của huyện Đô Lươg."),
            at="Đô Lươg",
            fixed=sample("I. NỘI DUNG", "Học tập kinh nghiệm của huyện Đô Lương."),
        ),
    ),
    good=(
        Good(
            sample("I. NỘI DUNG", "UBND tỉnh Khánh Hoà, tỉnh Thừa Thiên Huế, tỉnh Hoà Bình, tỉnh Vĩnh Phú trước đây.")
        ),
        Good(sample("I. NỘI DUNG", "Dịch xảy ra ở 3 huyện (Mai Sơn, Phù Yên, Mộc Châu).")),
        Good(sample("I. NỘI DUNG", "Ông Lê Thái Bính, bà Nguyễn Hà Nam phụ trách.")),
        Good(sample("I. NỘI DUNG", "Trên địa bàn thị xã Bỉm Sơn, huyện Hiệp Hòa, huyện Sơn Kỳ Tân.")),
        Good(sample("I. NỘI DUNG", "Trên địa bàn thị xã Bim Sơn."), options={"allowed": ("Bim Sơn",)}),
    ),
)
def check(
    plan: Plan,
    *,
    allowed: Annotated[Words, "tên địa danh viết như vậy là đúng"] = (),
) -> Findings:
    """Tên tỉnh, huyện, xã viết sai dấu hoặc sai chữ so với tên chính thức.

    Chỉ khác chỗ đặt dấu thanh (Hoà Bình, Hòa Bình) thì không bị nhắc.
    """
    own = provinces.own(plan)
    for number, block in enumerate(plan.document.blocks):
        for start, end, right in (*_provinces(block.text), *_units(block.text, own, no_earlier(plan))):
            if is_allowed(block.text[start:end], allowed):
                continue
            span = Span(number, start, end)
            meant = right.upper() if block.text[start:end].isupper() else right
            yield Finding(
                span, f"địa danh «{block.text[start:end]}» viết chưa đúng; hãy viết «{meant}»", Fix(span, meant)
            )


def _provinces(text: str) -> Iterator[tuple[int, int, str]]:
    for m in provinces.mentions(text):
        if not provinces.well_spelt(m) and (m.type or _stands_alone(text, m)):
            yield m.name_at, m.end, m.name
    for m in provinces.half_capital(text):
        yield m.name_at, m.end, m.name


def _stands_alone(text: str, m: Mention) -> bool:
    """Whether a name without «tỉnh» is a place: no part of a longer name, after a word that places follow."""
    longer = re.match(rf"\s+{CAPITAL}", text[m.end :]) or re.search(rf"{CAPITAL}\w*\s+$", text[: m.name_at])
    if provinces.is_place(m.written):
        return False  # a district or a commune of that name: «Phù Yên»
    leads = _BEFORE.search(fold(text[: m.name_at])) or not text[: m.name_at].strip(" -–*+")
    return bool(leads) and not (longer and not _after_body(text[: m.name_at]))


def _after_body(before: str) -> bool:
    return bool(re.search(r"(?:Sở|Tỉnh ủy|Báo|Đài)\s+(?:\S+\s+){1,6}$", before))


def _units(text: str, own: str | None, day: date | None) -> Iterator[tuple[int, int, str]]:
    for m in _UNIT.finditer(text):
        words = m["name"].split()
        names = [" ".join(words[:size]) for size in range(len(words), 1, -1)]
        if any(provinces.is_place(name) for name in names):
            continue
        if m["kind"] in places.PROVINCES and (found := _province_near(m["name"])):
            yield m.start("name"), m.start("name") + len(found[0]), found[1]
            continue
        if m["kind"] == "tỉnh":
            continue
        small = m["kind"] in places.COMMUNES
        if small and (day is None or day < places.KNOWN_FROM or own is None):
            continue  # too many communes went before for the gazetteer to know them all
        for name in names:
            when = places.CHANGE if small and day and day >= places.CHANGE else BEFORE
            near = _near(name, when, m["kind"])
            if not near and not all(map(is_syllable, name.lower().split())):
                near = places.one_letter_off(name, when, m["kind"])
            if len(near) == 1 and (not small or own in places.province_of(near[0], m["kind"], when)):
                yield m.start("name"), m.start("name") + len(name), near[0]
                break


@lru_cache(maxsize=1024)
def _province_near(written: str) -> tuple[str, str] | None:
    """The words of a name that are one letter away from one province, and that province; None if like none."""
    known = {**provinces.all_names(), **{fold(name): "" for name in table("provinces")["alike"]}}
    for size in range(len(words := written.split()), 1, -1):
        bare = fold(" ".join(words[:size]))
        near = {right for name, right in known.items() if Levenshtein.distance(bare, name, score_cutoff=1) <= 1}
        if len(near) == 1 and bare not in known and (right := near.pop()):
            return " ".join(words[:size]), right
    return None


_near = lru_cache(maxsize=1024)(places.near)
