"""Words of a scanned parent are read once more, and a title in capitals is written small."""

from __future__ import annotations

import pytest

from kehoach.draft.calming import calmed
from kehoach.draft.context import Line, Origin
from kehoach.draft.proofing import proofread

PARENT = Origin("parent", "đoạn 9", 8)
WORDING = Origin("wording", "chung/ket.txt")


def mended(text: str, origin: Origin = PARENT) -> str:
    (line,) = proofread([Line("-", text, origin)])
    return line.text


def test_two_usual_words_are_mended_without_a_mark() -> None:
    said = mended("Các tô chức chắn chỉnh việc báo cáo; khuyên khích người dân góp ý.")
    assert said == "Các tổ chức chấn chỉnh việc báo cáo; khuyến khích người dân góp ý."


def test_a_word_that_is_none_is_marked_with_the_likeliest() -> None:
    assert (
        mended("Văn phòng tổng hợp, trình Ban Giám đôc xem xét.")
        == "Văn phòng tổng hợp, trình Ban Giám [đốc?] xem xét."
    )


def test_a_lost_quotation_mark_is_for_a_person() -> None:
    assert mended("Giữ nhãn hiệu “Sạch từ vườn đến bàn.").endswith("bàn [rà soát dấu ngoặc kép].")


def test_marked_words_and_our_own_are_left_alone() -> None:
    assert mended("Trình Ban Giám [đôc?] xem xét.") == "Trình Ban Giám [đôc?] xem xét."
    assert mended("Các tô chức góp ý.", WORDING) == "Các tô chức góp ý."


@pytest.mark.parametrize(
    ("title", "small"),
    [
        ("ỨNG DỤNG CNTT TẠI TRƯỜNG TIỂU HỌC LÊ LAI NĂM HỌC 2026 - 2027",
         "Ứng dụng CNTT tại Trường Tiểu học Lê Lai năm học 2026 - 2027"),
        ("PHÒNG, CHỐNG ĐUỐI NƯỚC TRÊN ĐỊA BÀN XÃ AN PHÚ NĂM 2026", "Phòng, chống đuối nước trên địa bàn xã An Phú năm 2026"),
        ("TRIỂN KHAI PHONG TRÀO “SẠCH NHÀ, ĐẸP NGÕ” TRÊN ĐỊA BÀN TỈNH CÀ MAU",
         "Triển khai Phong trào “Sạch nhà, đẹp ngõ” trên địa bàn tỉnh Cà Mau"),
        ("CỦA ỦY BAN NHÂN DÂN TỈNH SỐ 12/2009/QĐ-UBND NGÀY 03 THÁNG 4 NĂM 2009 VỀ VIỆC SẮP XẾP CHỢ",
         "Về việc sắp xếp chợ"),
        ("THỰC HIỆN QUYẾT ĐỊNH SỐ 1315/QĐ-TTG CỦA THỦ TƯỚNG CHÍNH PHỦ",
         "Thực hiện Quyết định số 1315/QĐ-TTg của Thủ tướng Chính phủ"),
        ("Cải cách hành chính của UBND TỈNH", "Cải cách hành chính của UBND TỈNH"),
    ],
)  # fmt: skip
def test_a_title_in_capitals_is_written_small_but_for_names(title: str, small: str) -> None:
    assert calmed(title) == small
