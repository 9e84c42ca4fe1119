from __future__ import annotations

from ...model import Finding, Findings, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import inner, prose

_BLANK = lazy(r"(?<![.…_\w])(?:\.{4,}|…{2,}|_{3,}|x{3,}(?!\w)|\?{2,})(?![./…_])(?=[ \w])")
# Names that stand in a model for those to be filled in.
_NAMES = lazy(
    r"(?<!\w)(?:Nguyễn|Trần|Lê|Phạm) (?:Văn|Thị) [A-E](?!\w|\.)"
    r"|(?<!\w)(?:[Xx]ã|[Pp]hường|[Hh]uyện|[Tt]ỉnh|[Tt]hôn) (?P<of>ABC|XYZ|X|Y)(?!\w)"
)
_ABOUT = ("số", "ngày", "tháng", "năm")  # these blanks are told of by the rules of numbers and dates


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH741",
    "blank-left",
    Severity.WARNING,
    source="Văn bản trình ký phải điền đủ nội dung",
    english="a place that was to be filled in is still open",
    needs=("clean",),
    bad=(
        Bad(_said("Tổ chức cho ..... học sinh tham gia."), at="....."),
        Bad(_said("Giao đồng chí Nguyễn Văn A phụ trách."), at="Nguyễn Văn A"),
        Bad(_said("Thực hiện trên địa bàn xã ABC."), at="ABC"),
        Bad(_said("Giao ông Nguyễn Văn xxx phụ trách."), at="xxx"),
    ),
    good=(Good(_said("Sách, vở, bút...; tập XXX của bộ sách; theo dõi…/.")),),
)
def check(plan: Plan) -> Findings:
    """Chỗ để trống chưa điền trong câu: «..... học sinh», «xxx», «___»."""
    here = prose(plan)
    for match in _BLANK.finditer(here.text, *inner(plan)):
        span = here.span(*match.span())
        before = here.text[max(0, match.start() - 8) : match.start()].split()
        if plan.document.blocks[span.block].cell is None and not (before and before[-1] in _ABOUT):
            yield Finding(span, "còn chỗ trống chưa điền")
    for match in _NAMES.finditer(here.text, *inner(plan)):
        part = "of" if match["of"] else 0
        yield Finding(here.span(*match.span(part)), "tên mẫu chưa thay bằng tên thật")
