from __future__ import annotations

from ...extract.components import components
from ...extract.marks import arabic
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import but

CITED = lazy(
    r"\bphu luc\s+(?:so\s+)?(?P<number>[ivx]{1,4}|\d{1,2})\b(?!\s*(?:cua|nghi dinh|thong tu|quyet dinh|ban hanh))"
)
ANNEX = "Nguyễn Thị Minh\nPhụ lục {}\nDANH MỤC\n(Kèm theo Kế hoạch số 34/KH-THCSXS ngày 12 tháng 9 năm 2024)\nDạy học."


def _sample(cited: str) -> str:
    return but(("Nguyễn Thị Minh", ANNEX.format("I")), ("kế hoạch của tổ;", f"kế hoạch của tổ ({cited} kèm theo);"))


@rule(
    "KH163",
    "annex-missing",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 1 điểm a",
    english="the text refers to an appendix that is not there, although others are",
    needs=("exact", "state"),
    bad=(Bad(_sample("Phụ lục III"), at="Phụ lục III", dress=()),),
    good=(Good(_sample("Phụ lục I"), dress=()), Good(but(("của tổ;", "của tổ (Phụ lục II kèm theo);")), dress=())),
)
def check(plan: Plan) -> Findings:
    """Phụ lục được chỉ dẫn trong nội dung phải có ở sau văn bản.

    Chỉ xét khi tệp có phụ lục; phụ lục để ở tệp riêng thì không báo.
    """
    annexes = list(components(plan).of("annex"))
    if not annexes:
        return
    there = {number for line in annexes if (number := _number(line.text)) is not None} or {1}
    for number in range(plan.opening[0], plan.end):
        text = plan.document.blocks[number].text
        if "hụ lục" not in text and "HỤ LỤC" not in text:
            continue
        for m in CITED.finditer(fold(text)):
            cited = _value(m["number"])
            if cited and cited > max(len(annexes), *there):
                written = text[m.start() : m.end()]
                yield Finding(
                    Span(number, *m.span()), f"không thấy «{written}» sau văn bản; thêm vào hoặc sửa số phụ lục"
                )
                return


def _number(text: str) -> int | None:
    m = CITED.search(fold(text))
    return _value(m["number"]) if m else None


def _value(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else arabic(numeral.upper())
