from __future__ import annotations

from ...extract.abbreviations import introductions
from ...extract.quoted import quotes
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from ...text import fold, squeeze
from .. import Bad, Good, rule
from ..samples import emulation

# Words that name a thing once it has been said which one: «Phong trào thi đua», «Cuộc vận động».
_SHORT = (
    "phong trao thi dua",
    "phong trao",
    "cuoc van dong",
    "hoi thi",
    "cuoc thi",
    "chien dich",
    "de an",
    "chuong trinh",
)
# With a capital in the middle of a sentence, not before a name in quotation marks, and not «thi đua yêu nước».
_MIDDLE = lazy(r"(?<=[^\W\d_] )Phong trào thi đua(?!\s*(?:[“\"«:]|yêu nước|xây dựng|“))(?=[\s,.;)])")
OFTEN = 3


@rule(
    "KH620",
    "short-name-not-introduced",
    Severity.INFO,
    source="Thông lệ soạn thảo văn bản hành chính: giải thích ở lần dùng đầu tiên",
    english="a short name is used as if it were defined",
    needs=("clean",),
    restored=True,
    bad=(
        Bad(
            emulation(
                "I. YÊU CẦU", "Đánh giá kết quả “Phong trào thi đua” hằng năm.", "Tổng kết “Phong trào thi đua”."
            ),
            at="Phong trào thi đua",
        ),
        Bad(
            emulation(
                "I. YÊU CẦU",
                "Triển khai Phong trào thi đua.",
                "Sơ kết Phong trào thi đua.",
                "Tổng kết Phong trào thi đua.",
            ),
            at="Phong trào thi đua",
        ),
    ),
    good=(
        Good(
            emulation(
                "I. YÊU CẦU",
                "Triển khai Phong trào (sau đây gọi tắt là Phong trào thi đua).",
                "Sơ kết Phong trào thi đua.",
                "Tổng kết Phong trào thi đua.",
                "Đánh giá Phong trào thi đua.",
            )
        ),
        Good(emulation("I. YÊU CẦU", "Phong trào thi đua được triển khai rộng.", "Các phong trào thi đua khác.")),
    ),
)
def check(plan: Plan) -> Findings:
    """Tên gọi tắt («Phong trào thi đua») phải được giải thích ở lần dùng đầu tiên.

    Cách ghi: «(sau đây gọi tắt là Phong trào thi đua)». Tên gọi tắt không phải tên chính thức nên không đặt trong
    ngoặc kép.
    """
    given = {fold(i.short) for i in introductions(plan)}
    bare = [
        Span(number, *m.span())
        for number, block in enumerate(plan.document.blocks[: plan.end or None])
        if number > (plan.title.span.block if plan.title else 0)
        for m in _MIDDLE.finditer(block.text)
    ]
    for short in _SHORT:
        quoted = [q for q in quotes(plan.document) if fold(squeeze(q.text)) == short]
        if quoted and short not in given:
            name = quoted[0].text
            message = f"tên gọi tắt «{name}» chưa được giải thích và không đặt trong ngoặc kép; {_how(name)}"
            yield Finding(quoted[0].span, message)
            return
    if len(bare) >= OFTEN and not given & {"phong trao thi dua", "phong trao"}:
        yield Finding(bare[0], f"tên gọi tắt «Phong trào thi đua» chưa được giải thích; {_how('Phong trào thi đua')}")


def _how(name: str) -> str:
    return f"sau tên đầy đủ hãy thêm «(sau đây gọi tắt là {name})»"
