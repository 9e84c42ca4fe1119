"""A clause in the unit's own terms: its people and parts for the parent's, its head for the parent's head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..patterns import lazy
from .actors import acts
from .changes import changed, rules, terms
from .crowds import turned
from .names import Names

# Awards that only heads of provinces and ministries give.
_HIGHER = lazy(r"\s*(?:xem xét,? )?(?:quyết định )?tặng(?: thưởng)? (?:Bằng khen|Cờ)")


_COUNTED = lazy(r"[^;:.]{0,30}?\b(?:xét )?tặng(?: thưởng)? (?:Giấy khen|Bằng khen)[^;.]*\bcho (?:không quá )?\d")


def in_terms(text: str, names: Names, keys: Sequence[str]) -> str:
    """A clause with the unit's words; `keys` of the tables that hold for it, the nearest first."""
    words, before = names.words, text
    text = changed(text, terms("itself", keys), words)
    if names.level.group != "ubnd":  # a committee governs them all
        text = turned(text, words)
    text = changed(text, terms("term", keys), words)
    if text != before:
        text = changed(text, rules("tidy"))
        for phrase in (words["people"], words["parts"], words["staff"], words["inside"]):
            if text.count(phrase) > 1:
                text = re.sub(rf"({re.escape(phrase)})(?:(?:,| và|, và)? \1(?!\w))+", r"\1", text)  # said twice now
        for joint in (", ", " và "):  # whoever names the people means the parts too
            text = text.replace(f"{words['parts']}{joint}{words['people']}", words["people"])
    return text


def stood_in(clause: str, issuer: str, names: Names) -> str:
    """«Sở lựa chọn tập thể …» → «nhà trường lựa chọn tập thể …», at the head of a clause or after a colon."""
    start = clause.find(": ") + 2 if ": " in clause else 0
    found = acts(issuer, clause, start)
    if not found:
        return clause
    if _COUNTED.match(clause, found.end()):  # so many awards for all: they are the issuer's to give
        return f"{clause[:start]}đề nghị {clause[start:]}"
    person = re.match(r"giam doc|chu tich", found[0])
    if person and not names.level.awards:
        return clause  # it can only propose what is another's to give
    if person and _HIGHER.match(clause, found.end()):
        return f"{clause[:start]}đề nghị {clause[start:]}"
    return clause[:start] + names.words["head" if person else "noun"] + clause[found.end() :]
