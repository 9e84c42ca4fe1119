from __future__ import annotations

from ...model import Finding, Findings, Fix, Plan, Severity
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import own, prose

# «qui» has a rule of its own; a syllable that is a second word too stands with what follows it.
_WAYS = (("lý", "lí"), ("kỹ", "kĩ"), ("kỳ", "kì"), ("ký", "kí"), ("kỷ", "kỉ"), ("sĩ", "sỹ"), ("mỹ", "mĩ"),
         ("quý", "quí"), ("tỷ lệ", "tỉ lệ"), ("tỷ trọng", "tỉ trọng"))  # fmt: skip
_SUBJECTS = (" vật ", " địa ")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH731",
    "i-or-y",
    Severity.INFO,
    source="Cách viết thống nhất trong một văn bản: «quản lý», «kỹ năng» hoặc «quản lí», «kĩ năng»",
    english="one syllable is written with i and with y",
    needs=("clean", "typed"),
    bad=(
        Bad(
            _said("Nâng cao năng lực quản lí.", "Cán bộ quản lý thực hiện; đổi mới quản lý."),
            at="lí",
            fixed=_said("Nâng cao năng lực quản lý.", "Cán bộ quản lý thực hiện; đổi mới quản lý."),
        ),
        Bad(_said("Nâng cao năng lực quản lí, quản lí lớp học.", "Cán bộ quản lý; đổi mới quản lý; quản lý."), at="lí"),
    ),
    good=(
        Good(_said("Rèn luyện kĩ năng; phát triển kĩ năng số; đội ngũ bác sĩ; tỉ mỉ, tỷ lệ 85%.")),
        Good(_said("Quản lý phòng học bộ môn; giáo viên Vật lí, Lịch sử và Địa lí; quản lý, xử lý.")),
        Good(_said("Ông Trần Văn Kì quản lý học kỳ II; Sách “Kĩ năng số”; học kỳ I, kỹ năng.")),
    ),
)
def check(plan: Plan) -> Findings:
    """Một chữ viết khi thì i, khi thì y trong cùng văn bản: «quản lý» và «quản lí», «bác sĩ» và «chiến sỹ».

    Hai cách đều được, miễn là thống nhất; báo ở chỗ đầu tiên viết theo cách ít dùng hơn.
    """
    here = prose(plan)
    for ways in _WAYS:
        if not all(way.split()[0] in here.words for way in ways):
            continue
        one, other = ([at for at, _ in here.places(way) if _counts(plan, at, len(way))] for way in ways)
        if not (one and other):
            continue
        rare, usual = (other, ways[0]) if len(other) <= len(one) else (one, ways[1])
        span = here.span(rare[0], rare[0] + len(usual))
        fix = Fix(span, usual) if len(rare) == 1 else None
        yield Finding(span, f"nơi khác viết «{usual}»; nên thống nhất một cách", fix)


def _counts(plan: Plan, start: int, length: int) -> bool:
    """Whether it is the plan's own word, and no name: the subjects are «Vật lí», «Địa lí» in the curriculum."""
    here = prose(plan)
    subject = here.low.endswith(_SUBJECTS, 0, start)
    return here.text[start : start + length].islower() and not subject and own(plan, start)
