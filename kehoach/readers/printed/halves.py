"""Two pages on one sheet of landscape paper, as copiers lay them to save paper: taken apart."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from .words import Rule, Sheet, Word

# Paper this much wider than high may hold two pages.
WIDE = 1.25
# The strip in the middle that no word and no ruling enters, as a share of the width of the sheet.
FOLD = 0.02
# Fewer words than this on the first half are no page of text.
FEWEST = 60
# A page has a text this wide, as a share of its half; two narrow columns are a table.
TEXT = 0.6


def halves(sheet: Sheet) -> Iterator[Sheet]:
    """The two pages on a sheet, or the sheet itself where it is one page."""
    middle = sheet.width / 2
    if sheet.width < WIDE * sheet.height:
        yield sheet
        return
    first = [word for word in sheet.words if word.x0 < middle]
    if not _is_page(first, middle) or _is_crossed(sheet, middle):
        yield sheet
        return
    for left, words in ((0.0, first), (middle, [word for word in sheet.words if word.x0 >= middle])):
        moved = tuple(replace(word, x0=word.x0 - left, x1=word.x1 - left) for word in words)
        rules = tuple(
            Rule(rule.x0 - left, rule.y0, rule.x1 - left, rule.y1)
            for rule in sheet.rules
            if left <= (rule.x0 + rule.x1) / 2 < left + middle
        )
        if moved:
            yield replace(sheet, width=middle, words=moved, rules=rules)


def _is_page(words: list[Word], width: float) -> bool:
    """Whether the words fill half a sheet as text does."""
    if len(words) < FEWEST:
        return False
    return max(word.x1 for word in words) - min(word.x0 for word in words) > TEXT * width


def _is_crossed(sheet: Sheet, middle: float) -> bool:
    """Whether something stands across the middle of a sheet."""
    low, high = middle - FOLD * sheet.width, middle + FOLD * sheet.width
    crossed = any(word.x0 < high and word.x1 > low for word in sheet.words)
    return crossed or any(rule.x0 < high and rule.x1 > low for rule in sheet.rules)
