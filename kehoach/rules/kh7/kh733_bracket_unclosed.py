from __future__ import annotations

from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import prose, titled

# The bracket behind «a)», «1)» numbers an item: behind a mark it closes nothing.
_MARKS = lazy(r"(?<=[;:.,]) (?:[a-zđ]|\d{1,2})\)|[()]")
_OPENED = lazy(r"\((?=[^)\n]*(?:[(\n]|$|[;:.,] (?:[a-zđ]|\d{1,2})\)))")
_CLOSING = lazy(r"(?:^|(?<=[\s(,;:.“\"]))(?:[a-zđA-Z]|\d{1,2}|[ivxIVX]{1,4})\)|(?P<mark>[()])|[:;]-?\)")
FAR = 300  # letters of the next lines, where a paragraph is broken


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH733",
    "bracket-unclosed",
    Severity.WARNING,
    source="Quy tắc dùng dấu câu: mỗi dấu mở ngoặc đơn có một dấu đóng",
    english="a bracket is opened and not closed",
    needs=("clean", "typed"),
    bad=(
        Bad(_said("Gửi danh sách (theo mẫu kèm theo. Các tổ báo cáo đúng hạn.", "Thực hiện tốt."), at="("),
        Bad(_said("Gửi danh sách theo mẫu kèm theo) đúng hạn."), at=")"),
        Bad(_said("Gửi danh sách (theo mẫu kèm theo.", "Đề xuất khen thưởng (nếu có)."), at="("),
    ),
    good=(
        Good(_said("- Tập huấn: 1) cán bộ; 2) giáo viên (cả năm).", "Chi tiết (theo mẫu", "số 2) kèm theo.")),
        Good(_said("a) Học tập (cả năm); b) rèn luyện; c) khen thưởng (nếu có).", "1) Tập huấn; 2) hội thảo.")),
        Good(_said("Các đơn vị (gồm: a) các tổ; b) các lớp) thực hiện.", "Chi tiết (theo", "phụ lục) kèm theo.")),
    ),
)
def check(plan: Plan) -> Findings:
    """Mở ngoặc đơn mà không đóng: «(có phụ lục kèm theo.».

    Chỗ mở ở dòng trước và đóng ở dòng sau (do ngắt dòng, ngắt trang) được coi là đủ.
    """
    here = prose(plan)
    first, last = titled(plan)
    for match in _OPENED.finditer(here.text, first, last):
        at = match.start()
        end = here.text.find("\n", at)
        line, rest = here.text[at:end], here.text[end : end + FAR]
        behind = min((found for found in (rest.find("("), rest.find(")")) if found >= 0), default=-1)
        if _depth(line) > 0 and (behind < 0 or rest[behind] == "("):
            yield Finding(here.span(at, at + 1), "mở ngoặc đơn mà không đóng")
    for number in range(plan.opening[0], plan.end or len(plan.document.blocks)):
        text = plan.document.blocks[number].text
        if ")" in text and (alone := _closed_alone(text)) is not None and not _opened_before(plan, number):
            yield Finding(Span(number, alone, alone + 1), "đóng ngoặc đơn mà không mở")


def _closed_alone(text: str) -> int | None:
    """Where a bracket closes that was not opened; not that of an item («a)», «1)»)."""
    depth = 0
    for m in _CLOSING.finditer(text):
        if m["mark"] is None:
            continue
        depth += 1 if m["mark"] == "(" else -1
        if depth < 0:
            return m.start("mark")
    return None


def _opened_before(plan: Plan, number: int) -> bool:
    """Whether a bracket is still open at the end of the paragraphs before, where one is broken."""
    before = plan.document.blocks[max(0, number - 2) : number]
    return any(block.text.count("(") > block.text.count(")") for block in before)


def _depth(text: str) -> int:
    """How many brackets are open at the end of a text that begins with one."""
    depth = 0
    for match in _MARKS.finditer(text):
        depth += {"(": 1, ")": -1}.get(match.group(), 0)
        if depth == 0:
            return 0
    return depth
