from __future__ import annotations

from ...extract.abbreviations import TOKEN, is_common, meaning
from ...extract.marks import ROMAN
from ...extract.quoted import quotes
from ...model import Finding, Findings, Plan, Severity, Span
from .. import Bad, Good, rule
from ..samples import plan as sample

WORDS = 5  # a quotation shorter than this is a label, not the name of a movement or scheme


@rule(
    "KH618",
    "abbreviation-in-name",
    Severity.WARNING,
    source="Tên phong trào, đề án, chương trình ghi đúng theo văn bản phát động, phê duyệt",
    english="the quoted official name of a movement or scheme is abbreviated",
    needs=("clean",),
    restored=True,
    bad=(
        Bad(
            sample(
                "I. MỤC ĐÍCH", "Về xã hội học tập (XHHT).", "Phong trào “Thi đua xây dựng XHHT giai đoạn 2023 - 2030”."
            ),
            at="XHHT",
        ),
        Bad(
            sample("I. MỤC ĐÍCH", "Phong trào “Thi đua xây dựng XHHT, đẩy mạnh HTSĐ giai đoạn 2023 - 2030”."),
            at="XHHT, đẩy mạnh HTSĐ",
        ),
    ),
    good=(
        Good(sample("I. MỤC ĐÍCH", "Về Phong trào “Thi đua xây dựng xã hội học tập giai đoạn 2023 - 2030”.")),
        Good(sample("I. MỤC ĐÍCH", "Cuộc thi “Ứng dụng trí tuệ nhân tạo AI trong trường THCS năm 2024”.")),
        Good(sample("I. MỤC ĐÍCH", "Danh hiệu “Đơn vị XHHT”.")),
    ),
)
def check(plan: Plan, parent: Plan | None = None) -> Findings:
    """Tên chính thức của phong trào, đề án, chương trình đặt trong ngoặc kép thì không viết tắt."""
    for quote in quotes(plan.document):
        if not quote.kind or len(quote.text.split()) < WORDS:
            continue
        short = [m for m in TOKEN.finditer(quote.text) if not is_common(m[0]) and not ROMAN.fullmatch(m[0])]
        if not short or quote.text.isupper():
            continue
        longs = [meaning(m[0], plan, parent) for m in short]
        how = ", ".join(f"«{long}»" for long in longs) if all(longs) else "như văn bản gốc"
        names = ", ".join(f"«{m[0]}»" for m in short)
        span = Span(quote.span.block, quote.span.start + short[0].start(), quote.span.start + short[-1].end())
        yield Finding(span, f"không viết tắt {names} trong tên chính thức đặt trong ngoặc kép; hãy viết đủ {how}")
