"""A Document as plain text: what `show --format text` and `show --restored` print."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Document

# What follows a line that the restorer is not sure of: a person has to look at it.
DOUBT = "  [?]"


def blocks_as_text(document: Document) -> str:
    """The blocks, one a line, each with its list number; line breaks inside a block are kept."""
    return "".join(f"{block.shown}\n" for block in document.blocks)


def restored_text(document: Document) -> str:
    """The same with the accents that bad OCR took; doubtful lines are marked. Sound text stays as it is."""
    return "".join(f"{line}\n" for line in _restored(document))


def _restored(document: Document) -> Iterator[str]:
    from ..restore.decode import DOUBTFUL, restore

    for block in document.blocks:
        if not document.damaged:
            yield block.shown
            continue
        said = restore(block.shown)
        yield said.text + (DOUBT if said.confidence < DOUBTFUL else "")
