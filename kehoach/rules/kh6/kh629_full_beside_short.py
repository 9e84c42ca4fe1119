from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ...extract.quoted import is_cited, is_quoted
from ...extract.sections import every
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

# In running text, without the place where the short form is given: «Ủy ban nhân dân (UBND) xã», and without the name of
# an office that is always written short: «Văn phòng HĐND và UBND».
_FORMS = lazy(
    r"(?P<ubnd>(?<!HĐND và )(?<!HĐND, )\bUBND\b)"
    r"|(?P<ubnd_full>\b[ỦU][ỷy] ban nhân dân\b(?! *\())|(?P<ubnd_old>\bUỷ ban nhân dân\b(?! *\())"
    r"|\b(?P<head>Sở|Phòng|Bộ) (?:(?P<gddt>GD ?(?:&|-|và)? ?ĐT)\b|(?P<gddt_full>Giáo dục và Đào tạo\b)(?! *\())"
)
NEAR = 3  # paragraphs within which a reader sees both


class _Use(Struct, frozen=True):
    """A form where it stands: what it means, and whether it is written in full."""

    thing: str
    full: bool
    span: Span


@rule(
    "KH629",
    "full-beside-short",
    Severity.INFO,
    source="Thông lệ soạn thảo văn bản hành chính: đã dùng chữ viết tắt thì dùng thống nhất",
    english="a name in full stands close to the same name abbreviated",
    needs=("clean",),
    bad=(
        Bad(sample("I. KHEN THƯỞNG", "- Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh;",
                   "- Giấy khen của Chủ tịch UBND xã;", "- Giấy khen của Chủ tịch UBND phường."), at="Ủy ban nhân dân"),
    ),
    good=(
        Good(sample("I. KHEN THƯỞNG", "- Bằng khen của Chủ tịch UBND tỉnh;", "- Giấy khen của Chủ tịch UBND xã.")),
        Good(sample("I. NỘI DUNG", "Theo Quyết định số 81/QĐ-UBND ngày 02/3/2024 của Ủy ban nhân dân tỉnh.",
                    "Báo cáo UBND xã.")),
        Good(sample("I. NỘI DUNG", "Văn phòng HĐND và UBND tổng hợp, báo cáo Ủy ban nhân dân xã.")),
        Good(sample("I. NỘI DUNG", "Gửi Phòng GD&ĐT; nghe Sở Giáo dục và Đào tạo hướng dẫn.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Một tên khi viết đủ, khi viết tắt ở những dòng gần nhau: «Chủ tịch Ủy ban nhân dân tỉnh», «Chủ tịch UBND xã».

    Mỗi tên báo một lần, ở cách viết ít gặp hơn. Không xét trong phần mở đầu, trong viện dẫn, trong nơi nhận.
    """
    uses: dict[str, list[_Use]] = {}
    for use in _uses(plan):
        uses.setdefault(use.thing, []).append(use)
    for found in uses.values():
        rare = min((True, False), key=lambda full: sum(use.full == full for use in found))
        for use in found:
            near = any(o.full != use.full and abs(o.span.block - use.span.block) <= NEAR for o in found)
            if use.full == rare and near:
                other = next(plan.document.text(o.span) for o in found if o.full != use.full)
                yield Finding(use.span, f"gần đó viết «{other}»; nên viết thống nhất một cách")
                break


def _uses(plan: Plan) -> Iterator[_Use]:
    headings = {section.block for section in every(plan.sections)}  # there a name is usually in full
    for number in range(plan.opening[1], plan.end or len(plan.document.blocks)):
        block = plan.document.blocks[number]
        if number in headings or block.part != "body" or block.text.isupper():
            continue
        for m in _FORMS.finditer(block.text):
            part = m.lastgroup or ""
            span = Span(number, m.start(), m.end())
            if not (is_cited(plan, span) or is_quoted(plan.document, span)):
                yield _Use(f"{m['head'] or ''} {part.partition('_')[0]}", "_" in part, span)
