from __future__ import annotations

import re

from ...align.citations import of_parent
from ...model import Finding, Findings, Plan, Related, Severity, Skip
from ...patterns import lazy
from ...text import fold, squeeze
from .. import Bad, Good, rule
from ..samples import PARENT
from ..samples import plan as sample

OPENING = (
    "Thực hiện Kế hoạch số 12/KH-SGDĐT ngày 31/01/2024 của Sở Giáo dục và Đào tạo về việc {}, "
    "Trường THCS Xuân Sơn ban hành kế hoạch như sau:"
)
WRONG = "thực hiện Phong trào “Thi đua xây dựng xã hội học tập giai đoạn 2021 - 2030”"
RIGHT = "thực hiện Phong trào “Thi đua xây dựng xã hội học tập giai đoạn 2023 - 2030”"
# A cited title whose first words are hardly any of the real one's words is of another document.
HEAD, LEAST = 8, 0.4
_LEAD = lazy(
    r"^(?:chuong trinh hanh dong(?: cua chinh phu)?|ve viec|ve|v v|ban hanh|trien khai thuc hien|trien khai|thuc hien"
    r"|to chuc thuc hien|to chuc)\s+"
)
_YEARS = lazy(r"\b(?:19|20)\d\d\b")


@rule(
    "KH305",
    "parent-title",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm b",
    english="the parent plan is cited with another title",
    bad=(
        Bad(sample(opening=OPENING.format(WRONG)), at=WRONG, parent=PARENT),
        Bad(sample(opening=OPENING.format("phòng cháy, chữa cháy rừng năm 2024")), parent=PARENT,
            at="phòng cháy, chữa cháy rừng năm 2024"),
    ),
    good=(
        Good(sample(opening=OPENING.format(RIGHT)), parent=PARENT),
        Good(sample(opening=OPENING.format(RIGHT.replace("xã hội học tập", "XHHT"))), parent=PARENT),
    ),
)  # fmt: skip
def check(plan: Plan, parent: Plan) -> Findings:
    """Trích yếu của kế hoạch cấp trên trong phần viện dẫn phải đúng với bản gốc.

    Viết tắt những từ quen dùng hoặc bỏ «về việc» thì không bị nhắc; sai năm, sai giai đoạn hoặc là trích yếu của
    một văn bản khác thì bị nhắc.
    """
    if parent.title is None:
        yield Skip("không đọc được trích yếu của kế hoạch cấp trên")
        return
    found = of_parent(plan, parent)
    if found is None or found.value.title is None or found.value.title_span is None:
        return
    cited, real = _bare(found.value.title), _bare(parent.title.value)
    years, real_years = set(_YEARS.findall(cited)), set(_YEARS.findall(real))
    head = set(cited.split()[:HEAD])
    other = len(head & set(real.split())) < LEAST * len(head)
    if not (other or (years and real_years and not years <= real_years)):
        return
    what = "trích yếu khác với kế hoạch cấp trên" if other else "năm trong trích yếu khác với kế hoạch cấp trên"
    related = Related(parent.document, parent.title.span)
    yield Finding(found.value.title_span, f"{what}: «{squeeze(parent.title.value)}»", related=related)


def _bare(title: str) -> str:
    folded = squeeze(re.sub(r"[^\w]+", " ", fold(title)))
    while (shorter := _LEAD.sub("", folded)) != folded:
        folded = shorter
    return folded
