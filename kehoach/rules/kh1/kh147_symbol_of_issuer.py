from __future__ import annotations

from typing import Annotated

from ...extract import codes
from ...extract.components import attached
from ...extract.head import has_kind_line
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..options import Words
from ..samples import but

COMMITTEE = lazy(r"\W*(?:uy ban nhan dan|ubnd)\b")
OTHER = lazy(r"\W*(?:so|truong|phong|trung tam|chi cuc|ban quan ly|thanh tra|benh vien|hoi(?! dong)|lien doan)\b")


@rule(
    "KH147",
    "symbol-of-issuer",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3 điểm b",
    english="the symbol is that of another body than the one that issues the plan",
    needs=("clean", "state"),
    bad=(
        Bad(but(("Số: 34/KH-THCSXS", "Số: 34/KH-UBND")), at="KH-UBND"),
        Bad(
            but(("UBND PHƯỜNG XUÂN SƠN\nTRƯỜNG TRUNG HỌC CƠ SỞ XUÂN SƠN", "ỦY BAN NHÂN DÂN\nPHƯỜNG XUÂN SƠN")),
            at="KH-THCSXS",
        ),
        Bad(but(("Số: 34/KH-THCSXS", "Số: 34/KH-SGDĐT")), at="KH-SGDĐT"),
    ),
    good=(
        Good(but()),
        Good(
            but(
                ("UBND PHƯỜNG XUÂN SƠN\nTRƯỜNG TRUNG HỌC CƠ SỞ XUÂN SƠN", "ỦY BAN NHÂN DÂN\nPHƯỜNG XUÂN SƠN"),
                ("Số: 34/KH-THCSXS", "Số: 34/KH-UBND"),
            )
        ),
        Good(but(("Số: 34/KH-THCSXS", "Số: 34/KH-UBND")), options={"symbols": ("KH-UBND",)}),
    ),
)
def check(
    plan: Plan,
    *,
    symbols: Annotated[Words, 'ký hiệu khác mà cơ quan được dùng, ví dụ "KH-VP"'] = (),
) -> Findings:
    """Ký hiệu gồm chữ viết tắt KH và chữ viết tắt tên của chính cơ quan ban hành.

    Chữ viết tắt do người đứng đầu cơ quan quy định, nên chỉ báo khi chắc chắn: kế hoạch của Ủy ban nhân dân mà ký hiệu
    không có UBND, hay kế hoạch của sở, trường, phòng mà ký hiệu là KH-UBND.
    """
    own = plan.number
    if own is None or plan.issuer is None or not has_kind_line(plan) or attached(plan):
        return
    kind, _, body = (own.value.symbol or "").partition("-")
    written = plan.document.text(own.span)
    if kind != "KH" or not body or body not in written or own.value.symbol in symbols:
        return
    issuer = fold(plan.issuer.value)
    at = own.span.start + written.index(body)
    at -= len(kind) + 1 if written[: written.index(body)].endswith(f"{kind}-") else 0
    span = Span(own.span.block, at, own.span.start + written.index(body) + len(body))
    if COMMITTEE.match(issuer) and not body.startswith("UB"):
        yield Finding(span, "ký hiệu kế hoạch của Ủy ban nhân dân là «KH-UBND»; sửa lại cho đúng cơ quan ban hành")
    elif body == "UBND" and OTHER.match(issuer):
        yield Finding(span, f"«KH-UBND» là ký hiệu của Ủy ban nhân dân; ghi chữ viết tắt của {plan.issuer.value}")
    elif (
        OTHER.match(issuer)
        and (of := codes.issuer_of(f"KH-{body}", plan.issued))
        and fold(of).split()[0] != issuer.split()[0]
    ):
        yield Finding(span, f"«KH-{body}» là ký hiệu của {of}; ghi chữ viết tắt của {plan.issuer.value}")
