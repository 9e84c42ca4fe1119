from __future__ import annotations

from ...align.bodies import same_body
from ...align.citations import code_and_date, in_text
from ...model import Citation, Finding, Findings, Found, Plan, Severity
from ...text import short_date
from .. import Bad, Good, rule
from ..samples import plan as sample

TWICE = (
    "Theo Kế hoạch số 173/KH-UBND ngày 27/6/2022 của {} về học tập suốt đời; "
    "Kế hoạch số 173/KH-UBND ngày 18/7/2022 của {}."
)


@rule(
    "KH309",
    "two-dates",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Điều 15 khoản 1 (số và ký hiệu là duy nhất trong một năm)",
    english="the same number is cited with two dates",
    bad=(
        Bad(sample("I. NỘI DUNG", TWICE.format("UBND tỉnh", "UBND tỉnh")), at="173/KH-UBND ngày 18/7/2022"),
        Bad(
            sample("I. NỘI DUNG", TWICE.format("UBND tỉnh", "UBND tỉnh").replace("18/7/2022", "27/6/2021")),
            at="173/KH-UBND ngày 27/6/2021",
        ),
    ),
    good=(
        Good(sample("I. NỘI DUNG", TWICE.format("UBND tỉnh", "UBND thị xã"))),
        Good(sample("I. NỘI DUNG", TWICE.format("UBND tỉnh", "UBND tỉnh").replace("18/7/2022", "18/7/2021"))),
    ),
)
def check(plan: Plan) -> Findings:
    """Một số, ký hiệu của cùng một cơ quan trong một năm chỉ có một ngày ban hành.

    Viện dẫn cùng số mà khác ngày thì số hoặc ngày ở một trong hai chỗ bị sai: đối chiếu với bản gốc. Cùng ngày, cùng
    tháng mà khác năm cũng là viết nhầm.
    """
    seen: dict[str, list[Found[Citation]]] = {}
    for found in in_text(plan):
        if found.value.date is None:
            continue
        others = seen.setdefault(found.value.key, [])
        other = next((o for o in others if _clash(o.value, found.value)), None)
        if other and other.value.date:
            said = f"số này đã được viện dẫn với ngày {short_date(other.value.date)}"
            yield Finding(code_and_date(found), f"{said}; đối chiếu với bản gốc để sửa số hoặc ngày")
        else:
            others.append(found)


def _clash(one: Citation, other: Citation) -> bool:
    """Other dates of one year and one body, or one day of two years: numbers begin anew each year.

    A symbol that bears its year is never given out again.
    """
    if one.date is None or other.date is None or one.date == other.date:
        return False
    if one.issuer and other.issuer and not same_body(one.issuer, other.issuer):
        return False
    same_day = (one.date.day, one.date.month) == (other.date.day, other.date.month)
    return same_day or one.date.year == other.date.year or one.symbol[:4].isdigit()
