from __future__ import annotations

from ...extract.components import components
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
    ),
    good=(Good(but(), dress=()),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Kế hoạch có đủ các thành phần thể thức chính.

    Đó là Quốc hiệu và Tiêu ngữ; tên cơ quan ban hành; số, ký hiệu; địa danh và thời gian; tên loại và trích yếu; nội
    dung; chức vụ, họ tên và chữ ký; nơi nhận. Chỉ xét tệp soạn thảo: khi trích chữ từ .pdf hay từ bản quét, phần đầu và
    phần ký thường bị mất.
    """
    found = components(plan)
    present = {line.name for line in found.lines}
    missing = [said for name, said in HEAD.items() if name not in present]
    if plan.kind is None or plan.kind.value != "KH":
        yield Skip("không thấy tên loại, số và ký hiệu của kế hoạch")
        return
    if missing:
        yield Finding(Span(0, 0, 0), f"thiếu {', '.join(missing)}")
    if "recipients-label" not in present:
        end = min(plan.end, len(plan.document.blocks) - 1)
        yield Finding(Span(end, 0, 0), "thiếu nơi nhận")
