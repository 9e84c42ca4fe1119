from __future__ import annotations

from collections import Counter
from typing import Annotated

from ...extract.appearance import ITEMS, count, extent, figure, is_seen, stretches
from ...extract.components import components
from ...model import Finding, Findings, Plan, Severity, Span
from .. import Bad, Good, dress, rule
from ..options import Range
from ..samples import plan as sample

# Letters in one size that are surely a paragraph, and not what the reader of a PDF took for text of the plan.
SEEN_IN_PDF = 80


@rule(
    "KH126",
    "body-size",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm e và Mục V, STT 6",
    english="the text is not in 13 or 14 points, or in two sizes",
    needs=("layout", "state"),
    bad=(
        Bad(sample(), at="Nâng cao chất lượng dạy và học.", dress=(dress("Nâng cao", "cỡ chữ 12", size=12.0),)),
        Bad(
            sample("I. NỘI DUNG", "Tổ chức dạy học theo kế hoạch.", "Tổ chức thi giữa kỳ."),
            at="Tổ chức thi giữa kỳ.",
            dress=(dress("Tổ chức thi", "cỡ chữ 13, các đoạn khác 14", size=13.0),),
        ),
    ),
    good=(
        Good(sample(), dress=()),
        Good(sample(), dress=tuple(dress(line, "cỡ chữ 13", size=13.0) for line in ("Trường", "I. ", "Nâng"))),
        Good(
            sample(),
            dress=tuple(dress(line, "cỡ chữ 15", size=15.0) for line in ("Trường", "I. ", "Nâng")),
            options={"sizes": (14.0, 15.0)},
        ),
    ),
)
def check(
    plan: Plan,
    *,
    sizes: Annotated[Range, "cỡ chữ nhỏ nhất và lớn nhất của nội dung"] = (13.0, 14.0),
) -> Findings:
    """Nội dung văn bản dùng cỡ chữ 13 đến 14 và một cỡ chữ từ đầu đến cuối.

    Cỡ chữ của số thứ tự, tiêu đề khoản, điểm bằng cỡ chữ của phần lời văn. Chữ trong bảng không tính.
    """
    spans: dict[float, list[Span]] = {}
    for line in components(plan).of(*ITEMS):
        for span, letters in stretches(plan, line.span):
            if letters.size and is_seen(plan, span):
                spans.setdefault(_rounded(letters.size, plan), []).append(span)
    low, high = sizes
    if all(low <= size <= high for size in spans) and len(spans) < 2:
        return
    letters_of = Counter({size: sum(count(plan, span) for span in found) for size, found in spans.items()})
    main = letters_of.most_common(1)[0][0]
    for size, found in spans.items():
        if not low <= size <= high:
            said = f"cỡ chữ {figure(size)}; nội dung dùng cỡ chữ {figure(low)} đến {figure(high)}"
        elif size != main:
            said = f"cỡ chữ {figure(size)}, phần còn lại {figure(main)}; dùng một cỡ chữ trong cả nội dung"
        else:
            continue
        if plan.document.format != "pdf" or letters_of[size] >= SEEN_IN_PDF:
            yield Finding(found[0], f"{said}{extent(plan, found)}")


def _rounded(size: float, plan: Plan) -> float:
    """A PDF gives sizes as they came out, scaled a little by the printer."""
    return float(round(size)) if plan.document.format == "pdf" else size
