"""Gains and losses: what the linter finds in our own plans, held against what is marked in them and against the table."""

from __future__ import annotations

import json
from pathlib import Path

import count_findings
import pytest

from kehoach.extract import plan
from kehoach.lint import lint
from kehoach.readers import read

CORPUS = Path(__file__).parents[2] / "corpus"
MARKED = sorted(CORPUS.glob("loi/*.defects.json"))


def test_the_table_of_findings_is_the_committed_one() -> None:
    committed = (CORPUS / "findings.tsv").read_text(encoding="utf-8").splitlines()

    assert list(count_findings.rows()) == committed, "make tables, then look at the diff of corpus/findings.tsv"


@pytest.mark.parametrize("marked", MARKED, ids=lambda path: path.name.split(".")[0])
def test_every_marked_defect_is_found_at_its_words(marked: Path) -> None:
    gold = json.loads(marked.read_text(encoding="utf-8"))
    stem = marked.name.removesuffix(".defects.json")
    file = next(
        marked.with_name(stem + suffix) for suffix in (".docx", ".txt") if marked.with_name(stem + suffix).exists()
    )
    subject = plan(read(file))
    parent = plan(read(marked.parent / gold["parent"])) if gold.get("parent") else None
    found = [
        (f.rule, subject.document.text(f.span)) for f in lint(subject, parent, as_of=count_findings.AS_OF).findings
    ]

    for defect in gold["defects"]:
        hits = [text for rule, text in found if rule == defect["rule"]]
        assert hits, (defect, found)
        if defect["text"]:
            assert any(defect["text"] in text or (text and text in defect["text"]) for text in hits), (defect, hits)


def test_a_clean_plan_has_no_error_and_no_warning() -> None:
    rows = [row.split("\t") for row in count_findings.rows()][1:]
    clean = [(file, rule) for file, rule, _ in rows if not file.startswith(("loi/", "hinh-thuc/"))]

    assert {rule for _, rule in clean} <= {"KH719"}  # an info: list items of a table cell without a mark at the end
