from __future__ import annotations

from ...align.citations import first_mentions
from ...model import Citation, Finding, Findings, Found, Plan, Severity, Span
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import plan as sample
from .kh306_citation_incomplete import BY_NAME

# «tiêu chí quy định tại Thông tư số …», «ban hành kèm theo Quyết định số …»: the sentence itself says what it is about.
_TOLD = lazy(r"\b(?:tai|(?:quy dinh|ban hanh|huong dan|neu|kem)\b[^.;:]{0,40}\btheo)\s+(?:\w+\s+){1,6}$")
# The sentence ends or goes on with something else right after the issuer.
_NOTHING_MORE = lazy(r"\s*(?:[.;)]|,(?![^.;,()]{0,60}\s(?:ve|v/v)\b))")

# One after the other in a list; the subject that «về» begins is that of all.
_LISTED = lazy(r"\s*[;,]\s*")
_ABOUT = lazy(r"\b[Vv]ề(?:\s+việc)?\s*$")

# Several bodies issue one together, and the subject comes after the last of them.
_JOINT = lazy(r"[Ll]iên tịch|LT\b")


@rule(
    "KH313",
    "subject-missing",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm b",
    english="a document is cited for the first time without its subject",
    needs=("clean",),
    restored=True,
    bad=(
        Bad(sample("I. NỘI DUNG", "Thực hiện Hướng dẫn số 01/HD-SNV ngày 27/3/2024 của Sở Nội vụ tỉnh Đắk Lắk."),
            at="Hướng dẫn số 01/HD-SNV ngày 27/3/2024 của Sở Nội vụ tỉnh Đắk Lắk"),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Thực hiện Hướng dẫn số 01/HD-SNV ngày 27/3/2024 của Sở Nội vụ về thi đua.")),
        Good(sample("I. NỘI DUNG", "Ngày 10/6/2020, UBND tỉnh đã ban hành Kế hoạch số 251/KH-UBND.")),
        Good(sample(title="TRIỂN KHAI CHỈ THỊ SỐ 31/CT-BYT NGÀY 21/12/2023 CỦA BỘ Y TẾ, CỦA UBND TỈNH.")),
        Good(sample("I. NỘI DUNG", "Đạt tiêu chí quy định tại Thông tư số 24/2023/TT-BGDĐT ngày 11/12/2023 của Bộ "
                    "Giáo dục và Đào tạo.")),
        Good(sample("I. NỘI DUNG", "Thực hiện Nghị quyết số 21-NQ/TW ngày 25/10/2017 của Hội nghị lần thứ 6, Ban "
                    "Chấp hành Trung ương Đảng khóa XII về công tác dân số.")),
        Good(sample("I. NỘI DUNG", "Thực hiện Kế hoạch số 21/KH-UBND ngày 31/01/2021 của UBND tỉnh; Công văn số "
                    "197/SNV-TCBC ngày 02/02/2021 của Sở Nội vụ về công tác bầu cử.")),
        Good(sample("I. NỘI DUNG", "Theo Nghị quyết liên tịch số 91/NQLT-UBND-MTTQ ngày 05/6/2024 của UBND tỉnh, Ban "
                    "Thường trực Ủy ban MTTQ Việt Nam tỉnh về phối hợp công tác.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Lần đầu viện dẫn một văn bản phải ghi cả trích yếu: «… của Sở Nội vụ về …».

    Câu đã nói văn bản quy định điều gì («tiêu chí quy định tại …») thì không bị nhắc. Luật, Pháp lệnh chỉ ghi tên.
    """
    for found in first_mentions(plan):
        cited = found.value
        if cited.title or cited.kind in BY_NAME or cited.when is None or cited.issuer_span is None:
            continue  # without date or issuer: KH306
        if cited.issuer_span.start < cited.code.start:
            continue  # «Ngày 10/6, UBND tỉnh ban hành Kế hoạch số …»: the sentence tells of it
        if not _told(plan, found) and not _JOINT.search(plan.document.text(found.span)):
            last = max(found.span.end, cited.issuer_span.end if cited.issuer_span.block == found.span.block else 0)
            where = Span(found.span.block, found.span.start, last)
            text = plan.document.blocks[where.block].text
            if text.isupper() or not _NOTHING_MORE.match(fold(text), last):
                continue  # a title; something follows that may be the subject; or the line is cut
            if _shares(plan, where):
                continue
            yield Finding(where, "viện dẫn lần đầu chưa ghi trích yếu; thêm «về …» sau tên cơ quan ban hành")


def _shares(plan: Plan, where: Span) -> bool:
    """Whether what follows in the list says what all are about: «Kế hoạch số 21 …; Công văn số 197 … về bầu cử»."""
    text = plan.document.blocks[where.block].text
    for found in plan.citations:
        cited, span = found.value, found.span
        if (
            span.block != where.block
            or not where.end <= span.start
            or not _LISTED.fullmatch(text, where.end, span.start)
        ):
            continue
        if cited.title_span:
            return bool(_ABOUT.search(text, span.start, cited.title_span.start))
        issuer = cited.issuer_span.end if cited.issuer_span else span.end
        return _shares(plan, Span(where.block, span.start, max(span.end, issuer)))
    return False


def _told(plan: Plan, found: Found[Citation]) -> bool:
    text = fold(plan.document.blocks[found.span.block].text)
    return _TOLD.search(text[: found.value.code.start]) is not None
