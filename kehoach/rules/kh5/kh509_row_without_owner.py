from __future__ import annotations

from ...extract.appearance import extent
from ...model import Cell, Finding, Findings, Plan, Severity
from .. import Bad, Good, dress, rule
from ..samples import plan as sample
from .blanks import rows_without

HEAD = ("Nội dung công việc", "Đơn vị chủ trì", "Thời gian hoàn thành")
FIRST = ("Tập huấn kỹ năng số", "Tổ Tin học", "Tháng 10")
SECOND = ("Trang bị máy tính", "", "Tháng 11")


def _table(*rows: tuple[str, ...]) -> str:
    return sample("I. NỘI DUNG", *(cell for row in (HEAD, *rows) for cell in row if cell))


CELLS = tuple(
    dress(words, f"hàng {row}, cột {column}", cell=Cell(1, row, column))
    for row, cells in enumerate((HEAD, FIRST, SECOND), 1)
    for column, words in enumerate(cells, 1)
    if words
)


@rule(
    "KH509",
    "row-without-owner",
    Severity.WARNING,
    source="Yêu cầu chung của kế hoạch: rõ người, rõ việc, rõ thời gian hoàn thành",
    english="a row of the table of tasks does not say who does the work",
    needs=("exact",),
    bad=(Bad(_table(FIRST, SECOND), at="Trang bị máy tính", dress=CELLS),),
    good=(Good(_table(FIRST), dress=CELLS),),
)
def check(plan: Plan) -> Findings:
    """Trong bảng giao nhiệm vụ, có dòng để trống cột cơ quan, đơn vị chủ trì.

    Dòng chỉ có tên nhóm việc thì không tính; ô gộp với ô phía trên cũng không tính.
    """
    spans = rows_without(plan, "owner")
    if spans:
        yield Finding(spans[0], f"dòng này chưa ghi cơ quan, đơn vị chủ trì{extent(plan, spans)}")
