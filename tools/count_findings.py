"""Count what the linter finds in the corpus: one line a file and rule, for corpus/findings.tsv.

    python tools/count_findings.py > corpus/findings.tsv
    python tools/count_findings.py --check

Every plan is checked against its parent: the one that its defects file names, otherwise the one that it cites among the
plans of its folder. `--check` prints what differs from the committed table and exits with 1.
"""

from __future__ import annotations

import argparse
import difflib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kehoach.align import library, parent_of
from kehoach.extract import plan as understand
from kehoach.lint import lint
from kehoach.model import Plan
from kehoach.readers import read

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
TABLE = CORPUS / "findings.tsv"
FORMATS = (".docx", ".txt")
# A plan whose date is blank is looked at on this day, so that the table does not change with the calendar.
AS_OF = date(2026, 1, 30)


def rows() -> Iterator[str]:
    """The table, line by line: file, rule, count; sorted."""
    yield "file\trule\tcount"
    paths = sorted(path for form in FORMATS for path in CORPUS.glob(f"*/*{form}"))
    plans = {path: understand(read(path)) for path in paths}
    for path, plan in plans.items():
        found = lint(plan, _parent(path, plans), as_of=AS_OF).findings
        for rule, count in sorted(Counter(finding.rule for finding in found).items()):
            yield f"{path.relative_to(CORPUS).as_posix()}\t{rule}\t{count}"


def _parent(path: Path, plans: dict[Path, Plan]) -> Plan | None:
    marked = path.with_suffix(".defects.json")
    named = json.loads(marked.read_text(encoding="utf-8")).get("parent") if marked.exists() else None
    if named:
        return plans[(path.parent / named).resolve()]
    near = [other for place, other in plans.items() if place.parent == path.parent and place.suffix == path.suffix]
    return parent_of(plans[path], library(near))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    said = list(rows())
    if not parser.parse_args().check:
        print("\n".join(said))
        return 0
    committed = TABLE.read_text(encoding="utf-8").splitlines() if TABLE.exists() else []
    changes = list(difflib.unified_diff(committed, said, "corpus/findings.tsv", "now", lineterm="", n=0))
    print("\n".join(changes), file=sys.stderr)
    return int(bool(changes))


if __name__ == "__main__":
    sys.exit(main())
