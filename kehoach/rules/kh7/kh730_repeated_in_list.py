from __future__ import annotations

from collections.abc import Iterator

from ...extract.phrases import listed_twice
from ...model import Finding, Findings, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import own, prose

# «các xã, phường, phường»; one syllable begins an item there, or it is the end of another («các Tổng cục, Cục»).
_BEFORE = lazy(r"(?:(?:^|[,;] |các |những |[\n(])(?P<one>[^\W\d_]{2,})|(?<![^\W_])(?P<two>[^\W\d_]{2,} [^\W\d_]{2,}))$")
_BEHIND = lazy(r"\s*[,.;\n]| (?:và|hoặc) ")
LONGEST = 30  # letters of an item and of what may stand before it


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH730",
    "repeated-in-list",
    Severity.WARNING,
    source="Lỗi soạn thảo: một việc được kể hai lần trong một chỗ liệt kê",
    english="one thing is named twice in an enumeration",
    needs=("clean",),
    bad=(
        Bad(_said("Kịp thời biểu dương, khen thưởng, tôn vinh, khen thưởng tập thể, cá nhân."),
            at="khen thưởng, tôn vinh, khen thưởng"),
        Bad(_said("UBND các xã, phường, phường và đặc khu báo cáo."), at="phường, phường"),
        Bad(_said("Tăng cường kiểm tra, giám sát, kiểm tra việc thực hiện."), at="kiểm tra, giám sát, kiểm tra"),
    ),
    good=(
        Good(_said("Các tổ, tổ trưởng, lớp, lớp trưởng thực hiện.")),
        Good(_said("Kiểm tra, giám sát; kiểm tra đột xuất, khen thưởng thường xuyên, khen thưởng đột xuất.")),
        Good(_said("Biểu dương, khen thưởng các tập thể, cá nhân.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Một việc kể hai lần trong cùng một chỗ liệt kê: «khen thưởng, tôn vinh, khen thưởng»."""
    here = prose(plan)
    for match in listed_twice().finditer(here.low):
        if own(plan, match.start()):
            yield Finding(here.span(*match.span()), f"«{match['item']}» kể hai lần trong một chỗ liệt kê")
    for start, end in _twice(here.low):
        if own(plan, start):
            yield Finding(here.span(start, end), f"«{here.low[start:end].partition(',')[0]}» kể hai lần liền nhau")


def _twice(text: str) -> Iterator[tuple[int, int]]:
    """Where an item stands on both sides of a comma."""
    comma = text.find(", ")
    while comma >= 0:
        last = text[text.rfind(" ", 0, comma) + 1 : comma]
        follows = comma + 2
        if (
            last
            and last in text[follows : follows + LONGEST]
            and (m := _BEFORE.search(text[max(0, comma - LONGEST) : comma]))
        ):
            for item in filter(None, (m["two"], m["one"], last if m["one"] else None)):
                end = follows + len(item)
                if text.startswith(item, follows) and _BEHIND.match(text, end):
                    yield comma - len(item), end
                    break
        comma = text.find(", ", follows)
