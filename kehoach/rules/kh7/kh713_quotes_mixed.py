from __future__ import annotations

from typing import Annotated, Literal

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import prose

_CURLY = lazy(r"“([^\"“”\n]{1,300})”")
_STRAIGHT = lazy(r"\"([^\"“”\n]{1,300})\"")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH713",
    "quotes-mixed",
    Severity.INFO,
    source="Cách viết thống nhất trong một văn bản: một kiểu dấu ngoặc kép",
    english="straight and curly quotation marks in one document",
    needs=("clean", "typed"),
    bad=(
        Bad(
            _said('Đề án “Xây dựng xã hội học tập”; Chương trình "Học tập suốt đời trong gia đình".'),
            at='"Học tập suốt đời trong gia đình"',
            fixed=_said("Đề án “Xây dựng xã hội học tập”; Chương trình “Học tập suốt đời trong gia đình”."),
        ),
        Bad(
            _said('Đề án "Xây dựng xã hội học tập".'),
            at='"Xây dựng xã hội học tập"',
            fixed=_said("Đề án “Xây dựng xã hội học tập”."),
            options={"style": "“”"},
        ),
    ),
    good=(
        Good(_said('Đề án "Xây dựng xã hội học tập"; Chương trình "Học tập suốt đời".')),
        Good(_said('Đề án “Xây dựng xã hội học tập”; màn hình 24" và 27" cho phòng máy.')),
    ),
)
def check(
    plan: Plan,
    *,
    style: Annotated[Literal["", "“”", '""'], "kiểu dấu được chọn; để trống: chỉ cần thống nhất"] = "",
) -> Findings:
    """Cả văn bản dùng một kiểu dấu ngoặc kép: “ ”, không lẫn với dấu thẳng.

    Chỉ báo một lần, ở chỗ đầu tiên dùng dấu thẳng.
    Khi đã chọn kiểu dấu (style) thì báo mọi chỗ viết khác.
    """
    here = prose(plan)
    if style:
        for match in (_STRAIGHT if style == "“”" else _CURLY).finditer(here.text):
            if not here.text[match.start() - 1 : match.start()].isdigit():
                span = here.span(*match.span())
                right = f"{style[0]}{match[1]}{style[1]}"
                yield Finding(span, f"cơ quan thống nhất viết {right}", Fix(span, right))
        return
    if "“" not in here.text:
        return
    found = [m for m in _STRAIGHT.finditer(here.text) if not here.text[m.start() - 1 : m.start()].isdigit()]
    if found:
        span = here.span(*found[0].span())
        said = f"hai kiểu dấu ngoặc kép trong một văn bản ({len(found)} chỗ dùng dấu thẳng): nên dùng “ ”"
        yield Finding(span, said, Fix(span, f"“{found[0][1]}”") if len(found) == 1 else None)
