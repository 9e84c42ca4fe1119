"""Parents that are no plans: a decision with or without a plan, an official letter, a directive."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kehoach import draft as drafting
from kehoach import extract
from kehoach.draft import directives
from kehoach.readers import read

from .conftest import UNITS, words

FOLDER = Path(__file__).parents[2] / "corpus" / "nguon" / "van-ban-cap-tren"
ON = date(2026, 11, 21)


def made(name: str, level: str) -> drafting.Draft:
    return drafting.draft(extract.plan(read(FOLDER / f"{name}.txt")), UNITS[level], ON)


def section(draft: drafting.Draft, title: str) -> list[str]:
    """The paragraphs below one heading."""
    texts = [(paragraph.text, paragraph.heading1) for paragraph in draft.paragraphs]
    first = next(number for number, (text, heading) in enumerate(texts) if heading and title in text)
    rest = [number for number, (_, heading) in enumerate(texts) if heading and number > first]
    return [text for text, _ in texts[first + 1 : rest[0] if rest else None]]


@pytest.mark.parametrize("level", sorted(UNITS))
@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.txt")))
def test_every_parent_gives_a_plan_of_the_usual_parts(name: str, level: str) -> None:
    draft = made(name, level)
    headings = " ".join(paragraph.text for paragraph in draft.paragraphs if paragraph.heading1)
    assert "KINH PHÍ" in headings
    assert "TỔ CHỨC THỰC HIỆN" in headings
    assert "Điều " not in words(draft)


def test_an_official_letter_is_named_by_its_subject() -> None:
    draft = made("cv-so-gddt", "truong-thpt")
    assert draft.title.startswith("Tăng cường giáo dục an toàn giao thông cho học sinh")
    assert "Thực hiện Công văn số 1874/SGDĐT-CTTT ngày 09/9/2026 của Sở Giáo dục và Đào tạo" in words(draft)


def test_what_a_letter_asks_is_the_content_of_the_plan() -> None:
    content = section(made("cv-so-gddt", "truong-thpt"), "NỘI DUNG THỰC HIỆN")
    assert content[0] == "1. Tuyên truyền, giáo dục"
    assert not [text for text in content if text.startswith("Yêu cầu các đơn vị")]


def test_a_decision_without_a_plan_gives_its_articles() -> None:
    content = section(made("qd-dieu-khoan", "ubnd-xa"), "NỘI DUNG THỰC HIỆN")
    assert content[0] == "1. Tuyên truyền kỹ năng an toàn trong môi trường nước cho trẻ em, học sinh và cha mẹ."
    assert content[-1] == "5. Rà soát điểm nguy hiểm, bố trí nơi học bơi."


def test_what_others_are_told_to_have_units_do_is_the_units_work() -> None:
    assert "- Dạy bơi, dạy kỹ năng cứu đuối." in words(made("qd-dieu-khoan", "truong-thpt"))


def test_a_directive_to_many_bodies_speaks_to_each_of_them() -> None:
    assert "Kiện toàn đội phòng cháy, chữa cháy cơ sở" in words(made("ct-ubnd-tinh", "truong-thcs"))
    commune = words(made("ct-ubnd-tinh", "ubnd-xa"))
    assert "Vận động mỗi hộ gia đình trang bị ít nhất một bình chữa cháy" in commune
    assert "Công an tỉnh" not in " ".join(section(made("ct-ubnd-tinh", "ubnd-xa"), "NỘI DUNG THỰC HIỆN"))


def test_the_front_is_asked_what_the_parent_asks_of_it() -> None:
    text = words(made("ct-ubnd-tinh", "ubnd-xa"))
    asked = text.index("Đề nghị Ủy ban Mặt trận Tổ quốc")
    assert text.index("tham gia phong trào toàn dân phòng cháy") > asked


def test_a_decision_is_not_its_own_basis() -> None:
    assert not [one for one in made("qd-kem-ke-hoach", "truong-thcs").paragraphs if one.basis]


def test_a_target_for_every_school_is_the_schools_own() -> None:
    text = words(made("qd-kem-ke-hoach", "truong-thcs"))
    assert "Nhà trường treo biển cấm hút thuốc và đưa nội dung không hút thuốc vào nội quy." in text
    assert "nam giới từ 15 tuổi" not in text


def test_schools_alone_are_not_everybody() -> None:
    content = section(made("cv-tiet-kiem-dien", "so"), "NỘI DUNG THỰC HIỆN")
    assert any("thiết bị có nhãn năng lượng" in text for text in content)
    assert not any("giờ học" in text or "chiếu sáng công cộng" in text for text in content)
    assert any("giờ học" in text for text in section(made("cv-tiet-kiem-dien", "truong-thcs"), "NỘI DUNG THỰC HIỆN"))


def test_a_letter_that_asks_for_a_plan_is_not_planned_for_again() -> None:
    draft = made("cv-tiet-kiem-dien", "truong-thcs")
    assert draft.title.startswith("Sử dụng điện tiết kiệm năm 2026 tại")
    assert "Kế hoạch xây dựng kế hoạch" not in words(draft)
    assert section(draft, "NỘI DUNG THỰC HIỆN")[0].startswith("1. Giao chỉ tiêu tiết kiệm")


def test_a_school_does_not_give_orders_to_a_department() -> None:
    assert "Giao Sở Y tế" not in words(made("ct-bep-an-ban-tru", "truong-thcs"))


def test_schools_that_have_something_are_still_schools() -> None:
    content = section(made("ct-bep-an-ban-tru", "truong-thcs"), "NỘI DUNG THỰC HIỆN")
    assert content[0].startswith("1. Thành lập tổ giám sát bữa ăn")
    assert any("báo Trạm Y tế, chính quyền địa phương" in text for text in content)


def test_a_school_below_a_commune_does_not_write_to_the_province() -> None:
    assert not any("thành phố" in line for line in made("ct-bep-an-ban-tru", "truong-thcs").recipients)
    assert any("Sở Công Thương" in line for line in made("cv-tiet-kiem-dien", "truong-thcs").recipients)


def test_numbers_in_a_row_are_said_by_the_first_and_the_last() -> None:
    assert directives._listed(["1", "2", "3", "4"]) == "từ 1 đến 4"
    assert directives._listed(["1", "3", "4", "5"]) == "1, 3, 4, 5"
