from __future__ import annotations

from itertools import pairwise

from ...extract.components import Component, components
from ...knowledge import table
from ...model import Finding, Findings, Plan, Severity
from ...patterns import lazy
from ...text import fold, squeeze
from .. import Bad, Good, rule
from ..samples import but

DEPUTY = lazy(r"(?:PHÓ|THỨ)\s")
SIGNS_FOR = lazy(r"KT\W+(?P<of>.+)")


@rule(
    "KH153",
    "authority-wrong",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7 điểm b; Điều 13",
    english="the signer's authority does not fit the position",
    needs=("typed", "state"),
    bad=(
        Bad(but(("HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG")), at="PHÓ HIỆU TRƯỞNG"),
        Bad(but(("HIỆU TRƯỞNG", "KT. HIỆU TRƯỞNG\nHIỆU TRƯỞNG")), at="HIỆU TRƯỞNG"),
        Bad(but(("HIỆU TRƯỞNG", "KT. HIỆU TRƯỞNG\nPHÓ GIÁM ĐỐC")), at="PHÓ GIÁM ĐỐC"),
        Bad(but(("HIỆU TRƯỞNG", "KT. CHỦ TỊCH\nTM. ỦY BAN NHÂN DÂN\nPHÓ CHỦ TỊCH")), at="TM. ỦY BAN NHÂN DÂN"),
    ),
    good=(
        Good(but()), Good(but(("HIỆU TRƯỞNG", "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG"))),
        Good(but(("HIỆU TRƯỞNG", "TL. CHỦ TỊCH\nTRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"))),
        Good(but(("HIỆU TRƯỞNG", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"))),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Quyền hạn và chức vụ của người ký phải khớp nhau.

    Cấp phó ký, kể cả khi được giao phụ trách, đều ghi «KT.» trước chức vụ của người đứng đầu; dưới «KT. HIỆU TRƯỞNG» là
    «PHÓ HIỆU TRƯỞNG»; «TM. …» đứng trên «KT. …».
    """
    found = components(plan)
    authorities, position = list(found.of("authority")), found.first("position")
    for above, below in pairwise(authorities):
        if above.text.startswith("KT") and below.text.startswith("TM"):
            yield Finding(below.span, "«TM. …» đứng trên «KT. …»")
    if position is None:
        return
    signs_for = next((m["of"] for line in authorities if (m := SIGNS_FOR.match(line.text))), None)
    if position.text.startswith("PHỤ TRÁCH") or (DEPUTY.match(position.text) and not authorities):
        yield Finding(position.span, "cấp phó ký, kể cả khi phụ trách, phải ghi «KT.» và chức vụ của người đứng đầu")
    elif signs_for and not DEPUTY.match(position.text):
        yield Finding(position.span, f"dưới «KT. {signs_for}» là chức vụ của cấp phó")
    elif signs_for and not _fits(position, signs_for):
        yield Finding(position.span, f"cấp phó ký thay {signs_for} không phải là «{position.text}»")


def _fits(position: Component, of: str) -> bool:
    """Whether a deputy is the deputy of the office: the first words of both are the same."""
    special: dict[str, str] = table("positions")["deputies"]
    right = special.get(squeeze(of), f"PHÓ {squeeze(of)}")
    words, held = fold(right).split(), fold(position.text).split()
    return words[: min(3, len(words))] == held[: min(3, len(words))]
