"""For reading and handing on: one page, an overview first, then each plan with its words marked and notes beside."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from html import escape
from pathlib import Path

from ..model import Plan, Severity
from ..rules import RULES
from . import html_plan
from .results import NAMES, Checked, Results
from .summary import WAIVED

STYLE = Path(__file__).with_suffix(".css")
ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)
WORDS = {
    "vi": {
        "title": "Kết quả kiểm tra kế hoạch", "skip": "Đến kết quả",
        "totals": "Tổng kết, bấm để ẩn hoặc hiện từng mức",
        "files": "kế hoạch", "blind": "lượt quy tắc chưa xét được", "list": "Các kế hoạch",
        "often": "Phát hiện hay gặp",
        "file": "Tệp", "symbol": "Số, ký hiệu", "issuer": "Cơ quan ban hành", "rule": "Quy tắc", "what": "Nội dung",
        "count": "Số phát hiện", "plans": "Số kế hoạch", "broken": "không đọc được",
        "passed over": "Không kiểm tra, vì không phải kế hoạch",
        "foot": "Lập bằng kehoach. Kết quả giúp người soạn, người thẩm định rà soát, không thay cho việc đọc văn bản.",
    },
    "en": {
        "title": "Plans checked", "skip": "To the results", "totals": "Totals; click to hide or show a level",
        "files": "plans", "blind": "rules not evaluated", "list": "Plans", "often": "Frequent findings",
        "file": "File", "symbol": "Number, symbol", "issuer": "Issuing body", "rule": "Rule", "what": "What",
        "count": "Findings", "plans": "Plans", "broken": "cannot be read", "passed over": "Passed over, no plans",
        "foot": "Made by kehoach. It helps those who write and review a plan; it does not replace reading it.",
    },
}  # fmt: skip
LEVELS = {"vi": NAMES, "en": {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "notes"}}
WAIVED_BY = {"vi": WAIVED, "en": {"comment": "waived in the file", "baseline": "in the baseline"}}
# So many rules are in the table of frequent findings.
OFTEN = 15


def render(results: Results) -> str:
    words = WORDS[results.language]
    several = len(results.files) > 1
    overview = _plans(results) + _often(results) if several else ""
    plans = "\n".join(html_plan.render(n, file, results, several) for n, file in enumerate(results.files, start=1))
    return f"""<!DOCTYPE html>
<html lang="{results.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{words["title"]}</title>
<style>
{STYLE.read_text(encoding="utf-8").strip()}
</style>
</head>
<body>
<a class="skip" href="#ket-qua">{words["skip"]}</a>
<header>
<h1>{words["title"]}</h1>
{_counts(results)}
{_passed_over(results)}
{overview}
</header>
<main id="ket-qua">
{plans}
</main>
<footer>{words["foot"]}</footer>
</body>
</html>"""


def _counts(results: Results) -> str:
    """The totals; each level can be hidden, which a style sheet does without any script."""
    words, counts = WORDS[results.language], results.counts
    items = [
        f'<li class="{level}"><label><input type="checkbox" id="muc-{level}" checked> {counts[s]} {name}</label></li>'
        for s, name in ((s, LEVELS[results.language][s]) for s in ORDER)
        for level in [s.name.lower()]
    ]
    items.append(f'<li class="plain">{len(results.files)} {words["files"]}</li>')
    blind = sum(len(file.report.not_evaluated) for file in results.files)
    items += [f'<li class="plain">{blind} {words["blind"]}</li>'] if blind else []
    items += [
        f'<li class="plain">{results.waived[by]} {said}</li>'
        for by, said in WAIVED_BY[results.language].items()
        if results.waived[by]
    ]
    return f'<ul class="counts" aria-label="{words["totals"]}">{"".join(items)}</ul>'


def _passed_over(results: Results) -> str:
    if not results.passed_over:
        return ""
    names = ", ".join(escape(str(path)) for path in results.passed_over)
    return f"<p>{WORDS[results.language]['passed over']}: {names}</p>"


def _plans(results: Results) -> str:
    """Where to find each plan, and how much there is to do in it."""
    words = WORDS[results.language]
    heads = [
        words["file"],
        words["symbol"],
        words["issuer"],
        *(LEVELS[results.language][s].capitalize() for s in ORDER),
    ]
    rows = "".join(_row(number, file, words) for number, file in enumerate(results.files, start=1))
    return _table(words["list"], heads, rows)


def _row(number: int, file: Checked, words: dict[str, str]) -> str:
    plan = file.plan
    counts = Counter(finding.severity for finding in file.report.findings)
    numbers = "".join(
        f'<td class="number{f" {s.name.lower()}" if counts[s] else ""}">{counts[s] or "–"}</td>' for s in ORDER
    )
    about = f"<em>{words['broken']}</em>" if file.broken else escape(symbol(plan))
    issuer = escape(plan.issuer.value) if plan.issuer else ""
    link = f'<a href="#tep-{number}">{escape(str(plan.document.path))}</a>'
    return f"<tr><td>{link}</td><td>{about}</td><td>{issuer}</td>{numbers}</tr>"


def symbol(plan: Plan) -> str:
    """«163/KH-SGDĐT»; what is blank stays a gap."""
    own = plan.number.value if plan.number else None
    return f"{own.number or '…'}/{own.symbol or '…'}" if own else ""


def _often(results: Results) -> str:
    """Which mistakes are made most: what to tell all units at once."""
    words = WORDS[results.language]
    plans: dict[str, set[Path]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for file in results.files:
        for finding in file.report.findings:
            counts[finding.rule] += 1
            plans[finding.rule].add(file.plan.document.path)
    most = sorted(counts, key=lambda id: (-len(plans[id]), -counts[id], id))[:OFTEN]
    if not most:
        return ""
    rows = "".join(_rule_rows(most, counts, plans, results))
    return _table(words["often"], [words["rule"], words["what"], words["plans"], words["count"]], rows)


def _rule_rows(most: list[str], counts: Counter[str], plans: dict[str, set[Path]], results: Results) -> Iterator[str]:
    for id in most:
        rule = RULES[id]
        said = rule.english if results.language == "en" else rule.doc.partition("\n")[0]
        numbers = f'<td class="number">{len(plans[id])}</td><td class="number">{counts[id]}</td>'
        yield f"<tr><td>{id}</td><td>{escape(said)}</td>{numbers}</tr>"


def _table(title: str, heads: list[str], rows: str) -> str:
    cells = "".join(f'<th scope="col">{head}</th>' for head in heads)
    table = f"<table><thead><tr>{cells}</tr></thead><tbody>{rows}</tbody></table>"
    return f"<details open><summary>{title}</summary>{table}</details>"
