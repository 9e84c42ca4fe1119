"""Recipients, signers and where the text ends."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kehoach.extract import plan
from kehoach.model import Plan, Recipient, Signer
from kehoach.readers.text import parse

BODY = "KẾ HOẠCH\n\nTổ chức Ngày hội đọc sách\n\nI. MỤC ĐÍCH\n\nLan tỏa.\n\nII. TỔ CHỨC THỰC HIỆN\n\nGiao Thư viện tỉnh chủ trì./.\n\n"
LIST = "Nơi nhận:\n- UBND tỉnh (để b/c);\n- Các phòng thuộc Sở;\n- Lưu: VT, QLVH.\n\n"


def read(foot: str) -> Plan:
    return plan(parse(BODY + foot))


@pytest.mark.parametrize(
    ("signature", "signer"),
    [
        ("GIÁM ĐỐC\n\nTrần Văn Minh", Signer(None, "GIÁM ĐỐC", "Trần Văn Minh")),
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nLê Thị Hòa", Signer("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Thị Hòa")),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nVũ Đại", Signer("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Vũ Đại")),
        (
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n(Đã ký)\n\nThS. Lò Thị Mai",
            Signer("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lò Thị Mai"),
        ),
        ("HIỆU TRƯỞNG\n\n\nNguyễn Thị Tuyết Lan", Signer(None, "HIỆU TRƯỞNG", "Nguyễn Thị Tuyết Lan")),
        ("Bùi Quang Đạt", Signer(None, None, "Bùi Quang Đạt")),
        (
            "TL. GIÁM ĐỐC\nGIÁM ĐỐC TRUNG TÂM KIỂM SOÁT CHẤT LƯỢNG SÁCH VÀ HỌC LIỆU ĐIỆN TỬ\n\nHà Thu",
            Signer("TL. GIÁM ĐỐC", "GIÁM ĐỐC TRUNG TÂM KIỂM SOÁT CHẤT LƯỢNG SÁCH VÀ HỌC LIỆU ĐIỆN TỬ", "Hà Thu"),
        ),
        (
            "TL. CHỦ TỊCH\nTRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI\n\nHà Thu",
            Signer("TL. CHỦ TỊCH", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI", "Hà Thu"),
        ),
        ("KT.HIỆU TRƯỞNG\nP. HIỆU TRƯỞNG\n\nLê Thị Hòa", Signer("KT. HIỆU TRƯỞNG", "P. HIỆU TRƯỞNG", "Lê Thị Hòa")),
        ("Q. GIÁM ĐỐC\n\nLê Thị Hòa", Signer("Q. GIÁM ĐỐC", "Q. GIÁM ĐỐC", "Lê Thị Hòa")),
        ("GIÁM ĐỐC\n\nThiếu tướng Lê Văn Hòa", Signer(None, "GIÁM ĐỐC", "Lê Văn Hòa")),
        ("GIÁM ĐỐC\n\nBS.CKII. Lưu Thị Hòa", Signer(None, "GIÁM ĐỐC", "Lưu Thị Hòa")),
        ("CHỦ TỊCH\n\nH' Yim Kđoh", Signer(None, "CHỦ TỊCH", "H' Yim Kđoh")),
        ("TRƯỞNG NHÓM CHUYÊN GIA\n\nLê Thị Hòa", Signer(None, "TRƯỞNG NHÓM CHUYÊN GIA", "Lê Thị Hòa")),
        ("Hiệu trưởng\n\nLê Thị Hòa", Signer(None, "Hiệu trưởng", "Lê Thị Hòa")),
    ],
)
@pytest.mark.parametrize("first", ["list", "signature"])
def test_signers_are_read_in_every_form(signature: str, signer: Signer, first: str) -> None:
    if first == "signature" and signer.position is None:
        pytest.skip("a bare name before the list cannot be told from the text")
    subject = read(LIST + signature if first == "list" else f"{signature}\n\n{LIST}")

    assert subject.signer
    assert subject.signer.value == signer
    assert [r.value for r in subject.recipients] == [
        Recipient("UBND tỉnh", "để b/c"),
        Recipient("Các phòng thuộc Sở"),
        Recipient("Lưu: VT, QLVH."),
    ]


def test_who_approves_a_plan_does_not_sign_it() -> None:
    subject = read("DUYỆT CỦA BAN GIÁM HIỆU\nHIỆU TRƯỞNG\n\nTrần Văn Minh\n\nNGƯỜI LẬP KẾ HOẠCH\n\nLê Thị Hòa")

    assert subject.signer
    assert subject.signer.value == Signer(None, "NGƯỜI LẬP KẾ HOẠCH", "Lê Thị Hòa")


def test_a_lost_deputy_line_follows_from_kt() -> None:
    subject = read(LIST + "KT. BỘ TRƯỞNG\n\nLê Thị Hòa")

    assert subject.signer
    assert subject.signer.value.position == "THỨ TRƯỞNG"


def test_the_text_ends_before_the_sign_off() -> None:
    subject = read(LIST + "GIÁM ĐỐC\n\nTrần Văn Minh")

    assert subject.document.blocks[subject.end - 1].text.endswith("./.")
    assert subject.sections[-1].last_block == subject.end - 1


def test_places_point_at_the_words() -> None:
    subject = read(LIST + "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nLê Thị Hòa")

    assert subject.signer
    assert subject.document.text(subject.signer.span) == "KT. GIÁM ĐỐC"
    assert subject.document.text(subject.recipients[0].span) == "UBND tỉnh (để b/c)"


@pytest.mark.parametrize("line", ["- Đỗ Minh Quân", "l Đỗ Minh Quân", "Đỗ ầ Minh Quân", "Đỗ Minh Quân ,"])
def test_strokes_of_a_pen_beside_a_scanned_name_are_none_of_it(line: str) -> None:
    signed = f"TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n{line}"
    subject = plan(replace(parse(BODY + LIST + signed), ocr=True))

    assert subject.signer
    assert subject.signer.value == Signer("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đỗ Minh Quân")


def test_tabs_hold_recipients_and_signature_apart() -> None:
    subject = read(
        "Nơi nhận:\tT/M BAN THƯỜNG VỤ\n- Đảng ủy (để b/c),\tPHÓ BÍ THƯ\n- Các chi hội,\n- Các phòng;\tĐỗ Minh Quân\n- Lưu VP."
    )

    assert subject.signer
    assert subject.signer.value == Signer("TM. BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Đỗ Minh Quân")
    assert subject.recipients[0].value == Recipient("Đảng ủy", "để b/c")
    assert [found.value.name for found in subject.recipients[1:]] == ["Các chi hội,", "Các phòng", "Lưu VP."]


@pytest.mark.parametrize(
    ("signature", "signer"),
    [
        ("TM. BCH ĐOÀN XÃ\nBí thư\n\nĐỗ Minh Quân", Signer("TM. BCH ĐOÀN XÃ", "BÍ THƯ", "Đỗ Minh Quân")),
        ("PHỤ TRÁCH BẢO TÀNG\nPHÓ GIÁM ĐỐC\n\nLê Thị Hòa", Signer("PHỤ TRÁCH BẢO TÀNG", "PHÓ GIÁM ĐỐC", "Lê Thị Hòa")),
    ],
)
def test_positions_in_small_letters_and_who_is_in_charge(signature: str, signer: Signer) -> None:
    subject = read(LIST + signature)

    assert subject.signer
    assert subject.signer.value == signer


def test_a_damaged_foot_has_its_columns_fused_and_figures_in_names() -> None:
    foot = "Noi nhan: TM. BCH DOAN XA\n- BTV Huyén doan; Bi thv\n- Luu: VT. Ng6 Thi Mai"
    subject = plan(replace(parse(BODY + foot), damaged=True))

    assert subject.signer
    assert subject.signer.value == Signer("TM. BCH DOAN XA", "BÍ THƯ", "Ngo Thi Mai")


def test_an_office_in_the_line_of_the_file_is_no_authority() -> None:
    subject = read("Nơi nhận:\n- Các xã;\n- Lưu: VT, KT.TRƯỞNG BAN\n\nĐỗ Minh Quân")

    assert subject.signer
    assert subject.signer.value == Signer(None, "TRƯỞNG BAN", "Đỗ Minh Quân")
