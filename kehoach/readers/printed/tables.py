"""Ruled tables: from the rulings of a page to cells, and the words to the cells they stand in."""

from __future__ import annotations

from bisect import bisect_right
from itertools import chain, pairwise

from msgspec import Struct

from .words import Row, Rule, Sheet, Word, rows

# Rulings that miss each other by less than this (points) meet; positions that differ by less are one.
NEAR = 3.0
# The padding that a word processor leaves between the text of a cell and its side.
PADDING = 5.4


class Box(Struct, frozen=True):
    """A cell: row and column count from 1, `right` is where its text must end."""

    row: int
    column: int
    left: float
    right: float
    rows: list[Row]


class Table(Struct, frozen=True):
    """The cells of one table in reading order, and where it stands."""

    top: float
    bottom: float
    edges: tuple[float, ...]
    boxes: list[Box]


def take(sheet: Sheet) -> tuple[list[Table], list[Word]]:
    """The tables of a page, and the words that stand in none."""
    words = list(sheet.words)
    found: list[Table] = []
    if len(sheet.rules) < 6:
        return found, words
    for rules in _groups(sheet.rules):
        across = _positions([rule.x0 for rule in rules if _upright(rule)])
        down = _positions([rule.y0 for rule in rules if not _upright(rule)])
        if len(across) < 3 or len(down) < 2:
            continue  # a frame, or underlined words
        inside = [
            w
            for w in words
            if across[0] < (w.x0 + w.x1) / 2 < across[-1] and down[0] < w.y - 0.3 * w.face.size < down[-1]
        ]
        taken = {id(word) for word in inside}
        boxes = _boxes(inside, rules, across, down, sheet.number)
        if boxes:
            words = [word for word in words if id(word) not in taken]
            found.append(Table(down[0], down[-1], tuple(across), boxes))
    return sorted(found, key=lambda table: table.top), words


def _upright(rule: Rule) -> bool:
    return rule.x1 - rule.x0 < rule.y1 - rule.y0


def _groups(rules: tuple[Rule, ...]) -> list[list[Rule]]:
    """Rulings that touch, directly or through others."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.y0):
        # what was added last is the nearest
        near = [group for group in groups if any(_meet(rule, other) for other in reversed(group))]
        if len(near) == 1:
            near[0].append(rule)
        else:
            groups = [group for group in groups if group not in near]
            groups.append([*chain(*near), rule])
    return [group for group in groups if len(group) >= 6]


def _meet(a: Rule, b: Rule) -> bool:
    return a.x0 - NEAR <= b.x1 and b.x0 - NEAR <= a.x1 and a.y0 - NEAR <= b.y1 and b.y0 - NEAR <= a.y1


def _positions(values: list[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def _boxes(words: list[Word], rules: list[Rule], across: list[float], down: list[float], number: int) -> list[Box]:
    """The words by cell. Grid squares with no ruling between them are one cell."""
    owner = _merged(rules, across, down)
    contents: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        column = bisect_right(across, (word.x0 + word.x1) / 2) - 1
        row = bisect_right(down, word.y - 0.3 * word.face.size) - 1
        contents.setdefault(owner[row, column], []).append(word)
    ends: dict[tuple[int, int], int] = {}
    for (_, column), home in owner.items():
        ends[home] = max(ends.get(home, 0), column)
    return [
        Box(
            row + 1,
            column + 1,
            across[column] + PADDING,
            across[ends[row, column] + 1] - PADDING,
            rows(contents[row, column], number),
        )
        for row, column in sorted(contents)
    ]


def _merged(rules: list[Rule], across: list[float], down: list[float]) -> dict[tuple[int, int], tuple[int, int]]:
    """For each grid square the top left square of the cell that it belongs to."""
    upright = [rule for rule in rules if _upright(rule)]
    level = [rule for rule in rules if not _upright(rule)]
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row, (top, bottom) in enumerate(pairwise(down)):
        for column, (left, right) in enumerate(pairwise(across)):
            home = (row, column)
            middle = (top + bottom) / 2
            if column and not any(abs(r.x0 - left) <= NEAR and r.y0 - NEAR <= middle <= r.y1 + NEAR for r in upright):
                home = owner[row, column - 1]
            middle = (left + right) / 2
            if (
                row
                and home == (row, column)
                and not any(abs(r.y0 - top) <= NEAR and r.x0 - NEAR <= middle <= r.x1 + NEAR for r in level)
            ):
                home = owner[row - 1, column]
            owner[row, column] = home
    return owner
