from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Annotated

from ...align.issue import latest
from ...extract import provinces
from ...extract.provinces import Mention
from ...extract.quoted import is_cited, is_quoted
from ...knowledge import table
from ...model import Finding, Findings, Plan, Severity, Skip, Span, Unit
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..options import Words, is_allowed
from ..samples import plan as sample

# Cities that many a plan has business in: only their own bodies and area tell that a text is theirs.
_BUSY = {"Hà Nội", "Hồ Chí Minh", "Huế", "Hải Phòng", "Đà Nẵng", "Cần Thơ"}
_BELONGS = lazy(
    r"\b(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan|dia ban|tinh uy|thanh uy"
    r"|(?:so|hoi(?! thao| nghi| dien| thi| cho| thuong)|ban|thanh tra)\b[^,.;]{0,40})\s*$"
)
# A body whose name a province ends without the word «tỉnh»: «Sở Y tế Lào Cai», «Đài Phát thanh và Truyền hình Hà Tĩnh».
_BODY = lazy(
    r"\b(?:Sở|Đài Phát thanh|Tỉnh [uủ][ỷy]|Tỉnh đoàn|Liên đoàn Lao động|Hội Khuyến học)"
    r"\s(?:[^\W\d_]+,?\s(?:-\s)?){0,7}$"
)
_MOVEMENT = lazy(r"\s+(?:thi dua|chung tay|chung suc)\b")
HEAD = "Sóc Trăng, ngày 12 tháng 9 năm 2024"


@rule(
    "KH601",
    "other-province",
    Severity.ERROR,
    source="Tên đơn vị hành chính trong phần đầu kế hoạch; Nghị quyết 202/2025/QH15 (34 tỉnh, thành phố)",
    english="the plan names another province than its own",
    bad=(
        Bad(
            "UBND TỈNH ĐẮK LẮK\nSỞ NỘI VỤ\n"
            + sample("I. NỘI DUNG", "Hoàn thành mục tiêu của Đề án trên địa bàn tỉnh Sóc Trăng."),
            at="tỉnh Sóc Trăng",
        ),
        Bad(sample("I. NỘI DUNG", "Báo cáo UBND tỉnh Nghệ An.", date=HEAD), at="tỉnh Nghệ An"),
        Bad(sample("I. NỘI DUNG", "Theo hướng dẫn của Sở Y tế Nghệ An.", date=HEAD), at="Nghệ An"),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Tham quan, học tập kinh nghiệm tại tỉnh Nghệ An.", date=HEAD)),
        Good(
            sample(
                "I. NỘI DUNG",
                "Dự hội thảo tại Thành phố Hồ Chí Minh; theo Kế hoạch của Trường Đại học Thái Nguyên.",
                date=HEAD,
            )
        ),
        Good(sample("I. NỘI DUNG", "Liên kết với tỉnh Bạc Liêu, tỉnh Trà Vinh.", date=HEAD)),
        Good(sample("I. NỘI DUNG", "Tập huấn tại thành phố Hà Nội.", "Báo cáo UBND tỉnh Sóc Trăng.", date=HEAD)),
        Good(sample("I. NỘI DUNG", "Theo Đề án “Phát triển du lịch tỉnh Nghệ An”.", date=HEAD)),
        Good(
            sample(
                "I. NỘI DUNG",
                "Theo Kế hoạch số 1/KH-UBND của UBND thành phố Cần Thơ.",
                date="Sóc Trăng, ngày 01 tháng 8 năm 2025",
            )
        ),
        Good(sample("I. NỘI DUNG", "Báo cáo UBND tỉnh Nghệ An.", date=HEAD), options={"allowed": ("Nghệ An",)}),
    ),
)
def check(
    plan: Plan,
    parent: Plan | None = None,
    unit: Unit | None = None,
    *,
    allowed: Annotated[Words, 'tên tỉnh, thành phố khác được nhắc tới, ví dụ "Hải Phòng"'] = (),
) -> Findings:
    """Tên tỉnh, thành phố trong kế hoạch không phải là tỉnh của đơn vị ban hành; thường do chép từ kế hoạch nơi khác.

    Tỉnh lân cận, tỉnh được so sánh, hợp tác, học tập kinh nghiệm, câu liệt kê nhiều tỉnh và tên trong ngoặc kép thì
    không bị nhắc.
    """
    own = provinces.own(plan, parent, unit)
    if own is None:
        yield Skip("không biết kế hoạch này của tỉnh nào; thêm --unit")
        return
    above = provinces.own(parent) if parent else None
    found = [(m, span) for m, span in _others(plan, own) if m.name != above and not is_allowed(m.name, allowed)]
    mine = sum(m.name == own for _, m in provinces.of(plan.document))
    if len(found) > max(2, mine):
        return  # so much of another province is no slip: it is what the plan is about
    this = f"kế hoạch này của {_full(own, latest(plan))}"
    for _, span in found:
        yield Finding(span, f"{this} nhưng ở đây ghi «{plan.document.text(span)}»; hãy sửa lại tên tỉnh")


def _others(plan: Plan, own: str) -> Iterator[tuple[Mention, Span]]:
    for number, m in provinces.of(plan.document):
        if number >= (plan.end or number + 1) or provinces.same(m.name, own):
            continue
        text = plan.document.blocks[number].text
        folded = fold(text)
        moving = text[m.start - 1 : m.start] == "“" and _MOVEMENT.match(folded, m.end)
        here = Span(number, m.start, m.end)
        named = m.type or (_BODY.search(text, 0, m.start) and not is_cited(plan, here))
        if not moving and (not named or is_quoted(plan.document, here)):
            continue
        if m.name in _BUSY and not moving and not _BELONGS.search(folded[: m.start]):
            continue
        around = _sentence(folded, m.start)
        if _legitimate().search(around) or _is_title(plan, number, m.start):
            continue
        if (
            len(
                {
                    o.name
                    for o in provinces.mentions(_sentence(text, m.start, folded))
                    if not provinces.same(o.name, own)
                }
            )
            == 1
        ):
            yield m, here


def _sentence(text: str, at: int, folded: str | None = None) -> str:
    """The part of a text between stops or semicolons around an offset."""
    stops = folded or text
    start = max(stops.rfind(". ", 0, at), stops.rfind(";", 0, at), stops.rfind("\n", 0, at)) + 1
    ends = [e for e in (stops.find(". ", at), stops.find(";", at), stops.find("\n", at)) if e >= 0]
    return text[start : min(ends, default=len(text))]


def _is_title(plan: Plan, block: int, at: int) -> bool:
    titles = (c.value.title_span for c in plan.citations)
    return any(t is not None and t.block == block and t.start <= at < t.end for t in titles)


def _full(name: str, day: date | None) -> str:
    places = table("provinces")
    later = places["later_cities"].get(name)
    city = name in places["cities"] or (later is not None and day is not None and later <= day)
    return f"{'thành phố' if city else 'tỉnh'} {name}"


@cache
def _legitimate() -> re.Pattern[str]:
    return lazy(rf"\b(?:{'|'.join(table('other_provinces')['legitimate'])})")
