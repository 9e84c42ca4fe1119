"""A damaged parent's words made fit to print: what is sure as it is, what is nearly sure with a mark, the rest not at all."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..model import Plan

# How sure a word must be to be printed unmarked. Little words are often misread for one another and tell little, so the
# model is never very sure of them; below DOUBTFUL nobody could tell what stood there.
SURE, SURE_LITTLE, DOUBTFUL = 0.75, 0.6, 0.4
LITTLE = frozenset("và về để ở là cho của các từ với trong những".split())
MOST_MARKS = 1  # in one clause

Mend = Callable[[str], str | None]
_CLAUSE = re.compile(r"(?<=[;.!?])\s+")


def mender(parent: Plan) -> Mend | None:
    """What mends the parent's text, None if it needs no mending. A text that cannot be told any more becomes None."""
    if not parent.document.damaged:
        return None
    from ..restore import restore

    def mend(text: str) -> str | None:
        kept = [clause for clause in (_clause(part, restore(part)) for part in _CLAUSE.split(text)) if clause]
        return " ".join(kept) or None

    return mend


def _clause(text: str, restored: object) -> str | None:
    """The clause with a mark «[từ?]» on a doubtful word; None if there is more than one, or no telling what it was."""
    from ..restore import Restored

    assert isinstance(restored, Restored)
    out, at, marks = [], 0, 0
    whole = restored.text
    for word, confidence in restored.words:
        start = whole.find(word, at)
        if start < 0:
            continue
        out.append(whole[at:start])
        at = start + len(word)
        if confidence >= (SURE_LITTLE if word.lower() in LITTLE else SURE) or not any(map(str.isalpha, word)):
            out.append(word)
            continue
        marks += 1
        if confidence < DOUBTFUL or marks > MOST_MARKS:
            return None
        out.append(f"[{word}?]")
    return "".join([*out, whole[at:]]).strip() or None
