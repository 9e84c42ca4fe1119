from __future__ import annotations

from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import prose, titled

# A dot that leads a number, a row of dots to be filled in, «./.» and a mark that stands alone are no such thing.
_GAP = lazy(r"([,;:.?!)”])(?<=[ \xa0].)(?![\w.…/])")
# On the wrong side of the mark: «tiến độ ,bảo đảm».
_WRONG_SIDE = lazy(r"(?<=[^\W\d_]) +([,;])(?=[^\W\d_]{2})")
_WORD = lazy(r"[\w)”\"%]([ \xa0]+)$")
_HOLLOW = lazy(r"\( +(?=[^\W_])|(?<!\w)“ +(?=[^\W_])")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH705",
    "space-before-mark",
    Severity.WARNING,
    source="Cách gõ dấu câu tiếng Việt: dấu câu viết liền với chữ đứng trước, dấu ngoặc viết liền với chữ bên trong",
    english="a space before a punctuation mark, or inside brackets or quotation marks",
    needs=("clean", "typed"),
    bad=(
        Bad(_said("Gửi báo cáo về UBND ."), at=" .", fixed=_said("Gửi báo cáo về UBND.")),
        Bad(_said("Các tổ chuyên môn , đoàn thể thực hiện."), at=" ,",
            fixed=_said("Các tổ chuyên môn, đoàn thể thực hiện.")),
        Bad(_said("Đúng tiến độ ,bảo đảm chất lượng."), at=" ,", fixed=_said("Đúng tiến độ, bảo đảm chất lượng.")),
        Bad(_said("Cán bộ quản lý ( CBQL) thực hiện."), at="( ", fixed=_said("Cán bộ quản lý (CBQL) thực hiện.")),
    ),
    good=(
        Good(_said("Kinh phí: … đồng; số tiền .......... đồng; giải quyết ./.")),
        Good(_said("Tỷ lệ đạt 95 %, vượt chỉ tiêu (trừ các lớp 5A, 5B); xem mục 2.1.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Không có dấu cách trước dấu phẩy, chấm, chấm phẩy, hai chấm và dấu đóng ngoặc; sau dấu mở ngoặc cũng vậy."""
    if plan.document.format == "pdf":  # its spaces are guessed from the gaps on paper
        return
    here = prose(plan)
    first, _ = titled(plan)
    for match in _GAP.finditer(here.text, first):
        before = _WORD.search(here.text, max(0, match.start() - 8), match.start())
        if before:
            span = here.span(before.start(1), match.end())
            yield Finding(span, f"bỏ dấu cách trước dấu «{match[1]}»", Fix(span, match[1]))
    for match in _WRONG_SIDE.finditer(here.text, first):
        span = here.span(*match.span())
        yield Finding(span, f"dấu cách đứng sau dấu «{match[1]}», không đứng trước", Fix(span, f"{match[1]} "))
    for match in _HOLLOW.finditer(here.text, first):
        span = here.span(*match.span())
        mark = match.group()[0]
        yield Finding(span, f"bỏ dấu cách sau dấu «{mark}»", Fix(Span(span.block, span.start, span.end), mark))
