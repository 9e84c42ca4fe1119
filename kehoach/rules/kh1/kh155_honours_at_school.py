from __future__ import annotations

from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, rule
from ..samples import but
from .kh154_honours import honours, regulated


@rule(
    "KH155",
    "honours-at-school",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7 điểm c",
    english="an academic title stands before the name of a signer in a school, hospital or institute",
    needs=("clean", "state"),
    bad=(Bad(but(("Nguyễn Thị Minh", "ThS. Nguyễn Thị Minh")), at="ThS."),),
    good=(Good(but()),),
)
def check(plan: Plan) -> Findings:
    """Trường học, bệnh viện, viện nghiên cứu chỉ ghi học hàm, học vị trước họ tên người ký khi ngành quy định."""
    if regulated(plan):
        for found in honours(plan):
            if isinstance(found, Finding):
                yield Finding(found.span, "chỉ ghi học hàm, học vị trước họ tên khi quy định của ngành cho phép")
