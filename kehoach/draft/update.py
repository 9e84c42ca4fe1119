"""A plan drafted anew into the file a clerk has worked on: the clerk's edits stay, what both changed is marked."""

from __future__ import annotations

import io
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from ..system import reason
from ..text import squeeze
from . import hands, memory, rows
from .context import Draft
from .failure import DraftingError
from .finishing import annexes, file_title, without_annexes
from .memory import Remembered, words
from .nodes import matched, nodes, plain
from .render import Laid, Piece

# Fields that stand in one flow of text: a new paragraph may stand beside a table.
_FLOW = {"table": "paragraphs"}
ANNEX = "annex"


class UpdateError(DraftingError):
    """A file that cannot be drafted anew; the message is a Vietnamese sentence."""


class Updated(Struct):
    """The clerk's file with the new draft in it, and what was done, in paragraphs."""

    document: Any
    renewed: int = 0
    added: int = 0
    removed: int = 0
    kept: int = 0  # edits of the clerk
    conflicts: list[str] = field(default_factory=list)
    placed: list[tuple[Piece, Any]] = field(default_factory=list)  # what was drafted, with where it stands now


class _Merge(Struct):
    """Three lists of paragraphs: as drafted then, as they stand now in the clerk's file, as drafted now."""

    base: Sequence[Remembered]
    new: Sequence[tuple[str, Any]]
    result: Updated
    now: dict[int, Any]  # base paragraph → element of the clerk's file
    then: dict[int, int]  # base paragraph → new paragraph
    styles: set[str]
    own: set[str]  # texts that the clerk put in
    remarked: set[str]  # the numbers of comments that people made
    stands: dict[int, Any] = field(default_factory=dict)  # new paragraph → element of the clerk's file

    def merge(self) -> None:
        for number, remembered in enumerate(self.base):
            self._settle(number, remembered, self.now.get(number), self.then.get(number))
        told = set(self.then.values())
        for number, (name, element) in enumerate(self.new):
            if number not in told:
                self._add(number, name, element)

    def _settle(self, number: int, base: Remembered, now: Any | None, then: int | None) -> None:
        new = None if then is None else self.new[then][1]
        edited = now is None or plain(words(now)) != plain(base.text) or hands.seen(now, new, self.remarked)
        changed = new is None or plain(words(new)) != plain(base.text)
        if then is not None and now is not None:
            self.stands[then] = now
        if edited and changed and not _same(now, new):
            if base.field in (ANNEX, "table") and self._by_cells(base, now, new):
                return
            self._conflict(number, base, now, then)
        elif changed and not edited:
            self._renew(now, then)
        elif edited:
            self.result.kept += 1
        elif new is not None and squeeze(words(new)) != squeeze(base.text) == squeeze(words(now)):
            self._renew(now, then)  # only its number is another

    def _by_cells(self, base: Remembered, now: Any | None, new: Any | None) -> bool:
        """A table that both changed, merged cell by cell; whether that could be done."""
        if now is None or new is None or not (_is_table(now) and _is_table(new)):
            return False
        conflicts = rows.merged(base.text, now, new, self.remarked)
        if conflicts is None:
            return False
        self.result.renewed += 1
        self.result.kept += 1
        self.result.conflicts += conflicts
        return True

    def _renew(self, now: Any, then: int | None) -> None:
        """What only the new draft changed."""
        if then is None:
            self.result.removed += 1
            _remove(now)
            return
        self.result.renewed += 1
        self.stands[then] = fresh = self._fitted(self.new[then][1], now)
        now.addprevious(fresh)
        now.getparent().remove(now)

    def _conflict(self, number: int, base: Remembered, now: Any | None, then: int | None) -> None:
        """What both changed: the clerk's words stay, the new draft's stand below them in brackets."""
        text = words(self.new[then][1]) if then is not None else ""
        if now is None:
            said = f"đoạn này đã bị xóa khi sửa, bản soạn mới viết: «{text}»"
        elif then is None:
            said = "bản soạn mới không còn đoạn trên, người soạn đã sửa đoạn đó; giữ hay xóa"
        else:
            noted = plain(words(now)) == plain(base.text)  # a comment, a picture, a word in bold
            done = "đã ghi chú hoặc trình bày riêng ở" if noted else "đã sửa"
            said = f"người soạn {done} đoạn trên, bản soạn mới viết: «{text}»"
        mark = hands.marked(f"[Xung đột: {said}]")
        place = now if now is not None else self._before(number)
        place.addnext(mark)
        if then is not None and now is None:
            self.stands[then] = mark
        shown = words(now) if now is not None else base.text
        self.result.conflicts.append(f"«{shown[:80]}»: {said}")

    def _before(self, number: int) -> Any:
        """The element of the clerk's file after which a paragraph that is gone once stood."""
        name = _flow(self.base[number].field)
        near = sorted(self.now, key=lambda i: (i > number, abs(i - number)))
        near = [i for i in near if self.now[i].getparent() is not None]
        same = [i for i in near if _flow(self.base[i].field) == name]
        if near:
            return self.now[(same or near)[0]]
        first = next(iter(self.result.document.element.body))  # nothing that was drafted is left
        if first is self.result.document.element.body.sectPr:
            first.addprevious(hands.marked(""))
        return next(iter(self.result.document.element.body))

    def _add(self, number: int, name: str, element: Any) -> None:
        """A paragraph that the new draft alone has, beside its neighbour of the same part of the plan."""
        if plain(words(element)) in self.own:  # the clerk has written it in already
            return
        self.result.added += 1
        near = sorted(self.stands, key=lambda i: (i > number, abs(i - number)))
        place = next((i for i in near if _flow(self.new[i][0]) == _flow(name)), None)
        fresh = self._fitted(element, None)
        self.stands[number] = fresh
        if place is None:
            self.result.document.element.body.sectPr.addprevious(fresh)
        elif place < number:
            self.stands[place].addnext(fresh)
        else:
            self.stands[place].addprevious(fresh)

    def _fitted(self, element: Any, now: Any | None) -> Any:
        """A new paragraph in the looks of the one it replaces; a style that the file does not know is dropped."""
        from docx.oxml.ns import qn

        fresh = deepcopy(element)
        old = now.find(qn("w:pPr")) if now is not None else None
        own = fresh.find(qn("w:pPr"))
        if old is not None and own is not None and _style(old) == _style(own):
            fresh.replace(own, deepcopy(old))
        if now is not None:
            hands.dress(fresh, now)
        for style in list(fresh.iter(qn("w:pStyle"), qn("w:tblStyle"))):
            if style.get(qn("w:val")) not in self.styles:
                style.getparent().remove(style)
        return fresh


def update(old: Path, laid: Laid, draft: Draft) -> Updated:
    """The clerk's file `old` with what a new draft changed. Raises UpdateError for a file not written by `draft`."""
    import docx

    try:
        document: Any = docx.Document(io.BytesIO(old.read_bytes()))
    except OSError as error:
        raise UpdateError(f"không mở được «{old}»: {reason(error)}") from error
    except Exception as error:  # python-docx raises whatever its parts do for a file that is none of Word's
        raise UpdateError(f"«{old}» không phải tệp Word (.docx) đọc được") from error
    base = memory.recall(document)
    if not base:
        raise UpdateError(
            f"«{old}» không phải bản do «kehoach draft» soạn, hoặc đã mất phần ghi nhớ khi lưu bằng chương trình khác;"
            " không biết người soạn đã sửa những gì"
        )
    here = list(nodes(document.element.body))
    had = any(one.field == ANNEX for one in base)
    new: list[tuple[str, Any]] = []
    for piece, element in laid.placed:
        if piece.field == ANNEX and not had:
            continue  # a first annex brings its own page
        if not new or new[-1][1] is not element:
            new.append((piece.field, element))
    places = matched([one.text for one in base], [words(one) for one in here])
    then = matched([one.text for one in base], [words(one) for _, one in new])
    then = {i: k for i, k in then.items() if _flow(base[i].field) == _flow(new[k][0])} | _single(base, new)
    own = {plain(words(one)) for number, one in enumerate(here) if number not in places.values()}
    styles = {style.style_id for style in document.styles}
    result = Updated(document)
    merge = _Merge(
        base, new, result, {i: here[j] for i, j in places.items()}, then, styles, own, hands.remarked(document)
    )
    merge.merge()
    if had and not draft.annexes:
        without_annexes(document)
    first = [] if had else list(annexes(document, draft))
    result.added += len(first)
    _retitle(document, draft, next((one.text for one in base if one.field == "title"), ""))
    memory.keep(document, laid.placed)
    stands = {id(new[k][1]): element for k, element in merge.stands.items()}
    result.placed = [(piece, stands[id(one)]) for piece, one in laid.placed if id(one) in stands] + first
    return result


def _retitle(document: Any, draft: Draft, before: str) -> None:
    """The title among the file's properties, unless somebody gave it another one."""
    core = document.core_properties
    if core.title == file_title(before):
        core.title = file_title(draft.title)


def _single(base: Sequence[Remembered], new: Sequence[tuple[str, Any]]) -> dict[int, int]:
    """Fields that stand on one line, then as now: the signer is the signer, whatever the name."""
    before, after = [one.field for one in base], [name for name, _ in new]
    once = [name for name in before if before.count(name) == after.count(name) == 1]
    return {before.index(name): after.index(name) for name in once}


def _flow(name: str) -> str:
    return _FLOW.get(name, name)


def _same(now: Any | None, new: Any | None) -> bool:
    if now is None or new is None:
        return now is new
    return plain(words(now)) == plain(words(new))


def _is_table(element: Any) -> bool:
    return str(element.tag).endswith("}tbl")


def _style(properties: Any) -> str:
    from docx.oxml.ns import qn

    style = properties.find(qn("w:pStyle"))
    return "" if style is None else str(style.get(qn("w:val")))


def _remove(element: Any) -> None:
    """Take a paragraph out; the last one of a cell only loses its words, for a cell without any is no cell."""
    from docx.oxml.ns import qn

    holder = element.getparent()
    section = next(element.iter(qn("w:sectPr")), None)
    if section is None and (holder.tag != qn("w:tc") or len(holder.findall(qn("w:p"))) > 1):
        holder.remove(element)
        return
    for child in list(element):
        if child.tag != qn("w:pPr"):
            element.remove(child)
