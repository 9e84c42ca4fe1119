"""The plan of `planfile` as other clerks make it: the same words, stored in other ways."""

from __future__ import annotations

import io
from collections.abc import Callable
from copy import deepcopy
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.run import Run

from .planfile import BODY, RECIPIENTS, page

SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
FONT = "Times New Roman"
BREAK = "<w:r><w:br/></w:r>"
# A line as Word 97 drew it, and as Word draws it today.
LINE = '<w:r><w:pict><v:line from="60pt,2pt" to="180pt,2pt" strokeweight=".75pt"/></w:pict></w:r>'
ANCHOR = (
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" '
    'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0'
    '</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    '<wp:extent cx="2700000" cy="900000"/><wp:wrapNone/><wp:docPr id="1" name="a"/><a:graphic><a:graphicData '
    'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
)
ENDED = "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
SHAPE = f'<w:r><w:drawing>{ANCHOR}<wps:spPr><a:prstGeom prst="line"/></wps:spPr>{ENDED}</w:r>'
RUNNING: dict[str, Any] = {
    "jc": "both",
    "indent": "720",
    "spacing": 'w:before="60" w:after="60" w:line="276" w:lineRule="auto"',
}
SUPERIOR, ISSUER, NUMBER = "UBND XÃ ĐỒNG LÂM", "TRƯỜNG TRUNG HỌC CƠ SỞ ĐỒNG LÂM", "Số: 12/KH-THCSĐL"
MOTTO, SLOGAN = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
DATE, KIND, TITLE = "Đồng Lâm, ngày 25 tháng 02 năm 2026", "KẾ HOẠCH", "Chuyển đổi số năm 2026"
CAPACITY, POSITION, NAME = "KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "Nguyễn Thị Minh"


def run(text: str, size: float | None = 14, *, b: bool = False, i: bool = False, font: str | None = FONT) -> str:
    """A run; tabs in the text become tabs of Word."""
    looks = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>' if font else ""
    looks += "<w:b/>" * b + "<w:i/>" * i + (f'<w:sz w:val="{int(size * 2)}"/>' if size else "")
    words = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\t"))
    return f"<w:r><w:rPr>{looks}</w:rPr>{words}</w:r>"


def p(*runs: str, jc: str = "", indent: str = "", spacing: str = "", tabs: tuple[int, ...] = ()) -> str:
    stops = "".join(f'<w:tab w:val="center" w:pos="{at}"/>' for at in tabs)
    said = f"<w:tabs>{stops}</w:tabs>" if stops else ""
    said += f"<w:spacing {spacing}/>" if spacing else ""
    said += f'<w:ind w:firstLine="{indent}"/>' if indent else ""
    said += f'<w:jc w:val="{jc}"/>' if jc else ""
    return f"<w:p><w:pPr>{said}</w:pPr>{''.join(runs)}</w:p>"


def c(*runs: str) -> str:
    return p(*runs, jc="center")


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def rows(*contents: tuple[str, ...]) -> str:
    grid = '<w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="5200"/></w:tblGrid>'
    lines = "".join(f"<w:tr>{''.join(cells)}</w:tr>" for cells in contents)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>{grid}{lines}</w:tbl>'


def text(font: str | None = FONT) -> str:
    """The text of the plan, which has no annex here."""
    looks = {"section": (True, False), "clause": (True, False), "basis": (False, True)}
    found = ""
    for name, words in BODY:
        b, i = looks.get(name, (False, False))
        found += p(run(words.replace(" (Phụ lục kèm theo)", ""), b=b, i=i, font=font), **RUNNING)
    return found


def recipients(font: str | None = FONT) -> str:
    lines = "".join(p(run(line, 11, font=font)) for line in RECIPIENTS)
    return p(run("Nơi nhận:", 12, b=True, i=True, font=font)) + lines


def finished(body: str, change: Callable[[Any], None] | None = None) -> Any:
    document = Document()
    element = document.element.body
    for child in list(element)[:-1]:
        element.remove(child)
    page(document.sections[0])
    number = document.sections[0].header.paragraphs[0]
    Run(number._p.find(f".//{qn('w:r')}"), number).font.name = FONT
    for child in parse_xml(f"<w:body {SPACES}>{body}</w:body>"):
        element.sectPr.addprevious(child)
    if change:
        change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return Document(buffer)


def old_word() -> Any:
    """Style Normal of 12 points under runs of 14, lines as Word 97 drew them, empty paragraphs for space."""
    left = c(run(SUPERIOR, 13)) + c(run("TRƯỜNG TRUNG HỌC CƠ SỞ", 13, b=True)) + c(run("ĐỒNG LÂM", 13, b=True), LINE)
    right = c(run(MOTTO, 13, b=True)) + c(run(SLOGAN, b=True)) + c(LINE) + c(run(f"   {DATE}", i=True))
    head = rows((cell(left + p() + c(run(NUMBER, 13))), cell(right))) + p()
    title = c(run(KIND, b=True)) + c(run(TITLE, b=True)) + p(LINE) + p()
    signature = c(run(CAPACITY, b=True)) + c(run(POSITION, b=True)) + p() * 4 + c(run(NAME, b=True))

    def change(document: Any) -> None:
        normal = document.styles["Normal"]
        normal.font.name, normal.font.size, normal.paragraph_format.space_after = FONT, Pt(12), Pt(0)

    body = text().replace(RUNNING["spacing"], 'w:line="276" w:lineRule="auto"').replace("</w:p>", f"</w:p>{p()}")
    return finished(head + title + body + rows((cell(recipients()), cell(signature))) + p(), change)


def tabbed() -> Any:
    """No table: two columns on centred tab stops."""
    columns: tuple[int, ...] = (1985, 6521)
    stops: dict[str, Any] = {"spacing": 'w:after="0"'}
    head = p(run(f"\t{SUPERIOR}", 13), run(f"\t{MOTTO}", 13, b=True), tabs=columns, **stops)
    head += p(run(f"\t{ISSUER}", 13, b=True), run(f"\t{SLOGAN}", b=True), tabs=columns, **stops) + p(SHAPE, SHAPE)
    head += p(run(f"\t{NUMBER}", 13), run(f"\t{DATE}", i=True), tabs=columns, **stops) + p()
    title = c(run(KIND, b=True)) + c(run(TITLE, b=True)) + c(run("__________", b=True)) + p()
    first, second, last = (run(line, 11) for line in RECIPIENTS)
    label = run("Nơi nhận:", 12, b=True, i=True)
    foot = p(label, run(f"\t{CAPACITY}", b=True), tabs=columns[1:], **stops)
    foot += p(first, run(f"\t{POSITION}", b=True), tabs=columns[1:], **stops)
    foot += p(second, **stops) + p(last, **stops) + p() * 3 + p(run(f"\t{NAME}", b=True), tabs=columns[1:])
    return finished(head + title + text() + p() + foot)


def boxed() -> Any:
    """Head and foot in text boxes; Calibri of the theme in the defaults, put right by the style Normal alone."""

    def box(content: str) -> str:
        shown = f"<w:drawing>{ANCHOR}<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>{ENDED}"
        old = f"<w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
        choice = f'<mc:Choice Requires="wps">{shown}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
        return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"

    def plain(words: str, size: float | None = None, *, b: bool = False, i: bool = False) -> str:
        return run(words, size, b=b, i=i, font=None)

    left = c(plain(SUPERIOR, 13)) + c(plain(ISSUER, 13, b=True)) + c(plain("_______", 13)) + c(plain(NUMBER, 13))
    right = c(plain(MOTTO, 13, b=True)) + c(plain(SLOGAN, b=True)) + c(plain("____________")) + c(plain(DATE, i=True))
    title = c(plain(KIND, b=True)) + c(plain(TITLE, b=True)) + c(plain("________"))
    signature = c(plain(CAPACITY, b=True)) + c(plain(POSITION, b=True)) + p() * 3 + c(plain(NAME, b=True))

    def change(document: Any) -> None:
        document.styles["Normal"].font.name, document.styles["Normal"].font.size = FONT, Pt(14)
        looks = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        looks.remove(looks.find(qn("w:rFonts")))
        looks.insert(0, parse_xml(f'<w:rFonts {SPACES} w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'))

    body = p(box(left), box(right)) + p() * 4 + title + text(None) + p(box(recipients(None)), box(signature))
    return finished(body, change)


def merged() -> Any:
    """A row for each line of the head, the title in a merged cell, «Nơi nhận» in a cell over four rows."""
    wide, over, under = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    head = rows(
        (cell(c(run(SUPERIOR, 12))), cell(c(run(MOTTO, 12, b=True)))),
        (cell(c(run(ISSUER, 12, b=True)) + p(LINE)), cell(c(run(SLOGAN, 13, b=True)) + p(LINE))),
        (cell(c(run(NUMBER, 13))), cell(c(run(DATE, 13, i=True)))),
        (cell(p() + c(run(KIND, b=True)) + c(run(TITLE, b=True)) + p(SHAPE), wide),),
    )
    foot = rows(
        (cell(recipients(), over), cell(c(run(CAPACITY, b=True)))),
        (cell(p(), under), cell(c(run(POSITION, b=True)))),
        (cell(p(), under), cell(p() * 3)),
        (cell(p(), under), cell(c(run(NAME, b=True)))),
    )
    return finished(head + text() + foot + p())


def broken() -> Any:
    """One paragraph in each cell, with manual line breaks."""
    left = c(
        *(run(SUPERIOR, 13), BREAK, run(ISSUER, 13, b=True), BREAK, run("____", 13), BREAK, run(NUMBER, 13)),
    )
    right = c(
        *(run(MOTTO, 13, b=True), BREAK, run(SLOGAN, b=True), BREAK, run("____", 13), BREAK, run(DATE, i=True)),
    )
    title = c(run(KIND, b=True), BREAK, run(TITLE, b=True), BREAK, run("_____", b=True))
    lines = [piece for line in RECIPIENTS for piece in (BREAK, run(line, 11))]
    signature = c(run(CAPACITY, b=True), BREAK, run(POSITION, b=True), BREAK * 4, run(NAME, b=True))
    foot = rows((cell(p(run("Nơi nhận:", 12, b=True, i=True), *lines)), cell(signature)))
    return finished(rows((cell(left), cell(right))) + p() + title + text() + foot + p())


def of_the_web() -> Any:
    """Arial in the defaults, and each word a run that puts itself right, as web editors export."""

    def words(line: str, size: float = 14, *, b: bool = False, i: bool = False) -> str:
        last = len(line.split(" ")) - 1
        return "".join(run(w + " " * (n < last), size, b=b, i=i) for n, w in enumerate(line.split(" ")))

    left = c(words(SUPERIOR, 13)) + c(words(ISSUER, 13, b=True)) + c(run("———", 13)) + c(words(NUMBER, 13))
    right = c(words(MOTTO, 13, b=True)) + c(words(SLOGAN, b=True)) + c(run("——————", 13)) + c(words(DATE, i=True))
    title = c(words(KIND, b=True)) + c(words(TITLE, b=True)) + c(run("————"))
    signature = c(words(CAPACITY, b=True)) + c(words(POSITION, b=True)) + c(words(NAME, b=True))

    def change(document: Any) -> None:
        looks = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        looks.remove(looks.find(qn("w:rFonts")))
        looks.insert(0, parse_xml(f'<w:rFonts {SPACES} w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'))

    foot = rows((cell(recipients()), cell(signature)))
    return finished(rows((cell(left), cell(right))) + title + text() + foot + p(), change)


def as_the_decree_shows() -> Any:
    """Laid out as Phụ lục III, Mẫu 1.4 and 2.1 are: lines of underscores, 25-20-35-20 mm, the office in 13 points."""
    left = c(run(SUPERIOR, 13)) + c(run(ISSUER, 13, b=True)) + c(run("___________", 13)) + c(run(NUMBER, 13))
    right = c(run(MOTTO, 13, b=True)) + c(run(SLOGAN, b=True)) + c(run("_" * 40)) + c(run(DATE, i=True))
    title = p() * 2 + c(run(KIND, b=True)) + c(run(TITLE, b=True)) + c(run("___________")) + p()
    signature = c(run(CAPACITY, 13, b=True)) + c(run(POSITION, 13, b=True)) + p() * 3 + c(run(NAME, b=True))
    annex = c(run("Phụ lục", b=True)) + c(run("DANH MỤC CHỦ ĐỀ DẠY HỌC TRỰC TUYẾN", b=True))
    annex += c(run(f"(Kèm theo Kế hoạch số 12/KH-THCSĐL {DATE.partition(', ')[2]})", 13, i=True)) + c(
        run("___________")
    )
    annex += p(run("Đọc hiểu văn bản thông tin; thống kê và xác suất./."), **RUNNING)

    def change(document: Any) -> None:
        section = document.sections[0]
        section.top_margin, section.bottom_margin = Mm(25), Mm(20)
        section.left_margin, section.right_margin = Mm(35), Mm(20)
        counted_anew(document)

    body = text().replace("dùng chung của nhà trường.", "dùng chung của nhà trường (Phụ lục kèm theo).")
    body = body.replace('w:firstLine="720"', 'w:firstLine="567"').replace(
        RUNNING["spacing"], 'w:before="120" w:line="240"'
    )
    foot = rows((cell(recipients()), cell(signature))) + p()
    return finished(rows((cell(left), cell(right))) + title + body + foot + annex, change)


def counted_anew(document: Any) -> None:
    """The appendix in a section of its own, with pages that are numbered from 1."""
    last = document.element.body.sectPr
    first = next(p for p in document.paragraphs if p.text == "Phụ lục")
    first.insert_paragraph_before()._p.get_or_add_pPr().append(deepcopy(last))
    last.append(parse_xml(f'<w:pgNumType {SPACES} w:start="1"/>'))


def attached() -> Any:
    """Promulgated by a decision, which has number, date, recipients and signature (Phụ lục III, Mẫu 1.3)."""
    left = c(run(SUPERIOR, 13)) + c(run(ISSUER, 13, b=True)) + c(run("___________", 13))
    right = c(run(MOTTO, 13, b=True)) + c(run(SLOGAN, b=True)) + c(run("_" * 40))
    note = (
        "(Ban hành kèm theo Quyết định số 12/QĐ-THCSĐL ngày 25 tháng 02 năm 2026 của Trường Trung học cơ sở Đồng Lâm)"
    )
    title = p() + c(run(KIND, b=True)) + c(run(TITLE, b=True)) + c(run(note, i=True)) + c(run("___________")) + p()
    return finished(rows((cell(left), cell(right))) + title + text())


def spaced() -> Any:
    """Columns and the middle of the page are reached by the space bar."""
    gap = " " * 14
    head = p(run(f"     {SUPERIOR}", 13), run(gap + MOTTO, 13, b=True)) + p(
        run(ISSUER, 13, b=True), run(gap + SLOGAN, b=True), LINE
    )
    head += p(run(f"     {NUMBER}", 13), run(gap + DATE, i=True), LINE)
    title = p(run(gap + KIND, b=True)) + p(run(gap + TITLE, b=True)) + p(run(f"{gap}______", b=True))
    first, second, last = (run(line, 11) for line in RECIPIENTS)
    foot = p(run("Nơi nhận:", 12, b=True, i=True), run(gap + CAPACITY, b=True))
    foot += p(first, run(gap + POSITION, b=True)) + p(second) + p(last) + p() * 3 + p(run(gap + NAME, b=True))
    return finished(head + p() + title + text() + p() + foot)


RIGHT: dict[str, Callable[[], Any]] = {
    "old Word": old_word, "tab stops": tabbed, "text boxes": boxed, "merged cells": merged, "line breaks": broken,
    "a web editor": of_the_web, "the decree's sample": as_the_decree_shows, "attached to a decision": attached,
}  # fmt: skip
