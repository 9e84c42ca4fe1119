"""Set phrases that lost a word, and things named twice in an enumeration: looked for by the rules, mended by drafts."""

from __future__ import annotations

import re
from functools import cache

from ..knowledge import table
from ..patterns import lazy

FAR = 3  # items between the two


@cache
def incomplete() -> tuple[tuple[tuple[str, str], re.Pattern[str], str], ...]:
    """Two words that stand side by side wherever it is said, what is said, and how it is said in full."""
    rows = table("wording")["incomplete"]["phrases"]
    return tuple(((first, second), lazy(pattern), right) for first, second, pattern, right in rows)


@cache
def listed_twice() -> re.Pattern[str]:
    """«khen thưởng, tôn vinh, khen thưởng», in small letters; `again` is from the second item on."""
    items = "|".join(table("wording")["listed"]["items"])
    return lazy(
        rf"(?<![^\W_])(?<!tự )(?P<item>{items}), (?P<again>(?:\w+ \w+, ){{0,{FAR - 1}}}?\w+ \w+,? (?:và )?(?P=item))"
        r"(?! (?:thường|đột|định|theo|lại)\b)(?!\w)"
    )
