"""What keeps pages in order: tables apart, and a long list of recipients that runs on below the signature."""

from __future__ import annotations

from copy import deepcopy
from math import ceil
from typing import Any

from .head import measured
from .render import Laid

# A list of recipients longer than MOST lines would take closing and signature to a page of their own and leave half a
# page empty: what comes after the first BESIDE lines, as high as a signature, stands in a row that may break.
MOST, BESIDE = 30, 16
SIZE = 11.0  # points, of the lines of recipients


def known(document: Any, style: str) -> str | None:
    return style if style in {one.name for one in document.styles} else None


def apart(document: Any, table: Any) -> None:
    """Keep a table from growing together with the next one."""
    from docx.oxml.ns import qn

    following = table.getnext()
    if following is not None and following.tag == qn("w:tbl"):
        between = document.add_paragraph(style=known(document, "KH Ngắt phần"))._p
        table.addnext(between)


def let_run_on(laid: Laid) -> None:
    """Let a long list of recipients go on in a row of its own below that of the signature, over pages if it must."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    placed = [(piece, element) for piece, element in laid.placed if piece.field == "recipients"]
    cells = {next(element.iterancestors(qn("w:tc")), None) for _, element in placed}
    if len(cells) != 1 or (cell := cells.pop()) is None or not cell.width:
        return
    room = cell.width / Pt(1)
    heights = [ceil(measured(piece.text, SIZE) / room) for piece, _ in placed]
    if sum(heights) <= MOST:
        return
    first = next(number for number in range(len(placed)) if sum(heights[:number]) >= BESIDE)
    row = cell.getparent()
    place = row.index(cell)
    below = deepcopy(row)
    for stop in below.xpath("./w:trPr/w:cantSplit"):
        stop.getparent().remove(stop)
    for part in below.findall(qn("w:tc")):
        for paragraph in part.findall(qn("w:p"))[1:]:
            part.remove(paragraph)
        for run in part.p_lst[0].findall(qn("w:r")):
            part.p_lst[0].remove(run)
    row.addnext(below)
    target = below[place]
    for _, element in placed[first:]:
        target.append(element)
    target.remove(target.p_lst[0])
    order = {element: number for number, element in enumerate(laid.document.element.body.iter())}
    laid.placed.sort(key=lambda pair: order[pair[1]])
