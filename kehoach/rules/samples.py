"""Texts that the examples of several rules are built from."""

from __future__ import annotations

from ..model import Cell, Signer, Unit
from . import Dress, dress

PARENT = """\
Số: 12/KH-SGDĐT
Hải Phòng, ngày 31 tháng 01 năm 2024
KẾ HOẠCH
Thực hiện Phong trào “Thi đua xây dựng xã hội học tập giai đoạn 2023 - 2030”
I. MỤC ĐÍCH, YÊU CẦU
Nâng cao nhận thức về học tập suốt đời.
"""


def plan(
    *body: str,
    number: str = "Số: 34/KH-THCSXS",
    date: str = "Xuân Sơn, ngày 12 tháng 9 năm 2024",
    title: str = "Triển khai chuyển đổi số năm học 2024 - 2025",
    opening: str = "Trường THCS Xuân Sơn ban hành Kế hoạch với các nội dung sau:",
) -> str:
    """A plan of a few lines: a head, an opening and a body."""
    lines = [number, date, "KẾ HOẠCH", title, opening, *(body or ("I. MỤC ĐÍCH", "Nâng cao chất lượng dạy và học."))]
    return "\n".join(line for line in lines if line) + "\n"


# The head of a table that gives work.
TASKS = ("Nội dung công việc", "Đơn vị chủ trì", "Thời gian hoàn thành")


def task_table(*rows: tuple[str, ...]) -> str:
    """A plan with a table of tasks, its cells as lines one below the other; an empty cell is none."""
    return plan("I. NỘI DUNG", *(cell for row in (TASKS, *rows) for cell in row if cell))


def task_cells(*rows: tuple[str, ...]) -> tuple[Dress, ...]:
    """Which cell each line of such a table stands in."""
    return tuple(
        dress(words, f"hàng {row}, cột {column}", cell=Cell(1, row, column))
        for row, cells in enumerate((TASKS, *rows), 1)
        for column, words in enumerate(cells, 1)
        if words
    )


def emulation(
    *body: str, title: str = "Triển khai Phong trào “Thi đua xây dựng xã hội học tập giai đoạn 2023 - 2030”"
) -> str:
    """A plan of an emulation movement of several years."""
    return plan(*body, title=title)


# The body that issues these examples.
UNIT = Unit(
    "Trường THCS Xuân Sơn", "THCSXS", "truong-thcs", "UBND phường Xuân Sơn", "Xuân Sơn", "Quảng Ninh",
    Signer(None, "HIỆU TRƯỞNG", "Nguyễn Thị An"),
)  # fmt: skip

SEVEN = (
    "I. MỤC ĐÍCH, YÊU CẦU",
    "Nâng cao nhận thức về học tập suốt đời.",
    "II. NỘI DUNG PHONG TRÀO THI ĐUA",
    "Đẩy mạnh học tập suốt đời trong nhà trường.",
    "III. TIÊU CHÍ THI ĐUA VÀ HÌNH THỨC KHEN THƯỞNG",
    "Hoàn thành tốt nhiệm vụ được giao.",
    "IV. GIẢI PHÁP THỰC HIỆN",
    "Đẩy mạnh công tác truyền thông.",
    "V. TIẾN ĐỘ THỰC HIỆN",
    "Thực hiện từ năm 2023 đến năm 2030.",
    "VI. KINH PHÍ THỰC HIỆN",
    "Từ nguồn ngân sách nhà nước.",
    "VII. TỔ CHỨC THỰC HIỆN",
    "Các tổ chuyên môn báo cáo kết quả về nhà trường trước ngày 25 tháng 11 hằng năm.",
)


def without(*sections: str) -> tuple[str, ...]:
    """The seven sections but for those that are named, without their numerals."""
    kept = [(SEVEN[i], SEVEN[i + 1]) for i in range(0, len(SEVEN), 2) if SEVEN[i].split(". ", 1)[1] not in sections]
    numerals = ("I", "II", "III", "IV", "V", "VI", "VII")
    return tuple(
        line
        for numeral, (heading, text) in zip(numerals, kept, strict=False)
        for line in (f"{numeral}. {heading.split('. ', 1)[1]}", text)
    )


FULL = """\
UBND PHƯỜNG XUÂN SƠN
TRƯỜNG TRUNG HỌC CƠ SỞ XUÂN SƠN
Số: 34/KH-THCSXS
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Xuân Sơn, ngày 12 tháng 9 năm 2024
KẾ HOẠCH
Triển khai chuyển đổi số năm học 2024 - 2025
Căn cứ Kế hoạch số 12/KH-UBND ngày 06/8/2024 của UBND phường Xuân Sơn về chuyển đổi số.
Trường THCS Xuân Sơn ban hành Kế hoạch với các nội dung sau:
I. MỤC ĐÍCH
Nâng cao chất lượng dạy và học; từng bước đổi mới phương pháp dạy học, kiểm tra, đánh giá và quản lý trong nhà trường.
II. TỔ CHỨC THỰC HIỆN
1. Tổ chuyên môn
a) Xây dựng kế hoạch của tổ;
b) Báo cáo kết quả về nhà trường trước ngày 25 tháng 5 năm 2025./.
Nơi nhận:
- UBND phường (để b/c);
- Các tổ chuyên môn (để t/h);
- Lưu: VT.
HIỆU TRƯỞNG
Nguyễn Thị Minh
"""


def replaced(text: str, old: str, new: str) -> str:
    """The text with `old` changed, which must stand in it once."""
    if text.count(old) != 1:
        raise ValueError(f"«{old}» stands {text.count(old)} times in the sample")
    return text.replace(old, new)


def but(*changes: tuple[str, str]) -> str:
    """The whole of a plan with `old` changed to `new` in each pair."""
    text = FULL
    for old, new in changes:
        text = replaced(text, old, new)
    return text
