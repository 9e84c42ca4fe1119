from __future__ import annotations

from ...extract.appearance import extent
from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, rule
from ..samples import task_cells, task_table
from .blanks import rows_without

FIRST = ("Tập huấn kỹ năng số", "Tổ Tin học", "Tháng 10")
SECOND = ("Trang bị máy tính", "", "Tháng 11")
CELLS = task_cells(FIRST, SECOND)


@rule(
    "KH509",
    "row-without-owner",
    Severity.WARNING,
    source="Yêu cầu chung của kế hoạch: rõ người, rõ việc, rõ thời gian hoàn thành",
    english="a row of the table of tasks does not say who does the work",
    needs=("exact",),
    bad=(Bad(task_table(FIRST, SECOND), at="Trang bị máy tính", dress=CELLS),),
    good=(Good(task_table(FIRST), dress=CELLS),),
)
def check(plan: Plan) -> Findings:
    """Trong bảng giao nhiệm vụ, có dòng để trống cột cơ quan, đơn vị chủ trì.

    Dòng chỉ có tên nhóm việc thì không tính; ô gộp với ô phía trên cũng không tính.
    """
    spans = rows_without(plan, "owner")
    if spans:
        yield Finding(spans[0], f"dòng này chưa ghi cơ quan, đơn vị chủ trì{extent(plan, spans)}")
