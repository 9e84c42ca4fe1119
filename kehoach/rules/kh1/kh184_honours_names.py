from __future__ import annotations

import re
from functools import cache

from ...knowledge import table
from ...model import Findings, Plan, Severity
from .. import Bad, Good, rule
from ..capitals import occurrences, passages, same_but_for_tone
from ..samples import plan as sample


def _text(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


@rule(
    "KH184",
    "honours-names",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục V, khoản 2",
    english="the name of an order or an honorary title, or its grade, has the wrong capitals",
    needs=("typed", "state"),
    bad=(
        Bad(_text("Đề nghị tặng Huân chương lao động."), at="Huân chương lao động",
            fixed=_text("Đề nghị tặng Huân chương Lao động.")),
        Bad(_text("Đã được tặng Huân chương Lao động hạng ba."), at="ba",
            fixed=_text("Đã được tặng Huân chương Lao động hạng Ba.")),
    ),
    good=(
        Good(_text("Đã được tặng Huân chương Lao động hạng Ba; đạt giải ba; công nhận Nhà giáo Nhân dân.")),
        Good(_text("Đội ngũ nhà giáo nhân dân; hạng ba của khối.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Tên huân chương, danh hiệu vinh dự viết hoa tên riêng và từ chỉ thứ, hạng: Huân chương Lao động hạng Ba."""
    known = table("capitals")["honours"]
    for passage, start, end, right in occurrences(plan, (*known["always"], *known["mixed"])):
        written = passage.text[start:end]
        if same_but_for_tone(written, right) or written.isupper() or passage.quoted(start):
            continue
        if not written.islower() or right in known["always"]:
            yield passage.finding(start, end, right)
    for passage in passages(plan):
        if "huan chuong" in passage.folded:
            for m in _ranks().finditer(passage.text):
                yield passage.finding(*m.span("rank"), m["rank"].capitalize())


@cache
def _ranks() -> re.Pattern[str]:
    ranks = "|".join(rank.lower() for rank in table("capitals")["honours"]["ranks"])
    return re.compile(rf"[Hh]uân chương [^,;.]{{3,25}}? hạng (?P<rank>{ranks})(?!\w)")
