"""What a filled layout still needs: lengths of rules, tables, annexes, properties, remarks, a memory of the draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import datetime
from typing import Any

from . import memory
from .context import Draft, Table
from .head import measured
from .pages import apart, known, let_run_on
from .render import Laid, Piece

# The styles of the rules under issuer and title, and the share of the line above that each is long:
# Nghị định 30/2020/NĐ-CP asks for 1/3 to 1/2, Phụ lục I, Phần I, Mục II, khoản 2b and 5b.
RULES = {"KHKengangcoquan": 13.0, "KHKengangtrichyeu": 14.0}
SHARE = 0.42
EMU = 12700  # in a point
AUTHOR, INITIALS = "kehoach", "KH"


def finish(laid: Laid, draft: Draft, remarks: dict[tuple[str, int], str]) -> None:
    """Everything that a layout cannot say by itself."""
    set_rules(laid.document, draft)
    _set_tables(laid, draft)
    let_run_on(laid)
    laid.placed += annexes(laid.document, draft)
    properties(laid.document, draft)
    memory.keep(laid.document, laid.placed)
    remark(laid.document, laid.placed, draft, remarks)


def set_rules(document: Any, draft: Draft) -> None:
    """Make the rules under the issuer's name and the title as long as their share of the line above them."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    section = document.sections[0]
    page = (section.page_width - section.left_margin - section.right_margin) / Pt(1)
    lines = {"KHKengangcoquan": draft.issuer[-1], "KHKengangtrichyeu": draft.title}
    for paragraph in document.element.body.iter(qn("w:p")):
        name = paragraph.style
        if name in RULES and (style := document.styles.element.get_by_id(name)) is not None:
            cell = next(paragraph.iterancestors(qn("w:tc")), None)
            room = cell.width / Pt(1) if cell is not None and cell.width else page
            long = min(measured(lines[name], RULES[name]), room) * SHARE
            shape = style.get_or_add_pPr()
            shape.ind_left = shape.ind_right = Pt(round((room - long) / 2))


def file_title(title: str) -> str:
    """What a file calls itself by a plan's title."""
    return f"Kế hoạch {title[:1].lower()}{title[1:]}"[:255]


def properties(document: Any, draft: Draft) -> None:
    core = document.core_properties
    core.title = file_title(draft.title)
    core.author = core.last_modified_by = draft.author[:255]
    core.subject, core.category, core.language = "Kế hoạch", "Văn bản hành chính", "vi-VN"
    core.keywords = draft.number.rpartition("/")[2][:255]
    core.created = core.modified = datetime(draft.on.year, draft.on.month, 1)  # no day: it is not printed either


# --- tables -----------------------------------------------------------------------------------------------------


def _set_tables(laid: Laid, draft: Draft) -> None:
    """Each table after its caption's paragraph; without a caption, in its place."""
    section = laid.document.sections[0]
    placed: list[tuple[Piece, Any]] = []
    for piece, paragraph in laid.placed:
        table = draft.paragraphs[piece.index].table if piece.field == "paragraphs" else None
        if table:
            made = _table(laid.document, table, section.page_width - section.left_margin - section.right_margin)
            paragraph.addnext(made)
            placed.append((Piece("table", piece.index, ""), made))
        if table and not piece.text:
            paragraph.getparent().remove(paragraph)
        else:
            placed.insert(len(placed) - bool(table), (piece, paragraph))
    laid.placed = placed
    for piece, element in placed:
        if piece.field == "table":
            apart(laid.document, element)


def _table(document: Any, table: Table, room: int) -> Any:
    """A bordered table: its first row is a header that comes again on each page, no row breaks over pages."""
    from docx.oxml import OxmlElement
    from docx.shared import Emu

    rows = (table.columns, *table.rows)
    made = document.add_table(len(rows), len(table.columns))
    styles = {style.name for style in document.styles}
    made.autofit = False
    if "KH Bảng" in styles:
        made.style = "KH Bảng"
    else:
        _borders(made)
    widths = [Emu(width) for width in _widths(table, room)]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for number, (row, texts) in enumerate(zip(made.rows, rows, strict=True)):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))
        leads = number == 0 or (len(texts) > 2 and not any(texts[2:]))  # «II | CẢI CÁCH THỦ TỤC»
        style = "KH Đầu bảng" if leads else "KH Ô bảng"
        for cell, text, width in zip(row._tr.tc_lst, texts, widths, strict=True):
            cell.width = width
            _fill(document, cell, text, style if style in styles else None)
    made._tbl.getparent().remove(made._tbl)
    return made._tbl


def _widths(table: Table, room: int) -> list[int]:
    """The columns by their shares, but none narrower than its longest word."""
    shares = table.widths or (1.0,) * len(table.columns)
    columns = zip(table.columns, *table.rows, strict=True)
    longest = [max(measured(word, 13) for text in column for word in (*text.split(), "")) for column in columns]
    least = [EMU * (width + 14) for width in longest]  # with the margins of the cell
    wanted = [max(room * share / sum(shares), low) for share, low in zip(shares, least, strict=True)]
    spare = [width - low for width, low in zip(wanted, least, strict=True)]
    over = max(0.0, sum(wanted) - room) / (sum(spare) or 1)
    return [int(width - over * more) for width, more in zip(wanted, spare, strict=True)]


def _fill(document: Any, cell: Any, text: str, style: str | None) -> None:
    from docx.table import _Cell

    inside = _Cell(cell, document)
    for number, line in enumerate(text.split("\n")):
        paragraph = inside.paragraphs[0] if number == 0 else inside.add_paragraph()
        paragraph.add_run(line)
        if style:
            paragraph.style = document.styles[style]


def _borders(made: Any) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    made._tbl.tblPr.insert_element_before(
        parse_xml(f"<w:tblBorders {nsdecls('w')}>{sides}</w:tblBorders>"), "w:tblLayout", "w:tblCellMar", "w:tblLook"
    )


# --- annexes ----------------------------------------------------------------------------------------------------


def annexes(document: Any, draft: Draft) -> Iterator[tuple[Piece, Any]]:
    """Each annex in a section of its own, numbered anew (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III)."""
    from ..extract.marks import roman

    body = document.element.body
    final = body.sectPr
    for number, annex in enumerate(draft.annexes, 1):
        close = final.getprevious()
        if close.tag != f"{{{final.nsmap['w']}}}p" or "".join(close.itertext()).strip():
            close = document.add_paragraph(style=known(document, "KH Ngắt phần"))._p
        elif style := known(document, "KH Ngắt phần"):  # one that is hidden would not end a section
            close.style = document.styles[style].style_id
        close.get_or_add_pPr().append(deepcopy(final))
        _turn(final, annex.landscape)
        name = f"Phụ lục {roman(number)}" if len(draft.annexes) > 1 else "Phụ lục"
        code = draft.number.removeprefix("Số:").removeprefix(" ")
        day = draft.place_date.partition(", ")[2]
        for text, style in (
            (name, "KH Tên phụ lục"),
            (annex.title.upper(), "KH Tên phụ lục"),
            (f"(Kèm theo Kế hoạch số {code} {day} của {draft.author})", "KH Kèm theo"),
        ):
            yield Piece("annex", number, text), document.add_paragraph(text, style=known(document, style))._p
        section = document.sections[-1]
        made = _table(document, annex.table, section.page_width - section.left_margin - section.right_margin)
        final.addprevious(made)
        yield Piece("annex", number, ""), made
        document.add_paragraph(style=known(document, "KH Ngắt phần"))


def without_annexes(document: Any) -> None:
    """Take off the page that annexes had, once nothing stands on it: the section before it is the last again."""
    from docx.oxml.ns import qn

    body = document.element.body
    ends = [one for one in body.iterchildren(qn("w:p")) if one.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None]
    after = list(ends[-1].itersiblings()) if ends else []
    if not ends or any(one.tag == qn("w:tbl") or "".join(one.itertext()).strip() for one in after):
        return
    kept = ends[-1].find(qn("w:pPr")).find(qn("w:sectPr"))
    body.replace(body.sectPr, kept)
    for one in (*after, ends[-1]):
        if one is not kept and one.getparent() is body and one.tag == qn("w:p"):
            body.remove(one)


def _turn(section: Any, landscape: bool) -> None:
    """The page of a section upright or lying, its pages counted from 1."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    size = section.find(qn("w:pgSz"))
    short, long = sorted((int(size.get(qn("w:w"))), int(size.get(qn("w:h")))))
    size.set(qn("w:w"), str(long if landscape else short))
    size.set(qn("w:h"), str(short if landscape else long))
    if landscape:
        size.set(qn("w:orient"), "landscape")
    else:
        size.attrib.pop(qn("w:orient"), None)
    numbers = section.find(qn("w:pgNumType"))
    if numbers is None:
        numbers = OxmlElement("w:pgNumType")
        section.find(qn("w:pgMar")).addnext(numbers)
    numbers.set(qn("w:start"), "1")


# --- remarks ----------------------------------------------------------------------------------------------------


def remark(
    document: Any, placed: Iterable[tuple[Piece, Any]], draft: Draft, remarks: dict[tuple[str, int], str]
) -> None:
    """Word comments on the paragraphs that have something to be said of."""
    from docx.oxml.ns import qn
    from docx.text.run import Run

    for piece, paragraph in placed:
        said = remarks.get((piece.field, piece.index)) if piece.field != "annex" or not piece.text else None
        runs = [Run(one, document) for one in paragraph.iter(qn("w:r"))] if said else []
        if not said or not runs:
            continue
        comment = document.add_comment([runs[0], runs[-1]], text=said, author=AUTHOR, initials=INITIALS)
        element = comment._comment_elm
        element.set(qn("w:date"), f"{draft.on.isoformat()}T00:00:00Z")
        for one in element.iter(qn("w:pStyle"), qn("w:rStyle")):
            one.getparent().remove(one)  # styles of comments are Word's own, no layout has them
