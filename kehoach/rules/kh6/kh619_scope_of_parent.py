from __future__ import annotations

import re
from functools import cache
from typing import Annotated

from ...extract.quoted import is_cited, is_quoted
from ...knowledge import table
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..options import Words, is_allowed
from ..samples import plan as sample

_GROUPS = (
    ("truong", lazy(r"^(?:truong|nha truong|trung tam giao duc)\b(?!.*\b(?:dai hoc|cao dang|chinh tri)\b)")),
    ("xa", lazy(r"^(?:ubnd|uy ban nhan dan)\s+(?:xa|phuong|thi tran|dac khu)\b")),
    ("phong", lazy(r"^(?:phong giao duc|phong gd)")),
    (
        "co-quan",
        lazy(r"^(?:thanh tra|chi cuc|trung tam|benh vien|ban quan ly|van phong|thu vien|bao tang|kho bac|quy|vien)\b"),
    ),
)


@rule(
    "KH619",
    "scope-of-parent",
    Severity.INFO,
    source="Phạm vi của kế hoạch là phạm vi quản lý của đơn vị ban hành (bảng scope.toml của kehoach)",
    english="words of the parent's scope are left over in a child plan",
    bad=(
        Bad(sample("I. NỘI DUNG", "Triển khai Phong trào trong toàn ngành."), at="toàn ngành"),
        Bad(
            "UBND TỈNH ĐỒNG THÁP\nTHANH TRA TỈNH\n"
            + sample("I. NỘI DUNG", "Sơ kết, rút kinh nghiệm ở cấp huyện và cấp tỉnh vào năm 2025."),
            at="ở cấp huyện và cấp tỉnh",
        ),
        Bad(
            "ỦY BAN NHÂN DÂN\nXÃ ĐỒNG LÂM\n" + sample("I. NỘI DUNG", "Yêu cầu các sở, ban, ngành báo cáo.", opening=""),
            at="các sở, ban, ngành",
        ),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Góp phần cùng toàn ngành hoàn thành nhiệm vụ năm học.")),
        Good(
            "ỦY BAN NHÂN DÂN\nXÃ ĐỒNG LÂM\n"
            + sample("I. NỘI DUNG", "Phối hợp với các sở, ban, ngành; đề nghị các sở, ngành hướng dẫn.", opening="")
        ),
        Good(
            "UBND TỈNH ĐỒNG THÁP\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\n"
            + sample(
                "I. NỘI DUNG",
                "Triển khai Phong trào trong toàn ngành.",
                opening="Sở Giáo dục và Đào tạo ban hành Kế hoạch:",
            )
        ),
        Good(sample("I. NỘI DUNG", "Triển khai Phong trào trong toàn ngành."), options={"allowed": ("toàn ngành",)}),
    ),
)
def check(
    plan: Plan,
    *,
    allowed: Annotated[Words, "chữ chỉ phạm vi vẫn được dùng"] = (),
) -> Findings:
    """Chữ chỉ phạm vi của cấp trên («toàn ngành», «ở cấp huyện và cấp tỉnh») còn sót trong kế hoạch của một đơn vị.

    Thường do chép từ kế hoạch cấp trên; hãy thay bằng phạm vi của đơn vị.
    """
    group = _group(fold(plan.issuer.value)) if plan.issuer else None
    if group is None:
        return
    scopes = [(pattern, say) for inside, pattern, say in _scopes() if group in inside]
    for number, block in enumerate(plan.document.blocks[: plan.end or None]):
        folded = fold(block.text)
        for pattern, say in scopes:
            for m in pattern.finditer(folded):
                span = Span(number, *m.span(1))
                if is_allowed(plan.document.text(span), allowed):
                    continue
                if not is_quoted(plan.document, span) and not is_cited(plan, span):
                    yield Finding(
                        span, f"«{plan.document.text(span)}» là phạm vi của cấp trên; xem có cần viết «{say}» không"
                    )


def _group(issuer: str) -> str | None:
    return next((group for group, pattern in _GROUPS if pattern.match(issuer)), None)


@cache
def _scopes() -> tuple[tuple[frozenset[str], re.Pattern[str], str], ...]:
    return tuple((frozenset(r["inside"]), lazy(r["pattern"]), r["say"]) for r in table("scope")["scope"])
