from __future__ import annotations

from ...extract.appearance import extent
from ...model import Cell, Finding, Findings, Plan, Severity
from .. import Bad, Good, dress, rule
from ..samples import plan as sample
from .blanks import rows_without

HEAD = ("Nội dung công việc", "Đơn vị chủ trì", "Thời gian hoàn thành")
FIRST = ("Tập huấn kỹ năng số", "Tổ Tin học", "Tháng 10")
SECOND = ("Trang bị máy tính", "Tổ Văn phòng", "")
THIRD = ("Rà soát đường truyền", "Tổ Hành chính", "")


def _table(*rows: tuple[str, ...]) -> str:
    return sample("I. NỘI DUNG", *(cell for row in (HEAD, *rows) for cell in row if cell))


CELLS = tuple(
    dress(words, f"hàng {row}, cột {column}", cell=Cell(1, row, column))
    for row, cells in enumerate((HEAD, FIRST, SECOND, THIRD), 1)
    for column, words in enumerate(cells, 1)
    if words
)


@rule(
    "KH510",
    "row-without-time",
    Severity.INFO,
    source="Yêu cầu chung của kế hoạch: rõ người, rõ việc, rõ thời gian hoàn thành",
    english="a row of the table of tasks does not say when the work is to be done",
    needs=("exact",),
    bad=(Bad(_table(FIRST, SECOND), at="Trang bị máy tính", dress=CELLS),),
    good=(Good(_table(FIRST), dress=CELLS), Good(_table(FIRST, SECOND, THIRD), dress=CELLS)),
)
def check(plan: Plan) -> Findings:
    """Trong bảng giao nhiệm vụ, có dòng để trống cột thời gian.

    Hai ô trống trở lên liền nhau dưới một ô có chữ được hiểu là như ô trên. Việc làm quanh năm thì ghi «Thường xuyên»
    hoặc «Cả năm».
    """
    spans = rows_without(plan, "deadline")
    if spans:
        yield Finding(spans[0], f"dòng này chưa ghi thời gian thực hiện{extent(plan, spans)}")
