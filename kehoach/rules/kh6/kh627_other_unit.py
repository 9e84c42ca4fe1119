from __future__ import annotations

import re
from collections.abc import Iterator

from ...align.naming import exact
from ...extract.quoted import is_cited, is_quoted
from ...model import Finding, Findings, Plan, Severity, Span
from ...text import CAPITAL, fold, squeeze
from .. import Bad, Good, rule
from ..samples import plan as sample

_RUN = rf"{CAPITAL}\w*(?:\s+{CAPITAL}\w*){{1,4}}"
_SCHOOL = (
    r"[Tt]rường\s+(?:THCS&THPT|TH&THCS|THCS|THPT|TH|MN|PTDTNT|PTDTBT|Tiểu học và Trung học cơ sở|Tiểu học|"
    r"Trung học cơ sở và Trung học phổ thông|Trung học cơ sở|Trung học phổ thông|Mầm non|Mẫu giáo)"
)
_NAMED = {
    "truong": re.compile(rf"(?<!\w)(?P<head>{_SCHOOL})\s+(?P<name>{_RUN})"),
    "ubnd": re.compile(rf"(?<!\w)(?P<head>xã|phường|thị trấn|đặc khu)\s+(?P<name>{_RUN})"),
}
# «Kế hoạch số … của Trường …» is another document, «sáp nhập phường …» history.
_OTHERS = re.compile(r"\bso\b[^,;.]*\bcua\s+(?:ubnd\s+|uy ban nhan dan\s+)?$|sap nhap|hop nhat|sap xep")
CLOSING = re.compile(r"\W*tren day la (?:toan bo )?(?:noi dung )?ke hoach\b")


@rule(
    "KH627",
    "other-unit",
    Severity.WARNING,
    source="Tên cơ quan ban hành ở phần đầu kế hoạch: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 2",
    english="title, opening or closing name another unit than the one that issues the plan",
    needs=("clean",),
    bad=(
        Bad(
            sample("I. NỘI DUNG", "Dạy học.", "Trên đây là Kế hoạch năm học của Trường THCS Minh Thành."),
            at="Trường THCS Minh Thành",
        ),
        Bad(
            "ỦY BAN NHÂN DÂN\nPHƯỜNG ĐÔNG SƠN\n"
            + sample(title="Chuyển đổi số trên địa bàn phường Bắc Lĩnh", opening=""),
            at="phường Bắc Lĩnh",
        ),
    ),
    good=(
        Good(
            sample(
                "I. NỘI DUNG", "Giao lưu với Trường THCS Minh Thành.", "Trên đây là Kế hoạch của Trường THCS Xuân Sơn."
            )
        ),
        Good(
            "ỦY BAN NHÂN DÂN\nPHƯỜNG ĐÔNG SƠN\n"
            + sample(title="Chuyển đổi số trên địa bàn phường Đông Sơn", opening="")
        ),
    ),
)
def check(plan: Plan) -> Findings:
    """Trích yếu, đoạn mở đầu và đoạn kết phải ghi đúng tên đơn vị ban hành, không phải tên đơn vị khác cùng loại.

    Thường do chép kế hoạch của đơn vị khác.
    """
    own = squeeze(plan.issuer.value) if plan.issuer else ""
    pattern = next((p for kind, p in _NAMED.items() if fold(own).startswith(kind)), None)
    if fold(own).startswith("uy ban nhan dan"):
        pattern = _NAMED["ubnd"]
    mine = pattern.search(own) if pattern else None
    if plan.issuer is None or pattern is None or mine is None:
        return
    for number in _places(plan):
        for m in pattern.finditer(plan.document.blocks[number].text):
            span = Span(number, *m.span())
            same = exact(m[0]), exact(mine[0])
            before = fold(plan.document.blocks[number].text[: m.start()])
            if span.block == plan.issuer.span.block or is_cited(plan, span) or is_quoted(plan.document, span):
                continue
            if _OTHERS.search(before):
                continue
            if fold(same[0]) != fold(same[1]) and not same[0].startswith(same[1]) and not same[1].startswith(same[0]):
                yield Finding(span, f"kế hoạch này của {own} nhưng ở đây ghi «{m[0]}»; hãy sửa lại tên đơn vị")


def _places(plan: Plan) -> Iterator[int]:
    """The blocks of title, opening and closing: elsewhere a plan may speak of others."""
    if plan.title:
        yield plan.title.span.block
    yield from range(*plan.opening)
    for number in range(plan.opening[1], plan.end or len(plan.document.blocks)):
        if CLOSING.match(fold(plan.document.blocks[number].text)):
            yield number
