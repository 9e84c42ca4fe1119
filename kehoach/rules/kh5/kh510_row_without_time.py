from __future__ import annotations

from ...extract.appearance import extent
from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, rule
from ..samples import task_cells, task_table
from .blanks import rows_without

FIRST = ("Tập huấn kỹ năng số", "Tổ Tin học", "Tháng 10")
SECOND = ("Trang bị máy tính", "Tổ Văn phòng", "")
THIRD = ("Rà soát đường truyền", "Tổ Hành chính", "")
CELLS = task_cells(FIRST, SECOND, THIRD)


@rule(
    "KH510",
    "row-without-time",
    Severity.INFO,
    source="Yêu cầu chung của kế hoạch: rõ người, rõ việc, rõ thời gian hoàn thành",
    english="a row of the table of tasks does not say when the work is to be done",
    needs=("exact",),
    bad=(Bad(task_table(FIRST, SECOND), at="Trang bị máy tính", dress=CELLS),),
    good=(Good(task_table(FIRST), dress=CELLS), Good(task_table(FIRST, SECOND, THIRD), dress=CELLS)),
)
def check(plan: Plan) -> Findings:
    """Trong bảng giao nhiệm vụ, có dòng để trống cột thời gian.

    Hai ô trống trở lên liền nhau dưới một ô có chữ được hiểu là như ô trên. Việc làm quanh năm thì ghi «Thường xuyên»
    hoặc «Cả năm».
    """
    spans = rows_without(plan, "deadline")
    if spans:
        yield Finding(spans[0], f"dòng này chưa ghi thời gian thực hiện{extent(plan, spans)}")
