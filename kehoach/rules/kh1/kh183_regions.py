from __future__ import annotations

import re
from functools import cache

from ...knowledge import table
from ...model import Findings, Plan, Severity
from .. import Bad, Good, rule
from ..capitals import occurrences, same_but_for_tone
from ..samples import plan as sample


def _text(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


@rule(
    "KH183",
    "regions",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục III, khoản 1 điểm đ",
    english="the name of a region has the wrong capitals",
    needs=("typed", "state"),
    bad=(
        Bad(_text("Ưu tiên các xã vùng Tây nguyên."), at="Tây nguyên", fixed=_text("Ưu tiên các xã vùng Tây Nguyên.")),
        Bad(_text("Hỗ trợ khu vực tây bắc."), at="tây bắc", fixed=_text("Hỗ trợ khu vực Tây Bắc.")),
    ),
    good=(Good(_text("Hỗ trợ vùng Tây Bắc; khu đất ở phía đông bắc của xã; cao nguyên phía tây nguyên sơ.")),),
)
def check(plan: Plan) -> Findings:
    """Tên vùng, miền viết hoa chữ cái đầu mỗi âm tiết: Tây Bắc, Tây Nguyên, Bắc Bộ, Đông Nam Bộ."""
    names: list[str] = table("capitals")["regions"]["names"]
    for passage, start, end, right in occurrences(plan, names):
        written = passage.text[start:end]
        if same_but_for_tone(written, right) or written.isupper() or passage.quoted(start):
            continue
        if not written.islower() or _after().search(passage.text, max(0, start - 10), start):
            yield passage.finding(start, end, right)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(table('capitals')['regions']['after'])})\s+$")
