"""What an office adds to the parent's words at its own level: wording laid in under the headings where it belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz import fuzz

from ..patterns import lazy
from ..text import fold
from .audience import persons
from .context import Line, Marker

# What a heading is about; the first of these that it names. Two headings about the same thing are the same place.
ABOUT = (
    "muc dich", "yeu cau", "ho so", "tieu chi", "hang nam", "so ket", "tong ket", "hinh thuc", "gia dinh",
    "doanh nghiep", "ca nhan", "doi voi",
)  # fmt: skip
BEFORE = {"muc dich": ("yeu cau",), "hang nam": ("so ket", "tong ket")}
SAID = 72  # likeness from which a sentence says what another has said
_WORD = lazy(r"\w+")
SHARED = 0.5  # of its words stand in any sentence that says the same
OPENING = 4  # words: two sentences that begin with the same ones are about the same thing
MOST = 13  # items of one list
SHORT, SHORTEST = 90, 20  # characters
LIST: tuple[Marker, ...] = ("*", "**", "-")


def parts(lines: Iterable[Line]) -> dict[str, list[Line]]:
    """The lines of a wording file by the part that each belongs to: its «#» lines name parts («# muc-dich»)."""
    found: dict[str, list[Line]] = {}
    name = ""
    for line in lines:
        if line.marker == "#":
            name = line.text
        else:
            found.setdefault(name, []).append(line)
    return found


def merged(lines: list[Line], more: list[Line], said: Iterable[Line] = (), depth: int = 2) -> list[Line]:
    """The lines of a section with those of `more` that it and `said` do not say yet, under the same headings."""
    if not more:
        return lines
    if depth == 3:
        lines = _split(lines, {about(line.text) for line in more if line.marker == "###"})
    here = _groups(lines, "#" * depth)
    for heading, rest in _groups(more, "#" * depth):
        place = next((one for one in here if _same(one[0], heading)), None)
        if place is None:
            fresh: list[Line] = []
            _append(fresh, rest, (*lines, *said), "-")
            if any(line.marker in (*LIST, "") for line in fresh):
                here.insert(_place(here, heading, depth), (heading, _without_bare(fresh)))
        elif depth < 3 and heading is not None:
            place[1][:] = merged(place[1], rest, (*lines, *said), depth + 1)
        elif not (heading and about(heading.text) in SAID_ENOUGH and len(place[1]) >= ENOUGH):
            after = _after(place[1]) if heading and depth == 3 else len(place[1])
            above, below = place[1][:after], place[1][after:]
            _append(above, rest, (*lines, *said), "*" if heading is None and depth == 2 else "-")
            place[1][:] = [*above, *below]
    return [line for heading, rest in here for line in ([heading] if heading else []) + rest]


def _place(here: list[tuple[Line | None, list[Line]]], heading: Line | None, depth: int) -> int:
    """Where a heading that the parent lacks comes in: persons last, aims before demands."""
    keys = ["" if one is None else about(one.text) for one, _ in here]
    later = BEFORE.get(about(heading.text), ()) if heading else ()
    last = len(here) - bool(depth == 3 and keys and keys[-1] == "ca nhan")
    return next((number for number, key in enumerate(keys) if key in later), last)


def _after(lines: list[Line]) -> int:
    """Where the lines under a point end and the next point begins that has no heading: «- …», «- …», «c) …»."""
    listed = any(line.marker == "-" for line in lines)
    return next((number for number, line in enumerate(lines) if listed and line.marker == "**"), len(lines))


def _groups(lines: list[Line], marker: str) -> list[tuple[Line | None, list[Line]]]:
    """Lines under each heading of one depth; those before the first heading stand under None."""
    groups: list[tuple[Line | None, list[Line]]] = []
    for line in lines:
        if line.marker == marker:
            groups.append((line, []))
        elif groups:
            groups[-1][1].append(line)
        else:
            groups.append((None, [line]))
    return groups


def _same(one: Line | None, other: Line | None) -> bool:
    if one is None or other is None:
        return one is other
    here, there = about(one.text), about(other.text)
    # awards at the end of a phase: one parent speaks of the first review and the last, another of the last alone
    return here == there or {here, there} == {"so ket", "tong ket"}


def about(heading: str) -> str:
    plain = fold(heading)
    if persons(heading) and "gia dinh" not in plain:
        return "ca nhan"
    return next((key for key in ABOUT if key in plain), plain)


_LED = lazy(r"((?:Đối với|Khen thưởng)[^:.;]{3,90}):\s+(?=\S)")
# «Hằng năm, Chủ tịch … tặng Giấy khen»: a sentence that stands where others have a heading.
_OCCASIONS = (
    (lazy(r"Hằng năm,"), "Khen thưởng hằng năm"),
    (lazy(r"Khi (?:sơ kết|tổng kết)|(?:Sơ|Tổng) kết\b[^:.;]{0,60}: "), "Khen thưởng khi sơ kết, tổng kết"),
)
# What two sentences say alike in whatever words: that the unit rewards as far as it may, and proposes the rest.
_REWARDS = lazy(r"khen.*theo tham quyen.*\b(?:de nghi|de xuat)\b")
_TITLES = lazy(r'"[^"]{3,30}"')  # of folded words, whose quotes are straight
ENOUGH = 2  # lines of the parent about these, beside which ours would only say the same again
SAID_ENOUGH = ("doanh nghiep", "gia dinh")


def _split(lines: list[Line], wanted: set[str]) -> list[Line]:
    """«a) Đối với nhà trường: …» as a heading and a line below it, where more is to stand below it."""
    led = {number: found for number, line in enumerate(lines) if (found := _leading(line))}
    occasions = {about(title) for _, title in _OCCASIONS}
    if not any(about(title) in (occasions if wanted & occasions else wanted) for title, _ in led.values()):
        return lines
    split: list[Line] = []
    for number, line in enumerate(lines):
        if number in led:
            title, rest = led[number]
            split += [replace(line, marker="###", text=title)]
            split += [replace(line, marker="-", text=rest[:1].upper() + rest[1:])]
        else:
            split.append(line)
    return split


def _leading(line: Line) -> tuple[str, str] | None:
    """The heading that a point brings with it, and what it says."""
    if line.marker == "**" and (m := _LED.match(line.text)):
        return m[1], line.text[m.end() :]
    if line.marker in ("**", ""):
        return next(((title, line.text) for pattern, title in _OCCASIONS if pattern.match(line.text)), None)
    return None


def _append(lines: list[Line], more: list[Line], said: tuple[Line, ...], usual: Marker) -> None:
    """Add what is new at the end of a list, numbered as its siblings are."""
    own = [line.marker for line in lines if line.marker in LIST]
    if own:
        usual = own[-1]
    elif lines and all(line.marker == "" and line.text.endswith(".") for line in lines) and usual == "-":
        lines[:] = [replace(line, marker="-") for line in lines]  # what was alone gets company: a list
    keep = False
    for number, line in enumerate(more):
        if line.marker in ("##", "###"):
            keep = True
        elif line.marker in LIST:
            listing = line.text.endswith(":") and number + 1 < len(more) and more[number + 1].marker == "+"
            named = _named(line, lines) if listing else None
            if named is not None and len(lines[named].text) > SHORT:
                keep = False
                continue
            if named is not None:  # «Hình thức khen thưởng: theo quy định» says less than the list
                said = tuple(one for one in said if one is not lines[named])
                del lines[named]
            keep = not _is_said(line, (*lines, *said)) and sum(one.marker in LIST for one in lines) < MOST
        if keep:
            lines.append(replace(line, marker=usual) if line.marker in LIST else line)


def _named(line: Line, lines: list[Line]) -> int | None:
    """Where a line of one sentence names what `line` lists."""
    title = fold(line.text)
    for number, one in enumerate(lines):
        alone = number + 1 == len(lines) or lines[number + 1].marker != "+"
        if alone and one.marker in (*LIST, "") and fold(one.text).startswith(title):
            return number
    return None


def _is_said(line: Line, said: tuple[Line, ...]) -> bool:
    if line.marker not in (*LIST, ""):
        return False
    mine = _looked_at(line.text)
    shared = SHARED * len(mine.words)
    leads = mine.plain.endswith(":")  # what leads to a list is no sentence of its own
    titles = mine.titles if "danh hieu" in mine.plain or "cong nhan" in mine.plain else frozenset()
    for one in said:
        other = _looked_at(one.text)
        if one.marker.startswith("#") or len(other.plain) < SHORTEST:
            continue
        if mine.titles and other.titles and not mine.titles & other.titles:
            continue  # another honour
        if not leads and mine.opening == other.opening:
            return True
        if titles and titles <= other.titles:
            return True
        if _REWARDS.search(mine.plain) and _REWARDS.search(other.plain):
            return True
        if len(other.words) < shared or len(mine.words & other.words) < shared:
            continue  # to look at words takes a tenth of the time
        if _alike(mine.plain, other.plain, leads):
            return True
    return False


class Looks(Struct, frozen=True):
    """A sentence as others are compared with it: folded, its first words, all of them, and the titles it names."""

    plain: str
    opening: tuple[str, ...]
    words: frozenset[str]
    titles: frozenset[str]


@lru_cache(maxsize=4096)
def _looked_at(text: str) -> Looks:
    plain = fold(text)
    words = _WORD.findall(plain)
    return Looks(plain, tuple(words[:OPENING]), frozenset(words), frozenset(_TITLES.findall(plain)))


@lru_cache(maxsize=4096)  # units of one kind compare the same sentences
def _alike(plain: str, other: str, leads: bool) -> bool:
    inside = len(plain) <= len(other) and not leads
    if inside and fuzz.partial_ratio(plain, other, score_cutoff=SAID):
        return True
    return fuzz.ratio(plain, other, score_cutoff=SAID) > 0


def _without_bare(lines: list[Line]) -> list[Line]:
    """Without headings that have nothing left below them."""
    return list(_kept(lines))


def _kept(lines: list[Line]) -> Iterator[Line]:
    for number, line in enumerate(lines):
        following = lines[number + 1].marker if number + 1 < len(lines) else "#"
        if not (line.marker in ("##", "###") and following in ("#", "##", "###")):
            yield line
