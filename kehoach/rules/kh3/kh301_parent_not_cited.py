from __future__ import annotations

from ...align import own_key
from ...align.blanks import blanks
from ...align.citations import mistaken, of_parent
from ...align.kinds import word
from ...align.strangers import strangers
from ...model import Finding, Findings, Plan, Related, Severity, Skip, Span
from ...text import fold, short_date
from .. import Bad, Good, rule
from ..samples import PARENT
from ..samples import plan as sample


@rule(
    "KH301",
    "parent-not-cited",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm a, b",
    english="the parent plan is not cited",
    bad=(Bad(sample(), at="", parent=PARENT),),
    good=(
        Good(sample(opening="Thực hiện Kế hoạch số 12/KH-SGDĐT ngày 31/01/2024 của Sở Giáo dục và Đào tạo, nhà trường "
                    "ban hành kế hoạch như sau:"), parent=PARENT),
    ),
)  # fmt: skip
def check(plan: Plan, parent: Plan) -> Findings:
    """Kế hoạch triển khai phải viện dẫn kế hoạch cấp trên mà nó thực hiện.

    Ghi ở phần mở đầu: tên loại, số, ký hiệu, ngày ban hành, cơ quan ban hành và trích yếu của kế hoạch cấp trên.
    """
    if own_key(parent) is None or parent.number is None:
        yield Skip("kế hoạch cấp trên chưa có số, ký hiệu hoặc không đọc được số, ký hiệu")
        return
    code = parent.number.value
    if of_parent(plan, parent) or mistaken(plan, parent):
        return
    if any(blank.symbol == fold(code.symbol or "") for blank in blanks(plan)):
        return  # cited, but for its number: KH314
    name = f"{word(parent.kind.value) if parent.kind else 'Kế hoạch'} số {code.number}/{code.symbol}"
    when = f" ngày {short_date(parent.issued)}" if parent.issued else ""
    where = Span(plan.opening[0], 0, 0) if plan.opening[1] > plan.opening[0] else Span(0, 0, 0)
    hint = "; nếu không thực hiện kế hoạch này thì chọn lại tệp kế hoạch cấp trên" if strangers(plan, parent) else ""
    yield Finding(where, f"chưa viện dẫn {name}{when}{hint}", related=Related(parent.document, parent.number.span))
