"""Characters of the symbol fonts (Symbol, Wingdings), as the Unicode characters that look like them."""

from __future__ import annotations

from ..knowledge import table

# Symbol fonts are addressed through this private area: U+F0B7 is character B7 of the font.
PRIVATE = range(0xF000, 0xF100)


def shown(text: str, font: str) -> str:
    """`text` as it looks in `font`. A character of a symbol font that is not in the table is left as it is.

    >>> shown("\\uf0b7", "Symbol")
    '•'
    """
    tables: dict[str, dict[str, str]] = table("symbols")
    own = tables.get(font.casefold())
    if own is None and not any(ord(c) in PRIVATE for c in text):
        return text
    known = own if own is not None else tables["symbol"] | tables["wingdings"]
    return "".join(known.get(f"{ord(c) & 0xFF:02X}", c) if own or ord(c) in PRIVATE else c for c in text)
