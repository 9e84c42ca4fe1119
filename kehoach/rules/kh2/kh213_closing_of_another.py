from __future__ import annotations

from functools import cache

from ...knowledge import table
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import plan as sample

_KINDS = "Báo cáo|Công văn|Quyết định|Thông báo|Hướng dẫn|Tờ trình|Phương án|Đề án|Quy chế|Chỉ thị"
_CLOSING = lazy(
    rf"\W*Trên đây là (?:toàn bộ )?(?:nội dung )?(?:(?P<other>{_KINDS})\b|[Kk]ế hoạch\b(?P<subject>[^.;]*))"
)
# «Biểu thuế ban hành kèm theo Quyết định này» is a quotation of the decision.
_THIS = lazy(
    r"(?<!\w)(?<!ban hành )kèm theo (?P<other>(?:Báo cáo|Công văn|Quyết định|Thông báo|Hướng dẫn|Tờ trình) này)\b"
)
_NAME = lazy(r"[a-z]{2,}")
# Behind these words the sentence goes on, and the name has ended.
_GOES_ON = lazy(r",? (?:de nghi|yeu cau|trong qua trinh|qua trinh|cac don vi|can cu|giao)\b")
FEWEST = 3  # words that tell what a plan is about
SHARED = 0.2  # so small a part of them is in the title


@rule(
    "KH213",
    "closing-of-another",
    Severity.WARNING,
    source="Câu kết nhắc lại tên loại và trích yếu của chính văn bản (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, "
    "Mục II, khoản 5)",
    english="the closing sentence names another document or another subject",
    needs=("clean",),
    bad=(
        Bad(sample("I. NỘI DUNG", "Trên đây là Báo cáo chuyển đổi số của nhà trường./."), at="Báo cáo"),
        Bad(sample("I. NỘI DUNG", "Trên đây là Kế hoạch phòng cháy, chữa cháy và cứu nạn, cứu hộ./."),
            at="phòng cháy, chữa cháy và cứu nạn, cứu hộ"),
        Bad(sample("I. NỘI DUNG", "Danh sách kèm theo Quyết định này."), at="Quyết định này"),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Trên đây là Kế hoạch chuyển đổi số của Trường THCS Xuân Sơn./.")),
        Good(sample("I. NỘI DUNG", "Trên đây là Kế hoạch của nhà trường, đề nghị các tổ nghiêm túc thực hiện./.")),
        Good(sample("I. NỘI DUNG", "Theo mẫu kèm theo Quyết định số 81/QĐ-BNV ngày 02/3/2024 của Bộ Nội vụ.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Câu kết «Trên đây là …» ghi tên loại hoặc việc của một văn bản khác, sót lại khi soạn từ bản cũ."""
    if plan.kind is None or plan.kind.value != "KH":
        return
    for number in range(plan.opening[0], plan.end or len(plan.document.blocks)):
        text = plan.document.blocks[number].text
        if m := _THIS.search(text) if " này" in text else None:
            yield Finding(Span(number, *m.span("other")), "văn bản này là Kế hoạch; sửa «Kế hoạch này»")
        if not (closing := _CLOSING.match(text) if "rên đây" in text[:20] else None):
            continue
        if closing["other"]:
            yield Finding(Span(number, *closing.span("other")), "văn bản này là Kế hoạch; sửa «Trên đây là Kế hoạch»")
        elif _of_something_else(plan, closing["subject"]):
            start, end = closing.span("subject")
            start += len(closing["subject"]) - len(closing["subject"].lstrip())
            end = start + len(text[start:end].rstrip(" ./"))
            yield Finding(Span(number, start, end), "câu kết nói việc khác với trích yếu; sửa cho khớp")


def _of_something_else(plan: Plan, subject: str) -> bool:
    said, title = _told(subject), _told(plan.title.value if plan.title else "")
    if len(said) < FEWEST or len(title) < 2:
        return False
    own = title | _told(" ".join(b.text for b in plan.document.blocks[slice(*plan.opening)]))
    return len(said & own) < SHARED * len(said)


def _told(name: str) -> set[str]:
    """The words that tell one plan from another, without accents."""
    folded = fold(name)
    stop = _GOES_ON.search(folded)
    return set(_NAME.findall(folded[: stop.start() if stop else None])) - _general()


@cache
def _general() -> frozenset[str]:
    return frozenset(fold(table("wording")["general"]).split())
