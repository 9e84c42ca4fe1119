from __future__ import annotations

from ...extract import marks
from ...extract.sections import every
from ...model import Finding, Findings, Plan, Section, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import inner, own, prose

# Words that wait for another one. «tiền của», «sức của» are nouns.
_WAITING = lazy(
    r"(?<= )(?<!tiền )(?<!sức )(?P<word>và|của|với|các|những|hoặc|nhằm|bởi|mỗi)\s*[.;,](?:/\.)?(?=\s*(?:\n|$))"
)
_OPEN = lazy(r" (?P<word>và|của|với|các)\s*$")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH736",
    "sentence-broken-off",
    Severity.WARNING,
    source="Lỗi soạn thảo: câu bị rơi mất phần cuối",
    english="a sentence ends with a word that waits for another one",
    needs=("clean",),
    bad=(
        Bad(_said("- Tổng hợp, báo cáo kết quả của.", "- Kiểm tra việc thực hiện."), at="của"),
        Bad(_said("1. Phòng Văn hóa và", "a) Kiểm tra.", "2. Tổ Toán", "a) Tập huấn."), at="và"),
        Bad(_said("- Phối hợp với các tổ và;", "- Kiểm tra việc thực hiện."), at="và"),
    ),
    good=(Good(_said("- Vận động ủng hộ tiền của.", "- Tổng hợp kết quả của các tổ, các lớp.")),),
)
def check(plan: Plan) -> Findings:
    """Câu dừng ở một chữ còn chờ chữ sau: «… kết quả của.», «… các tổ và;»."""
    here = prose(plan)
    for match in _WAITING.finditer(here.text, *inner(plan)):
        if own(plan, match.start()):
            yield Finding(here.span(*match.span("word")), f"câu dừng ở chữ «{match['word']}»; viết nốt hoặc bỏ chữ này")
    for section in every(plan.sections):
        yield from _heading(plan, section)


def _heading(plan: Plan, section: Section) -> Findings:
    """«2. Sở Giáo dục và»: a heading that ends so, and does not go on in the next line."""
    blocks = plan.document.blocks
    block = blocks[section.block]
    if (m := _OPEN.search(block.text)) and section.block + 1 < len(blocks):
        following = blocks[section.block + 1]
        if marks.of(following) is not None or following.cell is not None:
            yield Finding(Span(section.block, *m.span("word")), f"tiêu đề dừng ở chữ «{m['word']}»; viết nốt")
