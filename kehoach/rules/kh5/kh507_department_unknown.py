from __future__ import annotations

from msgspec.structs import replace

from ...align.bodies import body_key
from ...model import Finding, Findings, Plan, Severity, Span, Unit
from ...patterns import lazy
from ...text import fold, likeness
from .. import Bad, Good, rule
from ..samples import UNIT
from ..samples import plan as sample

NEAR = 85  # likeness from which a department is one of the list, written otherwise
# Parts of a unit, one of a name; «các phòng», «tổ chuyên môn» mean no one of them.
_PART = lazy(r"(?:phong|to|ban|khoa|bo phan|van phong|trung tam)\b(?! (?:chuyen mon|nghiep vu|ban)\b)(?! *$)")
_SEVERAL = lazy(r"[,;]| va (?:phong|to|ban|khoa|bo phan|van phong|trung tam|cac)\b")


def _plan(body: str) -> str:
    work = ("1. Tổ Văn phòng", "- Lập dự toán, mua sắm thiết bị.", f"2. {body}", "- Soạn bài giảng số.")
    return sample("I. MỤC ĐÍCH", "Nâng cao chất lượng dạy và học.", "II. TỔ CHỨC THỰC HIỆN", *work)


SCHOOL = replace(UNIT, departments=("Tổ Văn phòng", "Tổ Ngữ văn", "Tổ Toán - Tin"))


@rule(
    "KH507",
    "department-unknown",
    Severity.INFO,
    source="Danh sách phòng, tổ, bộ phận trong thông tin đơn vị (UNIT.toml)",
    english="work is given to a department that the unit does not have",
    bad=(
        Bad(_plan("Tổ Khoa học tự nhiên"), at="Tổ Khoa học tự nhiên", unit=SCHOOL),
    ),
    good=(
        Good(_plan("Tổ Ngữ văn"), unit=SCHOOL),
        Good(_plan("Tổ Toán, Tin"), unit=SCHOOL),
        Good(_plan("Các tổ chuyên môn"), unit=SCHOOL),
        Good(_plan("Ban đại diện cha mẹ học sinh"), unit=SCHOOL),
    ),
)  # fmt: skip
def check(plan: Plan, unit: Unit) -> Findings:
    """Kế hoạch giao việc cho một phòng, tổ không có trong danh sách của đơn vị.

    Chỉ xét loại bộ phận mà danh sách có («tổ» nếu danh sách có các tổ). Tên đúng thì bổ sung vào UNIT.toml.
    """
    known = [body_key(name) for name in unit.departments]
    kinds = {name.split(" ", 1)[0] for name in known}
    told: set[str] = set()
    for task in plan.tasks:
        said = body_key(task.owner)
        if said in told or said.split(" ", 1)[0] not in kinds or not _PART.match(said):
            continue
        told.add(said)
        if _SEVERAL.search(fold(task.owner)) or any(_is(said, name) for name in known):
            continue
        if span := _place(plan, task.owner, task.block):
            yield Finding(span, "đơn vị không có bộ phận này (theo UNIT.toml); sửa tên hoặc bổ sung vào UNIT.toml")


def _is(said: str, known: str) -> bool:
    return said.startswith(known) or known.startswith(said) or likeness(said, known) >= NEAR


def _place(plan: Plan, owner: str, block: int) -> Span | None:
    """Where the owner's name stands: in the paragraph of the work, or above it."""
    for number in range(block, max(block - 40, -1), -1):
        start = plan.document.blocks[number].text.find(owner)
        if start >= 0:
            return Span(number, start, start + len(owner))
    return None
