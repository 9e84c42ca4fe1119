"""When the unit must report, early enough for the parent; and which of its departments does what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from ..knowledge import table
from ..model import Deadline, Found, Plan
from ..patterns import lazy
from ..text import fold, likeness
from .audience import abolished, audience
from .context import Line
from .mending import Mend
from .names import Names

ROUND_DAYS = (25, 20, 15, 10, 5)  # days of the month that offices set
NEARLY = 85  # likeness from which a recipient is the parent's issuer, misspelt
WHAT = 110  # characters of a task that say what it is about; what follows is how and with whom
_SHORT = lazy(r"\bubnd\b")
_ANYONE = lazy(r"(?:cac )?don vi|(?:cac )?co quan|thu truong.*")
_FIGURES = lazy(r"\d+")
PERIODS = {"year": "hằng năm", "half-year": "6 tháng", "quarter": "hằng quý", "month": "hằng tháng"}


class Duty(Struct, frozen=True):
    """One report or dossier that the unit owes: «trước ngày 25 tháng 11 hằng năm», and the day inside the unit.

    Without `when`, the unit gathers the reports of others by the day that the parent has set.
    """

    what: str  # «báo cáo kết quả thực hiện», «báo cáo sơ kết», «hồ sơ đề nghị khen thưởng sơ kết»
    to: str
    when: str
    inside: str
    block: int


def duties(parent: Plan, unit: Names, on: date, to: str, mend: Mend | None = None) -> tuple[Duty, ...]:
    """The reports and dossiers that the parent asks of units like this one, each due before the parent's own day."""
    asked = [found for found in parent.deadlines if found.value.subject in ("report", "dossier") and found.value.day]
    senders = [(found, _sender(found, parent, mend)) for found in asked]
    ours = [found for found, body in senders if concerns(body, unit, parent) and not _goes_above(found, parent)]
    named = {found.span for found, body in senders if body and is_unit(body, unit)}
    unique: dict[tuple[str, str], Duty] = {}
    for found in ours:
        duty = _duty(found, parent, unit, on, to)
        if duty and found.span in named and any(other.span not in named for other in ours):
            # The unit gathers the others' reports as well as sending its own: that day is the parent's, it stays.
            duty = replace(duty, when="", inside="")
        if duty:
            unique.setdefault((duty.what, duty.when), duty)
    gathers = any(is_unit(found.value.recipient or "", unit) for found in asked)  # by the day on which others report
    if not gathers and not any("báo cáo" in duty.what for duty in unique.values()):
        # Nobody of our kind is named: leave time for the earliest report that the parent asks of anyone, and for the
        # others that the same sentence asks for («báo cáo 6 tháng …, báo cáo năm …»).
        block = None
        for found in sorted(asked, key=lambda one: (one.value.every is None, one.value.month or 0, one.value.day or 0)):
            plain = replace(found, value=replace(found.value, recipient=None))
            if found.value.subject != "report" or _goes_above(found, parent) or block not in (None, found.span.block):
                continue
            superior = unit.unit.superior if unit.level.superior else ""
            above = superior if 0 < rank(superior) < rank(parent.issuer.value if parent.issuer else "") else to
            duty = _duty(plain, parent, unit, on, above)
            if duty and not any(duty.what == one.what for one in unique.values()):
                block = found.span.block
                unique[duty.what, duty.when] = duty
    return tuple(sorted(unique.values(), key=_order))


def _order(duty: Duty) -> tuple[bool, tuple[int, ...]]:
    """What comes back first, then by day."""
    figures = [int(one) for one in _FIGURES.findall(duty.when)]
    return "hằng" not in duty.when, tuple(reversed(figures))


# How high bodies stand, told by how their names begin.
_RANKS = tuple(
    (lazy(pattern), rank)
    for rank, pattern in enumerate(
        (
            r"(?:nha )?truong |trung tam ",
            r"(?:ubnd|uy ban nhan dan) (?:cac )?(?:xa|phuong|dac khu|cap xa)", r"phong ",
            r"(?:ubnd|uy ban nhan dan) (?:huyen|quan|thi xa)", r"so(?: |$)",
            r"(?:ubnd|uy ban nhan dan) (?:tinh|thanh pho)", r"thu tuong |chinh phu|bo ",
        ),
        1,
    )
)  # fmt: skip


def rank(body: str) -> int:
    """How high a body stands, 0 if its name does not tell."""
    plain = fold(body)
    return next((rank for pattern, rank in _RANKS if pattern.match(plain)), 0)


def _goes_above(found: Found[Deadline], parent: Plan) -> bool:
    """Whether a report goes to a body above the parent's issuer: then the issuer owes it, whoever prepares it."""
    issuer = rank(parent.issuer.value) if parent.issuer else 0
    return 0 < issuer < rank(found.value.recipient or "")


def _sender(found: Found[Deadline], parent: Plan, mend: Mend | None) -> str:
    owner = next((task.owner for task in parent.tasks if task.block == found.span.block), None)
    body = found.value.sender or owner or ""
    return (mend(body) if mend else body) or ""


def concerns(body: str, unit: Names, parent: Plan) -> bool:
    """Whether a body named by the parent is this unit or a kind of unit that it belongs to; no name speaks to all."""
    if not body.strip():
        return True
    plain = fold(body)
    issuer = fold(parent.issuer.value) if parent.issuer else ""
    whole = _SHORT.sub("uy ban nhan dan", plain)
    if issuer and (whole.startswith(issuer) or issuer.startswith(f"{whole} ")):
        return False
    if is_unit(body, unit):
        return True
    if _ONE_BODY.match(plain):
        return False
    anyone = _ANYONE.fullmatch(plain)
    return unit.level.key in audience(body) or bool(anyone)


def is_unit(body: str, unit: Names) -> bool:
    """Whether a body is this very unit, with or without the name of its province."""
    plain, own = fold(body), fold(unit.unit.name)
    province = fold(unit.unit.province)
    short = own.replace(f" tinh {province}", "").replace(f" thanh pho {province}", "")
    return own in plain or (len(short.split()) > 1 and short in plain)


# How the name of one body begins: it is no kind of unit, so only that body itself is meant.
_ONE_BODY = lazy(
    r"(?!phong (?:gd|giao duc va dao tao))(?:phong|van phong|so|ban|hoi|doan|tinh doan|thanh doan|cong an|bao|dai"
    r"|trung tam|mat tran|uy ban mat tran|bo|lien doan|kho bac|thanh tra|cuc|chi cuc|cong doan|to|bo phan|vu) "
)


# What a report or dossier is about, told by the words before its day; the nearest one counts.
_OCCASIONS = {
    "so ket": "báo cáo sơ kết", "tong ket": "báo cáo tổng kết", "6 thang": "báo cáo 6 tháng",
    "bao cao quy": "báo cáo quý", "bao cao nam": "báo cáo năm", "ca nam": "báo cáo năm", "ke hoach": "",
    "khen thuong": "hồ sơ đề nghị khen thưởng",
}  # fmt: skip
PERIODICAL = ("6 thang", "bao cao quy", "bao cao nam", "ca nam")  # told apart also where they come back every year
_AWARDS = lazy(r"\b(?:khen thuong|danh hieu)\b")


def _duty(found: Found[Deadline], parent: Plan, unit: Names, on: date, to: str) -> Duty | None:
    asked = _once(found, parent)
    what = _what(parent, found)
    when = _before(asked, unit.level.report_lead_days, on)
    if what is None or when is None:
        return None
    inside = _before(asked, unit.level.report_lead_days + unit.level.internal_lead_days, on)
    recipient = asked.recipient if asked.recipient and not parent.document.damaged else to
    slip = parent.issuer and likeness(recipient, parent.issuer.value) >= NEARLY
    if abolished(recipient, on) or slip:
        recipient = to
    if recipient is not to and is_unit(recipient, unit):
        return None
    whole = to if fold(to).startswith(_SHORT.sub("uy ban nhan dan", fold(recipient))) else recipient
    return Duty(what, whole, when, inside if inside and inside != when else "", found.span.block)


_ONE_YEAR = lazy(r"năm (20\d\d)$")


def _once(found: Found[Deadline], parent: Plan) -> Deadline:
    """«trước ngày 05 tháng 12» in a plan of one year is a day of that year, unless it says «hằng năm»."""
    asked = found.value
    year = _ONE_YEAR.search(parent.title.value) if parent.title else None
    if year is None or asked.date or not (asked.day and asked.month) or asked.every not in ("year", "half-year"):
        return asked
    if "hang nam" in fold(parent.document.text(found.span)):
        return asked
    try:
        return replace(asked, date=date(int(year[1]), asked.month, asked.day), every=None)
    except ValueError:
        return asked


def _what(parent: Plan, found: Found[Deadline]) -> str | None:
    """What must be sent: «báo cáo sơ kết», «báo cáo kết quả thực hiện»; None for a plan, which this draft is itself."""
    before = fold(parent.document.blocks[found.span.block].text)[: found.span.start]
    beside = (one.span for one in parent.deadlines if one.span.block == found.span.block)
    ends = [span.end for span in beside if span.end <= found.span.start]
    since = max(before.rfind(";"), before.rfind(". "), *ends, 0)
    words = before[since:] if since > len(before) - 200 else before[-200:]
    nearest = max(((words.rfind(sign), sign) for sign in _OCCASIONS), default=(-1, ""))
    known = nearest[0] >= 0 and (not found.value.every or nearest[1] in PERIODICAL)
    named = _OCCASIONS[nearest[1]] if known else None
    if named == "" and "bao cao" not in words[nearest[0] :]:
        return None
    if found.value.subject == "dossier" and _AWARDS.search(words):
        occasion = next((name for sign, name in (("so ket", "sơ kết"), ("tong ket", "tổng kết")) if sign in words), "")
        both = f"báo cáo {occasion} và " if f"bao cao {fold(occasion)}" in words and occasion else ""
        return f"{both}hồ sơ đề nghị khen thưởng {occasion}".strip()
    return named or "báo cáo kết quả thực hiện"


def _before(asked: Deadline, lead: int, on: date) -> str | None:
    """The unit's day for the parent's deadline, in words; None if the parent names no day or it is over.

    >>> _before(Deadline(day=5, month=12, every="year"), 10, date(2026, 11, 21))
    'trước ngày 25 tháng 11 hằng năm'
    """
    if asked.date is not None:
        early = earlier(asked.date, lead, on)
        if early is None:
            return None
        return f"trước ngày {early.day:02} tháng {_month(early.month)} năm {early.year}"
    if asked.day and asked.month and asked.every:
        early = _rounded(date(2027, asked.month, min(asked.day, 28)) - timedelta(days=lead))
        return f"trước ngày {early.day:02} tháng {_month(early.month)} {PERIODS.get(asked.every, '')}"
    if asked.day and asked.every in ("month", "quarter", "half-year"):
        day = next((one for one in ROUND_DAYS if one <= asked.day - min(lead, 3)), 1)
        last = {"month": "hằng tháng", "quarter": "của tháng cuối quý", "half-year": "của tháng cuối kỳ 6 tháng"}
        return f"trước ngày {day:02} {last[asked.every]}"
    return None


def earlier(asked: date, lead: int, on: date) -> date | None:
    """A usual day `lead` days before the parent's, half of what is left if that is too late; None if it is over."""
    if asked <= on + timedelta(days=1):
        return None
    early = _rounded(asked - timedelta(days=lead))
    return early if early > on else on + (asked - on) // 2


def _rounded(day: date) -> date:
    """The last usual day on or before a day."""
    usual = next((one for one in ROUND_DAYS if one <= day.day), None)
    return day.replace(day=usual) if usual else (day.replace(day=1) - timedelta(days=1)).replace(day=25)


def _month(month: int) -> str:
    """Months 1 and 2 with a nought: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4, điểm b."""
    return f"{month:02}" if month < 3 else str(month)


@cache
def _functions(key: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str], bool], ...]:
    rows = table("functions")[key]
    return tuple((lazy(row["work"]), lazy(row["bodies"]), row.get("together", False)) for row in rows)


def lead(departments: tuple[str, ...], subject: str) -> str | None:
    """The department that holds the threads of a plan about `subject`; None if the unit names no department."""
    best = fit(departments, subject, "lead") or departments
    return best[0] if best else None


def fit(departments: tuple[str, ...], work: str, key: str) -> tuple[str, ...]:
    """The departments that do such work: the first of them, or all where they do it together."""
    plain = fold(work)
    for wanted, bodies, together in _functions(key):
        if wanted.search(plain) and (found := tuple(one for one in departments if bodies.search(fold(one)))):
            return found if together else found[:1]
    return ()


def shared(tasks: Iterable[Line], departments: tuple[str, ...], holder: str) -> dict[tuple[str, ...], list[Line]]:
    """Who does what, in the order of the departments, the holder first; what fits nobody goes to the holder."""
    given: dict[tuple[str, ...], list[Line]] = {(department,): [] for department in (holder, *departments)}
    for task in tasks:
        given.setdefault(fit(departments, task.text[:WHAT], "function") or (holder,), []).append(task)
    return given
