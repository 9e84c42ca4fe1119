"""A doubled word planted anywhere in a plan of the corpus is taken out again, and nothing else is other than before."""

from __future__ import annotations

import random
import re
import zipfile
from pathlib import Path

import pytest

from kehoach.config import Config
from kehoach.extract import plan
from kehoach.fix import mend
from kehoach.lint import Report, lint
from kehoach.model import Document, Plan
from kehoach.readers import read

CORPUS = Path(__file__).parents[2] / "corpus"
FILES = sorted(file for folder in CORPUS.iterdir() for file in folder.glob("*.*") if file.suffix in (".docx", ".txt"))
PARTS = re.compile(r"word/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml")
RUN = re.compile(r"(?<=<w:t>)[^<]+|(?<=<w:t xml:space=\"preserve\">)[^<]+")
# Words that are never said twice on purpose, between two others.
DOUBLED = re.compile(r"(?<=\w )(?:của|trong|theo|được)(?= \w)")


def planted(text: str, chance: random.Random) -> str:
    found = list(DOUBLED.finditer(text))
    if not found:
        return text
    at = chance.choice(found)
    return f"{text[: at.end()]} {at[0]}{text[at.end() :]}"


def with_doubles(source: Path, target: Path) -> Path:
    """A copy of the plan with at most one word doubled in each run of letters, or line of a text file."""
    chance = random.Random(source.name)
    if source.suffix == ".txt":
        lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
        target.write_text("".join(planted(line, chance) for line in lines), encoding="utf-8")
        return target
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if PARTS.fullmatch(part):
                content = RUN.sub(lambda run: planted(run[0], chance), content.decode()).encode()
            new.writestr(part, content)
    return target


def words(document: Document) -> list[tuple[str, str]]:
    return [(block.number, block.text) for block in document.blocks]


def doubled_only(subject: Plan) -> Report:
    return lint(subject, config=Config(select=("KH703",)))


@pytest.mark.parametrize("source", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_what_was_planted_is_gone_and_all_else_is_as_it_was(source: Path, tmp_path: Path) -> None:
    before = read(source)
    if before.damaged:
        pytest.skip("the wording of damaged text is not judged")
    doubled = with_doubles(source, tmp_path / source.name)
    assert words(read(doubled)) != words(before)

    mended = mend(plan(read(doubled)), doubled_only, unsafe=True)

    assert words(mended.after) == words(before)


@pytest.mark.parametrize(
    "source", [file for file in FILES if file.suffix == ".docx"], ids=lambda file: f"{file.parent.name}/{file.name}"
)
def test_tracked_fixes_are_read_as_accepted_and_can_be_refused(source: Path, tmp_path: Path) -> None:
    doubled = with_doubles(source, tmp_path / source.name)
    was = read(doubled)
    mended = mend(plan(was), doubled_only, unsafe=True, track=True)
    assert words(mended.after) == words(read(source))

    refused = tmp_path / "refused.docx"
    (tmp_path / "tracked.docx").write_bytes(mended.content)
    with zipfile.ZipFile(tmp_path / "tracked.docx") as old, zipfile.ZipFile(refused, "w") as new:
        for part in old.namelist():
            new.writestr(part, without_ours(old.read(part)) if PARTS.fullmatch(part) else old.read(part))
    assert words(read(refused)) == words(was)


def without_ours(content: bytes) -> bytes:
    """The part as Word leaves it when somebody refuses the changes of «kehoach»."""
    text = re.sub(r'<w:ins [^>]*w:author="kehoach"[^>]*>.*?</w:ins>', "", content.decode(), flags=re.DOTALL)
    kept = r'<w:del [^>]*w:author="kehoach"[^>]*>(.*?)</w:del>'
    return re.sub(kept, lambda change: change[1].replace("w:delText", "w:t"), text, flags=re.DOTALL).encode()
