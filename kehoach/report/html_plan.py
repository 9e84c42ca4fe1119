"""One plan in the page of results: its text with the words marked, and the findings beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from html import escape
from itertools import groupby, pairwise

from ..model import Block, Document, Finding, Span
from ..rules import RULES
from .alike import Numbered, alike
from .blind import ranges
from .results import Checked, Results

MARGINS = ("header", "footer", "footnote")
WORDS = {
    "vi": {
        "held": "Đối chiếu với", "none": "Không có phát hiện nào.", "gap": "{} đoạn không có phát hiện",
        "found": "Phát hiện ở {}", "finding": "phát hiện {}", "back": "đến chỗ được đánh dấu", "fix": "Sửa thành",
        "add": "Thêm", "doubt": " (cần xem lại)", "parent": "Kế hoạch cấp trên", "source": "Căn cứ",
        "waived": "{} phát hiện được bỏ qua", "ignored": "{} quy tắc hoặc nhóm được tắt",
        "blind": "{} quy tắc chưa xét được", "up": "Về đầu trang",
        "as": "như phát hiện {}", "more": "Và {} chỗ khác",
    },
    "en": {
        "held": "Held against", "none": "Nothing was found.", "gap": "{} paragraphs without findings",
        "found": "Found in {}", "finding": "finding {}", "back": "to the words", "fix": "Fix", "add": "Add",
        "doubt": " (to be reviewed)", "parent": "Parent plan", "source": "Source", "waived": "{} findings waived",
        "ignored": "{} rules or families switched off", "blind": "{} rules not evaluated", "up": "To the top",
        "as": "like finding {}", "more": "And {} more places",
    },
}  # fmt: skip

# By the number of a finding, the numbers of all that read the same, the first of them first.
Same = dict[int, tuple[int, ...]]


def render(number: int, file: Checked, results: Results, folded: bool) -> str:
    """The section of a plan. `folded`: paragraphs without findings are there, but closed until somebody opens them."""
    words, document = WORDS[results.language], file.plan.document
    groups = alike(file.report.findings, document)
    same = {count: tuple(c for c, _ in group) for group in groups for count, _ in group}
    by_block: dict[int, list[Numbered]] = defaultdict(list)
    for count, finding in enumerate(file.report.findings, start=1):
        by_block[finding.span.block].append((count, finding))
    parts = []
    for found, group in groupby(enumerate(document.blocks), key=lambda item: item[0] in by_block):
        blocks = [_block(number, document, block, by_block.get(place, []), same, results) for place, block in group]
        text = "\n".join(blocks)
        if folded and not found:
            gap = words["gap"].format(len(blocks))
            text = f'<details class="gap"><summary>{gap}</summary>\n{text}\n</details>'
        parts.append(text)
    text = "\n".join(parts)
    above = f"<p>{words['held']}: {escape(str(file.parent.document.path))}</p>" if file.parent else ""
    none = "" if file.report.findings else f"<p>{words['none']}</p>"
    up = f'<p class="up"><a href="#ket-qua">{words["up"]}</a></p>' if folded else ""
    return f"""<section class="plan" id="tep-{number}" aria-labelledby="ten-{number}">
<h2 id="ten-{number}">{escape(str(document.path))}</h2>
{_title(file)}{above}{none}
{text}
{"".join(_more(file, results))}{up}
</section>"""


def _title(file: Checked) -> str:
    title = file.plan.title
    return f'<p class="title">{escape(title.value)}</p>' if title else ""


def _block(plan: int, document: Document, block: Block, found: list[Numbered], same: Same, results: Results) -> str:
    text = _marked(plan, block, found, results)
    kind = "block margin" if block.part in MARGINS else "block"
    if not found:
        return f'<div class="{kind}"><p>{text}</p></div>'
    notes = "".join(_note(plan, count, finding, document, same[count], results) for count, finding in found)
    label = escape(results.label(block))
    said = WORDS[results.language]["found"].format(label)
    return (
        f'<div class="{kind}"><p class="at">{label}</p><p>{text}</p>'
        f'<ol class="notes" aria-label="{said}">{notes}</ol></div>'
    )


def _marked(plan: int, block: Block, found: list[Numbered], results: Results) -> str:
    """The text of a block with the words of its findings marked; marks that meet are cut where they do."""
    told = WORDS[results.language]["finding"]
    words = [(count, finding) for count, finding in found if finding.span.start < finding.span.end]
    cuts = sorted({0, len(block.text), *(at for _, f in words for at in (f.span.start, f.span.end))})
    parts = [escape(block.number) + " "] if block.number else []
    met: set[int] = set()
    for start, end in pairwise(cuts):
        here = [(count, f) for count, f in words if f.span.start < end and start < f.span.end]
        text = escape(block.text[start:end])
        if not here:
            parts.append(text)
            continue
        grave = max(finding.severity for _, finding in here).name.lower()
        new = [count for count, _ in here if count not in met]
        met.update(new)
        ends = [count for count, finding in here if finding.span.end == end]
        anchors = "".join(f'<a id="chu-{plan}-{count}"></a>' for count in new)
        links = ", ".join(
            f'<a href="#y-{plan}-{count}" aria-label="{told.format(count)}">{count}</a>' for count in ends
        )
        shown = f"<sup>{links}</sup>" if links else ""
        parts.append(f'{anchors}<mark class="{grave}">{text}{shown}</mark>')
    return "".join(parts)


def _note(plan: int, count: int, finding: Finding, document: Document, same: tuple[int, ...], results: Results) -> str:
    words, level = WORDS[results.language], finding.severity.name.lower()
    back = (
        f'<a href="#chu-{plan}-{count}" aria-label="{words["back"]}">{count}</a>'
        if document.text(finding.span)
        else str(count)
    )
    head = f'<p><strong>{back}. {finding.rule}</strong> <span class="level">{results.severity(finding)}</span>'
    if count != same[0]:
        first = f'<a href="#y-{plan}-{same[0]}">{same[0]}</a>'
        return f'<li class="{level}" id="y-{plan}-{count}">{head} {words["as"].format(first)}</p></li>'
    lines = [
        f"{head}</p>",
        f"<p>{escape(results.message(finding, document))}</p>",
    ]
    if fix := finding.fix:
        said = words["fix" if document.text(fix.span) else "add"]
        lines.append(f"<p>{said}: <ins>«{escape(fix.text)}»</ins>{'' if fix.safe else words['doubt']}</p>")
    if len(same) > 1:
        others = ", ".join(f'<a href="#y-{plan}-{other}">{other}</a>' for other in same[1:])
        lines.append(f"<p>{words['more'].format(len(same) - 1)}: {others}</p>")
    if related := finding.related:
        lines.append(f'<p class="small">{words["parent"]}: {_context(related.document, related.span)}</p>')
    lines.append(f'<p class="small">{words["source"]}: {escape(RULES[finding.rule].source)}</p>')
    return f'<li class="{level}" id="y-{plan}-{count}">{"".join(lines)}</li>'


def _context(document: Document, span: Span) -> str:
    """The words of the parent, marked in their paragraph."""
    text = document.blocks[span.block].text
    before, words, after = text[: span.start], text[span.start : span.end], text[span.end :]
    return f"«{escape(before)}<strong>{escape(words)}</strong>{escape(after)}»"


def _more(file: Checked, results: Results) -> Iterator[str]:
    """What was let pass and what could not be seen."""
    report, document, words = file.report, file.plan.document, WORDS[results.language]
    if report.waived:
        rows = [
            f"{w.finding.rule}: {results.message(w.finding, document)} — {results.reason(w.reason)}"
            for w in report.waived
        ]
        yield _details(words["waived"].format(len(report.waived)), rows)
    if report.ignored:
        rows = [f"{code}: {reason}" for code, reason in report.ignored]
        yield _details(words["ignored"].format(len(report.ignored)), rows)
    if report.not_evaluated:
        rows = [f"{reason}: {ranges(rules)}" for reason, rules in results.blind(file).items()]
        yield _details(words["blind"].format(len(report.not_evaluated)), rows)


def _details(summary: str, rows: list[str]) -> str:
    items = "".join(f"<li>{escape(row)}</li>" for row in rows)
    return f"<details><summary>{summary}</summary><ul>{items}</ul></details>"
