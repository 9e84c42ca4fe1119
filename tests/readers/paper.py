"""A PDF written by hand: words where a test puts them, rulings, annotations, turned pages, a password, a scan."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842
# Widths in ems: rough, but the same for PDF and test.
LETTER, SPACE = 0.5, 0.25


@dataclass(slots=True)
class Paper:
    """One page, measured in points from the top left corner."""

    width: int = WIDTH
    height: int = HEIGHT
    rotate: int = 0
    strokes: list[str] = field(default_factory=list)
    notes: list[tuple[float, float, str, str]] = field(default_factory=list)
    picture: tuple[bytes, int, int] | None = None

    def write(self, x: float, y: float, text: str, size: float = 14, font: str = "F1", seen: bool = True) -> Paper:
        """A line of text with its left end at x; one that is not seen lies below a scan."""
        self.strokes.append(f"BT {0 if seen else 3} Tr /{font} {size} Tf {x} {self.height - y} Td <{{{text}}}> Tj ET")
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Paper:
        self.strokes.append(f"0.5 w {x0} {self.height - y0} m {x1} {self.height - y1} l S")
        return self

    def note(self, x: float, y: float, text: str) -> Paper:
        """An annotation that prints, as signing software adds it: several lines are parted by a line break."""
        self.notes.append((x, self.height - y, text, "FreeText"))
        return self


@dataclass(slots=True)
class File:
    """Pages to a PDF. Every character gets a code of its own; the ToUnicode table says which it is."""

    fonts: dict[str, str] = field(
        default_factory=lambda: {"F1": "TimesNewRomanPSMT", "F2": "ABCDEF+TimesNewRomanPS-BoldMT"}
    )
    codes: dict[str, int] = field(default_factory=dict)
    objects: list[bytes] = field(default_factory=list)

    def add(self, body: str | bytes) -> int:
        self.objects.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(self.objects)

    def stream(self, head: str, data: bytes) -> int:
        packed = zlib.compress(data)
        return self.add(
            f"<< {head} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream"
        )

    def code(self, text: str) -> str:
        return "".join(f"{self.codes.setdefault(c, 32 + len(self.codes)):02x}" for c in text)

    def content(self, page: Paper) -> bytes:
        found = []
        for stroke in page.strokes:
            head, brace, rest = stroke.partition("<{")
            text, _, tail = rest.rpartition("}>")
            found.append(f"{head}<{self.code(text)}>{tail}" if brace else stroke)
        return "\n".join(found).encode()


def width(text: str, size: float = 14) -> float:
    return size * sum(SPACE if c == " " else LETTER for c in text)


def made(*pages: Paper, fonts: dict[str, str] | None = None, locked: bool = False) -> bytes:
    """The bytes of a PDF with these pages."""
    file = File() if fonts is None else File(fonts)
    contents = [file.content(page) for page in pages]
    drawn = [[_drawn(file, text) for _, _, text, _ in page.notes] for page in pages]
    table = file.stream("", _table(file.codes))
    narrow = file.codes.get(" ")
    widths = " ".join("250" if code == narrow else "500" for code in range(32, 256))
    faces = {
        key: file.add(
            f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /FirstChar 32 /LastChar 255 /Widths [{widths}] "
            f"/ToUnicode {table} 0 R /Encoding /WinAnsiEncoding >>"
        )
        for key, name in file.fonts.items()
    }
    resources = "/Font << " + " ".join(f"/{key} {number} 0 R" for key, number in faces.items()) + " >>"
    parent = len(file.objects) + sum(2 + 2 * len(page.notes) + (page.picture is not None) for page in pages) + 1
    kids = []
    for page, content, notes in zip(pages, contents, drawn, strict=True):
        picture = ""
        if page.picture is not None:
            data, width, height = page.picture
            image = file.stream(
                f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray "
                "/BitsPerComponent 8",
                data,
            )
            picture = f"/XObject << /P {image} 0 R >>"
            content = f"q {page.width} 0 0 {page.height} 0 0 cm /P Do Q\n".encode() + content
        body = file.stream("", content)
        marks = [_annotation(file, note, lines, resources) for note, lines in zip(page.notes, notes, strict=True)]
        kids.append(
            file.add(
                f"<< /Type /Page /Parent {parent} 0 R /MediaBox [0 0 {page.width} {page.height}] /Rotate {page.rotate} "
                f"/Contents {body} 0 R /Resources << {resources} {picture} >> "
                f"/Annots [{' '.join(f'{mark} 0 R' for mark in marks)}] >>"
            )
        )
    assert file.add(f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>") == parent
    root = file.add(f"<< /Type /Catalog /Pages {parent} 0 R >>")
    return _written(file, root, locked)


def _drawn(file: File, text: str) -> list[str]:
    return [file.code(line) for line in text.split("\n")]


def _annotation(file: File, note: tuple[float, float, str, str], lines: list[str], resources: str) -> int:
    x, y, text, kind = note
    height, width = 12 * len(lines), 6 * max(map(len, text.split("\n")))
    show = "\n".join(f"BT /F1 10 Tf 0 {height - 12 * (n + 1)} Td <{line}> Tj ET" for n, line in enumerate(lines))
    form = file.stream(
        f"/Type /XObject /Subtype /Form /BBox [0 -4 {width} {height}] /Resources << {resources} >>", show.encode()
    )
    bottom = y - 12 * (len(lines) - 1)
    return file.add(
        f"<< /Type /Annot /Subtype /{kind} /F 4 /Rect [{x} {bottom - 4} {x + width} {bottom + height}] "
        f"/AP << /N {form} 0 R >> >>"
    )


def _table(codes: dict[str, int]) -> bytes:
    lines = [f"<{code:02x}> <{c.encode('utf-16-be').hex()}>" for c, code in codes.items()]
    blocks = [lines[first : first + 100] for first in range(0, len(lines), 100)]
    chars = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{chars}\nendcmap end end"
    ).encode()


def _written(file: File, root: int, locked: bool) -> bytes:
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(file.objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    # values that no password answers to
    key = "<" + "41" * 32 + ">"
    lock = f"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O {key} /U {key} >> " if locked else ""
    same = "<" + "00" * 16 + ">"
    return (
        out
        + f"trailer << /Size {len(places) + 1} /Root {root} 0 R {lock}/ID [{same} {same}] >>\n".encode()
        + (f"startxref\n{start}\n%%EOF\n".encode())
    )
