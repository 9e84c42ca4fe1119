from __future__ import annotations

import re
from collections.abc import Iterable

from ...extract.sections import every
from ...model import Finding, Findings, Plan, Section, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

# «điểm c khoản 2 Mục II Kế hoạch này», «mục VI nêu trên»
_SECTION = lazy(r"(?<!\w)(?:[Mm]ục|[Pp]hần) (?P<section>[IVX]{1,5})(?!\w|/|\.\d)")
_WITHIN = lazy(r"(?:(?<!\w)điểm (?P<point>[a-zđ]),? )?(?<!\w)khoản (?P<clause>\d{1,2}),? $")
_HERE = lazy(
    r"\s*(?:,\s*)?(?:của |phần |nội dung )?(?:[Kk]ế hoạch này|nêu trên|ở trên|trên đây|dưới đây|sau đây|trên\b)"
)
_ENDS = lazy(r"\s*(?:[.;)]|$)")
# Another document in the sentence: the part may be one of it.
_OTHER = lazy(
    r"Nghị định|Thông tư|Quyết định|Nghị quyết|Chỉ thị|Luật|Hướng dẫn|Công văn|Chương trình|Đề án|Phụ lục|Kế hoạch số"
    r"|Kết luận|Thông báo|Quy chế|Quy định|Điều \d|\d/[A-ZĐ]|\d-[A-ZĐ]"
)


@rule(
    "KH211",
    "part-not-there",
    Severity.WARNING,
    source="Yêu cầu chung: chỉ dẫn trong văn bản phải đúng mục, khoản, điểm có thật",
    english="the plan refers to a part of itself that it does not have",
    needs=("clean",),
    bad=(
        Bad(sample("I. NỘI DUNG", "Tập huấn.", "II. TỔ CHỨC THỰC HIỆN", "Thực hiện nhiệm vụ tại Mục V Kế hoạch này."),
            at="Mục V"),
        Bad(sample("I. NỘI DUNG", "1. Tập huấn", "Mở lớp.", "2. Kiểm tra", "Mỗi quý.", "II. TỔ CHỨC THỰC HIỆN",
                   "Các tổ thực hiện khoản 4 Mục I."), at="khoản 4 Mục I"),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "1. Tập huấn", "Mở lớp.", "2. Kiểm tra", "Mỗi quý.", "II. TỔ CHỨC THỰC HIỆN",
                    "Các tổ thực hiện khoản 2 Mục I Kế hoạch này.")),
        Good(sample("I. NỘI DUNG", "Tập huấn theo Mục V Thông tư này; theo Nghị quyết đã nêu tại khoản 3 Mục V.",
                    "II. TỔ CHỨC THỰC HIỆN", "Kiểm tra.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Chỉ dẫn tới mục, khoản, điểm mà kế hoạch không có, thường do đánh số lại mà không sửa chỗ dẫn: «tại Mục VI».

    Chỉ xét khi các mục của kế hoạch đánh số La Mã và câu không nói tới văn bản khác.
    """
    roman = {section.numeral: section for section in every(plan.sections) if re.fullmatch("[IVX]+", section.numeral)}
    if len(roman) < 2:
        return
    for number in range(plan.opening[1], plan.end or len(plan.document.blocks)):
        text = plan.document.blocks[number].text
        for m in _SECTION.finditer(text) if "ục " in text or "hần " in text else ():
            within = _WITHIN.search(text, 0, m.start())
            start = within.start() if within else m.start()
            sentence = text[max(text.rfind(". ", 0, start), text.rfind("; ", 0, start)) + 1 : start]
            own = _HERE.match(text, m.end()) or (_ENDS.match(text, m.end()) and not _OTHER.search(sentence))
            if own and start > 3 and not _is_there(plan, roman.get(m["section"]), within):
                span = Span(number, start, m.end())
                yield Finding(span, f"kế hoạch không có «{plan.document.text(span)}»; xem lại chỗ dẫn")


def _is_there(plan: Plan, section: Section | None, within: re.Match[str] | None) -> bool:
    if section is None or within is None:
        return section is not None
    number, point = within["clause"], within["point"]
    if not section.children:
        return _any(plan, section, rf"{number}[.)]")
    clause = next((child for child in every(section.children) if child.numeral == number), None)
    if clause is None or point is None:
        return clause is not None
    return _any(plan, clause, rf"{point}[.)/]")


def _any(plan: Plan, section: Section, mark: str) -> bool:
    """Whether a block of a section begins with a mark."""
    blocks: Iterable[str] = (b.shown for b in plan.document.blocks[section.block : section.last_block + 1])
    return any(re.match(rf"[\s*_]*{mark}", text) for text in blocks)
