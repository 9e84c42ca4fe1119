"""How much of real plans is understood: the scoring scripts beside the repo, and our corpus against its gold."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .table import Row

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
KEHOACH = shlex.join([sys.executable, "-m", "kehoach"])
FLAGS = ("number", "date", "issuer", "title", "parent", "signer")


def rows() -> Iterator[Row]:
    scorer = SHARED / "measure" / "score_plans.py"
    if not scorer.exists():
        yield Row("understanding", "not measured", peer="the scoring scripts are not on this machine")
        return
    yield from _plans("seeds 000, 002, 004", scorer, ["seed-000", "seed-002", "seed-004"])
    for family in sorted(path for path in (ROOT / "corpus").iterdir() if any(path.glob("*.gold.json"))):
        yield from _plans(f"corpus {family.name}", scorer, ["--gold", str(family), "--docs", str(family)])
    yield from _defects()
    done = subprocess.run(
        [sys.executable, SHARED / "measure" / "score_docx.py", "--kehoach", KEHOACH], capture_output=True, text=True
    )
    seen = done.stdout.split("/")[0]
    yield Row(
        "hard.docx: things a person sees",
        done.stdout.strip(),
        "28/28",
        "pandoc 24, LibreOffice 20, python-docx 11",
        seen == "28",
    )


def _plans(name: str, scorer: Path, arguments: list[str]) -> Iterator[Row]:
    total = _run([sys.executable, str(scorer), "--json", "--kehoach", KEHOACH, *arguments])["total"]
    right, of = (sum(total[flag][i] for flag in FLAGS) for i in (0, 1))
    yield Row(f"{name}: number, date, issuer, title, parent, signer", f"{right}/{of}", "all", met=right == of)
    for key, least in (("sections", 0.98), ("citations", 0.98), ("duties", 0.95)):
        value = total[key]
        yield Row(
            f"{name}: {key} F1",
            "none there" if value is None else f"{value:.3f}",
            f"≥ {least}",
            met=None if value is None else value >= least,
        )
    right, of = total["cited_dates"]
    yield Row(f"{name}: citations with the right date", f"{right}/{of}", "all", met=right == of)
    right, of = total["dates"]
    yield Row(f"{name}: dated expressions found", f"{right}/{of}", "≥ 90 %", met=right >= 0.9 * of)


def _defects() -> Iterator[Row]:
    found = _run([sys.executable, str(SHARED / "measure" / "score_defects.py"), "--json", "--kehoach", KEHOACH])
    for severity, (right, of) in found["recall"].items():
        yield Row(f"defects marked in seeds 002 and 004, {severity}", f"{right}/{of}")
    yield Row("findings on traps", str(found["traps"]), "0", met=found["traps"] == 0)
    share = found["unmatched"] / max(1, found["findings"])
    yield Row(
        "findings that match nothing in the gold",
        f"{found['unmatched']}/{found['findings']}",
        "≤ 5 %",
        met=share <= 0.05,
    )


def _run(command: list[str]) -> Any:
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)
