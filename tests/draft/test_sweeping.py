"""What is left hanging when parts of a parent are gone."""

from __future__ import annotations

from kehoach.draft.context import Line, Marker, Origin
from kehoach.draft.sweeping import swept
from kehoach.draft.timing import uniform

HERE = Origin("wording", "x.txt")


def of(*rows: tuple[Marker, str]) -> list[Line]:
    return [Line(marker, text, HERE) for marker, text in rows]


def test_words_that_lead_to_no_table_go() -> None:
    lines = of(("#", "NHIỆM VỤ"), ("##", "Chung"), ("-", "Rà soát."), ("##", "Cụ thể"), ("", "Theo bảng sau:"))
    assert [line.text for line in swept(lines)] == ["NHIỆM VỤ", "Chung", "Rà soát."]


def test_the_opening_and_a_sections_only_words_stay() -> None:
    lines = of(("", "Nhà trường xây dựng Kế hoạch như sau:"), ("#", "NỘI DUNG"), ("", "Như sau:"), ("#", "KINH PHÍ"))
    assert swept(lines) == lines


def test_a_lone_heading_gives_its_number_to_what_stands_below() -> None:
    lines = of(("#", "MỤC TIÊU"), ("##", "Chính quyền số"), ("**", "Ký số văn bản."), ("**", "Số hóa hồ sơ."))
    assert [line.marker for line in swept(lines)] == ["#", "*", "*"]
    dated = of(("#", "TIẾN ĐỘ"), ("##", "Giai đoạn 2 (2026 - 2030)"), ("**", "Tổng kết."), ("**", "Khen thưởng."))
    assert swept(dated) == dated


def test_dates_have_one_style() -> None:
    cited = "Quyết định số 387/QĐ-TTg ngày 25 tháng 3 năm 2022 của Thủ tướng Chính phủ"
    assert uniform(cited) == "Quyết định số 387/QĐ-TTg ngày 25/3/2022 của Thủ tướng Chính phủ"
    assert uniform("hoàn thành trước ngày 9/2/2026") == "hoàn thành trước ngày 09 tháng 02 năm 2026"
