from __future__ import annotations

from ...extract.appearance import extent
from ...extract.components import Component, components
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import but

DASH = lazy(r"(?P<dash>[-–—−+*•●]|\.)(?P<space>\s*)(?=\S)")
LABEL = lazy(r"Nơi nhận\s*:?")


@rule(
    "KH156",
    "recipients-form",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9 điểm d",
    english="a line of «Nơi nhận» does not begin with a dash or end with a semicolon",
    needs=("typed", "state"),
    bad=(
        Bad(but(("- UBND phường (để b/c);", "- UBND phường (để b/c),")), at=",", fixed=but()),
        Bad(but(("- UBND phường (để b/c);", "- UBND phường (để b/c)")), at="(để b/c)", fixed=but()),
        Bad(but(("- UBND phường", "– UBND phường")), at="–", fixed=but()),
        Bad(but(("- Lưu: VT.", "Lưu: VT.")), at="Lưu:"),
        Bad(but(("Nơi nhận:", "Nơi nhận")), at="Nơi nhận", fixed=but()),
        Bad(but(("Nơi nhận:", "Nơi Nhận:")), at="Nơi Nhận", fixed=but()),
    ),
    good=(Good(but()),),
)
def check(plan: Plan) -> Findings:
    """Nơi nhận: mỗi nơi một dòng, đầu dòng có gạch đầu dòng (-), cuối dòng có dấu chấm phẩy (;).

    Sau từ «Nơi nhận» có dấu hai chấm.
    """
    label = components(plan).first("recipients-label")
    if label and ":" not in label.text and (m := LABEL.match(label.text)):
        span = Span(label.span.block, label.span.start, label.span.start + m.end())
        yield Finding(span, "sau từ «Nơi nhận» có dấu hai chấm (:)", Fix(span, "Nơi nhận:"))
    elif label and label.text.startswith("Nơi Nhận"):
        span = Span(label.span.block, label.span.start, label.span.start + len("Nơi Nhận"))
        yield Finding(span, "viết «Nơi nhận»", Fix(span, "Nơi nhận"))
    lines = list(components(plan).of("recipient", "filed"))
    yield from _without_dash(plan, lines)
    for line, after in zip(lines, [*lines[1:], None], strict=False):
        automatic = bool(plan.document.blocks[line.span.block].number)
        dash = DASH.match(line.text)
        if dash and dash["dash"] != "-":
            span = Span(line.span.block, line.span.start, line.span.start + 1)
            yield Finding(span, "đầu dòng dùng gạch đầu dòng (-)", Fix(span, "-" if dash["space"] else "- "))
        if line.name == "filed" or (dash is None and not automatic):
            continue
        goes_on = after is not None and after.name == "recipient" and not DASH.match(after.text) and not automatic
        if not line.text.endswith(";") and not goes_on and len(line.text) > 3:
            yield _unended(line.span, line.text)


def _without_dash(plan: Plan, lines: list[Component]) -> Findings:
    """Lines that begin a recipient, not one that goes on with the line above, and have no dash, typed or automatic."""
    bare = [
        line.span
        for before, line in zip([None, *lines], lines, strict=False)
        if not DASH.match(line.text) and plan.document.blocks[line.span.block].number != "-"
        if before is None or before.text.endswith((";", "."))
    ]
    if bare:
        first = Span(bare[0].block, bare[0].start, bare[0].start + len(plan.document.text(bare[0]).split()[0]))
        yield Finding(first, f"đầu mỗi dòng nơi nhận có gạch đầu dòng (-){extent(plan, bare)}")


def _unended(place: Span, text: str) -> Finding:
    if text[-1] in ".,:":
        span = Span(place.block, place.end - 1, place.end)
        return Finding(span, "cuối dòng có dấu chấm phẩy (;)", Fix(span, ";"))
    word = text[text.rfind("(") :] if text.endswith(")") else text.split()[-1]
    span = Span(place.block, place.end - len(word), place.end)
    return Finding(span, "cuối dòng có dấu chấm phẩy (;)", Fix(span, f"{word};"))
