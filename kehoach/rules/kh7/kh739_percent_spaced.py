from __future__ import annotations

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import own, prose

_PERCENT = lazy(r"(?<=\d)(?P<gap>[ \xa0]?)(?P<sign>%+)")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH739",
    "percent-spaced",
    Severity.INFO,
    source="Cách viết thống nhất trong một văn bản",
    english="per cent is written with a space and without, or twice",
    needs=("clean", "typed"),
    bad=(
        Bad(_said("90% giáo viên; 85% học sinh; 80 % phụ huynh."), at=" ",
            fixed=_said("90% giáo viên; 85% học sinh; 80% phụ huynh.")),
        Bad(_said("100%giáo viên."), at="%", fixed=_said("100% giáo viên.")),
        Bad(_said("Giảm 10%% số vụ."), at="%%", fixed=_said("Giảm 10% số vụ.")),
    ),
    good=(Good(_said("90 % giáo viên; 85 % học sinh.")), Good(_said("90% giáo viên; 85% học sinh."))),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Dấu % viết một cách trong cả văn bản: liền số («90%») hoặc cách số; không gõ hai dấu liền nhau."""
    here = prose(plan)
    if "%" not in here.letters:
        return
    found = [match for match in _PERCENT.finditer(here.text) if own(plan, match.start())]
    spaced = [match for match in found if match["gap"]]
    for match in found:
        if len(match["sign"]) > 1:
            span = here.span(*match.span("sign"))
            yield Finding(span, "gõ hai dấu %", Fix(span, "%"))
    for match in found:
        if here.text[match.end() : match.end() + 1].isalpha():
            span = here.span(*match.span("sign"))
            yield Finding(span, "thêm dấu cách sau dấu %", Fix(span, f"{match['sign']} "))
    if spaced and 2 * len(spaced) < len(found):
        span = here.span(*spaced[0].span("gap"))
        said = f"viết «%» hai cách trong một văn bản ({len(spaced)} chỗ cách số); nên viết liền số"
        yield Finding(span, said, Fix(span, "") if len(spaced) == 1 else None)
