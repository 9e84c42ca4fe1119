from __future__ import annotations

import re
from typing import Annotated

from ...knowledge import table
from ...model import Findings, Plan, Severity
from ...text import CAPITAL
from .. import Bad, Good, rule
from ..capitals import occurrences, same_but_for_tone
from ..options import Words
from ..samples import plan as sample


def _text(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


@rule(
    "KH173",
    "offices",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục V, khoản 3 (ví dụ: Chủ tịch Quốc hội, Thủ tướng Chính phủ)",
    english="the name of an office has the wrong capitals",
    needs=("typed", "state"),
    bad=(
        Bad(_text("Báo cáo Chủ Tịch UBND phường."), at="Chủ Tịch", fixed=_text("Báo cáo Chủ tịch UBND phường.")),
        Bad(
            _text("Giao Phó chủ tịch UBND phường phụ trách."),
            at="Phó chủ tịch",
            fixed=_text("Giao Phó Chủ tịch UBND phường phụ trách."),
        ),
    ),
    good=(
        Good(_text("Báo cáo Chủ tịch, các Phó Chủ tịch UBND phường; hiệu trưởng các trường chịu trách nhiệm.")),
        Good(_text("Giao Trưởng Ban Chỉ đạo phân công các thành viên.")),
        Good(_text("Báo cáo Chủ Tịch UBND phường."), options={"allowed": ("Chủ Tịch",)}),
    ),
)
def check(
    plan: Plan,
    *,
    allowed: Annotated[Words, "các chữ cơ quan quy ước viết như vậy, đúng từng chữ hoa"] = (),
) -> Findings:
    """Tên chức vụ viết hoa chữ cái đầu: Chủ tịch, Giám đốc, Hiệu trưởng; với cấp phó: Phó Chủ tịch, Phó Giám đốc.

    Viết thường hoàn toàn khi nói chung (hiệu trưởng các trường) thì không báo.
    """
    for passage, start, end, right in occurrences(plan, table("capitals")["offices"]):
        written = passage.text[start:end]
        if right.endswith(("ban", "phòng")) and re.match(rf"\s+{CAPITAL}", passage.text[end:]):
            continue  # «Trưởng Ban Chỉ đạo»: the last word belongs to the name that follows
        general = written.islower() or (written[0].islower() and written[0].upper() + written[1:] == right)
        if not (written in allowed or general or written.isupper() or same_but_for_tone(written, right)):
            yield passage.finding(start, end, right)
