from __future__ import annotations

from ...extract.abbreviations import introductions, is_common
from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, rule
from ..samples import plan as sample


@rule(
    "KH615",
    "abbreviation-never-used",
    Severity.INFO,
    source="Thông lệ soạn thảo văn bản hành chính: chỉ viết tắt cụm từ dùng nhiều lần",
    english="an abbreviation is introduced but never used",
    needs=("clean",),
    bad=(
        Bad(
            sample("I. MỤC ĐÍCH", "Về học tập suốt đời (HTSĐ).", "II. NỘI DUNG", "Đẩy mạnh học tập suốt đời."),
            at="HTSĐ",
        ),
    ),
    good=(
        Good(sample("I. MỤC ĐÍCH", "Về học tập suốt đời (HTSĐ).", "II. NỘI DUNG", "Đẩy mạnh HTSĐ.")),
        Good(sample("I. MỤC ĐÍCH", "Duy trì phổ cập giáo dục, xóa mù chữ (PCGD, XMC).", "Hồ sơ PCGD.")),
        Good(sample("I. MỤC ĐÍCH", "Ứng dụng trí tuệ nhân tạo (AI) trong dạy học.")),
    ),
)
def check(plan: Plan) -> Findings:
    """Chữ viết tắt được giải thích rồi không dùng lần nào thì nên bỏ phần giải thích."""
    for given in introductions(plan):
        alone = plan.document.blocks[given.span.block].text[given.span.start - 1 : given.span.end + 1]
        if given.long is None or " " in given.short or not alone.startswith("(") or not alone.endswith(")"):
            continue  # «(PCGD, XMC)» goes or stays as a whole
        # Counted in the whole text, headings in capitals and glued words included: one use anywhere is a use.
        total = sum(block.text.count(given.short) for block in plan.document.blocks)
        if total <= 1 and len(given.long.split()) > 2 and not is_common(given.short):
            yield Finding(
                given.span, f"«{given.short}» được giải thích nhưng không dùng lần nào; có thể bỏ «({given.short})»"
            )
