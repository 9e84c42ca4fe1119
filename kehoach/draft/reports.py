"""What the unit must send upwards, to whom, and when: early enough for the day that the parent has set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from ..model import Deadline, Found, Plan
from ..patterns import lazy
from ..text import fold, likeness, squeeze
from . import occasions, timing
from .audience import abolished
from .deadlines import owed
from .duties import ROUND_DAYS, concerns, earlier, is_unit, month, rank, rounded
from .mending import Mend
from .names import SCHOOLS, Names
from .slips import renamed
from .spelling import righted

NEARLY = 85  # likeness from which a recipient is the parent's issuer, misspelt
PERIODS = {"year": "hằng năm", "half-year": "6 tháng", "quarter": "hằng quý", "month": "hằng tháng"}
GATHERING = 3  # days before the parent's for one report made of all others', which come in only shortly before
PERIODIC_LEAD = 10  # days: what comes back every month or quarter leaves less time
BELOW = (*SCHOOLS, "cong-dong")  # groups that have one body above them
GRASSROOTS = ("cong-doan-co-so", "cong-doan-truong")  # which report to the union above them alone
# Societies and unions that report to the one above them, not to the province.
UNDER_THEIR_OWN = ("hoi-cap-xa", "cong-doan-xa", "cong-doan-giao-duc", *GRASSROOTS)
PROVINCE = rank("UBND tỉnh")
GATHERED = "báo cáo tổng hợp kết quả thực hiện"


class Duty(Struct, frozen=True):
    """One report or dossier that the unit owes: «trước ngày 25 tháng 11 hằng năm», and the day inside the unit."""

    what: str  # «báo cáo kết quả thực hiện», «báo cáo sơ kết», «hồ sơ đề nghị khen thưởng sơ kết»
    to: str
    when: str
    inside: str
    block: int


def duties(parent: Plan, unit: Names, on: date, to: str, mend: Mend | None = None) -> tuple[Duty, ...]:
    """The reports and dossiers that the parent asks of units like this one, each due before the parent's own day."""
    asked = _received(one for one in owed(parent) if one.value.subject in ("report", "dossier") and one.value.day)
    senders = _senders(asked, parent, mend)
    unique: dict[tuple[str, str], Duty] = {}
    for_others = any(_is_own(_through(found, parent) or found.value.recipient or "", unit) for found in asked)
    for found, body in zip(asked, senders, strict=True):
        own = bool(body) and _is_own(body, unit)
        gathered = for_others and own and found.value.subject == "report"
        if not (own or concerns(body, unit, parent)) or _comes_to(found, parent, unit):
            continue
        if _goes_above(found, parent) and not gathered:
            continue
        if duty := _duty(found, parent, unit, on, to, gathered):
            unique.setdefault((duty.what, duty.when), duty)
    received = any(_comes_to(found, parent, unit) for found in asked)  # by the day on which others report
    if not received and not any("báo cáo" in duty.what for duty in unique.values()):
        for duty in _asked_of_others(asked, parent, unit, on, to):
            unique.setdefault((duty.what, duty.when), duty)
    return tuple(sorted(_apart(unique.values()), key=_order))


def _apart(found: Iterable[Duty]) -> Iterator[Duty]:
    """Without a report on results beside another one that goes to the same body on the same day."""
    all_ = list(found)
    for duty in all_:
        beside = any(one is not duty and (one.to, one.when) == (duty.to, duty.when) for one in all_)
        if not (beside and duty.what == occasions.RESULTS):
            yield duty


def _received(asked: Iterable[Found[Deadline]]) -> list[Found[Deadline]]:
    """Deadlines in order; a second day of one sentence goes where the first does: «…; báo cáo năm trước ngày …»."""
    made: list[Found[Deadline]] = []
    for one in asked:
        before = made[-1] if made and made[-1].span.block == one.span.block else None
        if before and before.value.recipient and not one.value.recipient:
            one = replace(one, value=replace(one.value, recipient=before.value.recipient))
        made.append(one)
    return made


def gathers(parent: Plan, unit: Names) -> bool:
    """Whether the parent has others send their reports to this unit."""
    asked = (one for one in parent.deadlines if one.value.subject == "report" and one.value.day)
    return any(_comes_to(one, parent, unit) for one in asked)


def _asked_of_others(asked: list[Found[Deadline]], parent: Plan, unit: Names, on: date, to: str) -> list[Duty]:
    """Where nobody of the unit's kind is named: time for the earliest report that the parent asks of anyone.

    Its own superior gathers it where that stands below the parent's issuer.
    """
    between = skips(parent, unit)
    superior = unit.unit.superior
    made: list[Duty] = []
    block = None
    for found in sorted(asked, key=lambda one: (one.value.every is None, one.value.month or 0, one.value.day or 0)):
        if found.value.subject != "report" or _goes_above(found, parent) or block not in (None, found.span.block):
            continue
        if found.value.every in ("month", "week") and found.value.sender:
            continue  # whoever runs something tells of it as often as that
        if duty := _duty(found, parent, unit, on, superior if between else to, addressed=not between):
            # others report to an office of theirs, a mass organisation to whoever asks it
            apart = unit.level.group == "doan-the" and not duty.to.startswith((to, superior or to))
            made.append(replace(duty, to=to) if apart else duty)
            block = found.span.block
    return made


# Nobody below the ministries and the provinces' committees sends anything to these.
_FAR = lazy(r"(?:chinh phu|thu tuong|quoc hoi|hoi dong nhan dan|hdnd|ban bi thu|bo chinh tri)\b")


def skips(parent: Plan, unit: Names) -> bool:
    """Whether the unit's own superior stands between it and the parent's issuer: a school of the Sở, UBND tỉnh."""
    issuer = parent.issuer.value if parent.issuer else ""
    if _FAR.match(fold(issuer)) or (unit.level.group == "ubnd" and issuer.startswith("Bộ ")):
        return bool(unit.unit.superior)
    if unit.level.words in UNDER_THEIR_OWN:
        return bool(unit.unit.superior) and rank(issuer) >= PROVINCE
    office = unit.level.key == "phong-gddt" and not issuer.startswith("Sở")  # which guides it beside its own committee
    return 0 < rank(unit.unit.superior if unit.level.group in BELOW or office else "") < rank(issuer)


def _order(duty: Duty) -> tuple[bool, tuple[int, ...]]:
    """What comes back first, then by day."""
    figures = [int(one) for one in re.findall(r"\d+", duty.when)]
    return "năm 20" in duty.when, tuple(reversed(figures))


def _senders(asked: list[Found[Deadline]], parent: Plan, mend: Mend | None) -> list[str]:
    """Who must send each: named beside the day, before an earlier day of the same sentence, or over the task."""
    owners = {task.block: task.owner for task in parent.tasks}
    named: list[str] = []
    for number, found in enumerate(asked):
        body = found.value.sender
        before = asked[number - 1] if number else None
        if not body and before and before.span.block == found.span.block:
            between = parent.document.blocks[found.span.block].text[before.span.end : found.span.start]
            body = named[-1] if ". " not in between else None
        # «UBND các xã: chỉ đạo các trường …; báo cáo …» speaks to the first of them
        body = (body or owners.get(found.span.block) or "").partition(":")[0].partition(" chỉ đạo ")[0]
        named.append((mend(body) if mend else body) or "")
    return named


def _is_own(body: str, unit: Names) -> bool:
    """Whether a body is this unit; inside a district «Phòng Giáo dục và Đào tạo» needs no name."""
    bare = re.sub(r" (?:huyen|quan|thi xa|thanh pho) .*", "", fold(unit.unit.name))
    return is_unit(body, unit) or (unit.level.key == "phong-gddt" and fold(righted(body)) == bare)


_THROUGH = lazy(r"\(qua (?P<body>[^()]{3,100})\)")


def _through(found: Found[Deadline], parent: Plan) -> str:
    """The office that takes in a report for the body it is addressed to: «UBND tỉnh (qua Sở Nội vụ)»."""
    text = parent.document.blocks[found.span.block].text
    offices = [m for m in _THROUGH.finditer(text) if m.start() > found.span.start - 250]
    nearest = min(offices, key=lambda m: abs(m.start() - found.span.start), default=None)
    return squeeze(nearest["body"]).rstrip(" .,;") if nearest else ""


def _comes_to(found: Found[Deadline], parent: Plan, unit: Names) -> bool:
    """Whether others send it to this unit."""
    return any(body and _is_own(body, unit) for body in (_through(found, parent), found.value.recipient))


def _goes_above(found: Found[Deadline], parent: Plan) -> bool:
    """Whether a report goes to a body above the parent's issuer: then the issuer owes it, whoever prepares it."""
    issuer = rank(parent.issuer.value) if parent.issuer else 0
    return 0 < issuer < rank(found.value.recipient or "")


def _duty(
    found: Found[Deadline], parent: Plan, unit: Names, on: date, to: str, gathered: bool = False, addressed: bool = True
) -> Duty | None:
    """`gathered`: the unit makes one report of all. `addressed`: it goes where the parent says, else to `to`."""
    asked = _once(found, parent)
    lead = GATHERING if gathered else unit.level.report_lead_days
    what = occasions.what(parent, found)
    over = timing.last_day(parent, asked.date, lead)
    when = _before(asked, lead, on, over)
    if what is None or when is None:
        return None
    if gathered and what == occasions.RESULTS:
        what = GATHERED
    inward = (lead + unit.level.internal_lead_days, lead + unit.level.internal_lead_days + 5)
    inside = next((day for days in inward if (day := _before(asked, days, on, over)) != when), "")
    recipient = _recipient(found, parent, on, to) if addressed and not _goes_above(found, parent) else to
    if _SUPERIOR.match(fold(recipient)) or _over_superior(recipient, found, parent, unit):
        recipient = unit.unit.superior or to
    return Duty(what, recipient, when, inside if inside and inside != when else "", found.span.block)


def _over_superior(recipient: str, found: Found[Deadline], parent: Plan, unit: Names) -> bool:
    """Whether a report would pass over the body that the unit stands under: a commune's school, a union of a school.

    A parent that names who sends it may mean that, unless it names a commune to send it to as well.
    """
    issuer = parent.issuer.value if parent.issuer else ""
    if not unit.unit.superior or likeness(unit.unit.superior, issuer) >= NEARLY:
        return False
    if unit.level.words in GRASSROOTS:
        return True
    if unit.level.group not in BELOW or not skips(parent, unit) or rank(unit.unit.superior) > rank(recipient):
        return False
    owners = any(task.block == found.span.block and task.owner for task in parent.tasks)
    generic = _ALL.search(fold(found.value.sender or "")) and likeness(recipient, issuer) < NEARLY
    named = bool(owners or (found.value.sender and not generic))
    return not named or bool(_COMMUNE.search(fold(parent.document.blocks[found.span.block].text)))


_ALL = lazy(r"\bdia phuong\b")  # «Các cơ quan, đơn vị, địa phương» means nobody in particular
_COMMUNE = lazy(r"bao cao .*(?:ubnd|uy ban nhan dan) (?:cac )?(?:xa|phuong|cap xa)")


# «cơ quan quản lý trực tiếp», «công đoàn cấp trên»: the unit knows its own.
_SUPERIOR = lazy(r"(?:co quan|don vi|cap) (?:quan ly|chu quan|tren)|(?:cong doan|hoi|doan) cap tren")
_ONE_YEAR = lazy(r"năm (20\d\d)$")


def _once(found: Found[Deadline], parent: Plan) -> Deadline:
    """«trước ngày 05 tháng 12» in a plan of one year is a day of that year, unless it says «hằng năm»."""
    asked = found.value
    if asked.every is None and asked.date is None and asked.day and asked.month:
        asked = replace(asked, every="year")
    year = _ONE_YEAR.search(parent.title.value) if parent.title else None
    if year is None or asked.date or not (asked.day and asked.month) or asked.every not in ("year", "half-year"):
        return asked
    if "hang nam" in fold(parent.document.text(found.span)):
        return asked
    try:
        return replace(asked, date=date(int(year[1]), asked.month, asked.day), every=None)
    except ValueError:
        return asked


def _recipient(found: Found[Deadline], parent: Plan, on: date, to: str) -> str:
    """The parent's issuer by its whole name or another body, with the office that takes it in."""
    said = found.value.recipient
    recipient = righted(said) if said and not parent.document.damaged else to
    if abolished(recipient, on) or (parent.issuer and likeness(recipient, parent.issuer.value) >= NEARLY):
        recipient = to
    if fold(to).startswith(re.sub(r"\bubnd\b", "uy ban nhan dan", fold(recipient))):
        recipient = to
    office = "" if parent.document.damaged else renamed(righted(_through(found, parent)), on)
    return f"{recipient} (qua {office})" if office and not abolished(office, on) else recipient


def _before(asked: Deadline, lead: int, on: date, over: date | None = None) -> str | None:
    """The unit's day for the parent's deadline, in words; None if the parent names no day or it is over.

    `over`: the last day of what is reported on.

    >>> _before(Deadline(day=5, month=12, every="year"), 10, date(2026, 11, 21))
    'trước ngày 25 tháng 11 hằng năm'
    """
    if asked.date is not None:
        early = earlier(asked.date, lead, on)
        if early is None:
            return None
        if over and early <= over:  # there is nothing to report yet
            share = 2 if lead <= PERIODIC_LEAD else 4
            early = min(over + max((asked.date - over) // share, timedelta(days=1)), asked.date - timedelta(days=1))
        return f"trước ngày {early.day:02} tháng {month(early.month)} năm {early.year}"
    if asked.day and asked.month and asked.every:
        early = rounded(date(2027, asked.month, min(asked.day, 28)) - timedelta(days=lead))
        return f"trước ngày {early.day:02} tháng {month(early.month)} {PERIODS.get(asked.every, '')}"
    if asked.day and asked.every in ("month", "quarter", "half-year"):
        day = next((one for one in ROUND_DAYS if one <= asked.day - (3 if lead <= PERIODIC_LEAD else 8)), 1)
        last = {"month": "hằng tháng", "quarter": "của tháng cuối quý", "half-year": "của tháng cuối kỳ 6 tháng"}
        return f"trước ngày {day:02} {last[asked.every]}"
    return None
