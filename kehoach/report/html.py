"""For reading and handing on: one page with the text of each plan, the words marked and the findings beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from html import escape
from itertools import pairwise
from pathlib import Path

from ..model import Block, Document, Finding, Severity, Span
from ..rules import RULES
from .results import NAMES, Checked, Results
from .summary import WAIVED

STYLE = Path(__file__).with_suffix(".css")
ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)
MARGINS = ("header", "footer", "footnote")

# A finding with its number on the page, which the mark in the text and the note beside it share.
Numbered = tuple[int, Finding]


def render(results: Results) -> str:
    plans = "\n".join(_plan(number, file, results) for number, file in enumerate(results.files, start=1))
    return f"""<!DOCTYPE html>
<html lang="{results.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kết quả kiểm tra kế hoạch</title>
<style>
{STYLE.read_text(encoding="utf-8").strip()}
</style>
</head>
<body>
<a class="skip" href="#ket-qua">Đến kết quả</a>
<header>
<h1>Kết quả kiểm tra kế hoạch</h1>
{_counts(results)}
{_contents(results)}
</header>
<main id="ket-qua">
{plans}
</main>
<footer>Lập bằng kehoach. Kết quả giúp người soạn và người thẩm định rà soát, không thay cho việc đọc văn bản.</footer>
</body>
</html>"""


def _counts(results: Results) -> str:
    counts = results.counts
    items = [f'<li class="{s.name.lower()}">{counts[s]} {NAMES[s]}</li>' for s in ORDER]
    items.append(f'<li class="plain">{len(results.files)} tệp</li>')
    blind = sum(len(file.report.not_evaluated) for file in results.files)
    items += [f'<li class="plain">{blind} lượt quy tắc chưa xét được</li>'] if blind else []
    items += [
        f'<li class="plain">{results.waived[by]} phát hiện {words}</li>'
        for by, words in WAIVED.items()
        if results.waived[by]
    ]
    return f'<ul class="counts" aria-label="Tổng kết">{"".join(items)}</ul>'


def _contents(results: Results) -> str:
    """Where to find each plan, when there are several."""
    if len(results.files) < 2:
        return ""
    rows = "".join(
        f'<li><a href="#tep-{number}">{escape(str(file.plan.document.path))}</a>: '
        f"{len(file.report.findings)} phát hiện</li>"
        for number, file in enumerate(results.files, start=1)
    )
    return f'<nav aria-label="Các tệp"><ul>{rows}</ul></nav>'


def _plan(number: int, file: Checked, results: Results) -> str:
    document = file.plan.document
    by_block: dict[int, list[Numbered]] = defaultdict(list)
    for count, finding in enumerate(file.report.findings, start=1):
        by_block[finding.span.block].append((count, finding))
    blocks = "\n".join(
        _block(number, document, place, block, by_block.get(place, []), results)
        for place, block in enumerate(document.blocks)
    )
    above = f"<p>Đối chiếu với: {escape(str(file.parent.document.path))}</p>" if file.parent else ""
    none = "" if file.report.findings else "<p>Không có phát hiện nào.</p>"
    return f"""<section class="plan" id="tep-{number}" aria-labelledby="ten-{number}">
<h2 id="ten-{number}">{escape(str(document.path))}</h2>
{above}{none}
{blocks}
{"".join(_more(file, results))}
</section>"""


def _block(plan: int, document: Document, place: int, block: Block, found: list[Numbered], results: Results) -> str:
    text = _marked(plan, block, found)
    kind = "block margin" if block.part in MARGINS else "block"
    if not found:
        return f'<div class="{kind}"><p>{text}</p></div>'
    notes = "".join(_note(plan, count, finding, document, results) for count, finding in found)
    return (
        f'<div class="{kind}"><p class="at">{escape(block.label)}</p><p>{text}</p>'
        f'<ol class="notes" aria-label="Phát hiện ở {escape(block.label)}">{notes}</ol></div>'
    )


def _marked(plan: int, block: Block, found: list[Numbered]) -> str:
    """The text of a block with the words of its findings marked; marks that meet are cut where they do."""
    words = [(count, finding) for count, finding in found if finding.span.start < finding.span.end]
    cuts = sorted({0, len(block.text), *(at for _, f in words for at in (f.span.start, f.span.end))})
    parts = [escape(block.number) + " "] if block.number else []
    told: set[int] = set()
    for start, end in pairwise(cuts):
        here = [(count, f) for count, f in words if f.span.start < end and start < f.span.end]
        text = escape(block.text[start:end])
        if not here:
            parts.append(text)
            continue
        grave = max(finding.severity for _, finding in here).name.lower()
        new = [count for count, _ in here if count not in told]
        told.update(new)
        ends = [count for count, finding in here if finding.span.end == end]
        anchors = "".join(f'<a id="chu-{plan}-{count}"></a>' for count in new)
        links = "".join(
            f'<sup><a href="#y-{plan}-{count}" aria-label="phát hiện {count}">{count}</a></sup>' for count in ends
        )
        parts.append(f'{anchors}<mark class="{grave}">{text}{links}</mark>')
    return "".join(parts)


def _note(plan: int, count: int, finding: Finding, document: Document, results: Results) -> str:
    rule = RULES[finding.rule]
    level = finding.severity.name.lower()
    back = (
        f'<a href="#chu-{plan}-{count}" aria-label="đến chỗ được đánh dấu">{count}</a>'
        if document.text(finding.span)
        else str(count)
    )
    lines = [
        f'<p><strong>{back}. {finding.rule}</strong> <span class="level">{results.severity(finding)}</span></p>',
        f"<p>{escape(results.message(finding, document))}</p>",
    ]
    if fix := finding.fix:
        old = escape(document.text(fix.span))
        said = "sửa thành" if old else "thêm"
        doubt = "" if fix.safe else " (cần xem lại)"
        lines.append(f"<p>{said.capitalize()}: <ins>«{escape(fix.text)}»</ins>{doubt}</p>")
    if related := finding.related:
        lines.append(f'<p class="small">Kế hoạch cấp trên: {_context(related.document, related.span)}</p>')
    lines.append(f'<p class="small">Căn cứ: {escape(rule.source)}</p>')
    return f'<li class="{level}" id="y-{plan}-{count}">{"".join(lines)}</li>'


def _context(document: Document, span: Span) -> str:
    """The words of the parent, marked in their paragraph."""
    text = document.blocks[span.block].text
    before, words, after = text[: span.start], text[span.start : span.end], text[span.end :]
    return f"«{escape(before)}<strong>{escape(words)}</strong>{escape(after)}»"


def _more(file: Checked, results: Results) -> Iterator[str]:
    """What was let pass and what could not be seen."""
    report = file.report
    if report.waived:
        rows = "".join(
            f"<li>{w.finding.rule}: {escape(results.message(w.finding, file.plan.document))} — {escape(w.reason)}</li>"
            for w in report.waived
        )
        yield f"<details><summary>{len(report.waived)} phát hiện được bỏ qua</summary><ul>{rows}</ul></details>"
    if report.ignored:
        rows = "".join(f"<li>{code}: {escape(reason)}</li>" for code, reason in report.ignored)
        yield f"<details><summary>{len(report.ignored)} quy tắc hoặc nhóm được tắt</summary><ul>{rows}</ul></details>"
    by_reason: dict[str, list[str]] = defaultdict(list)
    for blind in report.not_evaluated:
        by_reason[blind.reason].append(blind.rule)
    if by_reason:
        rows = "".join(f"<li>{escape(reason)}: {', '.join(rules)}</li>" for reason, rules in by_reason.items())
        count = len(report.not_evaluated)
        yield f"<details><summary>{count} quy tắc chưa xét được</summary><ul>{rows}</ul></details>"
