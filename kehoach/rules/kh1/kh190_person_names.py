from __future__ import annotations

from ...knowledge import table
from ...model import Findings, Plan, Severity
from ...patterns import lazy
from ...text import CAPITAL
from .. import Bad, Good, rule
from ..capitals import passages
from ..samples import but
from ..samples import plan as sample

MIDDLE = lazy(rf"(?<!\w)(?P<surname>{CAPITAL}\w{{0,5}}) (?P<middle>thị|văn)(?= {CAPITAL})")


@rule(
    "KH190",
    "person-names",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục II, khoản 1 điểm a",
    english="a part of a person's name has no capital",
    needs=("typed", "state"),
    bad=(
        Bad(but(("Nguyễn Thị Minh", "Nguyễn thị Minh")), at="thị", fixed=but()),
        Bad(sample("I. NỘI DUNG", "Giao đồng chí Trần văn Lâm theo dõi."), at="văn",
            fixed=sample("I. NỘI DUNG", "Giao đồng chí Trần Văn Lâm theo dõi.")),
    ),
    good=(
        Good(but()),
        Good(sample("I. NỘI DUNG", "Hội Nhà văn Việt Nam; tổ Ngữ văn Trường THCS Xuân Sơn; Công ty Đô thị Việt Hà.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Tên người viết hoa chữ cái đầu tất cả các âm tiết: Nguyễn Thị Minh, Trần Văn Lâm."""
    written = table("surnames")["written"]
    for passage in passages(plan):
        if " thị " not in passage.text and " văn " not in passage.text:
            continue
        for m in MIDDLE.finditer(passage.text):
            if m["surname"] in written:
                yield passage.finding(*m.span("middle"), m["middle"].capitalize())
