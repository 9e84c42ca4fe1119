from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Annotated

from rapidfuzz.distance import DamerauLevenshtein

from ...extract.abbreviations import expansion, introductions, letters, uses
from ...extract.abbreviations import known as usual
from ...knowledge import table
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
        Bad(
            sample("I. NỘI DUNG", "Báo cáo UBDN phường."),
            at="UBDN",
            fixed=sample("I. NỘI DUNG", "Báo cáo UBND phường."),
        ),
        Bad(
            sample("I. NỘI DUNG", "Các trường THSC trên địa bàn."),
            at="THSC",
            fixed=sample("I. NỘI DUNG", "Các trường THCS trên địa bàn."),
        ),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Các trường THCN, THTT; UBDT, UBKT, BHTN; hội đồng quản trị (HĐQT).")),
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
    """Chữ viết tắt lạ, khác một chữ viết tắt khác của kế hoạch chỉ một chữ cái, có lẽ là viết nhầm.

    Chữ viết tắt ai cũng biết thì không cần có trong kế hoạch: UBDN (UBND), HDND (HĐND), THSC (THCS).
    """
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
    near = [one for one in own if _one_away(short, one)]
    meant = max(near, key=lambda one: counts[one]) if near else _of_all(short)
    return None if meant is None or expansion(short, plan) else meant


def _of_all(short: str) -> str | None:
    """The abbreviation that everyone knows of which `short` is a slip."""
    slips = table("abbreviations")["slips"]
    if near := [one for one in slips["one_letter"] if _one_away(short, one)]:
        return str(near[0])
    if "&" in short:  # «NN&PTNN»
        joined = [one for one in usual() if "&" in one and _one_away(short, one)]
        if len(joined) == 1:
            return joined[0]
    bare = sorted(_bare(short))
    if short in slips["same_letters"]:
        return None
    return next((one for one in slips["same_letters"] if bare == sorted(_bare(one))), None)


def _one_away(short: str, other: str) -> bool:
    return DamerauLevenshtein.distance(_bare(short), _bare(other), score_cutoff=1) <= 1


def _bare(short: str) -> str:
    """An abbreviation without joints and accents, so that «HTSD» is near «HTSĐ»."""
    return fold(letters(short))
