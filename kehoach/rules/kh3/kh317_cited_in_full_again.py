from __future__ import annotations

from ...align.citations import first_mentions, in_text
from ...extract.appearance import extent
from ...extract.components import components
from ...model import Citation, Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

STOP = lazy(r"[.;:]\s")
FIRST = "Căn cứ Kế hoạch số 12/KH-UBND ngày 06/8/2024 của UBND phường Xuân Sơn về chuyển đổi số;"
AGAIN = "Thực hiện Kế hoạch số 12/KH-UBND{} trong toàn trường."

# The title of another document names it as that title does.
NAMED = (
    "Theo Công văn số 88/UBND-VX ngày 02/10/2024 của UBND phường Xuân Sơn về đôn đốc thực hiện Kế hoạch số 12/KH-UBND "
    "ngày 06/8/2024 của UBND phường Xuân Sơn về chuyển đổi số."
)


@rule(
    "KH317",
    "cited-in-full-again",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm b",
    english="a document that was cited before is cited in full again",
    needs=("clean", "state"),
    bad=(
        Bad(sample(AGAIN.format(" ngày 06/8/2024 của UBND phường Xuân Sơn về chuyển đổi số"), opening=FIRST),
            at="Kế hoạch số 12/KH-UBND ngày 06/8/2024"),
    ),
    good=(
        Good(sample(AGAIN.format(""), opening=FIRST)),
        Good(sample(AGAIN.format(" ngày 06/8/2024 của UBND phường"), opening=FIRST)),
        Good(sample(NAMED, opening=FIRST)),
        Good(sample("Thực hiện nghiêm túc.", opening=f"{FIRST}\n{FIRST}")),
        Good(sample(AGAIN.format(" ngày 08/6/2024 của UBND phường Xuân Sơn về chuyển đổi số"), opening=FIRST)),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Từ lần viện dẫn thứ hai, chỉ ghi tên loại và số, ký hiệu của văn bản.

    Chỉ nhắc khi ghi lại đủ cả ngày, cơ quan ban hành và trích yếu.
    """
    known = {found.value.key: found for found in first_mentions(plan) if _is_full(found.value)}
    bases = {line.span.block for line in components(plan).of("basis")}
    spans: list[Span] = []
    last: Span | None = None
    for found in in_text(plan):
        span, first = found.span, known.get(found.value.key)
        again = (
            first is not None and span > first.span and _is_same(found.value, first.value) and span.block not in bases
        )
        if again and not _is_named_by(plan, last, span):
            spans.append(span)
        last = span
    if spans:
        said = "văn bản này đã được viện dẫn đầy đủ ở trên; ở đây chỉ ghi tên loại và số, ký hiệu"
        yield Finding(spans[0], f"{said}{extent(plan, spans)}")


def _is_full(cited: Citation) -> bool:
    return cited.when is not None and cited.issuer is not None and cited.title is not None


def _is_same(cited: Citation, first: Citation) -> bool:
    """A number that comes again with another date is another document, or what KH309 tells."""
    return _is_full(cited) and cited.date == first.date


def _is_named_by(plan: Plan, last: Span | None, span: Span) -> bool:
    """Whether another citation of the same sentence goes on to this one: it may be the title of the other."""
    if last is None or last.block != span.block:
        return False
    return not STOP.search(plan.document.blocks[span.block].text, last.end, span.start)
