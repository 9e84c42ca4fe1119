"""Whether the text layer of a page is worth reading, or the page must be read from its picture."""

from __future__ import annotations

from ...text import DAMAGED_SHARE, accented_share
from .fonts import is_legacy
from .layer import Layer

# A picture over this share of the paper is a scan of it; one over less may be a seal or a photograph.
SCAN = 0.6
# A scan whose layer has fewer letters than this has no layer but the mark of a signature.
FEWEST = 250
# A page with next to no letters is a picture, or its letters are drawn as outlines: many paths.
NONE = 20
OUTLINES = 300
# Print whose file does not say which glyph is which letter: signs like these stand all over it, in a text hardly ever.
SIGNS = '!"#$&<=>?@[\\]^`{}~'
GIBBERISH = 0.04
SHORTEST = 100  # characters that tell


def wants_ocr(page: Layer) -> bool:
    text = "".join([word.text for word in page.sheet.words])
    if len(text) > SHORTEST and sum(map(text.count, SIGNS)) > GIBBERISH * len(text):
        return accented_share(text) < DAMAGED_SHARE
    if page.pictures < SCAN / 2 and page.paths <= OUTLINES:
        return False  # print as usual
    letters = sum(map(str.isalpha, text))
    if letters < NONE:
        return page.pictures >= SCAN / 2 or page.paths > OUTLINES
    if page.pictures < SCAN:
        return False
    if any(is_legacy(word.face.font) for word in page.sheet.words):
        return False
    return letters < FEWEST or accented_share(text) < DAMAGED_SHARE
