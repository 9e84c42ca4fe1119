"""What a parent asks of a unit, and whether the unit's plan takes it up anywhere: work compared by its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from math import log

from msgspec import Struct

from ..extract.names import opens_name
from ..extract.tasks import led, of_bodies, owner
from ..knowledge import table
from ..model import Plan, Task, Unit
from ..patterns import lazy
from ..text import fold
from .addressees import Addressed, Addressee, addressed, addressee
from .due import due
from .issue import earliest
from .matching import Index, syllables

# Work whose words, weighed by how much they tell, are in the plan to this share anywhere, or that is so much like one
# paragraph, is taken up. Offices copy the words of their parent: what falls below all three is not there at all.
ANYWHERE, ALIKE, COVERED = 0.36, 0.42, 0.42
FEWEST = 8  # syllables of a piece of work that can be looked for
_CLAUSE = lazy(r";\s+|\.\s+(?=\S)")
_NAMES = lazy(r"\b(?:UBND|Ủy ban nhân dân|các|và|xã|phường|đặc khu)\b")
_BETWEEN = lazy(r"[,;:.–-]|\s")


class Work(Struct, frozen=True):
    """A task of the parent that is the unit's; `how` says whether it is called by its name or its kind."""

    task: Task
    how: Addressed


Pairs = frozenset[tuple[str, str]]


@lru_cache(maxsize=8)
def works(parent: Plan, whom: Addressee) -> tuple[Work, ...]:
    """What the parent gives to a unit, in reading order; where the unit has its own part, only what stands there."""
    by = parent.issuer.value if parent.issuer else ""
    found = [Work(task, how) for task in _own_parts(parent, whom) if (how := addressed(task.owner, whom, by))]
    named = [work for work in found if work.how == "name"]
    return tuple(named or found)


def _own_parts(parent: Plan, whom: Addressee) -> Iterator[Task]:
    """The tasks without those of bodies that are named below a heading that speaks to many, and without those of
    headings that go on with a list of names in which the unit is not."""
    group, aside = "", False
    for task in _given(parent):
        if task.owner != group:
            group, aside = task.owner, _others_only(task.text, whom)
            if aside:
                continue
        body = owner(task.text)
        if body and opens_name(body[0]):
            aside = not task.text[body[1] :].strip(" .:;")
        elif not aside:
            yield task


def _given(parent: Plan) -> Iterator[Task]:
    """All the work that a parent gives, of a decision or directive too."""
    yield from parent.tasks or of_bodies(parent.document, parent.sections)
    yield from led(parent.document, parent.end)


def _others_only(text: str, whom: Addressee) -> bool:
    """Whether a heading goes on with names of places: «UBND các phường: Ba Đình, Cửa Nam và xã Bát Tràng»."""
    names = [word for word in _BETWEEN.split(_NAMES.sub(" ", text)) if word]
    place = whom.name.split(" ", 2)[-1]
    return len(names) > 1 and all(name[0].isupper() for name in names) and place not in fold(text)


@lru_cache(maxsize=2)
def dropped(plan: Plan, parent: Plan, unit: Unit | None) -> tuple[Work, ...]:
    """What the parent asks of the unit and the plan nowhere takes up."""
    whom = addressee(plan, unit)
    asked = [work for work in works(parent, whom) if _can_be_missed(work.task.text)] if whom else []
    asked = [work for work in asked if not _over(work.task, plan, parent)]
    if not asked:
        return ()
    tells, said = _weights(parent), _pairs(block.text for block in plan.document.blocks[: plan.end or None])
    rare = [work for work in asked if _share(work.task.text, said, tells) < ANYWHERE]
    if not rare:
        return ()
    index = Index(block.text for block in plan.document.blocks[plan.opening[0] : plan.end or None])
    return tuple(work for work in rare if not _answered(work.task.text, index, said, tells))


def _can_be_missed(text: str) -> bool:
    """Whether work is something that a plan would speak of: not the plan itself, not reports and reviews (other rules
    look at these), and no more than to take part or to answer for the whole."""
    rows = table("assignments")["understood"]
    return len(syllables(text)) >= FEWEST and not text.rstrip().endswith(":") and not lazy(rows["as"]).match(fold(text))


def _over(task: Task, plan: Plan, parent: Plan) -> bool:
    """Whether work was due before the plan was issued: then it is done, and nobody plans it."""
    issued = earliest(plan)
    days = [known.last for known in due(parent) if known.text == task.text or known.span.block == task.block]
    return issued is not None and bool(days) and max(days) < issued


def _answered(text: str, index: Index, said: Pairs, tells: dict[tuple[str, str], float]) -> bool:
    clauses = [clause for clause in _CLAUSE.split(text) if len(syllables(clause)) >= FEWEST // 2]
    for part in {text, *clauses}:
        near = index.nearest(part, 3)
        if any(match.score >= ALIKE or match.covered >= COVERED for match in near):
            return True
        if part != text and _share(part, said, tells) >= ANYWHERE + 0.1:
            return True
    return False


def _pairs(texts: Iterable[str]) -> Pairs:
    words = syllables(" ".join(texts))  # at once, though the end of a paragraph is no neighbour of the next
    return frozenset(pairwise(words))


@lru_cache(maxsize=4)
def _weights(parent: Plan) -> dict[tuple[str, str], float]:
    """How much two syllables side by side tell: the more, the fewer times the parent has them."""
    blocks = parent.document.blocks
    words = syllables(" ".join(block.text for block in blocks))
    return {pair: log(1 + len(blocks) / n) for pair, n in Counter(pairwise(words)).items()}


def _share(text: str, said: Pairs, tells: dict[tuple[str, str], float]) -> float:
    pairs = set(pairwise(syllables(text)))
    whole = sum(tells.get(pair, 1.0) for pair in pairs)
    return sum(tells.get(pair, 1.0) for pair in pairs if pair in said) / whole if whole else 1.0
