"""How a person would point at a paragraph: «đoạn 5», «bảng 1, hàng 2, ô 3», «chân trang»."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct, field

from ...model import Cell
from .walk import Where

MARGINS = {"header": "đầu trang", "footer": "chân trang"}


class Labels(Struct):
    """Gives out labels in reading order. Paragraphs count outside tables, boxes and margins only."""

    used: Counter[str] = field(default_factory=Counter)

    def label(self, where: Where, note: str = "") -> str:
        """The label of the next paragraph that stands at `where`; `note` names the footnote it belongs to."""
        if where.part == "body" and where.cell is None:
            self.used["đoạn"] += 1
            return f"đoạn {self.used['đoạn']}"
        places = [note or MARGINS.get(where.part, "")]
        if where.box:
            places.append(f"hộp văn bản {where.box}")
        if where.cell is not None:
            places.append(_cell(where.cell))
        place = ", ".join(filter(None, places))
        self.used[place] += 1
        # a second paragraph in the same place is told from the first
        return place if self.used[place] == 1 else f"{place}, đoạn {self.used[place]}"


def _cell(cell: Cell) -> str:
    """
    >>> _cell(Cell(2, 1, 1, path=((1, 3, 2),)))
    'bảng 2, hàng 1, ô 1 (trong bảng 1, hàng 3, ô 2)'
    """
    inner = f"bảng {cell.table}, hàng {cell.row}, ô {cell.column}"
    if not cell.path:
        return inner
    table, row, column = cell.path[0]
    return f"{inner} (trong bảng {table}, hàng {row}, ô {column})"
