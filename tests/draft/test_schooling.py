"""A plan for schools of several levels, read for a school of one of them."""

from __future__ import annotations

import pytest

from kehoach.draft.schooling import clause, led, taught

PRIMARY = taught("truong-tieu-hoc", "Trường Tiểu học Vàm Cỏ")
UPPER = taught("truong-thpt", "Trường THPT Tân Châu")
NURSERY = taught("truong-mam-non", "Trường Mầm non Hoa Sen")


def test_what_is_said_of_another_level_goes() -> None:
    said = "Đối với giáo dục mầm non: tổ chức cho trẻ làm quen với sách tranh."
    assert led(said, NURSERY) == "Tổ chức cho trẻ làm quen với sách tranh."
    assert led(said, PRIMARY) is None
    assert led("Đối với thư viện: mở cửa cả ngày.", PRIMARY) == "Đối với thư viện: mở cửa cả ngày."


@pytest.mark.parametrize(
    ("level", "said"), [(PRIMARY, "mượn ít nhất 4 cuốn"), (UPPER, "mượn ít nhất 9 cuốn"), (NURSERY, None)]
)
def test_of_values_for_several_levels_the_schools_own_stays(level: frozenset[str], said: str | None) -> None:
    assert clause("mượn ít nhất 4 cuốn ở cấp tiểu học, 9 cuốn ở cấp trung học", level) == said


def test_a_clause_for_pupils_of_other_levels_goes() -> None:
    riding = "hướng dẫn đi xe an toàn cho học sinh trung học phổ thông, học viên giáo dục thường xuyên"
    assert clause(riding, UPPER) == "hướng dẫn đi xe an toàn cho học sinh"
    assert clause(riding, PRIMARY) is None


def test_of_levels_in_a_row_the_schools_own_stays() -> None:
    said = "duy trì phổ cập giáo dục mầm non cho trẻ em 5 tuổi, phổ cập giáo dục tiểu học, phổ cập giáo dục THCS"
    assert clause(said, PRIMARY) == "duy trì phổ cập giáo dục tiểu học"


def test_a_school_of_several_levels_is_known_by_its_name() -> None:
    assert {"tieu-hoc", "thcs"} <= taught("truong-lien-cap", "Trường TH và THCS Biên Giới")
    assert "tieu-hoc" not in taught("truong-lien-cap", "Trường THCS và THPT Tân Hà")
    assert not taught("ubnd-xa", "UBND xã Tân Hà")
