from __future__ import annotations

from ...extract import marks
from ...extract.appearance import extent, stretches
from ...extract.components import Component, components
from ...knowledge import table
from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, rule
from ..samples import but

SHORTEST = 5  # letters


@rule(
    "KH135",
    "component-capitals",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II và Mục V (cột Loại chữ)",
    english="a component is not in capitals where it should be, or the other way round",
    needs=("clean", "state"),
    bad=(
        Bad(but(("Triển khai chuyển đổi số năm", "TRIỂN KHAI CHUYỂN ĐỔI SỐ NĂM")),
            at="TRIỂN KHAI CHUYỂN ĐỔI SỐ NĂM học 2024 - 2025"),
        Bad(but(("I. MỤC ĐÍCH", "I. Mục đích"), ("II. TỔ CHỨC THỰC HIỆN", "II. Tổ chức thực hiện")), at="I. Mục đích"),
        Bad(but(("Độc lập - Tự do - Hạnh phúc", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC")), at="ĐỘC LẬP - TỰ DO - HẠNH PHÚC"),
        Bad(but(("Nguyễn Thị Minh", "NGUYỄN THỊ MINH")), at="NGUYỄN THỊ MINH"),
    ),
    good=(Good(but()),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Mỗi thành phần thể thức in hoa hay in thường theo quy định.

    In hoa: Quốc hiệu, tên cơ quan chủ quản và cơ quan ban hành, tên loại văn bản, tiêu đề mục I, II, III, quyền hạn và
    chức vụ của người ký, tên phụ lục. In thường: Tiêu ngữ, địa danh và ngày, tháng, trích yếu, tiêu đề khoản, họ tên
    người ký, từ «Nơi nhận», từ «Phụ lục».
    """
    for name, row in table("presentation")["component"].items():
        if "capitals" not in row:
            continue
        wrong = [line.span for line in components(plan).of(name) if _is_wrong(plan, line, row["capitals"])]
        if wrong:
            said = "in thường; trình bày bằng chữ in hoa" if row["capitals"] else "in hoa; trình bày bằng chữ in thường"
            yield Finding(wrong[0], f"{row['name']} {said}{extent(plan, wrong)} ({row['clause']})")


def _is_wrong(plan: Plan, line: Component, capitals: bool) -> bool:
    mark = marks.parse(line.text) if line.section else None
    text = line.text[mark.end :] if mark else line.text
    if sum(map(str.isalpha, text)) < SHORTEST:
        return False
    shown = any(letters.caps for _, letters in stretches(plan, line.span)) or marks.in_capitals(text, 0.75)
    if capitals:
        return not shown and not marks.in_capitals(text, 0.5)
    return shown
