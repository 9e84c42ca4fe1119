"""Lists of bodies («Mặt trận Tổ quốc, các sở, ban, ngành») turned into the unit's own parts and people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from ..knowledge import table
from ..patterns import lazy

FEWEST = 2  # members of a list that is rewritten
# A character of no text: a list that lacks the comma before it takes the blank there back.
BACK = "\b"
RELATED = "các cơ quan, tổ chức có liên quan"

_AWARDING = lazy(r" (?:kịp thời )?(?:biểu dương|khen thưởng|lựa chọn|xét|bình xét)\b")


@cache
def _words(key: str) -> tuple[str, ...]:
    """The words around a list, or in it, that tell what becomes of it."""
    return tuple(table("crowds")["words"][key])


@cache
def _members() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A list of bodies, and one member of it with what it is: `own` may stand as it is, `people` are persons."""
    rows = table("crowds")
    tail = rows["tail"]
    one = "|".join(
        f"(?P<{kind}{number}>{pattern})"
        for kind in ("others", "own", "people")
        for number, pattern in enumerate(rows[kind])
    )
    bare = "|".join(pattern for kind in ("others", "own", "people") for pattern in rows[kind])
    member = rf"(?:{rows['before']})?(?:{bare})(?:{tail})*"
    joint = r"(?:\s*,\s*(?:và\s+)?|\s+và\s+)"
    several = rf"(?<!\w){member}(?!\w)(?:{joint}{member}(?!\w))+"
    return lazy(several, re.IGNORECASE), lazy(rf"(?:{one})(?:{tail})*(?!\w)", re.IGNORECASE)


@cache
def _hint() -> re.Pattern[str]:
    """What tells quickly that a text may hold a list with others in it."""
    return lazy("|".join(table("crowds")["others"]), re.IGNORECASE)


def turned(text: str, words: Mapping[str, str]) -> str:
    """A text in which a list that names bodies outside the unit names the unit's parts, or its people if any did.

    >>> words = {"parts": "các tổ", "people": "giáo viên và học sinh", "noun": "nhà trường"}
    >>> turned("Các ban, ngành, khu phố và hộ gia đình cùng thi đua.", words)
    'Giáo viên và học sinh cùng thi đua.'
    """
    if not _hint().search(text):
        return text
    return _members()[0].sub(lambda m: _own(m, words), text).replace(f" {BACK},", ",")


def _beyond_served(found: str) -> bool:
    """Whether a list names other bodies than enterprises."""
    others = [m[0].lower() for m in _members()[1].finditer(found) if (m.lastgroup or "").startswith("others")]
    return any(not one.startswith(_words("served")) for one in others)


def _own(list_: re.Match[str], words: Mapping[str, str]) -> str:
    found = list_[0]
    kinds = [(m.lastgroup or "").rstrip("0123456789") for m in _members()[1].finditer(found)]
    if not _beyond_served(found):
        return found  # «người dân, doanh nghiệp» are those whom an office serves
    if "others" not in kinds or len(kinds) < FEWEST:
        return found
    before = list_.string[: list_.start()]
    if before.endswith("("):
        return found  # what a word means: «cộng đồng (thôn, tổ dân phố)»
    if before.endswith(_words("outside")) or list_.string.startswith(" học tập", list_.end()):
        return found
    if before.endswith("phối hợp với "):
        return RELATED
    if _AWARDING.match(list_.string, list_.end()):
        return words["noun"]
    if before.endswith(_words("inside")):
        return found if words["body"][:1].isupper() else words["body"]  # «chi hội ở thôn, tổ dân phố»
    said = words["people" if "people" in kinds else "parts"]  # whoever names the people means the parts too
    if not before.strip():
        return said[:1].upper() + said[1:]
    if found[:1].isupper() and before.endswith(" ") and before.rstrip()[-1:].isalpha():  # a name that nothing led to
        if before.endswith("thi đua "):
            return f"của {said}"
        if not before.endswith(_words("leading")):
            return f"{BACK}, {said}"
    return said
