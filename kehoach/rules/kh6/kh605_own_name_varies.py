from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from ...align.naming import exact
from ...extract.quoted import is_cited
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from ...text import CAPITAL, fold, squeeze
from .. import Bad, Good, rule
from ..options import Words
from ..samples import plan as sample

_SCHOOL = lazy(
    r"^Trường\s+((?:TH|THCS|THPT|MN|PTDTNT|PTDTBT|TH&THCS|THCS&THPT|Tiểu học|Trung học|Mầm non|Mẫu giáo|Phổ thông)\b)"
)
# «Đoàn trường THPT …»: what belongs to a school is named so.
_OF_SCHOOL = lazy(r"(?i)(?:đoàn|liên đội|chi bộ|đảng bộ|hội đồng)\s+$")
# The place of a committee, at the end of its name.
_AREA = lazy(rf"(?i:[ủu][ỷy]? ban nhân dân) (xã|phường|thị trấn|huyện|quận|thị xã|đặc khu) ({CAPITAL}.*)$")


def _commune(said: str) -> str:
    opening = "Ủy ban nhân dân xã Đồng Lâm ban hành Kế hoạch với các nội dung sau:"
    return sample("I. NỘI DUNG", said, number="Số: 34/KH-UBND", opening=opening)


@rule(
    "KH605",
    "own-name-varies",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục IV khoản 1 (tên cơ quan, tổ chức); tên ở phần đầu kế hoạch",
    english="the unit's own name is written in another way",
    needs=("clean",),
    together=True,
    bad=(
        Bad(
            sample("I. NỘI DUNG", "Trên đây là Kế hoạch của trường THCS Xuân Sơn."),
            at="trường THCS Xuân Sơn",
            fixed=sample("I. NỘI DUNG", "Trên đây là Kế hoạch của Trường THCS Xuân Sơn."),
        ),
        Bad(
            sample("I. NỘI DUNG", "Trên đây là Kế hoạch của Trường THCS Xuân Sớn."),
            at="Trường THCS Xuân Sớn",
            fixed=sample("I. NỘI DUNG", "Trên đây là Kế hoạch của Trường THCS Xuân Sơn."),
        ),
        Bad(
            _commune("Triển khai tại các thôn của xã Đồng Lam."),
            at="Đồng Lam",
            fixed=_commune("Triển khai tại các thôn của xã Đồng Lâm."),
        ),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Trên đây là Kế hoạch của Trường THCS Xuân Sơn.", "Học sinh của nhà trường.")),
        Good(_commune("Triển khai tại xã Đồng Lâm, xã Đồng Lạc và XÃ ĐỒNG LAM.")),
        Good(sample("I. NỘI DUNG", "Đoàn trường THCS Xuân Sơn, Chi bộ trường THCS Xuân Sơn phối hợp thực hiện.")),
        Good(sample("I. NỘI DUNG", "Giao lưu với trường THCS Xuân Hòa và các trường THCS.")),
        Good(sample("I. NỘI DUNG", "Trên đây là Kế hoạch của Trường Trung học cơ sở Xuân Sơn.")),
        Good(
            sample("I. NỘI DUNG", "Trên đây là Kế hoạch của trường THCS Xuân Sơn."),
            options={"allowed": ("trường THCS Xuân Sơn",)},
        ),
    ),
)
def check(
    plan: Plan,
    *,
    allowed: Annotated[Words, "tên khác của đơn vị cũng được dùng"] = (),
) -> Findings:
    """Tên của đơn vị ban hành phải viết thống nhất trong cả kế hoạch, viết hoa như ở phần đầu.

    Viết đủ hay viết tắt loại trường (THCS, trung học cơ sở) thì không bị nhắc.
    """
    own = squeeze(plan.issuer.value) if plan.issuer else ""
    if not _SCHOOL.match(own):
        yield from _area(plan, own)
        return
    for number, block in enumerate(plan.document.blocks[: plan.end or None]):
        for span in _ways(own, block.text, number):
            written = plan.document.text(span)
            if not (squeeze(written) == own or written in allowed or is_cited(plan, span)):
                yield Finding(span, f"ở trên viết «{own}»; nên viết thống nhất", Fix(span, own))


def _area(plan: Plan, own: str) -> Findings:
    """The place of a committee with another accent than in the head: «xã Đồng Lam» of «xã Đồng Lâm»."""
    head = _AREA.search(own)
    if head is None:
        return
    kind, name = head.groups()
    words = re.escape(fold(name)).replace("\\ ", r"\s+")
    place = re.compile(rf"(?<!\w){re.escape(fold(kind))}\s+({words})(?!\w|\s+{CAPITAL})")
    for number, block in enumerate(plan.document.blocks[: plan.end or None]):
        for m in place.finditer(fold(block.text)):
            written = block.text[m.start(1) : m.end(1)]
            # a name in capitals, or in small letters, is no slip of an accent; neither is the place of a tone
            if written.istitle() and exact(squeeze(written)) != exact(name) and not block.text.isupper():
                span = Span(number, *m.span(1))
                if not is_cited(plan, span):
                    yield Finding(span, f"ở trên viết «{kind} {name}»; sửa lại tên", Fix(span, name))


def _ways(own: str, text: str, block: int) -> Iterator[Span]:
    """Where the same words stand with another capital at the beginning or another accent."""
    pattern = re.compile(rf"(?<!\w){re.escape(fold(own)).replace(chr(92) + ' ', chr(92) + 's+')}(?!\w|\s+{CAPITAL})")
    for m in pattern.finditer(fold(text)):
        written = text[m.start() : m.end()]
        if written.isupper() or re.match(rf"\s+{CAPITAL}", text[m.end() :]):
            continue
        if exact(written) != exact(own) or (written[0].islower() and not _OF_SCHOOL.search(text[: m.start()])):
            yield Span(block, m.start(), m.end())
