from __future__ import annotations

from ...extract.components import Component, components
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import plan as sample

ONE = "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019"
TWO = "Căn cứ Kế hoạch số 12/KH-UBND ngày 06/8/2024 của UBND phường Xuân Sơn về chuyển đổi số"
ISSUE = "Trường THCS Xuân Sơn ban hành Kế hoạch với các nội dung sau:"

GOES_ON = ("can cu ", "theo de nghi ", "xet de nghi ")
# «Căn cứ …; căn cứ …» in one paragraph
TOGETHER = lazy(r";\s*(?P<next>[Cc]ăn cứ)\b")


def _sample(*bases: str) -> str:
    return sample(opening="\n".join((*bases, ISSUE)))


@rule(
    "KH116",
    "basis-punctuation",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm a",
    english="a legal basis does not end with a semicolon, or the last one with a full stop",
    needs=("typed", "state"),
    bad=(
        Bad(_sample(f"{ONE}.", f"{TWO}."), at=".", fixed=_sample(f"{ONE};", f"{TWO}.")),
        Bad(_sample(f"{ONE};", f"{TWO};"), at=";", fixed=_sample(f"{ONE};", f"{TWO}.")),
        Bad(_sample(f"{ONE}; {TWO[0].lower()}{TWO[1:]}."), at="căn cứ"),
        Bad(_sample(f"{ONE}", f"{TWO}."), at="2019", fixed=_sample(f"{ONE};", f"{TWO}.")),
    ),
    good=(
        Good(_sample(f"{ONE};", f"{TWO}.")),
        Good(_sample(f"{TWO}.")),
        Good(_sample(f"{ONE};", "Căn cứ thực tế, Trường THCS Xuân Sơn xây dựng kế hoạch với nội dung như sau:")),
        Good(
            _sample(
                f"{ONE};", "Theo đề nghị của Tổ trưởng Tổ Tự nhiên, Trường THCS Xuân Sơn ban hành Kế hoạch như sau:"
            )
        ),
        Good(
            _sample(f"{TWO}.", "Căn cứ thực tế của trường, Trường THCS Xuân Sơn đề ra kế hoạch với nội dung như sau:")
        ),
        Good(_sample(f"{ONE};", TWO.removeprefix("Căn cứ ") + ".")),
    ),
)
def check(plan: Plan) -> Findings:
    """Mỗi căn cứ ban hành ở một dòng, cuối dòng có dấu chấm phẩy (;), dòng cuối cùng kết thúc bằng dấu chấm (.)."""
    bases = list(components(plan).of("basis"))
    for line in bases:
        right = "." if line is bases[-1] and not _goes_on(plan, line) else ";"
        if m := TOGETHER.search(line.text):
            span = Span(line.span.block, line.span.start + m.start("next"), line.span.start + m.end())
            yield Finding(span, "mỗi căn cứ ở một dòng; xuống dòng trước căn cứ này")
        end = line.text[-1:]
        if end == right:
            continue
        said = "căn cứ cuối cùng kết thúc bằng dấu chấm (.)" if right == "." else "cuối căn cứ có dấu chấm phẩy (;)"
        if end in ".;,:":
            span = Span(line.span.block, line.span.end - 1, line.span.end)
            yield Finding(span, said, Fix(span, right))
        else:
            word = line.text.split()[-1]
            span = Span(line.span.block, line.span.end - len(word), line.span.end)
            yield Finding(span, said, Fix(span, word + right))


def _goes_on(plan: Plan, line: Component) -> bool:
    """Whether a last basis runs into the opening: «Căn cứ …; ⏎ Căn cứ thực tế, nhà trường xây dựng kế hoạch»."""
    number = line.span.block + 1
    below = plan.document.blocks[number].text if number < plan.opening[1] else ""
    return line.text.endswith(";") and fold(below).lstrip().startswith(GOES_ON)
