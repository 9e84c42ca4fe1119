from __future__ import annotations

import re
from functools import cache

from ...knowledge import table
from ...model import Findings, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..capitals import Passage, passages
from ..samples import plan as sample

WORDS = lazy(r"\b(?:nhân dân|nhà nước|đảng)\b")
RIGHT = {"nhân dân": "Nhân dân", "nhà nước": "Nhà nước", "đảng": "Đảng"}


def _text(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


@rule(
    "KH171",
    "people-and-state",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục V, khoản 1, 4",
    english="Nhân dân, Nhà nước, Đảng as independent nouns take a capital",
    needs=("typed", "state"),
    together=True,
    restored=True,
    bad=(
        Bad(_text("Vận động các tầng lớp nhân dân."), at="nhân dân", fixed=_text("Vận động các tầng lớp Nhân dân.")),
        Bad(_text("Huy động nguồn lực của nhà nước."), at="nhà nước", fixed=_text("Huy động nguồn lực của Nhà nước.")),
        Bad(_text("Thực hiện chủ trương của đảng."), at="đảng", fixed=_text("Thực hiện chủ trương của Đảng.")),
    ),
    good=(
        Good(_text("Từ ngân sách nhà nước; báo cáo Ủy ban nhân dân, cơ quan quản lý nhà nước.")),
        Good(_text("Lực lượng công an nhân dân, nhà giáo nhân dân; đảng viên của chi bộ.")),
        Good(_text("Nghị quyết số 20-NQ/TW ngày 25/10/2017 của Trung ương về nâng cao đời sống nhân dân.")),
        Good(_text("Chủ trương của Đảng, chính sách của Nhà nước; các tầng lớp Nhân dân.")),
    ),
)
def check(plan: Plan) -> Findings:
    """Danh từ «Nhân dân», «Nhà nước» luôn viết hoa; «Đảng» viết hoa khi chỉ Đảng Cộng sản Việt Nam.

    Không viết hoa trong tên cơ quan và tên gọi của ngành (Ủy ban nhân dân, công an nhân dân) và khi là tính từ (ngân
    sách nhà nước, quản lý nhà nước, cơ quan nhà nước, tổ chức đảng).
    """
    for passage in passages(plan):
        for m in WORDS.finditer(passage.text):
            if not passage.quoted(m.start()) and _is_noun(passage, m) and not _in_title(plan, passage, m):
                yield passage.finding(*m.span(), RIGHT[m[0]])


def _in_title(plan: Plan, passage: Passage, m: re.Match[str]) -> bool:
    """Whether the words are another document's, which keeps its own capitals."""
    titles = (found.value.title_span for found in plan.citations if found.span.block == passage.number)
    return any(title.start <= m.start() < title.end for title in titles if title)


def _is_noun(passage: Passage, m: re.Match[str]) -> bool:
    before = passage.text[max(0, m.start() - 30) : m.start()].casefold().rstrip()
    after = passage.text[m.end() : m.end() + 15].casefold().lstrip()
    key = {"nhân dân": "people", "nhà nước": "state", "đảng": "party"}[m[0]]
    row = table("capitals")[key]
    if after.startswith(tuple(row["before"])):
        return False
    known = _ends(key).search(before) is not None
    return known if key != "people" else not known and bool(before)


@cache
def _ends(key: str) -> re.Pattern[str]:
    """Whether a text ends with one of the words of a row."""
    words = "|".join(map(re.escape, table("capitals")[key]["after"]))
    return lazy(rf"(?<!\w)(?:{words})$")
