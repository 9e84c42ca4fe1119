"""Which of the fixes that findings offer are made, and why the others are not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from ..model import Finding, Fix, Span

UNSAFE = "cần người xem lại; thêm --unsafe để sửa"
CLASH = "trùng với một chỗ sửa khác; chạy lại trên tệp đã sửa"
NOT_TEXT = "chữ ở chỗ này không thay được (công thức, ký hiệu hoặc định dạng xen giữa)"
OLD_LETTERS = "tệp gõ bằng bảng mã, phông chữ cũ; chuyển sang Unicode rồi mới sửa được"
NOT_SETTLED = "sửa rồi vẫn còn bị phát hiện"


class Left(Struct, frozen=True):
    """A finding whose fix was not made, and why."""

    finding: Finding
    reason: str


def choose(findings: Iterable[Finding], unsafe: bool) -> tuple[list[Finding], list[Left]]:
    """The findings to fix, in order, and those to leave. Of fixes that meet, the one of the graver finding is made."""
    chosen: list[Finding] = []
    left: list[Left] = []
    for finding in sorted(findings, key=lambda f: (-f.severity, f.span)):
        fix = finding.fix
        if fix is None:
            continue
        if not fix.safe and not unsafe:
            left.append(Left(finding, UNSAFE))
        elif any(
            _clash(mine, made) for mine in finding.fixes for each in chosen for made in each.fixes if made != mine
        ):
            left.append(Left(finding, CLASH))
        else:
            chosen.append(finding)
    return sorted(chosen, key=lambda f: (f.span, f.rule)), left


def _clash(one: Fix, other: Fix) -> bool:
    a, b = one.span, other.span
    return a.block == b.block and (a.start == b.start or (a.start < b.end and b.start < a.end))


def fixes_of(findings: Iterable[Finding]) -> list[Fix]:
    """The different fixes of some findings, in order."""
    fixes = dict.fromkeys((fix.span, fix.text) for finding in findings for fix in finding.fixes)
    return [Fix(span, text) for span, text in sorted(fixes)]


def moved(span: Span, fixes: Sequence[Fix]) -> Span:
    """Where a place is once `fixes`, in order, are made: words that are replaced stretch or shrink with them."""
    start, end = span.start, span.end
    for fix in reversed([each for each in fixes if each.span.block == span.block]):
        grown = len(fix.text) - (fix.span.end - fix.span.start)
        if fix.span.end <= span.start and fix.span.start < span.start:
            start, end = start + grown, end + grown
        elif fix.span.start <= span.end:
            end = max(start, end + grown)
    return Span(span.block, start, end)
