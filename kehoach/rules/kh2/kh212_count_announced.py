from __future__ import annotations

from functools import cache

from ...extract import marks
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_LEAD = lazy(
    rf"(?<![\d/.,])\b(?P<said>(?P<count>\d{{1,2}}|{'|'.join(_WORDS)})(?: \(\w+\))? "
    r"(?P<what>giai đoạn|nhóm|nhiệm vụ|nội dung|giải pháp|bước|đợt|tiêu chí|chỉ tiêu|mục tiêu|danh hiệu|hình thức"
    r"|lĩnh vực|vấn đề|yêu cầu|nguyên tắc|mô hình|chuyên đề|tiêu chuẩn))\b(?! [\d/])[^:.;]{0,60}:\s*$"
)
_NAMED = lazy(r"[\s*_+-]*(?P<word>Giai đoạn|Nhóm|Bước|Đợt|Nhiệm vụ|Giải pháp)(?: thứ)? (?P<which>\d{1,2}|[IVX]{1,4})\b")
MOST = 12  # nobody counts longer lists beforehand


@rule(
    "KH212",
    "count-announced",
    Severity.WARNING,
    source="Yêu cầu chung: số mục nêu ở câu dẫn phải bằng số mục kể ra",
    english="a list has more or fewer items than announced",
    needs=("clean",),
    bad=(
        Bad(sample("I. NỘI DUNG", "Nhà trường thực hiện 03 nhiệm vụ sau:", "1. Tập huấn.", "2. Kiểm tra.",
                   "II. TỔ CHỨC THỰC HIỆN", "Các tổ thực hiện."), at="03 nhiệm vụ"),
        Bad(sample("I. TIẾN ĐỘ", "Chia thành hai giai đoạn:", "- Giai đoạn 1: Tập huấn.", "- Giai đoạn 2: Thực hiện.",
                   "- Giai đoạn 3: Tổng kết."), at="hai giai đoạn"),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Nhà trường thực hiện 02 nhiệm vụ sau:", "1. Tập huấn.", "- Mở lớp.", "2. Kiểm tra.",
                    "II. TỔ CHỨC THỰC HIỆN", "Các tổ thực hiện.")),
        Good(sample("I. NỘI DUNG", "Đạt 03 tiêu chí:", "Tập huấn, kiểm tra và báo cáo.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Câu dẫn nói một số, kể ra một số khác: «03 nhiệm vụ sau:» mà chỉ có hai mục.

    Chỉ xét danh sách đánh số hoặc «Giai đoạn 1, Giai đoạn 2» ngay sau câu dẫn.
    """
    blocks = plan.document.blocks
    for number in range(plan.opening[1], (plan.end or len(blocks)) - 1):
        text = blocks[number].text
        if not text.rstrip().endswith(":") or not (m := _LEAD.search(text)):
            continue
        count = int(m["count"]) if m["count"].isdigit() else _WORDS[m["count"]]
        there = _items(plan, number + 1)
        if 2 <= count <= MOST and there >= 2 and there != count:
            yield Finding(Span(number, *m.span("said")), f"nêu {count} {m['what']} nhưng kể ra {there}; xem lại")


def _items(plan: Plan, first: int) -> int:
    """How many items the list has that begins at a block: those that count on from 1 in one style."""
    found = style = None
    for number in range(first, plan.end or len(plan.document.blocks)):
        block = plan.document.blocks[number]
        now = _numbered(block.shown) or _marked(plan, number)
        if found is None:
            if now is None or now[1] != 1:
                return 0
            style, found = now
        elif now is None:
            continue
        elif now[0] == style:
            if now[1] != found + 1:
                break
            found = now[1]
        elif _rank(now[0]) < _rank(style or ""):
            break
    return found or 0


def _numbered(text: str) -> tuple[str, int] | None:
    """«Giai đoạn 2», whatever mark stands before it."""
    if not (m := _NAMED.match(text)):
        return None
    return m["word"], int(m["which"]) if m["which"].isdigit() else marks.arabic(m["which"])


def _marked(plan: Plan, number: int) -> tuple[str, int] | None:
    mark = marks.of(plan.document.blocks[number])
    return (mark.style, mark.values[-1]) if mark and mark.values else None


@cache
def _rank(style: str) -> int:
    """The outer list has the lower rank; a named item stands outside of letters and bullets."""
    order = (
        "part",
        "upper",
        "roman",
        "decimal.",
        "decimal2",
        "decimal3",
        "decimal)",
        "(decimal)",
        "letter)",
        "letter.",
    )
    return order.index(style) if style in order else 4
