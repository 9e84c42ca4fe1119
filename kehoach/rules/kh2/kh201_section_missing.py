from __future__ import annotations

from ...align.sections import at_end, before, covers, family, names, top_level
from ...knowledge import table
from ...model import Finding, Findings, Plan, Related, Severity, Skip, Span
from .. import Bad, Good, rule
from ..samples import PARENT, SEVEN, emulation, without
from ..samples import plan as sample

FUNDS = "KINH PHÍ THỰC HIỆN"


@rule(
    "KH201",
    "section-missing",
    Severity.WARNING,
    source="Bố cục chung của kế hoạch phong trào thi đua và của kế hoạch cấp trên; "
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm c",
    english="a section that this kind of plan, or its parent, has is missing",
    bad=(
        Bad(emulation(*without(FUNDS)), at=""),
        Bad(sample("I. MỤC ĐÍCH", "Nâng cao chất lượng.", "II. NỘI DUNG", "Tập huấn giáo viên."), at="",
            parent=PARENT + "II. TỔ CHỨC THỰC HIỆN\nCác trường báo cáo kết quả về Sở."),
    ),
    good=(
        Good(emulation(*SEVEN)),
        Good(emulation(*without(FUNDS, "TỔ CHỨC THỰC HIỆN"), "VI. KINH PHÍ VÀ TỔ CHỨC THỰC HIỆN", "Theo phân cấp.")),
        Good(sample("I. MỤC ĐÍCH", "Nâng cao chất lượng.", "II. NỘI DUNG", "Tập huấn."), parent=PARENT),
    ),
)  # fmt: skip
def check(plan: Plan, parent: Plan | None = None) -> Findings:
    """Kế hoạch thiếu một mục phải có.

    Mục nào phải có được xác định theo loại kế hoạch (kế hoạch phong trào thi đua nhiều năm có bảy mục) và theo kế hoạch
    cấp trên.
    Nội dung được nói trong một mục khác, hoặc trong một tiểu mục, vẫn coi là có. Kế hoạch thuộc loại khác
    chỉ cần những mục mà kế hoạch cấp trên có.
    """
    if not plan.sections:
        yield Skip("không nhận ra mục nào trong kế hoạch")
        return
    known = family(plan)
    required = list(known["required"]) if known else []
    for role in required:
        if not covers(plan, role):
            theirs = top_level(parent, role) if parent else None
            related = Related(parent.document, theirs.heading) if parent and theirs else None
            reason = "kế hoạch cấp trên có mục này" if theirs else f"{known['vietnamese']} cần mục này" if known else ""
            yield Finding(_place(plan, role, required), f"thiếu mục «{names(role)}» ({reason})", related=related)
    if parent is None or known:
        return
    rules = table("families")["parent"]
    for role in rules["answers"]:
        theirs = top_level(parent, role)
        if theirs and not any(covers(plan, r) for r in (role, *rules["instead"].get(role, ()))):
            message = f"thiếu mục «{names(role)}» (kế hoạch cấp trên có mục này)"
            yield Finding(_place(plan, role, []), message, related=Related(parent.document, theirs.heading))


def _place(plan: Plan, role: str, order: list[str]) -> Span:
    """Before the first section that comes later in the usual order, else at the end of the text."""
    later = order[order.index(role) + 1 :] if role in order else []
    following = next((section for section in plan.sections if section.role in later), None)
    return before(following) if following else at_end(plan)
