from __future__ import annotations

from ...extract.components import components
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import but

NOTE = lazy(r"\((?P<note>[^()]{2,20})\)\s*[;.,]?$")
STYLES = {
    "short": lazy(r"(?:b/c|t/h|p/h|đ/b|c/đ|k/t)$"),
    "for": lazy(r"để (?:b/c|t/h|p/h|đ/b|k/t)$"),
    "full": lazy(r"(?:để )?(?:báo cáo|thực hiện|phối hợp)$"),  # those that have a short form
}
CAPITAL = lazy(r"(?:Để )?[BTPĐKC]/[a-zđ]$|Để ")


@rule(
    "KH158",
    "recipient-notes",
    Severity.INFO,
    source="Cách ghi quen dùng trong nơi nhận; Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9 điểm a",
    english="the notes in brackets in «Nơi nhận» are not in one style",
    needs=("typed", "state"),
    bad=(
        Bad(but(("UBND phường (để b/c)", "UBND phường (B/c)"), ("môn (để t/h)", "môn (t/h)")), at="(B/c)"),
        Bad(but(("phường (để b/c)", "phường (để báo cáo)"), ("môn (để t/h)", "môn (t/h)")), at="(để báo cáo)"),
    ),
    good=(Good(but()), Good(but(("(để b/c)", "(b/c)"), ("(để t/h)", "(t/h)")))),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Ghi chú mục đích gửi thống nhất một cách: (để b/c), (để t/h) hoặc (b/c), (t/h); viết chữ thường."""
    notes: list[tuple[Span, str]] = []
    for line in components(plan).of("recipient"):
        if m := NOTE.search(line.text):
            span = Span(line.span.block, line.span.start + m.start(), line.span.start + m.end("note") + 1)
            notes.append((span, m["note"].strip()))
    styles = {name: [span for span, note in notes if style.match(note)] for name, style in STYLES.items()}
    used = {name: spans for name, spans in styles.items() if spans}
    for span, note in notes:
        if CAPITAL.match(note):
            yield Finding(span, "ghi chú trong nơi nhận viết chữ thường: (b/c), (t/h)")
            return
    if len(used) > 1:
        rarest = min(reversed(used.values()), key=len)
        yield Finding(rarest[0], "ghi chú trong nơi nhận chưa thống nhất; chọn một cách viết, (b/c) hoặc (để b/c)")
