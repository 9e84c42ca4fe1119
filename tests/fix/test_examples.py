"""Every fix that a rule documents, made in a Word file whose letters change their looks in the midst of words."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest

from kehoach.config import Config
from kehoach.extract import plan
from kehoach.fix import Mended, mend
from kehoach.lint import Report, lint
from kehoach.model import Document, Finding, Plan
from kehoach.readers import read
from kehoach.readers.text import parse
from kehoach.rules import RULES, Bad, Rule

from ..readers.wordfile import p, r, save

FIXED = [
    pytest.param(rule, bad, id=f"{rule.id}-{number}")
    for rule in RULES.values()
    for number, bad in enumerate(rule.bad)
    if bad.fixed is not None and bad.dress is None
]
Letter = tuple[str, tuple[object, ...]]  # with its looks
LOOKS = ("<w:b/>", "", "<w:i/>", '<w:sz w:val="30"/>')
PIECE = 7  # letters that look alike


def pieces(line: str) -> str:
    """A paragraph whose looks change every few letters, wherever words begin and end."""
    looks = cycle(LOOKS)
    return f"<w:p>{''.join(r(line[at : at + PIECE], next(looks)) for at in range(0, len(line), PIECE))}</w:p>"


def word_file(folder: Path, bad: Bad) -> Path:
    lines = bad.text.splitlines()
    return save(folder / "kh.docx", "".join(pieces(line) if line else p() for line in lines) + "<w:sectPr/>")


def mended(file: Path, rule: Rule, bad: Bad, track: bool) -> Mended:
    above = plan(parse(bad.parent, Path("cap-tren.txt"))) if bad.parent else None
    config = Config(select=(rule.id,), options={rule.id: bad.options or {}})

    def only_this(one: Plan) -> Report:
        return lint(one, above, bad.unit, config)

    return mend(plan(read(file)), only_this, unsafe=True, track=track)


def letters(document: Document) -> Iterator[Letter]:
    """Every character with its looks, in reading order."""
    for block in document.blocks:
        for worn in block.look.letters if block.look else ():
            for character in block.text[worn.start : worn.end]:
                yield character, (worn.bold, worn.italic, worn.size)


def untouched(document: Document, findings: tuple[Finding, ...]) -> list[Letter]:
    """The characters with their looks, without those that a fix replaces."""
    gone = {(f.fix.span.block, at) for f in findings if f.fix for at in range(f.fix.span.start, f.fix.span.end)}
    kept: list[Letter] = []
    for number, block in enumerate(document.blocks):
        for worn in block.look.letters if block.look else ():
            kept += [
                (block.text[at], (worn.bold, worn.italic, worn.size))
                for at in range(worn.start, worn.end)
                if (number, at) not in gone
            ]
    return kept


def is_within(some: list[Letter], all_: Iterator[Letter]) -> bool:
    """Whether the first are among the others, in their order."""
    return all(each in all_ for each in some)


@pytest.mark.parametrize(("rule", "bad"), FIXED)
@pytest.mark.parametrize("track", [False, True], ids=["plain", "tracked"])
def test_a_documented_fix_is_made_in_word_and_nothing_else_is(
    rule: Rule, bad: Bad, track: bool, tmp_path: Path
) -> None:
    file = word_file(tmp_path, bad)
    before = file.read_bytes()
    done = mended(file, rule, bad, track)
    out = tmp_path / "sua.docx"
    out.write_bytes(done.content)
    after = read(out)

    assert bad.fixed is not None
    assert "\n".join(block.text for block in after.blocks).split() == bad.fixed.split()
    assert done.fixed
    assert not done.left
    assert not done.report.findings
    assert is_within(untouched(done.before, done.fixed), letters(after)), "all other letters keep their looks"
    assert file.read_bytes() == before


@pytest.mark.parametrize(("rule", "bad"), FIXED)
def test_a_tracked_fix_that_is_refused_leaves_the_plan_as_it_was(rule: Rule, bad: Bad, tmp_path: Path) -> None:
    file = word_file(tmp_path, bad)
    out = tmp_path / "sua.docx"
    out.write_bytes(mended(file, rule, bad, track=True).content)
    assert [b.text for b in read(refused(out)).blocks] == [b.text for b in read(file).blocks]


def refused(path: Path) -> Path:
    """The file once all its tracked changes are rejected."""
    out = path.with_stem(f"{path.stem}-cu")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                body = re.sub(r"<w:ins [^>]*>.*?</w:ins>", "", content.decode(), flags=re.DOTALL)
                body = re.sub(r"</?w:del(?: [^>]*)?>", "", body).replace("w:delText", "w:t")
                content = body.encode()
            target.writestr(name, content)
    return out
