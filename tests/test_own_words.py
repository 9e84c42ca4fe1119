"""What the project contains, we wrote: no passage of a real plan stands in our wording or phrases."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kehoach.text import fold, squeeze

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
OURS = sorted([*ROOT.glob("templates/wording/**/*.txt"), ROOT / "kehoach" / "knowledge" / "phrases.txt"])
LENGTH = 12  # syllables; shorter runs are the set phrases of administrative Vietnamese
# Names that stand in every plan of the movement, and the short forms that one of the plans writes for them.
OFFICIAL = ("cả nước thi đua", "xây dựng xã hội học tập", "học tập suốt đời", "công dân học tập", r"“[^”]*”")
SPELLED = {"xhht": "xã hội học tập", "htsđ": "học tập suốt đời", "cbql": "cán bộ quản lý", "nlđ": "người lao động"}


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of LENGTH syllables of a paragraph that no official name breaks."""
    low = re.sub(r"\w+", lambda m: SPELLED.get(m[0], m[0]), squeeze(text).lower())
    parts = (re.findall(r"\w+", fold(part)) for part in re.split("|".join(OFFICIAL), low))
    return {tuple(part[i : i + LENGTH]) for part in parts for i in range(len(part) - LENGTH + 1)}


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real plans lie outside the repository and are not here")
def test_no_passage_of_a_real_plan_stands_in_our_wording() -> None:
    theirs = set[tuple[str, ...]]().union(*(runs(path.read_text(encoding="utf-8")) for path in SEEDS.glob("*.txt")))
    shared = [
        f"{path.relative_to(ROOT)}: {' '.join(run)}"
        for path in OURS
        for line in path.read_text(encoding="utf-8").splitlines()
        for run in sorted(runs(line) & theirs)
    ]

    assert len(theirs) > 3000
    assert shared == []
