"""What a parent asks for, found again in the plans below it: by whom, in which words, by when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kehoach.align.addressees import Addressee, addressed, addressee
from kehoach.align.assigned import dropped, works
from kehoach.align.bodies import body_key
from kehoach.align.due import due, last_day
from kehoach.align.goals import goals
from kehoach.align.matching import Index
from kehoach.extract import plan
from kehoach.model import Deadline, Plan
from kehoach.readers import docx
from kehoach.readers.text import parse
from kehoach.rules.samples import plan as sample

CORPUS = Path(__file__).parents[1] / "corpus"
FAMILY = CORPUS / "xa-hoi-hoc-tap"
COMMUNE = Addressee(body_key("UBND xã Tân Long"), "ubnd-xa")


def read(path: Path) -> Plan:
    return plan(parse(path.read_text(encoding="utf-8"), path))


def test_an_index_of_nothing_finds_nothing() -> None:
    assert Index([]).nearest("học tập suốt đời") == []
    assert Index(["học tập"]).nearest("") == []


@pytest.mark.parametrize(
    ("owner", "name", "level", "by", "how"),
    [
        ("UBND các xã, phường, đặc khu", "UBND xã Tân Long", "ubnd-xa", "UBND tỉnh", "kind"),
        ("Các sở, ban, ngành, UBND các xã", "UBND xã Tân Long", "ubnd-xa", "UBND tỉnh", "kind"),
        ("Các sở, ban, ngành, UBND các xã", "Thanh tra tỉnh An Giang", "co-quan-tinh", "UBND tỉnh", "kind"),
        ("UBND xã Long Phú", "UBND xã Tân Long", "ubnd-xa", "UBND tỉnh", None),
        ("UBND các huyện, thị xã", "UBND xã Tân Long", "ubnd-xa", "UBND tỉnh", None),
        ("Các trường học trên địa bàn xã, phường", "UBND xã Tân Long", "ubnd-xa", "UBND tỉnh", None),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam các xã", "UBND xã Tân Long", "ubnd-xa", "UBND tỉnh", None),
        ("Sở Nội vụ", "Sở Nội vụ tỉnh An Giang", "so", "UBND tỉnh An Giang", "name"),
        ("Sở Tài chính, Sở Nội vụ", "Sở Nội vụ tỉnh An Giang", "so", "UBND tỉnh An Giang", "name"),
        ("Phòng Tổ chức, Sở Y tế", "Sở Nội vụ tỉnh An Giang", "so", "UBND tỉnh An Giang", None),
        ("Hội Khuyến học các xã", "Hội Khuyến học tỉnh An Giang", "doan-the", "UBND tỉnh An Giang", None),
        ("Phòng Giáo dục và Đào tạo", "Phòng GD&ĐT huyện Ba Tri", "phong-gddt", "Sở Giáo dục và Đào tạo", "kind"),
        ("Phòng Giáo dục và Đào tạo", "Phòng Giáo dục và Đào tạo", "phong-gddt", "UBND huyện Ba Tri", "name"),
        ("Các cơ sở giáo dục mầm non", "Trường THCS Tân Long", "truong-thcs", "UBND xã Tân Long", None),
        ("Các trường mầm non, tiểu học, THCS", "Trường THCS Tân Long", "truong-thcs", "UBND xã Tân Long", "kind"),
        ("Các cơ sở giáo dục", "Trường Mầm non Sen Hồng", "truong-mam-non", "UBND xã Tân Long", "kind"),
        ("Trường THCS thị trấn Thắng", "Trường THCS Tân Long", "truong-thcs", "UBND huyện", None),
        ("Các đơn vị trực thuộc Sở", "Trường THPT Tân Long", "truong-thpt", "Sở Giáo dục và Đào tạo", "kind"),
        ("Các đơn vị trực thuộc Sở", "Trường THCS Tân Long", "truong-thcs", "Sở Giáo dục và Đào tạo", None),
        ("Các đơn vị", "Trường THCS Tân Long", "truong-thcs", "Sở Y tế tỉnh An Giang", None),
        ("Các cơ quan, đơn vị có liên quan", "Trường THCS Tân Long", "truong-thcs", "UBND xã", None),
        ("Sở Nông nghiệp và Môi trường", "Trường THCS Tân Long", "truong-thcs", "UBND tỉnh", None),
    ],
)
def test_a_unit_is_known_by_its_name_or_by_its_kind(
    owner: str, name: str, level: str, by: str, how: str | None
) -> None:
    assert addressed(owner, Addressee(body_key(name), level), by) == how


@pytest.mark.parametrize("path", sorted(FAMILY.glob("kh-*.unit.toml")), ids=lambda path: path.name)
def test_the_kind_of_a_unit_is_told_by_its_name(path: Path) -> None:
    issued = addressee(read(path.with_name(path.name.replace(".unit.toml", ".txt"))))
    assert issued is not None
    assert f'level = "{issued.kind}"' in path.read_text(encoding="utf-8")


def test_work_that_is_given_by_a_line_below_it_is_found() -> None:
    above = read(CORPUS / "nguon" / "van-ban-cap-tren" / "qd-kem-ke-hoach.txt")
    assert any("Lập tổ tư vấn" in work.task.text for work in works(above, COMMUNE))


@pytest.mark.parametrize("name", ["ct-ubnd-tinh", "qd-dieu-khoan"])
def test_a_directive_and_a_decision_give_work_too(name: str) -> None:
    assert works(read(CORPUS / "nguon" / "van-ban-cap-tren" / f"{name}.txt"), COMMUNE)


def test_a_heading_that_goes_on_with_names_speaks_to_these_alone() -> None:
    above = plan(
        parse(
            sample(
                "I. TỔ CHỨC THỰC HIỆN", "1. UBND các xã", "Long Phú, Vĩnh Hòa và Tân An.",
                "- Bố trí bãi đỗ xe, phân luồng giao thông trong những ngày diễn ra lễ hội.",
                "2. UBND các xã, phường", "- Treo cờ, khẩu hiệu, cổ động trực quan trên các trục đường chính.",
                opening="UBND tỉnh An Giang ban hành Kế hoạch với các nội dung sau:",
            )
        )
    )  # fmt: skip
    assert [work.task.text.split()[0] for work in works(above, COMMUNE)] == ["Treo"]


@pytest.mark.parametrize(
    "work",
    [
        "Khảo sát nhu cầu học nghề của lao động từ 18 đến 45 tuổi, lập danh sách theo từng nhóm nghề.",
        "Xây dựng tủ sách pháp luật, điểm bưu điện văn hóa phục vụ người dân đọc báo miễn phí.",
        "Ký hợp đồng với bác sĩ, kỹ sư về nói chuyện chuyên đề với nông dân.",
        "Niêm yết công khai danh sách gia đình học tập ở nơi sinh hoạt chung.",
    ],
)
def test_work_that_the_plan_does_not_speak_of_is_missed(work: str) -> None:
    text = (FAMILY / "kh-ubnd-tinh.txt").read_text(encoding="utf-8")
    heading = next(line for line in text.splitlines() if line.startswith("7. UBND các xã, phường"))
    above = plan(parse(text.replace(heading, f"{heading}\n\nd) {work}\n", 1)))

    assert [gone.task.text for gone in dropped(read(FAMILY / "kh-ubnd-xa.txt"), above, None)] == [work]


def test_work_that_was_due_before_the_plan_is_not_missed() -> None:
    text = (FAMILY / "kh-ubnd-tinh.txt").read_text(encoding="utf-8")
    heading = next(line for line in text.splitlines() if line.startswith("7. UBND các xã, phường"))
    work = "d) Ký hợp đồng với bác sĩ, kỹ sư về nói chuyện chuyên đề với nông dân, hoàn thành trước ngày {}."

    def gone(day: str) -> int:
        above = plan(parse(text.replace(heading, f"{heading}\n\n{work.format(day)}\n", 1)))
        return len(dropped(read(FAMILY / "kh-ubnd-xa.txt"), above, None))

    assert (gone("30/01/2026"), gone("30/6/2026")) == (0, 1)


def test_a_target_is_told_with_what_stands_around_its_figure() -> None:
    subject = plan(
        parse(sample("I. MỤC TIÊU", "Đến năm 2028 có 90%, đến năm 2030 có 100% trường học đạt chuẩn; hồ sơ đạt 98%."))
    )
    assert [(goal.target.amount, goal.year, goal.said) for goal in goals(subject)][:2] == [
        (90.0, 2028, ("truong", "hoc", "dat", "chuan")),
        (100.0, 2030, ("truong", "hoc", "dat", "chuan")),
    ]


@pytest.mark.parametrize(
    ("when", "last"),
    [
        (Deadline(day=3, month=6, year=2026, date=date(2026, 6, 3)), date(2026, 6, 3)),
        (Deadline(quarter=2, year=2026), date(2026, 6, 30)),
        (Deadline(month=2, year=2028), date(2028, 2, 29)),
        (Deadline(year=2026), None),
        (Deadline(day=5, month=12, every="year"), None),
        (Deadline(day=3, month=6, year=2026, date=date(2026, 6, 3), relation="after"), None),
    ],
)
def test_the_last_day_of_a_deadline(when: Deadline, last: date | None) -> None:
    assert last_day(when) == last


def test_the_work_of_a_date_in_a_table_stands_in_its_row() -> None:
    told = due(plan(docx.read(CORPUS / "chuyen-doi-so" / "kh-ubnd-phuong.docx")))
    assert ("Số hóa sổ hộ tịch còn lưu bản giấy", date(2026, 7, 31)) in {(one.text, one.last) for one in told}
