from __future__ import annotations

from ...extract.components import components
from ...knowledge import table
from ...model import Finding, Findings, Plan, Severity
from ...patterns import lazy
from ...text import fold, squeeze
from .. import Bad, Good, rule
from ..samples import but

# «TL. CHỦ TỊCH / GIÁM ĐỐC SỞ», «TUQ.»: somebody from another body signs, and says so.
_BY_ORDER = lazy(r"(?:TL|TUQ|T/L|T/UQ)\b")
_OFFICE = lazy(r"(?:KT|TM|Q|QUYỀN)\W+|PHÓ\s+|P\.\s*")
# «Trường Chính trị», «Trường Quân sự», «Trường Trung cấp» and the people who lead schools by another name.
_SCHOOL = lazy(r"truong\s+(?:mam non|mau giao|tieu hoc|thcs|thpt|th\b|mn\b|pho thong|trung hoc|ptdt)")
_PEOPLES = "HỘI ĐỒNG NHÂN DÂN"  # its chairman has the title of the committee's
_COUNCILS = ("HỘI ĐỒNG TRƯỜNG", "BAN TỔ CHỨC", "BAN CHỈ ĐẠO")


@rule(
    "KH191",
    "signer-of-another-body",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7 điểm b, c (chức vụ của người ký)",
    english="the position of the signer is none of the body that issues the plan",
    needs=("typed", "state"),
    bad=(
        Bad(but(("HIỆU TRƯỞNG", "GIÁM ĐỐC")), at="GIÁM ĐỐC"),
        Bad(but(("HIỆU TRƯỞNG", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH")), at="KT. CHỦ TỊCH"),
        Bad(but(("UBND PHƯỜNG XUÂN SƠN\nTRƯỜNG TRUNG HỌC CƠ SỞ XUÂN SƠN", "ỦY BAN NHÂN DÂN\nPHƯỜNG XUÂN SƠN"),
                ("HIỆU TRƯỞNG", "TM. HỘI ĐỒNG NHÂN DÂN\nCHỦ TỊCH")), at="TM. HỘI ĐỒNG NHÂN DÂN"),
    ),
    good=(
        Good(but()),
        Good(but(("HIỆU TRƯỞNG", "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG"))),
        Good(but(("UBND PHƯỜNG XUÂN SƠN\nTRƯỜNG TRUNG HỌC CƠ SỞ XUÂN SƠN", "ỦY BAN NHÂN DÂN\nPHƯỜNG XUÂN SƠN"),
                 ("HIỆU TRƯỞNG", "TL. CHỦ TỊCH\nTRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"))),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Chức vụ của người ký phải là chức vụ của cơ quan ban hành.

    Trường là HIỆU TRƯỞNG, UBND là CHỦ TỊCH, sở là GIÁM ĐỐC. Chỉ xét trường phổ thông, mầm non, UBND,
    sở, phòng; ký thừa lệnh (TL.), thừa ủy quyền (TUQ.) thì không xét.
    """
    heads = _heads(plan)
    if not heads:
        return
    found = components(plan)
    lines = [*found.of("authority"), *found.of("position")]
    if any(_BY_ORDER.match(line.text) for line in lines):
        return
    offices = [squeeze(_OFFICE.sub("", line.text)).upper().replace("UỶ", "ỦY") for line in lines]
    council = any(office.startswith(_PEOPLES) for office in offices)
    if not council and any(office.startswith((*heads, *_COUNCILS)) for office in offices):
        return  # two sign side by side, or the council of a school does
    for line, office in zip(lines, offices, strict=True):
        if office.startswith(_others(heads)):
            yield Finding(line.span, f"kế hoạch của {plan.issuer.value if plan.issuer else ''} do {heads[0]} ký")
            return


def _heads(plan: Plan) -> tuple[str, ...]:
    """The positions that may sign for the body of a plan; none where it is of a kind that is not in the table."""
    name = squeeze(plan.issuer.value) if plan.issuer else ""
    if fold(name).startswith("truong") and not _SCHOOL.match(fold(name)):
        return ()
    known: dict[str, list[str]] = table("positions")["heads"]
    return next((tuple(heads) for word, heads in known.items() if fold(name).startswith(fold(word) + " ")), ())


def _others(heads: tuple[str, ...]) -> tuple[str, ...]:
    known: dict[str, list[str]] = table("positions")["heads"]
    return (_PEOPLES, *(head for row in known.values() for head in row if head not in heads))
