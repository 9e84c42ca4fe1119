"""What a unit owes: the one report that is made of all others', to whom a union reports, which laws a plan goes by."""

from __future__ import annotations

from pathlib import Path

from kehoach import draft as drafting
from kehoach import extract
from kehoach.draft.names import names
from kehoach.draft.reports import Duty, duties
from kehoach.model import Plan, Signer, Unit
from kehoach.readers.text import parse

from .conftest import ON, PARENT, UNITS

PROVINCE = "Ủy ban nhân dân tỉnh Tây Ninh"
GATHERED = """\
UBND TỈNH TÂY NINH
Số: 52/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tây Ninh, ngày 09 tháng 3 năm 2026
KẾ HOẠCH
Cải cách chế độ báo cáo trên địa bàn tỉnh
I. MỤC ĐÍCH
Giảm số báo cáo.
II. TỔ CHỨC THỰC HIỆN
1. Các sở, ban, ngành, UBND các xã, phường báo cáo kết quả về Sở Nội vụ trước ngày 15 tháng 12 hằng năm.
2. Sở Nội vụ tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 28 tháng 12 hằng năm.
Nơi nhận:
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Sách
"""
UNION = Unit(
    "Công đoàn cơ sở Trường THCS Trần Phú", "CĐTHCSTP", "doan-the", "Liên đoàn Lao động tỉnh Tây Ninh", "Long Hoa",
    "Tây Ninh", Signer("TM.", "CHỦ TỊCH", "Phạm Thị Nga"),
)  # fmt: skip


def understood(text: str) -> Plan:
    return extract.plan(parse(text, Path("cap-tren.txt")))


def owed(text: str, unit: Unit) -> Duty:
    [duty] = duties(understood(text), names(unit), ON, PROVINCE)
    return duty


def test_a_report_made_of_all_others_has_little_time() -> None:
    duty = owed(GATHERED, UNITS["so"])
    assert (duty.what, duty.to) == ("báo cáo tổng hợp kết quả thực hiện", PROVINCE)
    assert duty.when == "trước ngày 25 tháng 12 hằng năm"


def test_who_hands_in_to_the_one_that_gathers_has_the_usual_time() -> None:
    duty = owed(GATHERED, UNITS["ubnd-xa"])
    assert (duty.what, duty.to) == ("báo cáo kết quả thực hiện", "Sở Nội vụ")
    assert duty.when == "trước ngày 05 tháng 12 hằng năm"


def test_a_union_of_a_school_reports_to_the_union_above_it() -> None:
    parent = PARENT.replace(
        "2. Các trường trung học cơ sở, trung học phổ thông\n- X", "2. Công đoàn cơ sở các trường\n- X"
    )
    assert owed(parent, UNION).to == "Liên đoàn Lao động tỉnh Tây Ninh"


def test_two_laws_at_the_most_and_no_paper_that_was_submitted_are_bases() -> None:
    more = (
        "Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;\n"
        "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;\n"
        "Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;\n"
        "Xét Tờ trình số 12/TTr-SNV ngày 05/01/2026 của Sở Nội vụ về thư viện;\n"
    )
    parent = understood(PARENT.replace("Thực hiện Kế hoạch số 18", f"{more}Thực hiện Kế hoạch số 18"))
    draft = drafting.draft(parent, UNITS["truong-thcs"], ON)
    said = [paragraph.text.split(" ngày ")[0] for paragraph in draft.paragraphs if paragraph.look == "basis"]
    assert said == ["Căn cứ Luật Thư viện", "Căn cứ Luật Giáo dục", "Căn cứ Kế hoạch số 18/KH-UBND"]
