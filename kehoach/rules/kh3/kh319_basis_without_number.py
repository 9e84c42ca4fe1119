from __future__ import annotations

from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

# A law has its date alone; of other documents only those are asked for that some body above issues under a number.
_LAW = lazy(r"(?:^|(?<=[;\n]))[\s*–-]*Căn cứ (?P<named>(?:các )?(?:Bộ luật|Luật|Pháp lệnh) [^;.\n]{3,})")
_NUMBERED = lazy(
    r"(?:^|(?<=[;\n]))[\s*–-]*(?:Căn cứ|Thực hiện) "
    r"(?P<named>(?:Nghị định|Thông tư|Quyết định|Chỉ thị|Công văn)\b[^;.\n]{0,90}?\bcủa"
    r" (?:Chính phủ|Thủ tướng|Bộ|Ủy ban|Uỷ ban|UBND|Sở|Quốc hội|Chủ tịch)[^;.\n]*)"
)


@rule(
    "KH319",
    "basis-without-number",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm a (căn cứ ban hành)",
    english="a basis is named without its date, or without its number and date",
    needs=("clean", "state"),
    bad=(
        Bad(sample("I. NỘI DUNG", "Tập huấn.",
                   opening="Căn cứ Luật Trẻ em;\nTrường THCS Xuân Sơn ban hành Kế hoạch như sau:"), at="Luật Trẻ em"),
        Bad(sample("I. NỘI DUNG", "Tập huấn.", opening="Thực hiện Quyết định của UBND tỉnh về chuyển đổi số;\n"
                   "Trường THCS Xuân Sơn ban hành Kế hoạch như sau:"),
            at="Quyết định của UBND tỉnh về chuyển đổi số"),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Tập huấn.", opening="Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;\nCăn cứ Quyết "
                    "định số 812/QĐ-UBND ngày 12/6/2023 của UBND tỉnh;\nTrường THCS Xuân Sơn ban hành Kế hoạch:")),
        Good(sample("I. NỘI DUNG", "Căn cứ Luật Trẻ em, nhà trường tổ chức tập huấn.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Căn cứ ban hành phải ghi đủ: Luật, Pháp lệnh ghi ngày thông qua; văn bản khác ghi số, ký hiệu và ngày.

    «Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016». Chỉ xét phần căn cứ ở đầu kế hoạch.
    """
    for number in range(*plan.opening):
        text = plan.document.blocks[number].text
        for pattern, missing in ((_LAW, "ngày thông qua"), (_NUMBERED, "số, ký hiệu và ngày")):
            for m in pattern.finditer(text):
                if not any(letter.isdigit() for letter in m["named"]):
                    start, end = m.span("named")
                    yield Finding(Span(number, start, end), f"căn cứ ghi thiếu {missing}")
