from __future__ import annotations

from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

_YEARS = lazy(
    r"(?P<what>năm học|giai đoạn|nhiệm kỳ|nhiệm kì|thời kỳ|thời kì)\s*:?\s*"
    r"(?P<years>(?P<first>\d{4})\s*[-–/]\s*(?P<last>\d{4}))(?!\d)"
    r"|năm (?P<far>2[1-9]\d\d)(?!\d|[.,]\d)"
    r"|năm (?P<odd>20\d{3}|20\d(?=\s*[.;,)]|\s*$))(?!\d|[.,]\d)"
    r"|từ (?:năm )?(?P<both>(?P<since>(?:19|20)\d\d) đến (?:hết )?(?:năm )?(?P<until>\d{4}))(?!\d)",
)
LONGEST = 60  # years of a plan; a strategy looks ahead less far
SCHOOL = 1  # years from the first to the last of a school year


@rule(
    "KH411",
    "years-impossible",
    Severity.WARNING,
    source="Lịch: năm học gồm hai năm liền nhau; năm đầu của một giai đoạn không sau năm cuối",
    english="a school year that is none, or a period that ends before it begins",
    needs=("clean",),
    bad=(
        Bad(sample("I. NỘI DUNG", "Thực hiện nhiệm vụ năm học 2025 - 2062."), at="2025 - 2062"),
        Bad(sample("I. NỘI DUNG", "Thực hiện giai đoạn 2026 - 2003."), at="2026 - 2003"),
        Bad(sample("I. NỘI DUNG", "Triển khai từ năm 2026 đến năm 2203."), at="2026 đến năm 2203"),
        Bad(sample("I. NỘI DUNG", "Hoàn thành vào cuối năm 2206."), at="2206"),
        Bad(sample("I. NỘI DUNG", "Tăng 10% so với năm 20245."), at="20245"),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Năm học 2025 - 2026; giai đoạn 2021 - 2030; từ năm 2026 đến năm 2045.")),
        Good(sample("I. NỘI DUNG", "Mỗi năm 200 lượt người; năm 20.245 lượt.")),
        Good(sample("I. NỘI DUNG", "Giảm số hộ nghèo từ 2500 đến 1800 hộ.")),
        Good(sample("I. NỘI DUNG", "Trong ba năm học 2023 - 2026 và nhiệm kỳ 2025-2030.")),
    ),
)
def check(plan: Plan) -> Findings:
    """Năm học không gồm hai năm liền nhau («2025 - 2062»), giai đoạn kết thúc trước khi bắt đầu: gõ nhầm một con số."""
    for number, block in enumerate(plan.document.blocks):
        for match in _YEARS.finditer(block.text) if "2" in block.text else ():
            if match["far"]:
                yield Finding(Span(number, *match.span("far")), f"năm {match['far']} quá xa; xem lại các con số")
                continue
            if match["odd"]:
                yield Finding(Span(number, *match.span("odd")), f"năm «{match['odd']}» thừa hoặc thiếu chữ số")
                continue
            part, first, last = ("years", "first", "last") if match["years"] else ("both", "since", "until")
            begins, ends = int(match[first]), int(match[last])
            one = match["what"] == "năm học" and not _several(block.text, match.start())
            if 0 <= ends - begins <= LONGEST and not (one and ends - begins != SCHOOL):
                continue
            said = f"năm học là {begins} - {begins + 1}" if one else f"năm cuối là {ends}, năm đầu là {begins}"
            yield Finding(Span(number, *match.span(part)), f"{said}; xem lại các con số")


def _several(text: str, start: int) -> bool:
    """«trong ba năm học 2023 - 2026»."""
    before = text[max(0, start - 6) : start].split()
    return bool(before) and (before[-1] in ("các", "hai", "ba", "bốn", "năm", "những") or before[-1].isdigit())
