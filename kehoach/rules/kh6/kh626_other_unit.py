from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from ...align.naming import exact
from ...extract import provinces
from ...extract.quoted import is_cited, is_quoted
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from ...text import CAPITAL, fold
from .. import Bad, Good, rule
from ..options import Words, is_allowed
from ..samples import plan as sample

_RUN = rf"{CAPITAL}\w*(?:\s+{CAPITAL}\w*){{1,4}}"
# Units of one kind: a plan belongs to one school, one commune, one district.
_KINDS = (
    r"[Tt]rường\s+(?:THCS&THPT|TH&THCS|THCS|THPT|TH|MN|PTDTNT|PTDTBT|Tiểu học và Trung học cơ sở|Tiểu học|"
    r"Trung học cơ sở và Trung học phổ thông|Trung học cơ sở|Trung học phổ thông|Mầm non|Mẫu giáo)",
    r"xã|phường|thị trấn|đặc khu",
    r"huyện|quận|thị xã|thành phố",
)
_NAMED = tuple(lazy(rf"(?<!\w)(?P<head>{kind})\s+(?P<name>{_RUN})") for kind in _KINDS)
# «Kế hoạch số … của Trường …» is another document, «sáp nhập phường …» history.
_OTHERS = lazy(
    r"\bso\b[^;.]*\bcua\s+(?:ubnd\s+|uy ban nhan dan\s+)?$|(?:sap nhap|hop nhat|sap xep|giap|giao luu|phoi hop)[^.;]*$"
)
_CLOSING = lazy(r"\W*tren day la (?:toan bo )?(?:noi dung )?ke hoach\b")
_AREA = lazy(r"\b(?:tren dia ban|ubnd|uy ban nhan dan)\s+$")


@rule(
    "KH626",
    "other-unit",
    Severity.WARNING,
    source="Tên cơ quan ban hành ở phần đầu kế hoạch: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 2",
    english="the plan names another school, commune or district than the one it belongs to",
    needs=("clean",),
    bad=(
        Bad(
            sample("I. NỘI DUNG", "Dạy học.", "Trên đây là Kế hoạch năm học của Trường THCS Minh Thành."),
            at="Trường THCS Minh Thành",
        ),
        Bad(
            "ỦY BAN NHÂN DÂN\nPHƯỜNG ĐÔNG SƠN\n" + sample(title="Chuyển đổi số phường Bắc Lĩnh", opening=""),
            at="phường Bắc Lĩnh",
        ),
        Bad(
            "UBND HUYỆN SƠN KỲ\nPHÒNG GIÁO DỤC VÀ ĐÀO TẠO\n"
            + sample("I. NỘI DUNG", "Các trường trên địa bàn huyện Cẩm Lĩnh thực hiện.", opening=""),
            at="huyện Cẩm Lĩnh",
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
            + sample("I. NỘI DUNG", "Học tập phường Bắc Lĩnh.", title="Chuyển đổi số phường Đông Sơn", opening="")
        ),
        Good(
            sample("I. NỘI DUNG", "Trên đây là Kế hoạch năm học của Trường THCS Minh Thành."),
            options={"allowed": ("Trường THCS Minh Thành",)},
        ),
    ),
)
def check(
    plan: Plan,
    parent: Plan | None = None,
    *,
    allowed: Annotated[Words, "tên đơn vị khác cùng loại được nhắc tới như đơn vị mình"] = (),
) -> Findings:
    """Trích yếu, đoạn mở đầu, đoạn kết và địa bàn phải ghi đúng tên đơn vị, không phải tên đơn vị khác cùng loại.

    Thường do chép kế hoạch của đơn vị khác.
    """
    for pattern in _NAMED:
        mine = next((m for head in _bodies(plan) if (m := pattern.search(head)) and not _is_province(m[0])), None)
        if mine is None:
            continue
        above = [m["name"] for body in _bodies(parent) for m in pattern.finditer(body)] if parent else []
        for span, written in _others(plan, pattern, [mine["name"], *above]):
            if is_allowed(written, allowed):
                continue
            yield Finding(span, f"kế hoạch này của {mine[0]} nhưng ở đây ghi «{written}»; hãy sửa lại tên đơn vị")


def _bodies(plan: Plan) -> list[str]:
    return [body.value for body in (plan.issuer, plan.superior) if body]


def _others(plan: Plan, pattern: re.Pattern[str], right: list[str]) -> Iterator[tuple[Span, str]]:
    """Where another unit of that kind is named as if it were the plan's own."""
    central = _central(plan)
    heads = {body.span.block for body in (plan.issuer, plan.superior) if body}
    for number, block in enumerate(plan.document.blocks[: plan.end or None]):
        if number in heads - central:
            continue
        for m in pattern.finditer(block.text):
            before, span = fold(block.text[: m.start()]), Span(number, *m.span())
            if (number not in central and not _AREA.search(before)) or _OTHERS.search(before) or _is_province(m[0]):
                continue
            if is_cited(plan, span) or is_quoted(plan.document, span) or "," in block.text[m.end() : m.end() + 2]:
                continue  # a name before a comma may be one of a list
            if not any(_alike(m["name"], name) for name in right):
                yield span, m[0]


def _central(plan: Plan) -> set[int]:
    """The blocks of title, opening and closing: there a plan speaks of itself."""
    blocks = {*range(*plan.opening)} | ({plan.title.span.block} if plan.title else set())
    for number in range(plan.opening[1], plan.end or len(plan.document.blocks)):
        if _CLOSING.match(fold(plan.document.blocks[number].text)):
            blocks.add(number)
    return blocks


def _alike(one: str, other: str) -> bool:
    """Whether two names may be one, but for accents (another rule tells) and for what stands behind."""
    a, b = fold(exact(one)), fold(exact(other))
    return f"{a} ".startswith(f"{b} ") or f"{b} ".startswith(f"{a} ")


def _is_province(name: str) -> bool:
    return any(m.type for m in provinces.mentions(name))
