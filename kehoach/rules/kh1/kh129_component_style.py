from __future__ import annotations

from ...extract.appearance import extent, where
from ...extract.components import components
from ...knowledge import table
from ...model import Finding, Findings, Plan, Severity, Span
from .. import Bad, Good, dress, rule
from ..samples import plan as sample

STYLES = {
    ("bold", True): "in đậm", ("bold", False): "không in đậm",
    ("italic", True): "in nghiêng", ("italic", False): "đứng",
}  # fmt: skip
SAID = {
    ("bold", True): "chưa đậm",
    ("bold", False): "đậm",
    ("italic", True): "chưa nghiêng",
    ("italic", False): "nghiêng",
}


@rule(
    "KH129",
    "component-style",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II và Mục V (Mẫu chữ và chi tiết trình bày)",
    english="a component is bold or italic where it should not be, or the other way round",
    needs=("layout", "state"),
    bad=(
        Bad(sample(), at="KẾ HOẠCH", dress=(dress("KẾ HOẠCH", "không đậm", bold=False),)),
        Bad(sample(), at="Triển khai chuyển đổi số năm học 2024 - 2025",
            dress=(dress("Triển khai", "đậm, nghiêng", italic=True),)),
        Bad(sample(), at="Xuân Sơn, ngày 12 tháng 9 năm 2024", dress=(dress("Xuân Sơn", "đứng", italic=False),)),
    ),
    good=(Good(sample(), dress=()),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Mỗi thành phần thể thức có kiểu chữ riêng: đứng hay nghiêng, đậm hay không.

    Đứng, đậm: Quốc hiệu, Tiêu ngữ, tên cơ quan ban hành, tên loại, trích yếu, tiêu đề mục, chức vụ và họ tên người ký.
    Đứng, không đậm: tên cơ quan chủ quản, số và ký hiệu. Nghiêng: địa danh và ngày, tháng, năm; căn cứ ban hành.
    Nghiêng, đậm: từ «Nơi nhận». Trích yếu in nghiêng là lỗi thường gặp.
    """
    for name, row in table("presentation")["component"].items():
        for style in ("bold", "italic"):
            if style not in row:
                continue
            right = row[style]
            found = [_wrong(plan, line.span, style, right) for line in components(plan).of(name, *row.get("also", ()))]
            spans = [span for span in found if span]
            if spans:
                said = f"{row['name']} {SAID[style, right]}; trình bày {STYLES[style, right]}"
                yield Finding(spans[0], f"{said}{extent(plan, spans)} ({row['clause']})")


def _wrong(plan: Plan, span: Span, style: str, right: bool) -> Span | None:
    found = where(plan, span, lambda letters: getattr(letters, style) is not right)
    return found[0] if found else None
