"""The list numbers that Word shows but does not store: counted from numbering.xml, paragraph by paragraph."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from ...patterns import lazy
from .. import symbols
from .formats import formatted
from .names import Element, W, child_value, is_on, whole
from .styles import Said, Styles, paragraph_says

LEVELS = 9
_PLACE = lazy(r"%([1-9])")


class Level(Struct, frozen=True):
    """One level of a list: `text` is the pattern («%1.%2.»), `restart` the level (from 1) that starts it again."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str | None = None
    font: str = ""
    paragraph: Said = field(default_factory=dict)


class List(Struct):
    """A w:num: its levels (overrides included), the counters it shares, and the levels it starts anew."""

    levels: dict[int, Level]
    counters: list[int | None]
    starts: dict[int, int]


class Numbering(Struct):
    """All lists of a document. Counting is in reading order: call `number` once for each numbered paragraph."""

    lists: dict[str, List] = field(default_factory=dict)

    def level_of_style(self, identity: str, style: str) -> int | None:
        """The level that a paragraph style is tied to (w:pStyle in the level)."""
        found = self.lists.get(identity)
        if found:
            for depth, level in found.levels.items():
                if level.style == style:
                    return depth
        return None

    def level(self, identity: str, depth: int) -> Level | None:
        found = self.lists.get(identity)
        return found.levels.get(depth) if found else None

    def number(self, identity: str, depth: int) -> str:
        """Count one paragraph and give the number that stands before it, "" for none."""
        found = self.lists.get(identity)
        if found is None or depth not in found.levels:
            return ""
        self._count(found, depth)
        level = found.levels[depth]
        if level.format == "bullet":
            return symbols.shown(level.text, level.font)
        return _PLACE.sub(lambda place: self._shown(found, level, int(place[1]) - 1), level.text).strip()

    def _count(self, found: List, depth: int) -> None:
        counters = found.counters
        level = found.levels[depth]
        begin = found.starts.pop(depth, None)
        current = counters[depth]
        if begin is not None:
            counters[depth] = begin
        else:
            counters[depth] = level.start if current is None else current + 1
        for deeper in range(depth + 1, LEVELS):
            after = found.levels[deeper].restart if deeper in found.levels else None
            # lvlRestart: 0 never starts again; n starts again only after level n or one above it
            if after is None or depth < after:
                counters[deeper] = None

    def _shown(self, found: List, level: Level, depth: int) -> str:
        other = found.levels.get(depth)
        if other is None:
            return ""
        value = found.counters[depth]
        if value is None:
            value = other.start
        plain = level.legal and other.format != "none"
        return formatted(value, "decimal" if plain else other.format)


def read_numbering(root: Element | None, styles: Styles) -> Numbering:
    numbering = Numbering()
    if root is None:
        return numbering
    abstracts = {e.get(f"{W}abstractNumId", ""): e for e in root.iterchildren(f"{W}abstractNum")}
    nums = {e.get(f"{W}numId", ""): e for e in root.iterchildren(f"{W}num")}
    counters: dict[str, list[int | None]] = {}
    for identity, element in nums.items():
        abstract = _abstract(child_value(element, "abstractNumId") or "", abstracts, nums, styles)
        if abstract is None:
            continue
        levels = {depth: level for depth, level in map(_level, abstract.iterchildren(f"{W}lvl")) if 0 <= depth < LEVELS}
        starts: dict[int, int] = {}
        for override in element.iterchildren(f"{W}lvlOverride"):
            _override(override, levels, starts)
        shared = counters.setdefault(abstract.get(f"{W}abstractNumId", ""), [None] * LEVELS)
        numbering.lists[identity] = List(levels, shared, starts)
    return numbering


def _abstract(identity: str, abstracts: dict[str, Element], nums: dict[str, Element], styles: Styles) -> Element | None:
    """The w:abstractNum that holds the levels, through numStyleLink; a circle ends where it began."""
    seen: set[str] = set()
    while identity in abstracts and identity not in seen:
        seen.add(identity)
        link = child_value(abstracts[identity], "numStyleLink")
        if link is None:
            return abstracts[identity]
        style = styles.style(link)
        num = nums.get(style.paragraph.get("list", "")) if style else None
        target = child_value(num, "abstractNumId")
        if target is None:
            target = next((i for i, e in abstracts.items() if child_value(e, "styleLink") == link), None)
        if target is None:
            break
        identity = target
    return abstracts.get(identity)


def _override(element: Element, levels: dict[int, Level], starts: dict[int, int]) -> None:
    depth = whole(element.get(f"{W}ilvl"))
    if not 0 <= depth < LEVELS:
        return
    whole_level = element.find(f"{W}lvl")
    if whole_level is not None:
        levels[depth] = _level(whole_level)[1]
    if (start := child_value(element, "startOverride")) is not None:
        starts[depth] = whole(start, 1)
        levels[depth] = replace(levels.get(depth, Level()), start=whole(start, 1))


def _level(element: Element) -> tuple[int, Level]:
    legal = element.find(f"{W}isLgl")
    restart = child_value(element, "lvlRestart")
    fonts = element.find(f"{W}rPr/{W}rFonts")
    return whole(element.get(f"{W}ilvl")), Level(
        # a level that does not say where it starts, starts at 0 (ISO 29500-1, 17.9.25)
        start=whole(child_value(element, "start"), 0),
        format=_format(element),
        text=child_value(element, "lvlText") or "",
        legal=legal is not None and is_on(legal),
        restart=None if restart is None else whole(restart),
        style=child_value(element, "pStyle"),
        font="" if fonts is None else fonts.get(f"{W}ascii", ""),
        paragraph=paragraph_says(element.find(f"{W}pPr")),
    )


def _format(element: Element) -> str:
    """The w:numFmt; a newer kind stands in AlternateContent, with a plain one beside it for old programs."""
    found = next(element.iter(f"{W}numFmt"), None)
    if found is None:
        return "decimal"
    value = found.get(f"{W}val", "decimal")
    return found.get(f"{W}format", "decimal") if value == "custom" else value
