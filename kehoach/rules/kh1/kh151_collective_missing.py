from __future__ import annotations

from ...extract.components import components
from ...model import Finding, Findings, Plan, Severity
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import plan as sample

COUNCIL = lazy(r"\W*(?:uy ban nhan dan|ubnd)\b")
CHAIR = lazy(r"(?:KT\s*[.;,:]?\s*)?CHỦ TỊCH\b")
# The plan of the Chủ tịch, not of the committee: it is signed without TM.
BY_CHAIR = lazy(r"\bchu tich (?:uy ban nhan dan|ubnd)[^.;:]{0,60}?\s(?:ban hanh|xay dung|lap)\b")


def _sample(*signature: str, opening: str = "UBND phường Xuân Sơn ban hành Kế hoạch với các nội dung sau:") -> str:
    return sample(
        "I. NỘI DUNG", "Nâng cao chất lượng./.", "Nơi nhận:", "- Các khu phố;", "- Lưu: VT.", *signature, "Lê Văn Tâm",
        number="ỦY BAN NHÂN DÂN\nPHƯỜNG XUÂN SƠN\nSố: 34/KH-UBND", opening=opening,
    )  # fmt: skip


@rule(
    "KH151",
    "collective-missing",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7 điểm b; Điều 13 khoản 2",
    english="a plan of the people's committee is signed without TM. ỦY BAN NHÂN DÂN",
    needs=("clean", "state"),
    bad=(
        Bad(_sample("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), at="KT. CHỦ TỊCH"),
        Bad(_sample("CHỦ TỊCH"), at="CHỦ TỊCH"),
    ),
    good=(
        Good(_sample("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        Good(
            _sample("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", opening="Chủ tịch UBND phường Xuân Sơn ban hành Kế hoạch như sau:")
        ),
    ),
)
def check(plan: Plan) -> Findings:
    """Kế hoạch của Ủy ban nhân dân ký thay mặt tập thể: có dòng «TM. ỦY BAN NHÂN DÂN».

    Dòng này ở phía trên «CHỦ TỊCH» hay «KT. CHỦ TỊCH». Nếu phần mở đầu ghi Chủ tịch Ủy ban nhân dân ban hành (theo thẩm
    quyền của Chủ tịch) thì không ghi TM.
    """
    symbol = (plan.number.value.symbol if plan.number else None) or ""
    issuer = plan.issuer.value if plan.issuer else ""
    if not symbol.startswith("KH-UBND") and not COUNCIL.match(fold(issuer)):
        return
    signing = list(components(plan).of("authority", "position"))
    if not signing or not CHAIR.match(signing[0].text) or any(line.text.startswith(("TM", "T/M")) for line in signing):
        return
    if any(BY_CHAIR.search(fold(plan.document.blocks[number].text)) for number in range(*plan.opening)):
        return
    yield Finding(signing[0].span, "thiếu dòng «TM. ỦY BAN NHÂN DÂN» phía trên")
