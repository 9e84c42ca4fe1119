from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from ...align.sections import at_end, before, covers, family, names, top_level
from ...knowledge import table
from ...model import Finding, Findings, Plan, Related, Severity, Skip, Span
from ...text import fold
from .. import Bad, Good, rule
from ..samples import PARENT, SEVEN, emulation, without
from ..samples import plan as sample

Role = Literal[
    "purpose", "content", "criteria", "solutions", "schedule", "funding", "implementation", "reporting", "dossier",
    "situation", "targets",
]  # fmt: skip
Required = Mapping[str, tuple[Role, ...]]
BY_KIND: Required = MappingProxyType({})
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
        Bad(
            sample("I. MỤC ĐÍCH", "Nâng cao chất lượng.", "II. NỘI DUNG", "Tập huấn giáo viên."),
            at="",
            parent=PARENT + "II. TỔ CHỨC THỰC HIỆN\nCác trường báo cáo kết quả về Sở.",
        ),
        Bad(
            sample("I. MỤC ĐÍCH", "Nâng cao chất lượng.", "II. NỘI DUNG", "Tập huấn.", title="Phổ biến pháp luật"),
            at="",
            options={"required": {"phổ biến pháp luật": ("purpose", "content", "implementation")}},
        ),
    ),
    good=(
        Good(emulation(*SEVEN)),
        Good(emulation(*without(FUNDS, "TỔ CHỨC THỰC HIỆN"), "VI. KINH PHÍ VÀ TỔ CHỨC THỰC HIỆN", "Theo phân cấp.")),
        Good(sample("I. MỤC ĐÍCH", "Nâng cao chất lượng.", "II. NỘI DUNG", "Tập huấn."), parent=PARENT),
        Good(emulation(*without(FUNDS)), options={"required": {"phong trào": ("purpose", "content")}}),
    ),
)
def check(
    plan: Plan,
    parent: Plan | None = None,
    *,
    required: Annotated[Required, 'chữ trong trích yếu ("" là mọi kế hoạch) và các mục phải có, theo thứ tự'] = BY_KIND,
) -> Findings:
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
    own = _own(plan, required)
    wanted: list[str] = [*own] if own else list(known["required"]) if known else []
    asks = "kehoach.toml yêu cầu mục này" if own else f"{known['vietnamese']} cần mục này" if known else ""
    for role in wanted:
        if not covers(plan, role):
            theirs = top_level(parent, role) if parent else None
            related = Related(parent.document, theirs.heading) if parent and theirs else None
            reason = "kế hoạch cấp trên có mục này" if theirs else asks
            yield Finding(_place(plan, role, wanted), f"thiếu mục «{names(role)}» ({reason})", related=related)
    if parent is None or known or own:
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


def _own(plan: Plan, required: Required) -> tuple[Role, ...]:
    """What the office itself requires of such a plan: of the words that its title has, the longest count."""
    title = fold(plan.title.value) if plan.title else ""
    fitting = [words for words in required if fold(words) in title]
    return required[max(fitting, key=len)] if fitting else ()
