from __future__ import annotations

from collections import Counter
from collections.abc import Container
from typing import Annotated

from ...extract.abbreviations import Use, given_meaning, introductions, is_common, meaning, uses
from ...extract.quoted import is_quoted
from ...knowledge import table
from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, rule
from ..options import Words
from ..samples import plan as sample
from .kh617_abbreviation_mistyped import mistyped


@rule(
    "KH611",
    "abbreviation-not-introduced",
    Severity.WARNING,
    source="Thông lệ soạn thảo văn bản hành chính: chữ viết tắt được giải thích ở lần dùng đầu tiên",
    english="an abbreviation is used but never introduced",
    needs=("clean",),
    bad=(
        Bad(sample("I. MỤC ĐÍCH", "Nâng cao nhận thức về HTSĐ.", "II. NỘI DUNG", "Đẩy mạnh HTSĐ."), at="HTSĐ"),
        Bad(sample("I. NỘI DUNG", "Phối hợp với các đoàn thể CT-XH trên địa bàn."), at="CT-XH"),
    ),
    good=(
        Good(sample("I. MỤC ĐÍCH", "Nâng cao nhận thức về học tập suốt đời (HTSĐ).", "II. NỘI DUNG", "Đẩy mạnh HTSĐ.")),
        Good(
            sample("I. NỘI DUNG", "Duy trì phổ cập giáo dục, xóa mù chữ (PCGD, XMC).", "Hồ sơ PCGD và XMC của phường.")
        ),
        Good(sample("I. NỘI DUNG", "Cục Cảnh sát PCCC&CNCH hướng dẫn.")),
        Good(sample("I. NỘI DUNG", "UBND phường, HĐND phường, các trường THCS.", "THỰC HIỆN NGAY các việc sau.")),
        Good(
            sample(
                "I. NỘI DUNG", "Theo Kế hoạch số 12/KH-PCGDXMC ngày 01/3/2024.", "Nơi nhận:", "- TTHTCĐ;", "- Lưu: VT."
            )
        ),
        Good(
            sample("I. MỤC ĐÍCH", "Nâng cao nhận thức về HTSĐ.", "II. NỘI DUNG", "Đẩy mạnh HTSĐ."),
            options={"known": ("HTSĐ",)},
        ),
    ),
)
def check(
    plan: Plan,
    parent: Plan | None = None,
    *,
    known: Annotated[Words, "chữ viết tắt ai trong cơ quan cũng hiểu, không cần giải thích"] = (),
) -> Findings:
    """Chữ viết tắt phải được giải thích ở lần dùng đầu tiên: «học tập suốt đời (HTSĐ)».

    Những chữ ai cũng hiểu (UBND, HĐND, MTTQ, THCS …) và chữ viết tắt ở «Nơi nhận» thì không cần.
    """
    usual = table("abbreviations")["usual"]
    counts = Counter(use.short for use in uses(plan))
    for use in first_uses(plan):
        if _is_usual(use.short, usual) or use.short in known or quoted(plan, use) or mistyped(use.short, plan):
            continue
        long = meaning(use.short, plan, parent)
        # A word in plain letters that stands there once may as well be the name of a product or a company.
        if long or counts[use.short] > 1 or not use.short.isascii():
            sure = given_meaning(use.short, plan, parent) is not None
            how = _advice(use.short, long, sure, counts[use.short] == 1)
            yield Finding(use.span, f"chữ viết tắt «{use.short}» chưa được giải thích; {how}")


def _is_usual(short: str, usual: Container[str]) -> bool:
    """Whether KH612 speaks of it, or its parts are all usual: «PCCC&CNCH»."""
    parts = short.split("&")
    return short in usual or (len(parts) > 1 and all(part in usual or is_common(part) for part in parts))


def _advice(short: str, long: str | None, sure: bool, once: bool) -> str:
    """What to write; words of the plan whose initials happen to fit are a guess."""
    guess = f" (có lẽ là «{long}»)" if long else ""
    if once:
        return f"viết đủ: «{long}»" if sure else f"viết đủ{guess}"
    if sure:
        return f"ở lần dùng đầu tiên hãy viết «{long} ({short})»"
    return f"ở lần dùng đầu tiên hãy viết đủ{guess}, chữ viết tắt trong ngoặc đơn"


def first_uses(plan: Plan) -> list[Use]:
    """The first use in running text of every abbreviation that the plan should introduce and does not."""
    given = {i.short for i in introductions(plan)}
    first: dict[str, Use] = {}
    for use in uses(plan):
        if use.closing or use.short in given or is_common(use.short):
            continue
        if use.short not in first or (quoted(plan, first[use.short]) and not quoted(plan, use)):
            first[use.short] = use
    return list(first.values())


def quoted(plan: Plan, use: Use) -> bool:
    return is_quoted(plan.document, use.span)
