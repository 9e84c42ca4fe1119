"""What is left hanging when parts of a parent are gone: headings over nothing, lists that never come, a lone «1.»."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from .context import Line, Marker

_HEADINGS = ("#", "##", "###")
_UP: dict[Marker, Marker] = {"###": "##", "**": "*"}


def swept(lines: list[Line]) -> list[Line]:
    """The lines of a draft without what hangs in the air; a section that has nothing else keeps it."""
    starts = [number for number, line in enumerate(lines) if line.marker == "#"]
    kept = lines[: starts[0]] if starts else lines
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        section = _headed(list(_led(lines[start:end])))
        kept = [*kept, *_counted(section if len(section) > 1 else lines[start:end])]
    return kept


def _led(section: list[Line]) -> Iterator[Line]:
    """Without words that lead to a list or a table that does not follow: «… theo bảng sau:»."""
    above = 1  # how deep the heading is that a line stands under
    for number, line in enumerate(section):
        if line.marker in _HEADINGS:
            above = len(line.marker)
        following = section[number + 1].marker if number + 1 < len(section) else "#"
        ended = following == "!" or (following in _HEADINGS and len(following) <= above)
        if not (ended and line.marker not in _HEADINGS and line.text.endswith(":")):
            yield line


def _headed(lines: list[Line]) -> list[Line]:
    """Without headings below a section that have nothing under them."""
    kept: list[Line] = []
    for line in reversed(lines):
        below = kept[-1].marker if kept else "#"
        bare = line.marker in ("##", "###") and below in _HEADINGS[: _HEADINGS.index(line.marker) + 1]
        if not (bare or (line.marker in ("##", "###") and below == "!")):
            kept.append(line)
    return kept[::-1]


def _counted(section: list[Line]) -> list[Line]:
    """A section with one heading only, at its beginning, is no list of headings: what stands below is raised."""
    heads = [line for line in section if line.marker in ("##", "*")]
    only = len(heads) == 1 and section[1] is heads[0] and heads[0].marker == "##"
    dated = only and any(letter.isdigit() for letter in heads[0].text)
    if not only or dated or not any(line.marker in _UP for line in section[2:]):
        return section
    return [section[0], *(replace(line, marker=_UP.get(line.marker, line.marker)) for line in section[2:])]
