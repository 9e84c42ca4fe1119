"""The parent's sentences in the unit's own terms; what does not concern the unit is left out, with the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from msgspec.structs import replace

from ..knowledge import table
from ..model import Plan
from ..patterns import compiled, lazy
from ..text import CAPITAL, fold, squeeze
from . import schooling
from .actors import acts
from .audience import addressed, audience, persons, speaks_of
from .changes import changed, rules, terms
from .citing import Citations
from .clauses import apart, begins_work, together
from .concern import elsewhere, has_subject, of_another_province, others_work, ours
from .context import LeftOut, Line, Origin
from .deadlines import without_deadline
from .known import named
from .names import Names
from .naming import code, kind
from .outline import Item, heading, unlisted
from .own_terms import in_terms, stood_in
from .sectors import OTHER_SECTOR, other_kind, other_sector
from .shielding import FIRST, shielded, unshielded
from .slips import plain, renamed, slips
from .timing import past
from .titles import held, only_foreign

_SENTENCE = lazy(rf"(?<=[.!?])\s+(?={CAPITAL})")
# A parent that speaks to one sector only.
SECTOR = lazy(r"(?:so|phong) giao duc")
_TWO_REVIEWS = lazy(r"sơ kết (?:giai đoạn|năm) (?:\d{4} - )?(\d{4})(?:,| và) (?=tổng kết)", re.IGNORECASE)
_LEANING = lazy(r"(?:Trong đó|Theo đó|Qua đó|Từ đó|Nhờ đó|Hoàn thành (?:trong|trước|vào|chậm nhất))\b")
# «Vận động doanh nghiệp …; hỗ trợ …»: what others are asked to do.
_ASKING = lazy(r"(?i)vận động ")
OTHER_LEVEL = "nói về cấp học khác"
OTHERS_WORK = "việc của"
_SHORT = 12  # characters: a remnant of a sentence shorter than this says nothing


@dataclass(slots=True)
class Adapter:
    """Turns one parent's words into one unit's. Collects what was left out."""

    parent: Plan
    names: Names
    on: date
    left_out: list[LeftOut] = field(default_factory=list)
    issuer: str = ""  # the parent's, folded
    instead: tuple[Line, ...] = ()  # stands under a heading of which nothing else is left; none: the heading goes too
    stands_in: bool = False  # on awards the unit does at its level what the parent's issuer does at its own
    citations: Citations = field(init=False)
    words: dict[str, str] = field(init=False)  # the unit's own, for the braces of the tables
    movement: str = ""  # its name in quotes, once the opening has given it the short name «Phong trào thi đua»
    taught: frozenset[str] = frozenset()  # the levels of schooling, if the unit is a school
    keys: tuple[str, ...] = ()  # of the tables that hold for this unit, the nearest first
    narrow: bool = False  # only what names units of this kind: the parent is too long to be taken over
    beside: bool = False  # so narrow because the parent is a plan for others
    given: bool = False  # the work is given to this very unit: it belongs to it, whatever it speaks of
    skip: dict[int, tuple[str, ...]] = field(default_factory=dict)  # words, by block, of what the draft says itself

    def __post_init__(self) -> None:
        self.citations = Citations(self.parent)
        self.words = self.names.words
        level = self.names.level
        self.issuer = fold(self.parent.issuer.value) if self.parent.issuer else ""
        self.taught = schooling.of(self.names)
        sector = self.parent.issuer and SECTOR.match(fold(self.parent.issuer.value))
        alien = level.group == "co-quan" and not sector and "giao duc" not in fold(self.names.full)
        own = (
            level.words or level.key,
            f"{level.group}-nganh" if sector else "",
            level.group,
            level.like,
            "ngoai-nganh" * alien,
        )
        self.keys = tuple(key for key in own if key)

    def lines(self, items: list[Item]) -> list[Line]:
        """The items that concern the unit, as lines in reading order; a heading left with nothing under it goes too."""
        lines: list[Line] = []
        for item in self._ours(items):
            below = unlisted(self.lines(item.items))
            text = self.text(item.text, item.block, title=item.title)
            if item.title and item.items and not below:
                if not self.instead or not text:
                    continue
                below, self.instead = [self.instead[0]], self.instead[1:] or self.instead
            if item.items and not below and text and text.endswith(":"):
                text = _without_lead(text)
            if item.items and not item.title and item.text.endswith(":") and not (text or "").endswith(":"):
                below = []  # the words that led to the list are gone, so the list hangs in the air
            if text:
                marker = heading(item)
                lines += [Line(marker, text, self._origin(item.block, item.text, text)), *below]
            elif below and item.title:  # what stands under a heading goes with it
                reason = self.left_out[-1].reason if self.left_out else OTHER_LEVEL
                gone = ((line.text, line.origin.block) for line in below)
                self.left_out += [LeftOut(words, reason, block) for words, block in gone if block is not None]
            elif below:
                lines += [Line("-" if line.marker == "+" else line.marker, line.text, line.origin) for line in below]
        return lines

    def _origin(self, block: int, old: str, new: str) -> Origin:
        changed = () if squeeze(old) == new else ("lời văn chuyển theo đơn vị",)
        return Origin("parent", self.parent.document.blocks[block].label, block, changed)

    def _ours(self, items: list[Item]) -> list[Item]:
        """Without the siblings that speak to other kinds of unit; the nearest kind stands in where ours has none."""
        mine = [ours(item, self.names, self.parent) for item in items]
        for item, (own, reason) in zip(items, mine, strict=True):
            if own is None:
                self._leave(item, reason)
        items = [own for own, _ in mine if own and not self._elsewhere(own)]
        heard = [(item, audience(addressed(item))) for item in items]
        level = self.names.level.key
        near = set(table("adapting")["near"].get(level, []))
        keys = {level, self.names.level.words}
        special = any(keys & kinds and len(kinds) < 4 for _, kinds in heard)
        kept = []
        for item, kinds in heard:
            if not kinds or keys & kinds or (not special and near & kinds):
                kept.append(item)
            else:
                self._leave(item, "nói với loại cơ quan, đơn vị khác")
        return self._with_collective(kept, items) if self.stands_in else kept

    def _with_collective(self, kept: list[Item], items: list[Item]) -> list[Item]:
        """Criteria for the unit as a whole: where the parent has them only for other kinds, the first of those."""
        named = [item for item in items if item.items and addressed(item).startswith("Đối với")]
        bodies = [item for item in named if not persons(item.text)]
        if not bodies or any(item in kept for item in bodies):
            return kept
        whole = replace(bodies[0], text=f"Đối với {self.words['body']}", title=True)
        at = next((number for number, item in enumerate(kept) if item in named), 0)
        return [*kept[:at], whole, *kept[at:]]

    def _elsewhere(self, item: Item) -> bool:
        """Whether a heading, or words before a colon, say that all below is another sector's; it is listed then."""
        found = not self.given and (item.title or ":" in item.text[:50]) and other_sector(item.text, self.names)
        if found:
            for one in (item, *item.items):
                self._leave(one, OTHER_SECTOR)
        return found

    def _leave(self, item: Item, reason: str) -> None:
        self.left_out.append(LeftOut(item.text, reason, item.block))

    def text(self, text: str, block: int, title: bool = False) -> str | None:
        """One paragraph for the unit, or None if nothing of it concerns the unit."""
        kept: list[str] = []
        text = slips(self.parent).mended(text, block)
        text = _TWO_REVIEWS.sub(lambda m: "" if int(m[1]) < self.on.year else m[0], self._plain(text))
        if self.stands_in:
            text = changed(text, terms("recognition", self.keys), self.words)
        text = named(text, self.on, self.citations.first)
        sound, hidden = shielded(text, block, self.parent, self.citations, self._plain)
        for number, words in enumerate(hidden):
            if words == self.movement:
                sound = re.sub(rf"[Pp]hong trào (?:thi đua )?{chr(FIRST + number)}", "Phong trào thi đua", sound)
        whole: str | None = ""
        for sentence in _SENTENCE.split(sound):
            if whole is None and _LEANING.match(sentence):
                continue  # it says more of what is gone
            if whole := self._sentence(sentence, hidden, block):
                kept.append(whole)
        result = unshielded(" ".join(kept), hidden)
        if title:
            result = result.rstrip(" .;:")
        return result or None

    def turned(self, text: str, block: int) -> str | None:
        """As `text`, for words that are only tried: what does not fit is no loss and is not listed."""
        before = len(self.left_out)
        found = self.text(text, block)
        del self.left_out[before:]
        return found

    def _plain(self, text: str) -> str:
        return plain(text, kind(self.parent), code(self.parent), slips(self.parent).kept)

    def _sentence(self, sentence: str, hidden: list[str], block: int) -> str | None:
        whole = schooling.led(sentence, self.taught)
        if whole is None:
            self.left_out.append(LeftOut(unshielded(sentence, hidden), OTHER_LEVEL, block))
            return None
        sentence = whole
        end = sentence[-1] if sentence and sentence[-1] in ".;:!" else ""
        before = apart(sentence.rstrip(" .;:!"))
        words = together(self._clauses(before, hidden, block), before)
        return words + end if words else None

    def _clauses(self, clauses: list[str], hidden: list[str], block: int) -> list[str | None]:
        """Each clause in turn; one without a subject goes with the one before: «Công an lập hồ sơ; giúp đỡ …»."""
        made: list[str | None] = []
        others = False  # the clause before is others' work
        for clause in clauses:
            if others and clause and begins_work(clause):
                self.left_out.append(LeftOut(unshielded(clause, hidden), OTHERS_WORK, block))
                made.append(None)
                continue
            before = len(self.left_out)
            made.append(self._clause(clause, hidden, block))
            gone = self.left_out[before:]
            others = any(
                one.reason.startswith(OTHERS_WORK) or has_subject(one.text) or _ASKING.match(one.text) for one in gone
            )
        return made

    def _clause(self, clause: str, hidden: list[str], block: int) -> str | None:
        """A clause in the unit's terms; None if it speaks of what the unit is not or may not, or of a time gone by."""
        if not clause:
            return None
        reformed = self.on >= table("adapting")["reformed"]["since"]
        plain, there = unshielded(clause, hidden), len(clause)
        said_itself = [self._plain(words) for words in self.skip.get(block, ())]
        if (rest := without_deadline(clause, plain, said_itself)) != clause:
            self.left_out.append(LeftOut(plain, "thời hạn của cấp trên; đơn vị đặt thời hạn riêng", block))
            if not rest:
                return None
            clause = rest
        said = schooling.clause(clause, self.taught)
        if said is None:
            self.left_out.append(LeftOut(plain, OTHER_LEVEL, block))
            return None
        text = stood_in(said, self.issuer, self.names) if self.stands_in else said
        if reformed:
            text = changed(text, rules("reform"))
        foreign_titles = self._own_table("foreign_names")
        text = renamed(held(text, hidden, foreign_titles).strip(" ,"), self.on)
        others = any(compiled(pattern).search(text) for pattern in self._own_table("foreign_before"))
        others = others or other_kind(text, self.names)
        acting = acts(self.issuer, text)
        text, actor = others_work(text, self.names, self.parent)
        text = in_terms(text, self.names, self.keys)
        reason = "việc của cơ quan cấp trên" if acting else f"{OTHERS_WORK} {actor}" if actor else None
        reason = reason or self._reason(text, reformed)
        reason = reason or ("chỉ tiêu chung của địa bàn" if others else None)
        far = not self.given and elsewhere(text, self.names, self.parent)
        far = far or of_another_province(unshielded(text, hidden), self.names)
        reason = reason or ("nói về địa bàn, địa điểm, công trình khác" if far else None)
        reason = reason or past(text, self.on) or only_foreign(text, hidden, foreign_titles)
        if reason or len(text) < min(_SHORT, there):
            self.left_out.append(LeftOut(plain, reason or "không còn nội dung", block))
            return None
        return text

    def _own_table(self, name: str) -> list[str]:
        rows = table("adapting")[name]
        return next((rows[key] for key in self.keys if key in rows), [])

    def _reason(self, text: str, reformed: bool) -> str | None:
        if reformed and speaks_of("gone", text):
            return "nói về cấp huyện hoặc cơ quan không còn từ ngày 01/7/2025"
        others = table("adapting")["foreign_but"].get(self.names.level.words, ())
        for key in () if self.given else (key for key in self.keys if key not in others):
            if speaks_of(key, text):
                return "không thuộc chức năng, thẩm quyền của đơn vị"
        return OTHER_SECTOR if not self.given and other_sector(text, self.names) else None


def _without_lead(text: str) -> str:
    """Words without their last sentence, which led to a list that is gone; "" where it was the only one."""
    before = text.rpartition(". ")[0].rstrip(" .")
    return f"{before}." if before else ""
