"""Lay a corpus source out as a .docx after Nghị định 30/2020/NĐ-CP, in OOXML of our own: every byte is decided here."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape

from corpus_numbering import Counter, numbering_part
from corpus_source import INLINE, NUMERAL, Paragraph, Source, notes, signature

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OPEN = f'xmlns:w="{W}" xmlns:r="{R}"'
# 210 mm less margins of 30 mm and 15 mm, in twips.
TEXT_WIDTH = 9354
AUTHOR = 'w:author="Văn thư" w:date="2026-01-20T08:00:00Z"'
BODY = '<w:spacing w:before="0" w:after="120" w:line="252" w:lineRule="auto"/>'
TIGHT = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'


class Runs:
    """Turns inline marks into runs; counts the ids that Word wants unique in a document."""

    def __init__(self) -> None:
        self.edits = 0
        self.notes = 0

    def of(self, text: str, look: str = "") -> str:
        properties = f"<w:rPr>{look}</w:rPr>" if look else ""
        parts, last = [], 0
        for m in INLINE.finditer(text):
            parts += [_run(text[last : m.start()], properties), self._marked(m, properties)]
            last = m.end()
        return "".join([*parts, _run(text[last:], properties)])

    def _marked(self, m: re.Match[str], properties: str) -> str:
        if m["note"]:
            self.notes += 1
            mark = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            return f'<w:r>{mark}<w:footnoteReference w:id="{self.notes}"/></w:r>'
        if m["control"]:
            tag = '<w:sdtPr><w:tag w:val="noi-dung"/><w:text/></w:sdtPr>'
            return f"<w:sdt>{tag}<w:sdtContent>{_run(m['control'], properties)}</w:sdtContent></w:sdt>"
        self.edits += 1
        if m["insert"]:
            return f'<w:ins w:id="{self.edits}" {AUTHOR}>{_run(m["insert"], properties)}</w:ins>'
        gone = _run(m["delete"], properties).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
        return f'<w:del w:id="{self.edits}" {AUTHOR}>{gone}</w:del>'


def _run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def paragraph(
    runs: str, align: str = "center", spacing: str = TIGHT, more: str = "", indent: str = "", mark: str = ""
) -> str:
    """Children of w:pPr stand in the order that the schema wants: `more` (style, list), spacing, indent, alignment.

    `mark` is the look of the paragraph mark, which an automatic number takes on.
    """
    marked = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f'<w:p><w:pPr>{more}{spacing}{indent}<w:jc w:val="{align}"/>{marked}</w:pPr>{runs}</w:p>'


def look(size: float, bold: bool = False, italic: bool = False) -> str:
    half = round(size * 2)
    return f"{'<w:b/>' * bold}{'<w:i/>' * italic}" + f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def rule(indent: int) -> str:
    """The line below a title: an empty paragraph with a border, as narrow as the indents on both sides leave it."""
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    small = '<w:spacing w:before="60" w:after="0" w:line="160" w:lineRule="exact"/>'
    return paragraph("", more=border, spacing=small, indent=f'<w:ind w:left="{indent}" w:right="{indent}"/>')


def _table(rows: list[list[tuple[int, str]]], borders: bool = False, header: bool = False) -> str:
    """A table of cells (width in twips, content); one without borders has narrow margins too, for the long lines."""
    line = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    sides = '<w:left w:w="28" w:type="dxa"/><w:right w:w="28" w:type="dxa"/>'
    looks = f"<w:tblBorders>{line}</w:tblBorders>" if borders else ""
    margins = "" if borders else f"<w:tblCellMar>{sides}</w:tblCellMar>"
    width = sum(width for width, _ in rows[0])
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width, _ in rows[0])
    said = []
    for number, row in enumerate(rows):
        repeat = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if header and number == 0 else ""
        cells = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/></w:tcPr>{inner}</w:tc>' for w, inner in row)
        said.append(f"<w:tr>{repeat}{cells}</w:tr>")
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>{looks}'
        f'<w:tblLayout w:type="fixed"/>{margins}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(said)}</w:tbl>'
    )


def _header(source: Source) -> str:
    left = [paragraph(_styled(source.superior, 13))] if source.superior else []
    left += [paragraph(_styled(line, 13, bold=True)) for line in source.issuer]
    left += [rule(1150), paragraph(_styled(f"Số: {source.number}", 13))]
    right = [
        paragraph(_styled("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True)),
        paragraph(_styled("Độc lập - Tự do - Hạnh phúc", 14, bold=True)),
        rule(1080),
        paragraph(_styled(source.day, 14, italic=True)),
    ]
    return _table([[(3554, "".join(left)), (5800, "".join(right))]])


def _styled(text: str, size: float, bold: bool = False, italic: bool = False) -> str:
    return _run(text, f"<w:rPr>{look(size, bold, italic)}</w:rPr>")


def _title(source: Source) -> str:
    space = '<w:spacing w:before="240" w:after="0"/>'
    name = paragraph(_styled("KẾ HOẠCH", 14, bold=True), spacing=space)
    return name + paragraph(_styled(source.title, 14, bold=True)) + rule(3300) + paragraph("")


def _signature(source: Source) -> str:
    names = list(signature(source))[: len(source.recipients) + 1]
    left = paragraph(_styled(names[0], 12, bold=True, italic=True), "left")
    left += "".join(paragraph(_styled(name, 11), "left") for name in names[1:])
    *titles, name = [line for line in source.signer if line]
    right = "".join(paragraph(_styled(line, 14, bold=True)) for line in titles)
    right += paragraph("") * 4 + paragraph(_styled(name, 14, bold=True))
    return paragraph("") + _table([[(4677, left), (4677, right)]])


class Body:
    """Writes the paragraphs of the text in order, with typed or automatic numbers."""

    def __init__(self, source: Source) -> None:
        self.source, self.runs, self.counter = source, Runs(), Counter(source.numbering)

    def write(self) -> Iterator[str]:
        rows: list[Paragraph] = []
        signed = False
        for item in (*self.source.paragraphs, Paragraph("plain", "")):
            if item.kind == "table":
                rows.append(item)
                continue
            if rows:
                yield self._rows(rows)
                rows = []
            if item.kind == "page":
                signed = True
                yield f"{_signature(self.source)}<w:p><w:pPr>{SECTION}</w:pPr></w:p>"
            elif item.text:
                yield self._paragraph(item)
        if not signed:
            yield _signature(self.source)

    def _paragraph(self, item: Paragraph) -> str:
        first = f'<w:ind w:firstLine="{round(item_indent(self.source))}"/>'
        match item.kind:
            case "centre" | "centre-italic":
                shown = self.runs.of(item.text, look(14, item.kind == "centre", item.kind == "centre-italic"))
                return paragraph(shown, spacing=BODY)
            case "section" | "heading":
                return self._numbered(item.text, look(14, bold=True), "<w:keepNext/>", first)
            case "italic":
                return paragraph(self.runs.of(item.text, look(14, italic=True)), "both", BODY, indent=first)
            case "control":
                inner = self._numbered(item.text, "", "", first)
                tag = '<w:sdtPr><w:tag w:val="doan-van"/></w:sdtPr>'
                return f"<w:sdt>{tag}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
            case _:
                # The last sentence goes with the signature: nobody signs a page without text.
                keep = "<w:keepNext/>" if item.text.endswith("./.") else ""
                return self._numbered(item.text, "", keep, first)

    def _numbered(self, text: str, looks: str, keep: str, first: str) -> str:
        numeral = NUMERAL.match(text)
        listed = self.counter.properties(numeral[0].strip()) if numeral else ""
        if not (numeral and listed):
            return paragraph(self.runs.of(text, looks), "both", BODY, keep, first)
        style = f'<w:pStyle w:val="{self.counter.style}"/>' if self.counter.style else ""
        # A heading style carries its list itself; everything else names it.
        more = style + keep + ("" if style else listed)
        return paragraph(self.runs.of(text[numeral.end() :], looks), "both", BODY, more, mark=looks)

    def _rows(self, rows: list[Paragraph]) -> str:
        cells = [row.cells for row in rows]
        longest = [max(22, *(min(34, len(cell)) for cell in column)) for column in zip(*cells, strict=True)]
        longest[0] = 10 if cells[0][0] in ("TT", "STT") else longest[0]
        widths = [TEXT_WIDTH * part // sum(longest) for part in longest]
        head, *rest = cells
        said = [[(w, paragraph(self.runs.of(c, look(12, bold=True)))) for w, c in zip(widths, head, strict=True)]]
        for row in rest:
            aligned = [("center" if len(cell) < 4 else "left", cell) for cell in row]
            filled = [paragraph(self.runs.of(cell, look(12)), align) for align, cell in aligned]
            said.append(list(zip(widths, filled, strict=True)))
        return _table(said, borders=True, header=True) + paragraph("")


def item_indent(source: Source) -> float:
    """First-line indent in twips: 1 cm or 1.27 cm."""
    return source.indent * 1440 / 2.54


PAGE_NUMBER = (
    f'{HEAD}<w:hdr {OPEN}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
)
FIRST_HEADER = f"{HEAD}<w:hdr {OPEN}><w:p/></w:hdr>"
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" '
    'w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>'
)
ANEW = '<w:pgNumType w:start="1"/>'  # an appendix counts its own pages
RELATED = (
    ("rId1", "styles", "styles.xml"),
    ("rId2", "numbering", "numbering.xml"),
    ("rId3", "header", "header1.xml"),
    ("rId4", "header", "header2.xml"),
    ("rId5", "footnotes", "footnotes.xml"),
    ("rId6", "settings", "settings.xml"),
)


def _styles(source: Source) -> str:
    fonts = " ".join(f'w:{script}="Times New Roman"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    normal = f'<w:rFonts {fonts}/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/>'
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/>'
        f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        for level in ((1, 2) if source.numbering == "styles" else ())
    )
    return (
        f"{HEAD}<w:styles {OPEN}><w:docDefaults><w:rPrDefault><w:rPr>{normal}</w:rPr></w:rPrDefault>"
        '<w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        f'<w:name w:val="Normal"/><w:qFormat/></w:style>{headings}</w:styles>'
    )


def _footnotes(source: Source) -> str:
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    said = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:jc w:val="both"/></w:pPr>{mark}'
        f"{_styled(' ' + note, 10)}</w:p></w:footnote>"
        for number, note in enumerate(notes(source), 1)
    )
    return (
        f'{HEAD}<w:footnotes {OPEN}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
        '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r>'
        f"</w:p></w:footnote>{said}</w:footnotes>"
    )


def _package(source: Source, document: str, counter: Counter) -> Iterator[tuple[str, str]]:
    base = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    kinds = "".join(
        f'<Override PartName="/word/{target}" ContentType="{base}{kind}+xml"/>' for _, kind, target in RELATED
    )
    yield (
        "[Content_Types].xml",
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{base}document.main+xml"/>{kinds}</Types>',
    )
    yield "_rels/.rels", _relations((("rId1", "officeDocument", "word/document.xml"),))
    yield "word/_rels/document.xml.rels", _relations(RELATED)
    yield "word/document.xml", document
    yield "word/styles.xml", _styles(source)
    yield "word/numbering.xml", numbering_part(counter, item_indent(source), f"{HEAD}<w:numbering {OPEN}>")
    yield "word/header1.xml", PAGE_NUMBER
    yield "word/header2.xml", FIRST_HEADER
    yield "word/footnotes.xml", _footnotes(source)
    yield "word/settings.xml", f"{HEAD}<w:settings {OPEN}><w:compat/></w:settings>"


def _relations(related: tuple[tuple[str, str, str], ...]) -> str:
    each = "".join(f'<Relationship Id="{id}" Type="{R}/{kind}" Target="{target}"/>' for id, kind, target in related)
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{each}</Relationships>'


def docx(source: Source) -> bytes:
    """The whole file. The same source gives the same bytes: parts in a fixed order, no clock."""
    body = Body(source)
    inner = _header(source) + _title(source) + "".join(body.write())
    last = SECTION.replace("<w:titlePg/>", f"{ANEW}<w:titlePg/>") if SECTION in inner else SECTION
    document = f"{HEAD}<w:document {OPEN}><w:body>{inner}{last}</w:body></w:document>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in _package(source, document, body.counter):
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), xml.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()
