"""What styles.xml says, with inheritance resolved: document defaults, then the chain of `basedOn`."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field

from .names import VAL, Element, W, child_value, is_on, points, whole

# What some element says about looks: only what it says, so that one can be laid over another.
Said = dict[str, Any]

# On/off properties that cancel out when both paragraph style and character style set them (ISO 29500-1, 17.7.3).
TOGGLES = ("bold", "italic", "capitals", "small", "hidden")
_ON_OFF = {
    f"{W}b": "bold", f"{W}i": "italic", f"{W}caps": "capitals", f"{W}smallCaps": "small", f"{W}vanish": "hidden",
}  # fmt: skip
_ALIGN = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right", "both": "both",
    "distribute": "both", "justify": "both", "lowKashida": "both", "mediumKashida": "both", "highKashida": "both",
    "thaiDistribute": "both",
}  # fmt: skip
_NO_BORDER = frozenset({"nil", "none"})


class Style(Struct, frozen=True):
    id: str
    name: str
    based_on: str | None
    run: Said
    paragraph: Said


class Styles(Struct):
    """All styles of a document, each read when first asked for: Word files carry many more than they use.

    `default` is the paragraph style of a paragraph that names none.
    """

    theme: dict[str, str]
    elements: dict[str, Element] = field(default_factory=dict)
    default: str = ""
    default_table: str = ""
    run: Said = field(default_factory=dict)
    paragraph: Said = field(default_factory=dict)
    # what a paragraph of a table style and a paragraph style inherits, and its list, once it was worked out
    paragraphs: dict[tuple[str, str], tuple[Said, str, int]] = field(default_factory=dict)
    _read: dict[str, Style] = field(default_factory=dict)
    _chains: dict[str, list[Style]] = field(default_factory=dict)
    _runs: dict[str, Said] = field(default_factory=dict)
    _bases: dict[tuple[str, str, str], Said] = field(default_factory=dict)

    def style(self, identity: str) -> Style | None:
        if identity not in self._read and identity in self.elements:
            self._read[identity] = _style(identity, self.elements[identity], self.theme)
        return self._read.get(identity)

    def chain(self, identity: str) -> list[Style]:
        """The style and what it is based on, the remotest first; a circle is cut."""
        if identity not in self._chains:
            found: list[Style] = []
            style = self.style(identity)
            while style is not None and style not in found:
                found.append(style)
                style = self.style(style.based_on or "")
            self._chains[identity] = found[::-1]
        return self._chains[identity]

    def style_run(self, style: str) -> Said:
        """What a style says about letters, its chain included."""
        if style not in self._runs:
            said: Said = {}
            for each in self.chain(style):
                said |= each.run
            self._runs[style] = said
        return self._runs[style]

    def letters(self, table: str, paragraph: str, run: str) -> Said:
        """How letters look before anything direct: defaults, table style, paragraph style, character style."""
        key = (table, paragraph, run)
        if key not in self._bases:
            layers = [self.style_run(style) for style in key]
            said = dict(self.run)
            for layer in layers:
                said |= layer
            for toggle in TOGGLES:
                odd = sum(bool(layer.get(toggle)) for layer in layers) % 2 == 1
                said[toggle] = odd or bool(self.run.get(toggle))
            self._bases[key] = said
        return self._bases[key]


def read_styles(root: Element | None, theme: Element | None) -> Styles:
    styles = Styles(_theme_fonts(theme))
    if root is None:
        return styles
    defaults = root.find(f"{W}docDefaults")
    if defaults is not None:
        styles.run = run_says(defaults.find(f"{W}rPrDefault/{W}rPr"), styles.theme)
        styles.paragraph = paragraph_says(defaults.find(f"{W}pPrDefault/{W}pPr"))
    for element in root.iterchildren(f"{W}style"):
        identity = element.get(f"{W}styleId", "")
        styles.elements[identity] = element
        if element.get(f"{W}default") in ("1", "true", "on"):
            if element.get(f"{W}type") == "paragraph":
                styles.default = identity
            elif element.get(f"{W}type") == "table":
                styles.default_table = identity
    return styles


def _style(identity: str, element: Element, theme: dict[str, str]) -> Style:
    return Style(
        id=identity,
        name=child_value(element, "name") or identity,
        based_on=child_value(element, "basedOn"),
        run=run_says(element.find(f"{W}rPr"), theme),
        paragraph=paragraph_says(element.find(f"{W}pPr")),
    )


def run_says(properties: Element | None, theme: dict[str, str]) -> Said:
    """What a w:rPr says about letters: `font` is that of ASCII, `wide` that of the letters with Vietnamese marks."""
    said: Said = {}
    if properties is None:
        return said
    for element in properties:
        tag = element.tag
        if tag in _ON_OFF:
            said[_ON_OFF[tag]] = is_on(element)
        elif tag == f"{W}sz":
            said["size"] = whole(element.get(VAL)) / 2 or None
        elif tag == f"{W}rFonts":
            for key, name in (("font", "ascii"), ("wide", "hAnsi")):
                if font := theme.get(element.get(f"{W}{name}Theme", "")) or element.get(W + name):
                    said[key] = font
        elif tag == f"{W}u":
            said["underline"] = element.get(VAL, "single") != "none"
        elif tag == f"{W}color":
            value = element.get(VAL, "auto")
            said["color"] = None if value == "auto" else value.upper()
        elif tag == f"{W}highlight":
            said["marked"] = element.get(VAL) not in ("none", "white", None)
        elif tag == f"{W}shd":
            said["marked"] = _is_coloured(element.get(f"{W}fill", "auto"))
        elif tag in (f"{W}strike", f"{W}dstrike"):
            said["struck"] = is_on(element)
    return said


def _theme_fonts(root: Element | None) -> dict[str, str]:
    """«minorHAnsi» → «Calibri», from theme1.xml."""
    fonts: dict[str, str] = {}
    if root is None:
        return fonts
    a = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    for kind in ("major", "minor"):
        latin = root.find(f".//{a}{kind}Font/{a}latin")
        if latin is not None and latin.get("typeface"):
            fonts[f"{kind}HAnsi"] = fonts[f"{kind}Ascii"] = latin.get("typeface", "")
    return fonts


def _is_coloured(fill: str) -> bool:
    """Whether a ground is seen as coloured: pages of the web leave a white one, or one that is nearly white."""
    return len(fill) == 6 and fill.upper().strip("EF") != "" and fill != "000000"


def paragraph_says(properties: Element | None) -> Said:
    """What a w:pPr says about the paragraph; `list` and `level` are its numPr."""
    said: Said = {}
    if properties is None:
        return said
    for element in properties:
        tag = element.tag
        if tag == f"{W}jc":
            said["align"] = _ALIGN.get(element.get(VAL, ""), "left")
        elif tag == f"{W}ind":
            said |= _indents(element)
        elif tag == f"{W}spacing":
            said |= _spacing(element)
        elif tag == f"{W}outlineLvl":
            level = whole(element.get(VAL), 9)
            said["outline"] = level if 0 <= level < 9 else None
        elif tag == f"{W}pBdr":
            said["bordered"] = any(side.get(VAL, "nil") not in _NO_BORDER for side in element)
        elif tag == f"{W}contextualSpacing":
            said["contextual"] = is_on(element)
        elif tag == f"{W}numPr":
            said |= _list(element)
        elif tag == f"{W}tabs":
            said["stops"] = sorted(filter(None, map(_stop, element)))
    return said


def _stop(tab: Element) -> float | None:
    """Where a tab stop stands that text goes on from: one that centres or clears is none."""
    return points(tab.get(f"{W}pos")) if tab.get(VAL) in ("left", "start", "num") else None


def _list(element: Element) -> Said:
    said: Said = {}
    if (level := child_value(element, "ilvl")) is not None:
        said["level"] = whole(level)
    if (number := child_value(element, "numId")) is not None:
        said["list"] = number
    return said


def _indents(element: Element) -> Said:
    said: Said = {}
    for key, names in (("left", ("start", "left")), ("right", ("end", "right"))):
        for name in names:
            if (length := points(element.get(W + name))) is not None:
                said[key] = length
                break
    # Word writes firstLine="0" beside hanging="360" at times; the hanging one counts.
    if (hanging := points(element.get(f"{W}hanging"))) is not None:
        said["first"] = -hanging or 0.0  # never -0.0
    elif (first := points(element.get(f"{W}firstLine"))) is not None:
        said["first"] = first
    return said


def _spacing(element: Element) -> Said:
    said: Said = {}
    for key in ("before", "after"):
        if element.get(f"{W}{key}Autospacing") in ("1", "true", "on"):
            said[key] = 14.0  # what Word puts for «Auto»
        elif (length := points(element.get(W + key))) is not None:
            said[key] = length
    if (line := points(element.get(f"{W}line"))) is not None:
        rule = element.get(f"{W}lineRule", "auto")
        said["rule"] = rule if rule in ("exact", "atLeast") else "auto"
        said["line"] = line if said["rule"] != "auto" else round(line / 12, 3)
    return said
