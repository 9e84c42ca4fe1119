from __future__ import annotations

from functools import cache

from ...align.citations import in_text
from ...knowledge import table
from ...model import Finding, Findings, Plan, Severity
from ...text import fold
from .. import Bad, Good, rule
from ..samples import plan as sample
from .kh315_known_document import code


def _said(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


@rule(
    "KH316",
    "known-subject",
    Severity.INFO,
    source="Trích yếu ghi trên chính văn bản được viện dẫn (bảng documents.toml của kehoach)",
    english="the subject of a well-known document is cut or another one",
    restored=True,
    bad=(
        Bad(_said("Theo Kết luận số 49-KL/TW ngày 10/5/2019 của Ban Bí thư về tăng cường sự lãnh đạo của Đảng đối với "
                  "công tác khuyến học."),
            at="tăng cường sự lãnh đạo của Đảng đối với công tác khuyến học"),
    ),
    good=(
        Good(_said("Theo Kết luận số 49-KL/TW ngày 10/5/2019 của Ban Bí thư về tiếp tục thực hiện Chỉ thị số 11.")),
        Good(_said("Theo Kết luận số 49-KL/TW ngày 10/5/2019 của Ban Bí thư.")),
        Good(_said("Theo Quyết định số 749/QĐ-TTg ngày 02/5/2019 của Thủ tướng Chính phủ về phê duyệt quy hoạch.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Trích yếu của một văn bản nhiều nơi viện dẫn bị cắt mất chữ, hoặc là trích yếu của văn bản khác.

    Chỉ xét những văn bản có trong bảng và viện dẫn đúng năm.
    """
    for found in in_text(plan):
        cited = found.value
        known = _subjects().get(code(cited))
        if known is None or not cited.title or cited.title_span is None:
            continue
        year, subject = known
        same = cited.number.count("/") or (cited.date is not None and cited.date.year == year)
        if same and fold(subject) not in fold(cited.title):
            yield Finding(cited.title_span, f"trích yếu của {code(cited)} phải có «{subject}»; đối chiếu với bản gốc")


@cache
def _subjects() -> dict[str, tuple[int, str]]:
    rows = table("documents")["document"]
    return {row["code"]: (row["date"].year, row["subject"]) for row in rows if row.get("subject")}
