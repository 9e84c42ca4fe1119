from __future__ import annotations

from ...extract.components import Component, Components, attached, components
from ...model import Finding, Findings, Plan, Severity, Skip, Span
from .. import Bad, Good, rule
from ..samples import but

HEAD = {
    "motto": "Quốc hiệu",
    "slogan": "Tiêu ngữ",
    "issuer": "tên cơ quan, tổ chức ban hành",
    "number": "số, ký hiệu",
    "date": "địa danh và thời gian ban hành",
    "kind": "tên loại «KẾ HOẠCH»",
    "title": "trích yếu nội dung",
}
# What a plan does not have of its own where another document promulgates it (Phụ lục III, Mẫu 1.3).
OF_THE_DECISION = frozenset({"number", "date"})


@rule(
    "KH108",
    "component-missing",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2",
    english="a main component of the document is missing",
    needs=("exact", "state"),
    bad=(
        Bad(but(("Độc lập - Tự do - Hạnh phúc\n", "")), at="", dress=()),
        Bad(
            but(("Nơi nhận:\n- UBND phường (để b/c);\n- Các tổ chuyên môn (để t/h);\n- Lưu: VT.\n", "")),
            at="",
            dress=(),
        ),
        Bad(but(("HIỆU TRƯỞNG\nNguyễn Thị Minh\n", "")), at="", dress=()),
        Bad(but(("Nguyễn Thị Minh\n", "")), at="", dress=()),
    ),
    good=(
        Good(but(), dress=()),
        Good(but(("Số: 34/", "Số:    /"), ("Nguyễn Thị Minh\n", "")), dress=()),
        Good(but(("Số: 34/KH-THCSXS\n", ""), ("Xuân Sơn, ngày 12 tháng 9 năm 2024\n", ""),
                 ("năm học 2024 - 2025\n", "năm học 2024 - 2025\n(Ban hành kèm theo Quyết định số 34/QĐ-THCSXS ngày 12 "
                  "tháng 9 năm 2024 của Hiệu trưởng Trường THCS Xuân Sơn)\n")), dress=()),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Kế hoạch có đủ các thành phần thể thức chính.

    Đó là Quốc hiệu và Tiêu ngữ; tên cơ quan ban hành; số, ký hiệu; địa danh và thời gian; tên loại và trích yếu; nội
    dung; chức vụ, họ tên và chữ ký; nơi nhận. Chỉ xét tệp soạn thảo: khi trích chữ từ .pdf hay từ bản quét, phần đầu và
    phần ký thường bị mất; dự thảo chưa có số thì chưa cần họ tên người ký. Kế hoạch ban hành kèm theo một quyết định
    thì số, ngày, nơi nhận và phần ký ở quyết định đó.
    """
    found = components(plan)
    present = {line.name for line in found.lines}
    apart = attached(plan)
    missing = [said for name, said in HEAD.items() if name not in present and not (apart and name in OF_THE_DECISION)]
    if plan.date and plan.place is None and "date" in present:
        missing.append("địa danh trước ngày, tháng")
    if plan.kind is None or plan.kind.value != "KH":
        yield Skip("không thấy tên loại, số và ký hiệu của kế hoạch")
        return
    if missing:
        yield Finding(Span(0, 0, 0), f"thiếu {', '.join(missing)}")
    signed = [("nơi nhận", {"recipients-label"}), ("chức vụ, họ tên người ký", {"authority", "position", "name"})]
    absent = [said for said, names in signed if not apart and present.isdisjoint(names)]
    if absent:
        end = min(plan.end, len(plan.document.blocks) - 1)
        yield Finding(Span(end, 0, 0), f"thiếu {' và '.join(absent)} ở cuối kế hoạch")
    elif (last := _unsigned(plan, found)) and not apart:
        yield Finding(Span(last.span.block, last.span.end, last.span.end), f"thiếu họ tên người ký dưới «{last.text}»")


def _unsigned(plan: Plan, found: Components) -> Component | None:
    """The office below which no name stands, in a plan that was issued: a draft leaves the place to the signer."""
    issued = plan.issued is not None and plan.number is not None and plan.number.value.number is not None
    if not issued or found.first("name", "foot-other"):
        return None
    return found.last("position")
