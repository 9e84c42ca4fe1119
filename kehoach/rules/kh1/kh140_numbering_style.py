from __future__ import annotations

import re
from collections.abc import Iterator

from ...extract.appearance import extent
from ...extract.components import Component, components
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

HEADED = ("section", "clause-title", "clause-text", "point-title", "point-text", "item-title", "item-text")
# How a numeral is miswritten → how it is written.
FORMS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (lazy(r"(?P<n>[a-zđ])\s*[./](?!\d)"), "{n})", "điểm"),
    (lazy(r"(?P<n>[fjwz])\s*\)"), "", "điểm"),
    (lazy(r"(?P<n>[IVX]+)\s*[/)]"), "{n}.", "mục"),
    (lazy(r"(?P<n>[IVX]+)\s*-(?=\s)"), "{n}.", "mục"),
    (lazy(r"(?P<n>\d{1,2})\s*/(?!\d)"), "{n}.", "khoản"),
)
# «(a)», which is no mark of a heading to the readers: of any line, typed or automatic
IN_BRACKETS = (lazy(r"\((?P<n>[a-zđ])\)"), "{n})", "điểm")
BRACKETED = lazy(r"(?P<n>\d{1,2})\s*\)")


@rule(
    "KH140",
    "numbering-style",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm đ và Mục V, STT 6b",
    english="numerals are not written as the decree writes them: I. 1. a)",
    needs=("typed", "state"),
    bad=(
        Bad(sample("I. NỘI DUNG", "1. Mục đích", "a. Nâng cao chất lượng dạy học.", "b. Đổi mới quản lý."), at="a."),
        Bad(sample("I/ NỘI DUNG", "Nâng cao chất lượng."), at="I/"),
        Bad(sample("I. NỘI DUNG", "1) Nâng cao chất lượng dạy học.", "2) Đổi mới quản lý."), at="1)"),
        Bad(sample("I. NỘI DUNG", "(a) Nâng cao chất lượng dạy học.", "(b) Đổi mới quản lý."), at="(a)"),
        Bad(sample("I. NỘI DUNG", "1. Gồm có:", "d) Đọc sách;", "e) Tự học;", "f) Thực hành."), at="f)"),
    ),
    good=(Good(sample("I. NỘI DUNG", "1. Mục đích", "a) Nâng cao chất lượng dạy học.", "b) Đổi mới quản lý.")),),
)
def check(plan: Plan) -> Findings:
    """Số thứ tự viết theo cách của Nghị định: mục I., khoản 1., điểm a).

    Mục dùng chữ số La Mã và dấu chấm, khoản dùng chữ số Ả Rập và dấu chấm, điểm dùng chữ cái tiếng Việt và dấu đóng
    ngoặc đơn: a), b), c), d), đ), e), g) … Bảng chữ cái tiếng Việt không có f, j, w, z. Mỗi cách viết sai được báo một
    lần, kèm phạm vi.
    """
    found: dict[str, list[tuple[Span, str]]] = {}
    for line in components(plan).of(*HEADED, "body"):
        for kind, span, said in _wrong(plan, line):
            found.setdefault(kind, []).append((span, said))
    for places in found.values():
        spans = [span for span, _ in places]
        yield Finding(spans[0], f"{places[0][1]}{extent(plan, spans)}")


def _wrong(plan: Plan, line: Component) -> Iterator[tuple[str, Span, str]]:
    block = plan.document.blocks[line.span.block]
    written = block.number or block.text
    # «f)» is no numeral to those who know the alphabet
    forms = (*(FORMS if line.section else FORMS[1:2]), IN_BRACKETS)
    if line.section and line.section.level <= 2:
        forms = (*FORMS, (BRACKETED, "{n}.", "khoản"))
    for pattern, right, level in forms:
        if m := pattern.match(written):
            span = Span(line.span.block, 0, 0 if block.number else m.end())
            wrong = m[0].strip()
            if right:
                yield pattern.pattern, span, f"số thứ tự {level} viết «{right.format(n=m['n'])}» thay vì «{wrong}»"
            else:
                yield pattern.pattern, span, f"bảng chữ cái tiếng Việt không có «{m['n']}»; sau e) là g), sau i) là k)"
            return
