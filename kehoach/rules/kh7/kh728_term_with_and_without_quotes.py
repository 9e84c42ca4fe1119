from __future__ import annotations

import re
from collections import Counter

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import prose

_TERM = lazy(r"“([A-ZÀ-ỸĐ][^“”\n.,;:]{5,40})”")
LEAST = 3  # how often a term stands in quotation marks before that is how the plan writes it


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH728",
    "term-with-and-without-quotes",
    Severity.INFO,
    source="Cách viết thống nhất trong một văn bản: tên gọi tắt có ngoặc kép hoặc không, từ đầu đến cuối",
    english="a short name stands in quotation marks mostly, and once without",
    needs=("clean", "typed"),
    restored=True,
    bad=(
        Bad(_said("Triển khai “Phong trào thi đua”; sơ kết “Phong trào thi đua”; tổng kết “Phong trào thi đua”.",
                  "Căn cứ kết quả thực hiện Phong trào thi đua của các tập thể."), at="Phong trào thi đua",
            fixed=_said("Triển khai “Phong trào thi đua”; sơ kết “Phong trào thi đua”; tổng kết “Phong trào thi đua”.",
                        "Căn cứ kết quả thực hiện “Phong trào thi đua” của các tập thể.")),
    ),
    good=(
        Good(_said("Sơ kết Phong trào thi đua; tổng kết Phong trào thi đua (gọi tắt là “Phong trào thi đua”).")),
        Good(_said("“Đơn vị học tập”, xét “Đơn vị học tập”, công nhận “Đơn vị học tập” theo tiêu chí Đơn vị học tập "
                   "cấp xã và Đơn vị học tập cấp tỉnh; Đơn vị học tập khác; Đơn vị học tập mới.")),
        Good(_said("Công nhận “Đơn vị học tập”, “Đơn vị học tập”, “Đơn vị học tập” và mô hình đơn vị học tập.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Tên gọi tắt («Phong trào thi đua») viết trong ngoặc kép ở hầu hết các chỗ thì các chỗ còn lại cũng vậy.

    Chỉ báo một lần cho mỗi tên, ở chỗ đầu tiên viết khác.
    """
    here = prose(plan)
    for term, times in sorted(Counter(_TERM.findall(here.text)).items()):
        if times < LEAST:
            continue
        found = re.finditer(rf"{re.escape(term)}\b(?!”)", here.text)
        bare = [match for match in found if _is_bare(here.text, *match.span())]
        if bare and len(bare) * 3 <= times:
            span = here.span(*bare[0].span())
            count = f"{times} chỗ có ngoặc kép, {len(bare)} chỗ không"
            fix = Fix(span, f"“{term}”") if len(bare) == 1 else None
            yield Finding(span, f"tên gọi tắt viết hai cách ({count}); nên thống nhất một cách", fix)


def _is_bare(text: str, start: int, end: int) -> bool:
    """Whether a term stands outside quotation marks, and does not begin a longer name («Phong trào thi đua “…”»)."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return line.count("“") == line.count("”") and not re.match(r" [“\"]| [A-ZÀ-ỸĐ]", text[end : end + 2])
