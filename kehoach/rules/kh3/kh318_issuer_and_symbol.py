from __future__ import annotations

from functools import cache

from ...align.bodies import body_key, same_body
from ...align.citations import in_text
from ...knowledge import rows
from ...model import Citation, Finding, Findings, Plan, Severity
from .. import Bad, Good, rule
from ..samples import plan as sample

# How the key of a name begins that cannot be the committee or the council in the symbol.
_OTHERS = ("bo ", "so ", "phong ", "truong ", "chinh phu", "thu tuong", "quoc hoi", "tinh uy", "huyen uy", "dang uy")
_LOCAL = {"UBND": ("hdnd", *_OTHERS), "HĐND": ("ubnd", *_OTHERS)}
_SAID = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}


def _said(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


@rule(
    "KH318",
    "issuer-and-symbol",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3 điểm b (ký hiệu gồm chữ viết tắt tên cơ quan)",
    english="the symbol of a cited document belongs to another body than the one named",
    needs=("clean",),
    bad=(
        Bad(_said("Thực hiện Quyết định số 812/QĐ-TTg ngày 12/6/2023 của Chính phủ."), at="Chính phủ"),
        Bad(_said("Thực hiện Nghị định số 81/2024/NĐ-CP ngày 12/6/2024 của Thủ tướng Chính phủ."),
            at="Thủ tướng Chính phủ"),
        Bad(_said("Theo Thông tư số 91/2023/TT-BNV ngày 12/6/2023 của Bộ Tài chính."), at="Bộ Tài chính"),
        Bad(_said("Theo Nghị quyết số 91/NQ-HĐND ngày 12/6/2023 của UBND tỉnh."), at="UBND tỉnh"),
    ),
    good=(
        Good(_said("Thực hiện Quyết định số 812/QĐ-TTg ngày 12/6/2023 của Thủ tướng Chính phủ.")),
        Good(_said("Thực hiện Nghị quyết số 81/NQ-CP ngày 12/6/2024 của Chính phủ.")),
        Good(_said("Theo Thông tư số 91/2023/TT-BGDĐT ngày 12/6/2023 của Bộ trưởng Bộ GD&ĐT và 92/QĐ-UBND của tỉnh.")),
        Good(_said("Trên đây là Kế hoạch thực hiện Quyết định số 91/QĐ-UBND của Trường THCS Xuân Sơn.")),
        Good(_said("Theo Quyết định số 91/QĐ-UBND ngày 12/6/2023 của Chủ tịch UBND tỉnh.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Chữ viết tắt cuối ký hiệu phải là của chính cơ quan ban hành ghi ở sau.

    «QĐ-TTg» là của Thủ tướng Chính phủ, «NĐ-CP», «NQ-CP» là của Chính phủ, «NQ-HĐND» là của Hội đồng nhân dân.
    """
    for found in in_text(plan):
        cited = found.value
        where = cited.issuer_span
        if where is None or cited.issuer is None or where.start < cited.code.end:
            continue
        # «Trên đây là Kế hoạch thực hiện Quyết định số 12/QĐ-UBND của Sở Y tế»: the plan is theirs
        if plan.issuer and same_body(cited.issuer, plan.issuer.value):
            continue
        if right := _owner(cited):
            code = plan.document.text(cited.code)
            yield Finding(where, f"ký hiệu {code} là văn bản của {right}; sửa lại ký hiệu hoặc tên cơ quan")


def _owner(cited: Citation) -> str | None:
    """Whose the symbol is, where it cannot be of the body that is named."""
    named = cited.issuer or ""
    letters = cited.symbol.rpartition("-")[2]
    if letters in _LOCAL:
        return _SAID[letters] if f"{body_key(named)} ".startswith(_LOCAL[letters]) else None
    owners = _central().get(letters)
    joint = cited.symbol.count("-") > 1  # «TTLT-BNV-BTC»
    if owners is None or joint or any(_names(named, owner) for owner in owners):
        return None
    return owners[0]


def _names(named: str, owner: str) -> bool:
    """Whether the body named is the owner, its head included: «Bộ trưởngBộ Y tế», run together, too."""
    return same_body(named, owner) or (" " in body_key(owner) and body_key(named).endswith(f"bo{body_key(owner)[2:]}"))


@cache
def _central() -> dict[str, tuple[str, ...]]:
    """The Government, its head and the ministries by their letters: the names that each goes by."""
    return {
        code: (row["name"], *filter(None, row["short"].split("|")))
        for row in rows("issuers")
        if row["sure"] and row["level"] == "central"
        for code in row["code"].split("|")
    }
