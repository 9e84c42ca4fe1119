from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Annotated

from rapidfuzz.distance import DamerauLevenshtein

from ...extract.abbreviations import expansion, introductions, letters, uses
from ...extract.abbreviations import known as usual
from ...model import Finding, Findings, Fix, Plan, Severity
from ...text import fold
from .. import Bad, Good, rule
from ..options import Words
from ..samples import plan as sample

OFTEN = 3  # uses that make an abbreviation the plan's own
SHORTEST = 4  # letters: two short abbreviations differ by one letter too easily


@rule(
    "KH617",
    "abbreviation-mistyped",
    Severity.WARNING,
    source="Chữ viết tắt dùng thống nhất trong kế hoạch",
    english="an abbreviation is a slip of another one",
    needs=("clean",),
    bad=(
        Bad(
            sample("I. MỤC ĐÍCH", "Xây dựng xã hội học tập (XHHT).", "II. NỘI DUNG", "Về XHHT, phê duyệt XHTT."),
            at="XHTT",
            fixed=sample("I. MỤC ĐÍCH", "Xây dựng xã hội học tập (XHHT).", "II. NỘI DUNG", "Về XHHT, phê duyệt XHHT."),
        ),
    ),
    good=(
        Good(sample("I. MỤC ĐÍCH", "Cán bộ, công chức (CBCC) và cán bộ, viên chức (CBVC).", "CBCC và CBVC tham gia.")),
        Good(
            sample(
                "I. MỤC ĐÍCH", "Học tập suốt đời (HTSĐ).", "II. NỘI DUNG", "HTSĐ; trung tâm học tập cộng đồng (HTCĐ)."
            )
        ),
        Good(
            sample("I. MỤC ĐÍCH", "Xây dựng xã hội học tập (XHHT).", "II. NỘI DUNG", "Về XHHT, phê duyệt XHTT."),
            options={"known": ("XHTT",)},
        ),
    ),
)
def check(
    plan: Plan,
    *,
    known: Annotated[Words, "chữ viết tắt của cơ quan, viết như vậy là đúng"] = (),
) -> Findings:
    """Chữ viết tắt lạ, khác một chữ viết tắt khác của kế hoạch chỉ một chữ cái, có lẽ là viết nhầm."""
    for use in uses(plan):
        if use.short not in known and (meant := mistyped(use.short, plan)):
            message = f"chữ viết tắt «{use.short}» có lẽ viết nhầm của «{meant}»"
            yield Finding(use.span, message, Fix(use.span, meant, safe=False))


@lru_cache(maxsize=256)
def mistyped(short: str, plan: Plan) -> str | None:
    """The plan's own abbreviation of which `short` is a slip: one letter away, and itself unknown and rare."""
    counts = Counter(use.short for use in uses(plan))
    given = {i.short for i in introductions(plan)}
    if short in given or short in usual() or counts[short] > 2 or len(letters(short)) < SHORTEST:
        return None
    own = [
        one
        for one in counts
        if one != short and (one in given or counts[one] >= OFTEN) and len(letters(one)) >= SHORTEST
    ]
    near = [one for one in own if DamerauLevenshtein.distance(_bare(short), _bare(one), score_cutoff=1) <= 1]
    if not near or expansion(short, plan):
        return None
    return max(near, key=lambda one: counts[one])


def _bare(short: str) -> str:
    """An abbreviation without joints and accents, so that «HTSD» is near «HTSĐ»."""
    return fold(letters(short))
