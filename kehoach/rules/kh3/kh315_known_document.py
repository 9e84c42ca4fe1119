from __future__ import annotations

from datetime import date
from functools import cache

from ...align.citations import in_text
from ...knowledge import table
from ...model import Citation, Finding, Findings, Plan, Severity
from .. import Bad, Good, rule
from ..samples import plan as sample


def _said(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


@rule(
    "KH315",
    "known-document",
    Severity.ERROR,
    source="Ngày ban hành ghi trên chính văn bản được viện dẫn (bảng documents.toml của kehoach)",
    english="a well-known document is cited with a wrong date",
    bad=(
        Bad(_said("Thực hiện Chỉ thị số 11-CT/TW ngày 03/4/2007 của Bộ Chính trị."), at="ngày 03/4/2007"),
        Bad(_said("Theo Thông tư số 24/2023/TT-BGDĐT ngày 11/11/2023 của Bộ Giáo dục và Đào tạo."),
            at="ngày 11/11/2023"),
    ),
    good=(
        Good(_said("Thực hiện Chỉ thị số 11-CT/TW ngày 13/4/2007 của Bộ Chính trị.")),
        Good(_said("Theo Quyết định số 489/QĐ-TTg ngày 12/5/2019 của Thủ tướng Chính phủ về việc khác.")),
        Good(_said("Theo Quyết định số 1373/QĐ-TTg của Thủ tướng Chính phủ.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Văn bản nhiều nơi viện dẫn mà ghi sai ngày ban hành.

    Chỉ xét những văn bản có trong bảng; số không có năm thì chỉ xét trong đúng năm của văn bản ấy.
    """
    for found in in_text(plan):
        cited = found.value
        right = _dates().get(code(cited))
        if right is None or cited.date is None or cited.when is None or cited.date == right:
            continue
        if cited.date.year == right.year or cited.number.count("/"):
            message = f"{code(cited)} ban hành ngày {right.day:02}/{right.month}/{right.year}"
            yield Finding(cited.when.span, f"{message}; sửa lại ngày hoặc số")


def code(cited: Citation) -> str:
    """Number and symbol as the table has them: «49-KL/TW», «1373/QĐ-TTg»."""
    return f"{cited.number}{'-' if '/' in cited.symbol else '/'}{cited.symbol}"


@cache
def _dates() -> dict[str, date]:
    return {row["code"]: row["date"] for row in table("documents")["document"]}
