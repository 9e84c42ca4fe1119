from __future__ import annotations

import re
from typing import Annotated

from ...align.bodies import body_key, same_body
from ...align.reports import addressed, receives
from ...model import Deadline, Finding, Findings, Found, Plan, Related, Severity, Skip, Span
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..options import Words
from ..samples import plan as sample

ABOVE = "UBND THÀNH PHỐ HẢI PHÒNG\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\n" + sample(
    "I. TỔ CHỨC THỰC HIỆN", "Trước ngày 05 tháng 12 hằng năm, các trường báo cáo kết quả về Sở Giáo dục và Đào tạo.",
    number="Số: 12/KH-SGDĐT",
)  # fmt: skip
HERE = "Nhà trường báo cáo kết quả về {} trước ngày 20 tháng 11 hằng năm."
# Bodies outside the unit that reports are sent to; everything else («Văn phòng», «Ban Giám hiệu») is inside it.
_OUTSIDE = lazy(r"^(?:so|bo|ubnd (?:tinh|tp|tx|huyen|quan)|phong gddt|tinh uy|thanh uy|huyen uy)\b")


@rule(
    "KH403",
    "report-recipient",
    Severity.WARNING,
    source="Nơi nhận báo cáo trong kế hoạch cấp trên",
    english="reports go to a body other than the parent's issuer",
    bad=(
        Bad(
            sample("I. TỔ CHỨC THỰC HIỆN", HERE.format("Phòng Giáo dục và Đào tạo")),
            at="Phòng Giáo dục và Đào tạo",
            parent=ABOVE,
        ),
    ),
    good=(
        Good(sample("I. TỔ CHỨC THỰC HIỆN", HERE.format("Sở GD&ĐT")), parent=ABOVE),
        Good(sample("I. TỔ CHỨC THỰC HIỆN", HERE.format("Ban Giám hiệu")), parent=ABOVE),
        Good(
            sample("I. TỔ CHỨC THỰC HIỆN", HERE.format("Phòng Giáo dục và Đào tạo")),
            parent=ABOVE,
            options={"allowed": ("Phòng Giáo dục và Đào tạo",)},
        ),
    ),
)
def check(
    plan: Plan,
    parent: Plan,
    *,
    allowed: Annotated[Words, "cơ quan khác cũng được nhận báo cáo"] = (),
) -> Findings:
    """Báo cáo kết quả phải gửi cho cơ quan ban hành kế hoạch cấp trên, hoặc cơ quan mà kế hoạch đó chỉ định.

    Báo cáo trong nội bộ đơn vị (tổ gửi nhà trường, khu phố gửi UBND phường ban hành kế hoạch) thì không bị nhắc.
    """
    if parent.issuer is None:
        yield Skip("không đọc được cơ quan ban hành kế hoạch cấp trên")
        return
    named = [d.value.recipient for d in parent.deadlines if d.value.recipient and addressed(parent, d, plan)]
    right = [*allowed, parent.issuer.value, *named, *([plan.issuer.value] if plan.issuer else ())]
    # nobody was asked to report straight to the issuer, or the body above has work of its own: it goes up step by step
    if plan.superior and (not named or _has_work(parent, plan.superior.value)):
        right.append(plan.superior.value)
    seen: set[Span] = set()
    for found in plan.deadlines:
        recipient, where = found.value.recipient, found.value.recipient_span
        if (
            not recipient
            or not where
            or where in seen
            or not _is_report(plan, found)
            or not _is_outside(plan, recipient)
        ):
            continue
        seen.add(where)
        if not any(same_body(recipient, body) for body in right) and not receives(parent, recipient):
            message = f"kế hoạch cấp trên yêu cầu gửi báo cáo về {parent.issuer.value}, không phải {recipient}"
            yield Finding(where, message, related=Related(parent.document, parent.issuer.span))


def _has_work(parent: Plan, body: str) -> bool:
    """Whether the parent gives work to a body, with or without the name of its province."""
    name = body_key(body)
    return any(name.startswith(owner) for task in parent.tasks if len((owner := body_key(task.owner)).split()) > 1)


def _is_report(plan: Plan, found: Found[Deadline]) -> bool:
    """A report, or a dossier that is sent together with one."""
    if found.value.subject != "dossier":
        return found.value.subject == "report"
    before = fold(plan.document.blocks[found.span.block].text[: found.span.start])
    return "bao cao" in before[max(before.rfind(". "), before.rfind("; "), 0) :]


def _is_outside(plan: Plan, recipient: str) -> bool:
    """Whether a body stands outside the unit: a sở is inside for the UBND of its province, a phòng for its sở."""
    issuer = body_key(plan.issuer.value) if plan.issuer else ""
    wanted = body_key(recipient)
    if not issuer or not _OUTSIDE.match(wanted) or (plan.document.damaged and not wanted.replace(" ", "").isalpha()):
        return False
    if issuer.startswith(("ubnd", "hdnd", "so ")):
        above = ("ubnd", "bo ") if re.match(r"ubnd (?:tinh|tp)\b", issuer) else ("ubnd", "bo ", "so ")
        return wanted.startswith(above)
    return True
