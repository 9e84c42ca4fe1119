"""From the parts of a .docx to one Document: body, headers, footers, notes, in that order."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from ...model import Block, Document, Note, Part, Waiver
from ...text import is_damaged
from ..failure import ReadingError
from ..sample import sample
from .drawn import has_line, is_ruled_blank
from .labels import Labels
from .looks import DEFAULT_SIZE, TAB_STOP, look, paragraph_look, shown_at, text_and_letters
from .names import Element, W
from .numbering import Numbering, read_numbering
from .package import Package
from .sections import MARGINS, Section, number_align, page_of, read_sections, says_even_and_odd, tab_stop
from .styles import Said, Styles, read_styles, run_says
from .waivers import read_waivers
from .walk import Paragraph, Walk, Where

TRACKED = tuple(
    W + name for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "pPrChange", "rPrChange")
)
NO_NOTE = frozenset({"separator", "continuationSeparator", "continuationNotice"})
NOTE_LABELS = {"footnote": "chú thích", "endnote": "chú thích cuối"}


def reading(package: Package) -> Reading:
    """A document that is about to be read."""
    styles = read_styles(package.related("styles"), package.related("theme"))
    numbering = read_numbering(package.related("numbering"), styles)
    return Reading(package, styles, numbering, Walk(styles), stop=tab_stop(package.related("settings")))


class Reading(Struct):
    """One document being read. `paragraphs` stays in step with `blocks`."""

    package: Package
    styles: Styles
    numbering: Numbering
    walk: Walk
    blocks: list[Block] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    labels: Labels = field(default_factory=Labels)
    notes: list[tuple[str, str]] = field(default_factory=list)
    hidden: int = 0
    blank: float = 0.0  # how high the empty paragraphs stand since the last block
    stop: float = TAB_STOP

    def document(self) -> Document:
        root = self.package.part(self.package.main)
        body = None if root is None else root.find(f"{W}body")
        if root is None or body is None:
            raise ReadingError(f"Tệp «{self.package.path}» không có nội dung Word, hãy mở bằng Word rồi lưu lại.")
        sections = self._body(body)
        text = sample(self.blocks)
        numbers = self._margins(sections)
        self._notes()
        waivers, remarks = self._remarks(root)
        return Document(
            path=self.package.path,
            format="docx",
            blocks=tuple(self.blocks),
            pages=tuple(page_of(section, numbers) for section in sections),
            damaged=is_damaged(text),
            notes=tuple(remarks),
            waivers=waivers,
        )

    def _body(self, body: Element) -> list[Section]:
        found: list[tuple[Element, int]] = []
        first = 0
        for paragraph in self.walk.paragraphs(body, Where("body")):
            self._add(paragraph)
            properties = paragraph.element.find(f"{W}pPr/{W}sectPr")
            if properties is not None:
                found.append((properties, first))
                first = len(self.blocks)
        last = body.find(f"{W}sectPr")
        if last is not None:
            found.append((last, first))
        return read_sections(found, self.package.relations(self.package.main))

    def _margins(self, sections: list[Section]) -> dict[str, str]:
        """Read each header and footer once; how the page number is aligned in each that has one."""
        even_and_odd = says_even_and_odd(self.package.related("settings"))
        numbers: dict[str, str] = {}
        read: set[str] = set()
        for margin in MARGINS:
            for section in sections:
                for name in section.shown(margin, even_and_odd):
                    root = None if name in read else self.package.part(name)
                    read.add(name)
                    for paragraph, said in [] if root is None else self._part(root, margin):
                        if paragraph.page_number:
                            numbers.setdefault(name, number_align(paragraph, said))
        return numbers

    def _part(self, root: Element, part: Part, note: str = "") -> list[tuple[Paragraph, Said]]:
        return [(each, self._add(each, note)) for each in self.walk.paragraphs(root, Where(part))]

    def _notes(self) -> None:
        """Footnotes and endnotes, in the order in which the text refers to them."""
        wanted = list(dict.fromkeys(self.notes))
        for kind, label in NOTE_LABELS.items():
            root = self.package.related(f"{kind}s") if any(k == kind for k, _ in wanted) else None
            if root is None:
                continue
            elements = {e.get(f"{W}id"): e for e in root if e.get(f"{W}type") not in NO_NOTE}
            present = [elements[identity] for k, identity in wanted if k == kind and identity in elements]
            for count, element in enumerate(present, start=1):
                self._part(element, "footnote", f"{label} {count}")

    def _add(self, paragraph: Paragraph, note: str = "") -> Said:
        """Make a block of the paragraph unless nothing of it is seen; give what holds for the paragraph."""
        properties = paragraph.element.find(f"{W}pPr")
        said, identity, depth = paragraph_look(
            properties, paragraph.style, paragraph.where.table_style, self.styles, self.numbering
        )
        number = self.numbering.number(identity, depth) if identity else ""
        self.notes.extend(paragraph.notes)
        self.hidden += paragraph.hidden
        text, letters = text_and_letters(paragraph.pieces)
        drawn = paragraph.edged or has_line(paragraph.element)
        if not text and not drawn:
            drawn = said.get("bordered", False) or is_ruled_blank(paragraph.element, paragraph.pieces)
        # an automatic number alone is seen (a column «STT»), a bullet without words is a leftover
        if text or any(character.isalnum() for character in number):
            style = self.styles.style(paragraph.style)
            said |= {"blank": self.blank} | self._without_spacing(paragraph, said)
            self.blank = 0.0
            self.blocks.append(
                Block(
                    text=text,
                    label=self.labels.label(paragraph.where, note),
                    number=number,
                    part=paragraph.where.part,
                    cell=paragraph.where.cell,
                    look=look(
                        shown_at(said, paragraph.pieces, self.stop) | {"ruled": drawn},
                        letters,
                        style.name if style else "",
                    ),
                )
            )
            self.paragraphs.append(paragraph)
        elif drawn and self.blocks and (above := self.blocks[-1].look) is not None:
            self.blocks[-1] = replace(self.blocks[-1], look=replace(above, ruled=True))
        else:
            self.blank += said.get("before", 0.0) + self._height(paragraph) + said.get("after", 0.0)
        return said

    def _without_spacing(self, paragraph: Paragraph, said: Said) -> Said:
        """«Don't add space between paragraphs of the same style»: no space is left to the paragraph above."""
        above = self.paragraphs[-1] if self.paragraphs else None
        if not said.get("contextual") or above is None or above.style != paragraph.style or self.blank:
            return {}
        if (look := self.blocks[-1].look) is not None:
            self.blocks[-1] = replace(self.blocks[-1], look=replace(look, after=0.0))
        return {"before": 0.0}

    def _height(self, paragraph: Paragraph) -> float:
        """How high an empty paragraph is, in points: one line of its letters."""
        letters = self.styles.letters(paragraph.where.table_style, paragraph.style, "")
        mark = run_says(paragraph.element.find(f"{W}pPr/{W}rPr"), self.styles.theme)
        return float((letters | mark).get("size") or DEFAULT_SIZE)

    def _remarks(self, root: Element) -> tuple[tuple[Waiver, ...], list[Note]]:
        """What is let pass by remarks in the margin, and what else there is to say about the file."""
        waivers: tuple[Waiver, ...] = ()
        remarks: list[Note] = []
        if next(root.iter(*TRACKED), None) is not None:
            remarks.append(Note("tracked", "tệp còn thay đổi đang được theo dõi, chưa chấp nhận hay từ chối"))
        comments = self.package.related("comments")
        if comments is not None:
            waivers, broken, count = read_waivers(comments, root, self.paragraphs)
            remarks += [Note("comments", f"tệp còn {count} ghi chú bên lề")] if count else []
            remarks += broken
        if self.hidden:
            remarks.append(Note("hidden", "tệp có chữ ẩn, không hiện ra khi in"))
        if any(name.endswith("vbaProject.bin") for name in self.package.archive.namelist()):
            remarks.append(Note("macros", "tệp có macro"))
        return waivers, remarks
