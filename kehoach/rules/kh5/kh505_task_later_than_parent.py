from __future__ import annotations

from ...align.due import due
from ...align.matching import Index, syllables
from ...model import Finding, Findings, Plan, Related, Severity
from ...text import short_date
from .. import Bad, Good, rule
from ..restored import sound
from ..samples import plan as sample

ALIKE = 0.7  # from here on two pieces of work are the same
FEWEST = 6  # syllables

WORK = "Số hóa sổ hộ tịch còn lưu bản giấy, hoàn thành trước ngày {} năm 2026."


def _plan(*work: str) -> str:
    return sample("I. NHIỆM VỤ", *work, date="Xuân Sơn, ngày 12 tháng 01 năm 2026")


JUNE = _plan(WORK.format("30 tháng 6"))


@rule(
    "KH505",
    "task-later-than-parent",
    Severity.WARNING,
    source="Thời hạn hoàn thành nhiệm vụ trong kế hoạch cấp trên",
    english="work is due later than the parent wants it done",
    restored=True,
    bad=(
        Bad(_plan(WORK.format("30 tháng 9")), at="trước ngày 30 tháng 9 năm 2026", parent=JUNE),
        Bad(
            _plan("Hoàn thành số hóa sổ hộ tịch còn lưu bản giấy trong quý IV năm 2026."),
            at="trong quý IV năm 2026",
            parent=JUNE,
        ),
    ),
    good=(
        Good(_plan(WORK.format("31 tháng 5")), parent=JUNE),
        Good(_plan("Kiện toàn tổ công nghệ số, hoàn thành trước ngày 30 tháng 9 năm 2026."), parent=JUNE),
        Good(_plan(WORK.format("30 tháng 9")), parent=JUNE + f"Riêng các xã: {WORK.format('31 tháng 12')}\n"),
    ),
)  # fmt: skip
def check(plan: Plan, parent: Plan) -> Findings:
    """Nhiệm vụ có trong kế hoạch cấp trên mà ở đây hoàn thành muộn hơn.

    Cấp trên đặt nhiều thời hạn cho việc giống nhau thì chỉ nhắc khi muộn hơn tất cả.
    """
    ours = [mine for mine in due(plan) if len(syllables(mine.text)) >= FEWEST]
    theirs = due(sound(parent)) if ours else ()
    index = Index(known.text for known in theirs)
    for mine in ours:
        same = [theirs[match.text] for match in index.nearest(mine.text, 3) if match.score >= ALIKE]
        if same and mine.last > (wanted := max(same, key=lambda known: known.last)).last:
            message = f"kế hoạch cấp trên yêu cầu xong nhiệm vụ này sớm hơn ({short_date(wanted.last)})"
            yield Finding(mine.span, message, related=Related(parent.document, wanted.span))
