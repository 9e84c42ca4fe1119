from __future__ import annotations

from ...extract.sections import every
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from ...text import fold, squeeze
from .. import Bad, Good, rule
from ..samples import plan as sample

_MARK = lazy(r"[\s*_•+–-]*(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s*)?")
SHORTEST = 40  # letters of a sentence that nobody writes twice by chance


@rule(
    "KH215",
    "item-twice",
    Severity.WARNING,
    source="Lỗi soạn thảo: một ý chép hai lần trong cùng một mục",
    english="one sentence stands twice in a section",
    needs=("clean",),
    bad=(
        Bad(sample("I. NỘI DUNG", "- Tổ chức tập huấn kỹ năng số cho toàn thể giáo viên.", "- Kiểm tra hằng quý.",
                   "- Tổ chức tập huấn kỹ năng số cho toàn thể giáo viên."),
            at="- Tổ chức tập huấn kỹ năng số cho toàn thể giáo viên."),
    ),
    good=(
        Good(sample("I. TIÊU CHÍ", "* Đối với tập thể:", "- Có nhiều sáng kiến, giải pháp hiệu quả trong năm học.",
                    "* Đối với cá nhân:", "- Có nhiều sáng kiến, giải pháp hiệu quả trong năm học.")),
        Good(sample("I. TỔ CHỨC THỰC HIỆN", "1. Tổ Toán", "- Tổ chức tập huấn kỹ năng số cho toàn thể giáo viên.",
                    "2. Tổ Văn", "- Tổ chức tập huấn kỹ năng số cho toàn thể giáo viên.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Một ý chép hai lần trong cùng một mục.

    Việc giống nhau giao cho nhiều đơn vị, mỗi đơn vị một mục, thì không xét.
    """
    for section in (section for section in every(plan.sections) if not section.children):
        seen: set[str] = set()
        for number in range(section.block, section.last_block + 1):
            block = plan.document.blocks[number]
            if block.text.rstrip().endswith(":") or block.text.lstrip().startswith("*"):
                seen = set()  # what follows is said of others: «* Đối với cá nhân»
            said = squeeze(_MARK.sub("", fold(block.text), count=1)).strip(" .;")
            if block.cell is not None or len(said) < SHORTEST:
                continue
            if said in seen:
                yield Finding(Span(number, 0, len(block.text)), "ý này đã có ở trên trong cùng mục; bỏ một")
            seen.add(said)
