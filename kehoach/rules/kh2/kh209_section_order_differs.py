from __future__ import annotations

from bisect import bisect_left

from ...align.sections import family
from ...model import Finding, Findings, Plan, Related, Section, Severity
from .. import Bad, Good, rule
from ..samples import SEVEN, emulation
from .kh202_section_out_of_order import misplaced

SWAPPED = (*SEVEN[:4], "III. TIẾN ĐỘ THỰC HIỆN", SEVEN[9], "IV. TIÊU CHÍ THI ĐUA VÀ HÌNH THỨC KHEN THƯỞNG", SEVEN[5],
           "V. GIẢI PHÁP THỰC HIỆN", SEVEN[7], *SEVEN[10:])  # fmt: skip


@rule(
    "KH209",
    "section-order-differs",
    Severity.INFO,
    source="Trình tự mục của kế hoạch cấp trên và của kế hoạch phong trào thi đua (thực tế soạn thảo)",
    english="the sections stand in another order than in the parent, or than usual for this kind of plan",
    bad=(Bad(emulation(*SWAPPED), at="TIẾN ĐỘ THỰC HIỆN"),),
    good=(Good(emulation(*SEVEN)), Good(emulation(*SWAPPED), parent=emulation(*SWAPPED))),
)
def check(plan: Plan, parent: Plan | None = None) -> Findings:
    """Các mục đứng theo trình tự khác kế hoạch cấp trên, hoặc khác trình tự thường dùng.

    Không bắt buộc phải theo; cùng một trình tự thì dễ đối chiếu và tổng hợp hơn.
    """
    known = family(plan)
    theirs = {section.role: section for section in reversed(parent.sections)} if parent and parent.sections else {}
    order = [section.role for section in parent.sections] if parent and theirs else known["required"] if known else []
    if any(misplaced(plan)):
        return  # KH202 tells what is worse
    roles = [section.role for section in plan.sections]
    sections = [s for s in plan.sections if s.role in order and roles.count(s.role) == 1]
    for section in _astray([(order.index(s.role), s) for s in sections if s.role != "other"]):
        there = theirs.get(section.role)
        whose = "trong kế hoạch cấp trên" if there else "thường dùng"
        related = Related(parent.document, there.heading) if parent and there else None
        yield Finding(section.heading, f"mục này đứng khác trình tự {whose}", related=related)


def _astray(ranked: list[tuple[int, Section]]) -> list[Section]:
    """The fewest sections to move so that the ranks rise: those outside a longest rising run."""
    tails: list[int] = []
    lengths = []
    for rank, _ in ranked:
        at = bisect_left(tails, rank)
        tails[at : at + 1] = [rank]
        lengths.append(at + 1)
    wanted = len(tails)
    kept: set[int] = set()
    for i in range(len(ranked) - 1, -1, -1):
        if lengths[i] == wanted and (not kept or ranked[i][0] < ranked[min(kept)][0]):
            kept.add(i)
            wanted -= 1
    return [section for i, (_, section) in enumerate(ranked) if i not in kept]
