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
    bad=(
        Bad(sample("I. MỤC ĐÍCH", "Về xã hội học tập (XHHT).", "Phong trào “Thi đua xây dựng XHHT giai đoạn 2023 - 2030”."),
            at="XHHT"),
    ),
    good=(
        Good(sample("I. MỤC ĐÍCH", "Về Phong trào “Thi đua xây dựng xã hội học tập giai đoạn 2023 - 2030”.")),
        Good(sample("I. MỤC ĐÍCH", "Cuộc thi “Ứng dụng trí tuệ nhân tạo AI trong trường THCS năm 2024”.")),
        Good(sample("I. MỤC ĐÍCH", "Danh hiệu “Đơn vị XHHT”.")),
    ),
)  # fmt: skip
def check(plan: Plan, parent: Plan | None = None) -> Findings:
    """Tên chính thức của phong trào, đề án, chương trình đặt trong ngoặc kép thì không viết tắt."""
    for quote in quotes(plan.document):
        if not quote.kind or len(quote.text.split()) < WORDS:
            continue
        for m in TOKEN.finditer(quote.text):
            if is_common(m[0]) or ROMAN.fullmatch(m[0]) or quote.text.isupper():
                continue
            long = meaning(m[0], plan, parent)
            how = f"hãy viết đủ «{long}»" if long else "hãy viết đủ như văn bản gốc"
            span = Span(quote.span.block, quote.span.start + m.start(), quote.span.start + m.end())
            yield Finding(span, f"không viết tắt «{m[0]}» trong tên chính thức đặt trong ngoặc kép; {how}")
