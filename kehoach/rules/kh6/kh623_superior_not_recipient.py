from __future__ import annotations

import re

from ...align.bodies import body_key, same_body
from ...extract import codes
from ...knowledge import rows
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import plan as sample

_CODE = lazy(r"(?<!\w)[A-ZĐ][A-ZĐ&]{1,8}(?!\w)")
_LOCAL = lazy(r"^(?:ubnd|so|phong|tinh uy|thanh uy|huyen uy)\b")
_LEVEL = lazy(r"\bubnd(?: (?:tinh|tp|tx|huyen|quan|xa|phuong|thi tran|dac khu))?")
OPENING = (
    "Thực hiện Kế hoạch số 988/KH-UBND ngày 04/4/2024 của UBND thị xã Bỉm Sơn, UBND phường Đông Sơn ban hành Kế hoạch:"
)


@rule(
    "KH623",
    "superior-not-recipient",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9 điểm a (nơi nhận để báo cáo)",
    english="the body whose plan is carried out is not among the recipients",
    needs=("clean",),
    bad=(Bad(sample(opening=OPENING) + "Nơi nhận:\n- Đảng ủy phường (b/c);\n- Các khu phố;\n- Lưu: VT.\n", at=""),),
    good=(
        Good(sample(opening=OPENING) + "Nơi nhận:\n- UBND thị xã (b/c);\n- Các khu phố;\n- Lưu: VT.\n"),
        Good(
            sample(opening=OPENING.replace("UBND thị xã Bỉm Sơn", "Sở Giáo dục và Đào tạo"))
            + "Nơi nhận:\n- SGD (b/c);\n- Lưu: VT.\n"
        ),
        Good(sample(opening=OPENING)),
    ),
)
def check(plan: Plan, parent: Plan | None = None) -> Findings:
    """Cơ quan ban hành kế hoạch cấp trên, nơi nhận báo cáo, phải có trong «Nơi nhận»."""
    listed = [r.value.name for r in plan.recipients]
    if len(listed) < 2 or not fold(listed[-1]).startswith("luu"):
        return  # a list that was not read to its end
    cited = parent.issuer.value if parent and parent.issuer else plan.parent.value.issuer if plan.parent else None
    wanted = body_key(cited) if cited else ""
    if not cited or not _LOCAL.match(wanted) or (plan.issuer and body_key(plan.issuer.value) == wanted):
        return
    if not any(_covers(name, cited) for name in listed[:-1]):
        first = plan.recipients[0].span
        absent = f"«Nơi nhận» chưa có {cited}, cơ quan ban hành kế hoạch mà kế hoạch này thực hiện"
        yield Finding(Span(first.block, first.start, first.start), f"{absent}; hãy thêm «- {cited} (để báo cáo);»")


def _covers(recipient: str, body: str) -> bool:
    """Whether a line of «Nơi nhận» means a body: by its name, its code, or its level («UBND huyện», «PCT UBND TP»)."""
    wanted = body_key(body)
    level = _LEVEL.match(wanted)
    for part in re.split(r"[,;]\s*", recipient):
        if same_body(part, body):
            return True
        if level and (level[0] in body_key(part) or (level[0] == "ubnd" and "ubnd" in body_key(part))):
            return True
        names = (
            codes.issuer_of(f"KH-{code}") or _short(code)
            for code in _CODE.findall(part)
            if code not in ("UBND", "HĐND")
        )
        if any(name and same_body(name, body) for name in names):
            return True
    return wanted in body_key(recipient)


def _short(code: str) -> str | None:
    return next((row["name"] for row in rows("issuers") if code in row["code"].split("|")), None)
