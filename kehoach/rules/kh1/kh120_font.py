from __future__ import annotations

from typing import Annotated

from ...extract.appearance import count, extent, stretches
from ...knowledge import table
from ...model import Finding, Findings, Letters, Plan, Severity, Span
from .. import Bad, Good, dress, rule
from ..options import Words
from ..samples import plan as sample


@rule(
    "KH120",
    "font",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 4",
    english="letters are not in Times New Roman",
    needs=("layout", "state"),
    bad=(
        Bad(
            sample(), at="Nâng cao chất lượng dạy và học.", dress=(dress("Nâng cao", "phông chữ Arial", font="Arial"),)
        ),
    ),
    good=(
        Good(sample(), dress=()),
        Good(
            sample(),
            dress=(dress("Nâng cao", "phông chữ Arial", font="Arial"),),
            options={"fonts": ("Times New Roman", "Arial")},
        ),
    ),
)
def check(
    plan: Plan,
    *,
    fonts: Annotated[Words, "phông chữ được dùng; thông báo nêu phông đầu tiên"] = ("Times New Roman",),
) -> Findings:
    """Văn bản dùng phông chữ Times New Roman, bộ mã Unicode.

    Chỉ xét phông chữ thật sự hiện ra, kể cả khi nó đến từ kiểu (style) hay từ mặc định của tệp; dấu đầu dòng bằng
    phông ký hiệu không tính. Nhiều chỗ dùng phông khác được báo một lần, kèm phạm vi.
    """
    found: dict[str, list[Span]] = {}
    for number, block in enumerate(plan.document.blocks):
        for span, letters in stretches(plan, Span(number, 0, len(block.text))):
            if _is_foreign(letters, plan.document.format == "pdf", fonts) and count(plan, span):
                found.setdefault(letters.font or "", []).append(span)
    for font, spans in found.items():
        if sum(count(plan, span) for span in spans) >= 2 or plan.document.blocks[spans[0].block].text.isdigit():
            first = [span for span in spans if span.block == spans[0].block]
            where = Span(spans[0].block, first[0].start, first[-1].end)
            page_number = plan.document.text(where).isdigit() and plan.document.blocks[where.block].part != "body"
            whose = "số trang: " if page_number else ""
            yield Finding(where, f"{whose}dùng phông chữ {fonts[0]} thay cho {font}{extent(plan, spans)}")


def _is_foreign(letters: Letters, cut: bool, fonts: Words) -> bool:
    known = table("presentation")
    font = (letters.font or "").lower()
    wanted = {font.lower() for font in fonts}
    usual = known["fonts"] if "times new roman" in wanted else ()
    if not font or font.startswith((*wanted, *usual, *known["symbols"])):
        return False
    return not cut or font.startswith(tuple(known["others"])) or not usual
