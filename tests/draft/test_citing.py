"""What the parent cites stands in the draft with its code in the right form, also inside the title of another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kehoach import extract
from kehoach.draft.bases import bases
from kehoach.draft.citing import Citations
from kehoach.draft.known import named
from kehoach.draft.shielding import shielded, unshielded
from kehoach.readers import read
from kehoach.rules.samples import plan as sample

LINE = (
    "Thực hiện Quyết định số 612/QĐ-TTg ngày 08/4/2023 của Thủ tướng Chính phủ về việc ban hành Kế hoạch thực hiện "
    "Kết luận số 57- KL/TW ngày 10/5/2022 của Ban Bí thư về tiếp tục thực hiện Chỉ thị số 15-CT/TW ngày 13/4/2017 "
    "của Bộ Chính trị về công tác thư viện."
)


def test_a_code_is_mended_where_one_document_is_cited_in_the_title_of_another(tmp_path: Path) -> None:
    path = tmp_path / "parent.txt"
    path.write_text(sample("I. NỘI DUNG", LINE), encoding="utf-8")
    parent = extract.plan(read(path))
    block = next(n for n, each in enumerate(parent.document.blocks) if each.text == LINE)

    text, hidden = shielded(LINE, block, parent, Citations(parent), str)

    assert unshielded(text, hidden) == LINE.replace("57- KL/TW", "57-KL/TW")


def test_those_who_award_are_no_parts_of_the_unit(tmp_path: Path) -> None:
    path = tmp_path / "parent.txt"
    said = "Hình thức: bằng khen của bộ, ban, ngành, tỉnh, đoàn thể Trung ương; các ban, ngành đăng ký."
    path.write_text(sample("I. NỘI DUNG", said), encoding="utf-8")
    parent = extract.plan(read(path))

    text, hidden = shielded(said, 0, parent, Citations(parent), str)

    assert hidden == ["của bộ, ban, ngành, tỉnh, đoàn thể Trung ương"]
    assert "các ban, ngành đăng ký" in text


TITLED = "Được công nhận “Đơn vị học tập” theo tiêu chí do Bộ Giáo dục và Đào tạo ban hành"


def test_criteria_are_told_by_the_document_that_sets_them() -> None:
    seen: set[str] = set()

    def first(key: str) -> bool:
        new = key not in seen
        seen.add(key)
        return new

    code = "tại Thông tư số 24/2023/TT-BGDĐT"
    assert named(f"{TITLED}.", date(2024, 9, 3), first) == f"{TITLED} {code} ngày 11/12/2023."
    assert named(f"{TITLED}; đạt chuẩn.", date(2024, 9, 3), first) == f"{TITLED} {code}; đạt chuẩn."


def test_criteria_of_district_days_are_not_cited_afterwards() -> None:
    assert named(f"{TITLED}.", date(2026, 9, 3), lambda key: True) == f"{TITLED}."


def test_a_well_known_base_gets_what_the_parent_leaves_out(tmp_path: Path) -> None:
    path = tmp_path / "parent.txt"
    opening = "Thực hiện Quyết định số 1373/QĐ-TTg ngày 30/7/2021, Sở Giáo dục và Đào tạo ban hành Kế hoạch như sau:"
    path.write_text(sample("I. NỘI DUNG", "Đọc sách.", opening=opening), encoding="utf-8")
    assert bases(extract.plan(read(path)), None) == [
        "Quyết định số 1373/QĐ-TTg ngày 30/7/2021 của Thủ tướng Chính phủ phê duyệt Đề án “Xây dựng xã hội học tập giai "
        "đoạn 2021 - 2030”"
    ]
