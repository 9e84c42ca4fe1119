from __future__ import annotations

from ...extract.components import Component, components
from ...extract.persons import HONOURS
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import but

# Whose heads of sector may regulate otherwise; those are KH155's.
REGULATED = lazy(
    r"\W*(?:truong|nha truong|trung tam|benh vien|vien|hoc vien|dai hoc|tram y te|cong an|bo chi huy|to)\b"
)


@rule(
    "KH154",
    "honours",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7 điểm c",
    english="an academic title stands before the signer's name",
    needs=("clean", "state"),
    bad=(
        Bad(but(("TRƯỜNG TRUNG HỌC CƠ SỞ XUÂN SƠN", "SỞ TƯ PHÁP"), ("Nguyễn", "ThS. Nguyễn")), at="ThS.",
            fixed=but(("TRƯỜNG TRUNG HỌC CƠ SỞ XUÂN SƠN", "SỞ TƯ PHÁP"))),
    ),
    good=(Good(but()), Good(but(("Nguyễn Thị Minh", "ThS. Nguyễn Thị Minh")))),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Trước họ tên của người ký không ghi học hàm, học vị và danh hiệu: không viết «ThS. Nguyễn Thị Minh».

    Đơn vị vũ trang nhân dân, tổ chức sự nghiệp giáo dục, y tế, khoa học theo quy định riêng của ngành (xem KH155).
    """
    if not regulated(plan):
        yield from honours(plan)


def honours(plan: Plan) -> Findings:
    """The titles before names in the signature."""
    for line in components(plan).of("name"):
        if found := HONOURS.match(line.text):
            yield _finding(line, found[0])


def _finding(line: Component, title: str) -> Finding:
    span = Span(line.span.block, line.span.start, line.span.start + len(title.rstrip()))
    whole = Span(line.span.block, line.span.start, line.span.start + len(title))
    return Finding(span, f"không ghi «{title.strip()}» trước họ tên người ký", Fix(whole, ""))


def regulated(plan: Plan) -> bool:
    """Whether the issuer is a school, a hospital or the like, where the sector may allow titles."""
    return plan.issuer is not None and REGULATED.match(fold(plan.issuer.value)) is not None
