"""What was understood, for people: a tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..model import Citation, Deadline, Found, Plan, Section
from ..text import short_date, squeeze
from .english import sentence

MISSING = "(không thấy)"
SUBJECTS = {
    "report": "báo cáo",
    "dossier": "nộp hồ sơ",
    "review": "sơ kết, tổng kết",
    "task": "nhiệm vụ",
    "milestone": "mốc thời gian",
}
ROLES = {
    "purpose": "mục đích",
    "content": "nội dung",
    "criteria": "tiêu chí, khen thưởng",
    "solutions": "giải pháp",
    "schedule": "tiến độ",
    "funding": "kinh phí",
    "implementation": "tổ chức thực hiện",
    "reporting": "báo cáo",
    "dossier": "hồ sơ",
    "situation": "tình hình",
    "targets": "mục tiêu",
    "other": "khác",
}
EVERY = {
    "year": "hằng năm",
    "half-year": "6 tháng một lần",
    "quarter": "hằng quý",
    "month": "hằng tháng",
    "week": "hằng tuần",
}


# What a word of ours is in the language of the reader.
Say = Callable[[str], str]


def render(plan: Plan, english: bool = False) -> str:
    say = sentence if english else str
    roles, subjects, every = ({key: key for key in words} if english else words for words in (ROLES, SUBJECTS, EVERY))
    document = plan.document
    state = " (văn bản bị mất dấu)" if document.damaged else ""
    branches: list[tuple[str, list[str]]] = [
        ("Đầu văn bản", list(_header(plan, say))),
        ("Mục", [line for section in plan.sections for line in _section(section, roles)]),
        ("Văn bản được viện dẫn", [_citation(found) for found in plan.citations]),
        ("Thời hạn", [_deadline(found, document.text(found.span), subjects, every) for found in plan.deadlines]),
        ("Nhiệm vụ", [f"{task.owner}: {_short(task.text)}" for task in plan.tasks]),
        ("Nơi nhận", [_recipient(found.value.name, found.value.purpose) for found in plan.recipients]),
        ("Người ký", [_signer(plan) or say(MISSING)]),
    ]
    lines = [f"{document.path}{say(state) if state else state}"]
    for number, (name, leaves) in enumerate(branches):
        last = number == len(branches) - 1
        count = f" ({len(leaves)})" if name not in ("Đầu văn bản", "Người ký", "Mục") else ""
        lines.append(f"{'└' if last else '├'}─ {say(name)}{count}")
        lines += [f"{' ' if last else '│'}  {leaf}" for leaf in leaves]
    return "\n".join(lines)


def _header(plan: Plan, say: Say) -> Iterator[str]:
    def shown(found: Found[str] | None) -> str:
        return squeeze(found.value) if found else say(MISSING)

    symbol = plan.number.value if plan.number else None
    number = f"{symbol.number or '…'}/{symbol.symbol or '…'}" if symbol else say(MISSING)
    date = short_date(plan.issued) if plan.issued else (plan.date.value.text if plan.date else say(MISSING))
    if plan.superior:
        yield f"{say('Cơ quan chủ quản')}: {shown(plan.superior)}"
    yield f"{say('Cơ quan ban hành')}: {shown(plan.issuer)}"
    yield f"{say('Số, ký hiệu')}: {number}"
    yield f"{say('Nơi, ngày ban hành')}: {shown(plan.place)}, {date}"
    yield f"{say('Tên loại')}: {plan.kind.value if plan.kind else say(MISSING)}"
    yield f"{say('Trích yếu')}: {shown(plan.title)}"
    yield f"{say('Thực hiện')}: {_citation(plan.parent) if plan.parent else say(MISSING)}"


def _section(section: Section, roles: Mapping[str, str], depth: int = 0) -> Iterator[str]:
    role = f"  [{roles[section.role]}]" if section.level == 1 else ""
    mark = ")" if section.numeral.isalpha() and section.numeral.islower() else "."
    numeral = f"{section.numeral}{mark} " if section.numeral else ""
    yield f"{'   ' * depth}{numeral}{_short(section.title)}{role}"
    for child in section.children:
        yield from _section(child, roles, depth + 1)


def _citation(found: Found[Citation]) -> str:
    cited = found.value
    code = f"{cited.number}-{cited.symbol}" if _is_party(cited) else f"{cited.number}/{cited.symbol}"
    parts = [f"{cited.kind or 'văn bản'} {code}"]
    if cited.date:
        parts.append(f"ngày {short_date(cited.date)}")
    if cited.issuer:
        parts.append(f"của {cited.issuer}")
    return " ".join(parts)


def _is_party(cited: Citation) -> bool:
    """Party symbols are written «49-KL/TW»: the kind comes first, a slash after it."""
    return "/" in cited.symbol and not cited.symbol[:4].isdigit()


def _deadline(found: Found[Deadline], text: str, subjects: Mapping[str, str], periods: Mapping[str, str]) -> str:
    due = found.value
    about = subjects[due.subject]
    who = f", {squeeze(due.sender)}" if due.sender else ""
    to = f" → {squeeze(due.recipient)}" if due.recipient else ""
    every = f" [{periods[due.every]}]" if due.every else ""
    return f"{squeeze(text)}{every}: {about}{who}{to}"


def _recipient(name: str, purpose: str | None) -> str:
    return f"{name} ({purpose})" if purpose else name


def _signer(plan: Plan) -> str:
    signer = plan.signer.value if plan.signer else None
    return ", ".join(filter(None, (signer.authority, signer.position, signer.name))) if signer else ""


def _short(text: str, width: int = 90) -> str:
    text = squeeze(text)
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"
