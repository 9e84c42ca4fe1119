from __future__ import annotations

from collections import Counter
from typing import Annotated

from ...extract.abbreviations import Use, letters, uses
from ...knowledge import table
from ...model import Finding, Findings, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..options import Words
from ..samples import plan as sample
from .kh611_abbreviation_not_introduced import first_uses

START = lazy(r"(?:^|(?<=, )|(?<=- )|(?<=\bvà ))\w")


@rule(
    "KH612",
    "usual-abbreviation",
    Severity.INFO,
    source="Thông lệ soạn thảo văn bản hành chính: chữ viết tắt được giải thích ở lần dùng đầu tiên",
    english="an abbreviation usual in its field is not introduced",
    needs=("clean",),
    bad=(
        Bad(sample("I. NỘI DUNG", "Các tổ báo cáo BGH. Các tổ gửi BGH danh sách."), at="BGH"),
        Bad(sample("I. NỘI DUNG", "Thực hiện hướng dẫn của Sở GDĐT."), at="GDĐT"),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Các tổ báo cáo Ban Giám hiệu (BGH). Các tổ gửi BGH danh sách.")),
        Good(sample("I. NỘI DUNG", "Các tổ báo cáo Ban Giám hiệu.", "Nơi nhận:", "- BGH, GV;", "- Lưu: VT.")),
        Good(sample("I. NỘI DUNG", "Các tổ báo cáo BGH. Các tổ gửi BGH danh sách."), options={"known": ("BGH",)}),
    ),
)
def check(
    plan: Plan,
    *,
    known: Annotated[Words, "chữ viết tắt ai trong cơ quan cũng hiểu, không cần giải thích"] = (),
) -> Findings:
    """Chữ viết tắt quen dùng trong một ngành (GDĐT, BGH, CNTT …) cũng nên được giải thích ở lần dùng đầu tiên.

    Mỗi chữ chỉ được nhắc một lần; chữ viết tắt ở «Nơi nhận» thì không bị nhắc.
    """
    usual: dict[str, str] = table("abbreviations")["usual"]
    seen: set[str] = set()
    counts = Counter(letters(use.short) for use in uses(plan))
    for use in first_uses(plan):
        if use.short in usual and use.short not in known and letters(use.short) not in seen:
            seen.add(letters(use.short))
            long = _of_body(usual[use.short]) if _names_body(plan, use) else usual[use.short]
            once = f"chữ viết tắt «{use.short}» chỉ dùng một lần; nên viết đủ: «{long}»"
            often = f"nên giải thích chữ viết tắt ở lần dùng đầu tiên: «{long} ({use.short})»"
            yield Finding(use.span, once if counts[letters(use.short)] == 1 else often)


def _names_body(plan: Plan, use: Use) -> bool:
    """Whether the abbreviation is the name of a body: «Sở GDĐT», «Phòng VH-XH»."""
    before = plan.document.blocks[use.span.block].text[: use.span.start].rstrip()
    return before.endswith(("Bộ", "Sở", "Phòng"))


def _of_body(field: str) -> str:
    """The field as a body's name has it: «Lao động - Thương binh và Xã hội»."""
    return START.sub(lambda m: m[0].upper(), field)
