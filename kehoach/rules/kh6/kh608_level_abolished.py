from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from ... import places
from ...align.bygone import bygone, excused, no_earlier
from ...align.sections import section_at
from ...extract import provinces
from ...extract.provinces import BEFORE
from ...extract.quoted import is_cited, is_quoted
from ...model import Finding, Findings, Plan, Severity, Skip, Span
from ...patterns import lazy
from ...text import CAPITAL
from .. import Bad, Good, rule
from ..options import Words, is_allowed
from ..samples import plan as sample

NOW = "Xuân Sơn, ngày 12 tháng 9 năm 2025"

_DISTRICT = lazy(
    rf"(?<!\w)(?P<kind>[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn|[Tt]hành phố)\s+"
    rf"(?P<name>{CAPITAL}\w*(?:\s+{CAPITAL}\w*){{0,3}})"
)
# Hospitals, schools, courts and the like, and what was approved before, kept the names that they had.
_INSTITUTION = lazy(
    r"(?:Trường|[Dd]ự án|[Cc]ông trình|Trung tâm|Bệnh viện|Ban Quản lý|Tòa án|Viện|Kho bạc|Chi nhánh|Hạt|Đội|Nhà)"
    r"\s[^,;.]*$"
)
# «quận Hà Đông (thuộc các phường …)», «huyện Quỳ Hợp (cũ)»: the plan says itself what became of it.
_GLOSS = lazy(r"\s*\((?:thuộc|nay|cũ|trước)\b")
# Every match has one of these: most paragraphs have none and need not be searched.
_KINDS = ("uyện", "uận", "hị xã", "hị trấn", "hành phố")
SHOWN = 3  # communes that a message lists


@rule(
    "KH608",
    "level-abolished",
    Severity.WARNING,
    source="Luật Tổ chức chính quyền địa phương 72/2025/QH15; Nghị quyết 203/2025/QH15 (từ 01/7/2025)",
    english="a level of government is named that no longer exists at the plan's date",
    needs=("clean",),
    together=True,
    bad=(
        Bad(sample("I. NỘI DUNG", "Sơ kết ở cấp huyện vào năm 2027.", date=NOW), at="ở cấp huyện"),
        Bad(sample("I. NỘI DUNG", "Triển khai tại thị xã Quảng Yên.", date=NOW), at="thị xã Quảng Yên"),
        Bad(
            sample("I. NỘI DUNG", "Các huyện, thị xã, thành phố triển khai.", date=NOW),
            at="Các huyện, thị xã, thành phố",
        ),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Sơ kết ở cấp huyện vào năm 2027.")),
        Good(
            sample(
                "I. NỘI DUNG",
                "Theo Thông tư số 24/2023/TT-BGDĐT ngày 11/12/2023, “Đơn vị học tập” cấp huyện, tỉnh.",
                date=NOW,
            )
        ),
        Good(sample("I. NỘI DUNG", "Các xã, phường, đặc khu triển khai.", date=NOW)),
        Good(sample("I. NỘI DUNG", "Trung tâm Y tế thị xã Quảng Yên; thành phố Hải Phòng.", date=NOW)),
        Good(
            sample("I. NỘI DUNG", "Triển khai tại thị xã Quảng Yên.", date=NOW),
            options={"allowed": ("thị xã Quảng Yên",)},
        ),
    ),
)
def check(
    plan: Plan,
    as_of: date | None = None,
    *,
    allowed: Annotated[Words, 'tên cấp, tên địa bàn vẫn được dùng, ví dụ "thị xã Quảng Yên"'] = (),
) -> Findings:
    """Từ 01/7/2025 chính quyền địa phương có hai cấp (tỉnh và xã), không còn huyện, quận, thị xã, thị trấn.

    Tên cấp cũ trong văn bản được viện dẫn, trong ngoặc kép hoặc khi nói về quá khứ thì không bị nhắc.
    """
    day = no_earlier(plan, as_of)
    if day is None:
        yield Skip("kế hoạch chưa ghi ngày ban hành; thêm --as-of")
        return
    told = [span for _, span in bygone(plan, "body", day)]
    gone = [(span, row.became) for row, span in bygone(plan, "level", day)]
    for span, became in [*gone, *_districts(plan)] if day >= places.CHANGE else ():
        if not any(_overlap(span, other) for other in told) and not is_allowed(plan.document.text(span), allowed):
            told.append(span)
            yield Finding(span, f"«{plan.document.text(span)}» không còn từ 01/7/2025; nay là {became}")


def _districts(plan: Plan) -> Iterator[tuple[Span, str]]:
    """Districts and towns by name: «huyện Quỳ Hợp», and into how many communes each went."""
    for number, block in enumerate(plan.document.blocks):
        if not any(kind in block.text for kind in _KINDS):
            continue
        for m in _DISTRICT.finditer(block.text):
            words = m["name"].split()
            names = (" ".join(words[:size]) for size in range(len(words), 0, -1))
            name = next((name for name in names if places.find(name, m["kind"].lower(), BEFORE)), None)
            if name is None or any(p.type for p in provinces.mentions(f"{m['kind']} {name}")):
                continue
            span = Span(number, m.start(), m.start("name") + len(name))
            section = section_at(plan, number)
            past = excused(block.text, span, "past") or (section is not None and section.role == "situation")
            if past or is_quoted(plan.document, span) or is_cited(plan, span):
                continue
            if not _INSTITUTION.search(block.text[: m.start()]) and not _GLOSS.match(block.text, span.end):
                yield span, _heirs(name, m["kind"].lower())


def _heirs(name: str, kind: str) -> str:
    heirs = [place.full for place in places.became(name, kind)]
    return ", ".join(heirs) if 0 < len(heirs) <= SHOWN else "các xã, phường mới"


def _overlap(one: Span, other: Span) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end
