from __future__ import annotations

from ...knowledge import table
from ...model import Findings, Plan, Severity
from .. import Bad, Good, rule
from ..capitals import occurrences, same_but_for_tone
from ..samples import plan as sample


def _text(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


@rule(
    "KH188",
    "names-of-laws",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục V, khoản 6",
    english="the name of a law has the wrong capitals",
    needs=("typed", "state"),
    restored=True,
    bad=(
        Bad(
            _text("Thực hiện Luật thi đua, khen thưởng."),
            at="Luật thi đua, khen thưởng",
            fixed=_text("Thực hiện Luật Thi đua, khen thưởng."),
        ),
        Bad(
            _text("Theo quy định của Luật Giáo Dục."),
            at="Luật Giáo Dục",
            fixed=_text("Theo quy định của Luật Giáo dục."),
        ),
    ),
    good=(
        Good(_text("Thực hiện Luật Thi đua, khen thưởng, Luật Viên chức và Bộ luật Lao động.")),
        Good(_text("Tìm hiểu pháp luật giáo dục; xây dựng luật thanh tra mới.")),
        Good(_text("Hoà giải theo Luật Hoà giải ở cơ sở.")),
    ),
)
def check(plan: Plan) -> Findings:
    """Tên luật viết hoa chữ đầu của «Luật», «Bộ luật» và chữ đầu của âm tiết thứ nhất tạo thành tên gọi.

    Danh mục tên luật ở knowledge/capitals.toml.
    """
    for passage, start, end, right in occurrences(plan, table("capitals")["laws"]["names"]):
        written = passage.text[start:end]
        if written[0].isupper() and not (same_but_for_tone(written, right) or written.isupper()):
            yield passage.finding(start, end, right)
