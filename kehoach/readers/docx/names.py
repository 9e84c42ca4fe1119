"""The names of WordprocessingML, as lxml spells them."""

from __future__ import annotations

from functools import lru_cache

from lxml.etree import _Element as Element

__all__ = ["MC", "Element", "R", "W", "child_value", "is_on", "points", "whole"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

VAL = f"{W}val"
OFF = frozenset({"0", "false", "off", "none"})


def is_on(element: Element) -> bool:
    """An on/off property: `<w:b/>` is on, `<w:b w:val="0"/>` is off."""
    return element.get(VAL) not in OFF


def child_value(element: Element | None, name: str) -> str | None:
    """The w:val of the child `w:name`, None where there is no such child."""
    child = None if element is None else element.find(W + name)
    return None if child is None else child.get(VAL)


def whole(value: str | None, default: int = 0) -> int:
    """A whole number as Word writes it; `default` for what is missing or no number."""
    try:
        return default if value is None else int(float(value))
    except (ValueError, OverflowError):
        return default


UNITS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pc": 12.0, "pi": 12.0}


@lru_cache(maxsize=512)
def points(value: str | None) -> float | None:
    """A length in points: bare numbers are twentieths of a point, strict documents may write «2cm»."""
    if not value:
        return None
    try:
        if value[-2:] in UNITS:
            return round(float(value[:-2]) * UNITS[value[-2:]], 2)
        return round(float(value) / 20, 2)
    except ValueError:
        return None
