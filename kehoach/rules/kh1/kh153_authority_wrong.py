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
ABBREVIATED = lazy(r"P\.\s*(?=\w)")
# TM. stands before a collective, the others before the office of one person.
PERSON = lazy(r"TM\W+(?P<of>(?:CHỦ TỊCH|GIÁM ĐỐC|HIỆU TRƯỞNG|TRƯỞNG PHÒNG|BỘ TRƯỞNG|CHÁNH VĂN PHÒNG)\b.*)")
COLLECTIVE = lazy(r"(?P<mark>KT|TL|TUQ|Q)\W+(?P<of>(?:ỦY BAN|UBND|HỘI ĐỒNG|BAN|SỞ|TRƯỜNG|PHÒNG|TRUNG TÂM)\b.*)")
# An office led by one person signs by his hand, in the name of no board.
BOARD = lazy(r"TM\W+(?P<of>BAN GIÁM HIỆU|BAN GIÁM ĐỐC|BAN LÃNH ĐẠO|LÃNH ĐẠO|NHÀ TRƯỜNG)\b")
BY_ORDER = lazy(r"TL\W+(?P<of>.+)")
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
        Bad(but(("HIỆU TRƯỞNG", "KT. PHÓ HIỆU TRƯỞNG")), at="KT. PHÓ HIỆU TRƯỞNG"),
        Bad(but(("HIỆU TRƯỞNG", "TM. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG")), at="TM. HIỆU TRƯỞNG"),
        Bad(but(("HIỆU TRƯỞNG", "TL. ỦY BAN NHÂN DÂN\nCHÁNH VĂN PHÒNG")), at="TL. ỦY BAN NHÂN DÂN"),
        Bad(but(("HIỆU TRƯỞNG", "KT. HIỆU TRƯỞNG\nP. HIỆU TRƯỞNG")), at="P. HIỆU TRƯỞNG"),
        Bad(but(("HIỆU TRƯỞNG", "TM. BAN GIÁM HIỆU\nHIỆU TRƯỞNG")), at="TM. BAN GIÁM HIỆU"),
        Bad(but(("HIỆU TRƯỞNG", "TL. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG")), at="PHÓ HIỆU TRƯỞNG"),
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
    «PHÓ HIỆU TRƯỞNG»; «TM. …» đứng trên «KT. …». «TM.» đứng trước tên tập thể (TM. ỦY BAN NHÂN DÂN); «KT.», «TL.»,
    «TUQ.», «Q.» đứng trước chức vụ của người đứng đầu.
    """
    found = components(plan)
    authorities, position = list(found.of("authority")), found.first("position")
    for above, below in pairwise(authorities):
        if above.text.startswith("KT") and below.text.startswith("TM"):
            yield Finding(below.span, "«TM. …» đứng trên «KT. …»")
    misplaced = [(line, said) for line in authorities if (said := _misplaced(line.text))]
    for line, said in misplaced:
        yield Finding(line.span, said)
    if position is None or misplaced:
        return
    if short := ABBREVIATED.match(position.text):
        right = f"PHÓ {position.text[short.end() :]}"
        yield Finding(position.span, f"chức vụ viết đầy đủ: «{right}»")
        return
    signs_for = next((m["of"] for line in authorities if (m := SIGNS_FOR.match(line.text))), None)
    by_order = [m for line in authorities if (m := BY_ORDER.match(line.text))]
    if position.text.startswith("PHỤ TRÁCH") or (DEPUTY.match(position.text) and not authorities):
        yield Finding(position.span, "cấp phó ký, kể cả khi phụ trách, phải ghi «KT.» và chức vụ của người đứng đầu")
    elif signs_for and not DEPUTY.match(position.text):
        yield Finding(position.span, f"dưới «KT. {signs_for}» là chức vụ của cấp phó")
    elif any(DEPUTY.match(position.text) and _fits(position, m["of"]) for m in by_order):
        yield Finding(position.span, "cấp phó ký thay người đứng đầu thì ghi «KT.», không ghi «TL.»")
    elif signs_for and not _fits(position, signs_for):
        yield Finding(position.span, f"cấp phó ký thay {signs_for} không phải là «{position.text}»")


def _misplaced(text: str) -> str | None:
    """What is wrong with an authority by itself."""
    m = SIGNS_FOR.match(text)
    if m and (DEPUTY.match(m["of"]) or ABBREVIATED.match(m["of"])):
        return "sau «KT.» là chức vụ của người đứng đầu; chức vụ của cấp phó ghi ở dòng dưới"
    if m := PERSON.match(text):
        return f"«TM.» đứng trước tên tập thể, không đứng trước chức vụ «{m['of']}»"
    if m := BOARD.match(text):
        return f"người đứng đầu ký trực tiếp, cấp phó ký «KT.»; không ghi «TM. {m['of']}»"
    if m := COLLECTIVE.match(text):
        return f"«{m['mark']}.» đứng trước chức vụ của người đứng đầu, không đứng trước tên «{m['of']}»"
    return None


def _fits(position: Component, of: str) -> bool:
    """Whether a deputy is the deputy of the office: the first words of both are the same."""
    special: dict[str, str] = table("positions")["deputies"]
    right = special.get(squeeze(of), f"PHÓ {squeeze(of)}")
    words, held = fold(right).split(), fold(position.text).split()
    return words[: min(3, len(words))] == held[: min(3, len(words))]
