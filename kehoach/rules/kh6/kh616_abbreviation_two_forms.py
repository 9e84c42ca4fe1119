from __future__ import annotations

from functools import cache

from ...extract.abbreviations import letters, uses
from ...extract.quoted import is_quoted
from ...knowledge import table
from ...model import Finding, Findings, Plan, Severity, Span
from .. import Bad, Good, rule
from ..samples import plan as sample


@rule(
    "KH616",
    "abbreviation-two-forms",
    Severity.INFO,
    source="Thông lệ soạn thảo văn bản hành chính: một cụm từ chỉ có một cách viết tắt",
    english="one thing is abbreviated in two ways",
    needs=("clean",),
    restored=True,
    bad=(
        Bad(
            sample("I. NỘI DUNG", "Theo hướng dẫn của Sở GDĐT.", "Các tổ báo cáo, nhà trường gửi Sở GD&ĐT."),
            at="Sở GD&ĐT",
        ),
        Bad(
            sample("I. NỘI DUNG", "Phối hợp với UB MTTQ phường.", "Nơi nhận:", "- UBMTTQ phường;", "- Lưu: VT."),
            at="UBMTTQ",
        ),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Theo hướng dẫn của Sở GDĐT.", "Các tổ báo cáo, nhà trường gửi Sở GDĐT.")),
        Good(sample("I. NỘI DUNG", "Theo Kế hoạch số 12/KH-SGD&ĐT ngày 01/3/2024 của Sở GDĐT.", "Gửi Sở GDĐT.")),
    ),
)
def check(plan: Plan) -> Findings:
    """Một cụm từ chỉ nên có một cách viết tắt trong cả kế hoạch: «Sở GDĐT» hoặc «Sở GD&ĐT», không dùng cả hai."""
    first: dict[str, str] = {}
    told: set[str] = set()
    for form, span, closing in forms(plan):
        thing = _thing(form)
        before = first.setdefault(thing, form)
        # In «Nơi nhận» a shorter form is usual; the same letters put together in another way are a slip there too.
        if before == form or thing in told or (closing and _bare(before) != _bare(form)):
            continue
        told.add(thing)
        yield Finding(span, f"viết «{form}», trong khi ở trên viết «{before}»; nên thống nhất một cách viết")


def forms(plan: Plan) -> list[tuple[str, Span, bool]]:
    """Every abbreviation as it is written, with the word «Sở», «Phòng», «Trung tâm» before it that belongs to it."""
    found: list[tuple[str, Span, bool]] = []
    last: tuple[str, Span] | None = None
    for use in uses(plan):
        if is_quoted(plan.document, use.span):
            continue
        text = plan.document.blocks[use.span.block].text
        start = next((use.span.start - len(h) for h in _heads() if text[: use.span.start].endswith(h)), use.span.start)
        if (
            last
            and last[1].block == use.span.block
            and last[1].end + 1 == use.span.start
            and _is_one(last[0], use.short)
        ):
            found.pop()
            start = last[1].start
        span = Span(use.span.block, start, use.span.end)
        found.append((text[start : span.end], span, use.closing))
        last = (use.short, use.span)
    return found


def _is_one(left: str, right: str) -> bool:
    return left in ("UB", "TT") and right not in ("HĐND", "UBND")


@cache
def _heads() -> tuple[str, ...]:
    """Words that belong to the abbreviation after them where a group of the table says so."""
    groups = [form for group in table("abbreviations")["same"] for form in group["forms"]]
    return tuple(sorted({form.rpartition(" ")[0] + " " for form in groups if " " in form and not form.isupper()}))


@cache
def _groups() -> dict[str, str]:
    return {form: group["forms"][0] for group in table("abbreviations")["same"] for form in group["forms"]}


def _thing(form: str) -> str:
    return _bare(_groups().get(form, form))


def _bare(form: str) -> str:
    return letters(form.replace(" ", ""))
