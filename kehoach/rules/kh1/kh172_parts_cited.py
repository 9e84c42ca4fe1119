from __future__ import annotations

from ...model import Findings, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..capitals import passages
from ..samples import plan as sample

SOURCE = (
    r"(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Thông tư|Quyết định|Nghị quyết|Hiến pháp|Quy chế|Quy định|Điều lệ"
    r"|Kế hoạch|Chỉ thị|Phụ lục)"
)
LARGE = lazy(
    r"(?:khoản|Khoản|điểm|Điểm)\s+(?:\d{1,2}|[a-zđ])\s*,?\s+(?P<a>điều)(?=\s+\d)"
    rf"|\b(?P<b>điều|chương|phần|tiểu mục|mục)(?=\s+(?:\d{{1,3}}|[IVX]{{1,5}})\s+(?:của\s+)?{SOURCE}\b)"
    r"|\b(?:tại|theo)\s+(?P<c>điều)(?=\s+\d{1,3}(?!\w))"
)
SMALL_PARTS = lazy(
    r"\b(?P<a>Khoản|Điểm)(?=\s+(?:\d{1,2}|[a-zđ])\s*,?\s+(?:[Đđ]iều|[Kk]hoản)\s+\d)"
    r"|\b[Đđ]iều\s+\d{1,3}\s*,\s+(?P<b>Khoản)(?=\s+\d)|\b[Kk]hoản\s+\d{1,2}\s*,\s+(?P<c>Điểm)(?=\s+[a-zđ](?!\w))"
)


def _text(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


@rule(
    "KH172",
    "parts-cited",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục V, khoản 7",
    english="parts of a document that is cited have the wrong capitals",
    needs=("typed", "state"),
    bad=(
        Bad(_text("Thực hiện theo khoản 2 điều 5 Luật Giáo dục."), at="điều",
            fixed=_text("Thực hiện theo khoản 2 Điều 5 Luật Giáo dục.")),
        Bad(_text("Thực hiện theo Khoản 2 Điều 5 Luật Giáo dục."), at="Khoản",
            fixed=_text("Thực hiện theo khoản 2 Điều 5 Luật Giáo dục.")),
        Bad(_text("Quy định tại điều 5 của Nghị định."), at="điều", fixed=_text("Quy định tại Điều 5 của Nghị định.")),
    ),
    good=(
        Good(_text("Đề nghị theo dõi tại điều kiện thực tế; nêu tại Điều 5, khoản 2.")),
        Good(_text("Thực hiện theo điểm a khoản 2 Điều 103 Mục 5 Chương XII Bộ luật Hình sự.")),
        Good(_text("Đạt 8 điểm 5 môn; chú ý điều 3 đã nêu.")),
        Good(_text("Khoản 2 Điều 5 Luật Giáo dục quy định như sau.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Khi viện dẫn, viết hoa Phần, Chương, Mục, Tiểu mục, Điều; viết thường khoản, điểm: «điểm a khoản 2 Điều 103»."""
    for passage in passages(plan):
        if "dieu" not in passage.folded and "chuong" not in passage.folded and "muc" not in passage.folded:
            continue
        for m in LARGE.finditer(passage.text):
            part = m.lastgroup or ""
            yield passage.finding(*m.span(part), m[part][0].upper() + m[part][1:])
        for m in SMALL_PARTS.finditer(passage.text):
            part = m.lastgroup or ""
            if passage.inside(m.start(part)):
                yield passage.finding(*m.span(part), m[part].lower())
