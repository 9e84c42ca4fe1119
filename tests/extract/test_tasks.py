"""Work given to bodies, in prose and in tables; the parent that a plan names."""

from __future__ import annotations

import pytest

from kehoach.extract import plan
from kehoach.extract.tasks import owner
from kehoach.model import Task
from kehoach.readers.text import parse

HEAD = "KẾ HOẠCH\n\nTổ chức Ngày hội đọc sách\n\n"


def tasks(body: str) -> list[tuple[str, str]]:
    return [(task.owner, task.text) for task in plan(parse(HEAD + body)).tasks]


def test_a_heading_that_names_a_body_owns_what_stands_below_it() -> None:
    assert tasks(
        "I. MỤC ĐÍCH\n\nLan tỏa.\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ\n\n- Chủ trì, theo dõi.\n\na) Tổng hợp kết quả.\n\n"
        "2. Đề nghị Hội Khuyến học tỉnh\n\nVận động hội viên tham gia.\n\nTrên đây là Kế hoạch tổ chức Ngày hội./."
    ) == [
        ("Sở Nội vụ", "Chủ trì, theo dõi."),
        ("Sở Nội vụ", "Tổng hợp kết quả."),
        ("Hội Khuyến học tỉnh", "Vận động hội viên tham gia."),
    ]


@pytest.mark.parametrize(
    ("text", "name", "work"),
    [
        ("Giao Phòng Chính trị tư tưởng chủ trì, đôn đốc.", "Phòng Chính trị tư tưởng", "chủ trì, đôn đốc."),
        ("Sở Tài chính: Bố trí kinh phí.", "Sở Tài chính", "Bố trí kinh phí."),
        (
            "Bộ phận thi đua, khen thưởng hướng dẫn thủ tục, hồ sơ.",
            "Bộ phận thi đua, khen thưởng",
            "hướng dẫn thủ tục, hồ sơ.",
        ),
        ("Yêu cầu các đơn vị nghiêm túc thực hiện.", "các đơn vị", "nghiêm túc thực hiện."),
        (
            "Mặt trận Tổ quốc, các tổ chức hội phối hợp tuyên truyền.",
            "Mặt trận Tổ quốc, các tổ chức hội",
            "phối hợp tuyên truyền.",
        ),
    ],
)
def test_a_paragraph_may_name_the_body_itself(text: str, name: str, work: str) -> None:
    found = owner(text)

    assert found
    assert found[0] == name
    assert text[found[1] :].strip() == work


@pytest.mark.parametrize(
    "text",
    [
        "Tổ chức thực hiện nghiêm túc Kế hoạch.",
        "Trước ngày 05/12 hằng năm, báo cáo kết quả.",
        "Nâng cao nhận thức của Nhân dân.",
    ],
)
def test_a_paragraph_that_names_nobody_gives_no_owner(text: str) -> None:
    assert owner(text) is None


def test_rows_of_a_task_table_are_tasks() -> None:
    found = plan(
        parse(
            HEAD
            + "## II. NHIỆM VỤ\n\n| TT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian | Sản phẩm |\n|---|---|---|---|---|---|\n"
            "| 1 | Rà soát thủ tục | Văn phòng | Phòng Kinh tế; Công an xã | Quý I/2026 | Báo cáo |\n",
            format="md",
        )
    ).tasks

    assert [(t.owner, t.text, t.partners, t.deadline, t.product) for t in found] == [
        ("Văn phòng", "Rà soát thủ tục", ("Phòng Kinh tế", "Công an xã"), "Quý I/2026", "Báo cáo")
    ]
    assert isinstance(found[0], Task)


OPENINGS = {
    "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh về việc thực hiện Quyết định số 99/QĐ-TTg ngày 01/12/2025 của Thủ tướng Chính phủ, Sở Nội vụ ban hành Kế hoạch như sau:": "12/KH-UBND",
    "Căn cứ Quyết định số 99/QĐ-TTg ngày 01/12/2025 của Thủ tướng Chính phủ về đọc sách; Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh về đọc sách.": "12/KH-UBND",
    "Thực hiện Quyết định số 99/QĐ-BYT ngày 01/12/2025 của Bộ Y tế về việc ban hành Bộ tiêu chí.": "99/QĐ-BYT",
    "Thực hiện Công văn số 301/SGDĐT-GDTX ngày 05/01/2026 của Sở Giáo dục và Đào tạo về tổ chức ngày hội.": "301/SGDĐT-GDTX",
    "Căn cứ Luật Thư viện số 46/2019/QH14 ngày 21/11/2019.": None,
    "Thực hiện Quyết định số 99/QĐ-TTg ngày 01/12/2025 của Thủ tướng Chính phủ phê duyệt Chương trình đọc sách. Trên cơ sở Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh.": "12/KH-UBND",
    "Thực hiện Nghị định số 93/2020/NĐ-CP ngày 18/8/2020 của Chính phủ quy định chi tiết một số điều của Luật Thư viện và Quyết định số 99/QĐ-TTg ngày 01/12/2025 của Thủ tướng Chính phủ, Sở ban hành Kế hoạch như sau:": "99/QĐ-TTg",
    "Thực hiện Thông tư số 13/2016/TT-BVHTTDL ngày 09/12/2016, Thư viện xây dựng Kế hoạch như sau:": "13/2016/TT-BVHTTDL",
    "Căn cứ Quyết định số 99/QĐ-TTg ngày 01/12/2025 của Thủ tướng Chính phủ về đọc sách;\n\nTheo đề nghị của Thư viện tỉnh tại Tờ trình số 12/TTr-TV ngày 05/01/2026.": "99/QĐ-TTg",
}


@pytest.mark.parametrize(("opening", "code"), OPENINGS.items())
def test_the_parent_is_the_document_that_is_carried_out(opening: str, code: str | None) -> None:
    parent = plan(parse(f"{HEAD}{opening}\n\nI. MỤC ĐÍCH\n\nLan tỏa.")).parent

    assert (f"{parent.value.number}/{parent.value.symbol}" if parent else None) == code


def test_the_programme_that_the_title_names_comes_before_another_plan() -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 16/KH-UBND\n\nKẾ HOẠCH\n"
        "Thực hiện Chương trình trợ giúp người khuyết tật giai đoạn 2021 - 2030 trên địa bàn tỉnh\n\n"
        "Thực hiện Quyết định số 90/QĐ-TTg ngày 05/8/2020 của Thủ tướng Chính phủ phê duyệt Chương trình trợ giúp người "
        "khuyết tật giai đoạn 2021 - 2030;\n\n"
        "Thực hiện Kế hoạch số 89-KH/TU ngày 12/5/2020 của Ban Thường vụ Tỉnh ủy về thực hiện Chỉ thị số 38-CT/TW của Ban "
        "Bí thư về công tác người khuyết tật;\n\nI. MỤC TIÊU\n\nLan tỏa."
    )
    parent = plan(parse(text)).parent

    assert parent
    assert parent.value.symbol == "QĐ-TTg"


def test_what_the_title_carries_out_is_the_parent_with_its_date_from_the_opening() -> None:
    text = """KẾ HOẠCH

Triển khai thực hiện Chỉ thị số 17/CT-TTg về an toàn thực phẩm

Thực hiện Chỉ thị số 17/CT-TTg ngày 15/4/2026 của Thủ tướng Chính phủ; Công văn số 88/UBND-VX ngày 20/4/2026 của UBND tỉnh, \
Sở Y tế xây dựng Kế hoạch như sau:

I. MỤC ĐÍCH

Bảo đảm an toàn."""
    parent = plan(parse(text)).parent

    assert parent
    assert parent.value.key == "17/ct/ttg"
    assert str(parent.value.date) == "2026-04-15"


def test_a_plan_from_above_comes_before_one_of_the_same_office() -> None:
    parent = plan(
        parse(
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH LÀO CAI\nLIÊN ĐOÀN LAO ĐỘNG HUYỆN MƯỜNG ẢNG\nSố: 8/KH-LĐLĐ\n"
            "Mường Ảng, ngày 09 tháng 3 năm 2021\nKẾ HOẠCH\nTổ chức Tháng Công nhân\n"
            "Thực hiện Kế hoạch số 31/KH-LĐLĐ ngày 02/3/2021 của LĐLĐ tỉnh, trên cơ sở Kế hoạch số 2/KH-LĐLĐ "
            "ngày 11/01/2021 của LĐLĐ huyện về tổ chức các hoạt động năm 2021, Ban Thường vụ xây dựng Kế hoạch như sau:\n"
            "I. MỤC ĐÍCH\nChăm lo đoàn viên."
        )
    ).parent

    assert parent
    assert parent.value.number == "31"


def test_a_first_section_of_bases_names_the_parent() -> None:
    text = f"{HEAD}I. CĂN CỨ XÂY DỰNG KẾ HOẠCH\n\n- Luật Thư viện ngày 21/11/2019;\n\n- Kế hoạch số 12/KH-UBND ngày 05/01/2026.\n\nII. MỤC TIÊU\n\nLan tỏa."
    parent = plan(parse(text)).parent

    assert parent
    assert parent.value.symbol == "KH-UBND"


def test_bases_deeper_in_a_part_name_the_parent() -> None:
    text = (
        f"{HEAD}Để phong trào đọc sách lan tỏa, Sở xây dựng Kế hoạch như sau:\n\nA. SỰ CẦN THIẾT\n\nI. Thực trạng\n\nÍt người đọc."
        "\n\nII. Căn cứ pháp lý\n\nCăn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh;\n\nB. NỘI DUNG\n\nMở thư viện."
    )
    parent = plan(parse(text)).parent

    assert parent
    assert parent.value.number == "12"


def test_the_opening_goes_before_the_bases_that_follow_it() -> None:
    text = (
        f"{HEAD}Thực hiện Công văn số 301/BVHTTDL-TV ngày 05/01/2026 của Bộ Văn hóa, Thể thao và Du lịch, Sở xây dựng Kế hoạch "
        "như sau:\n\nI. CĂN CỨ\n\n- Quyết định số 99/QĐ-TTg ngày 01/12/2025 ban hành Kế hoạch đọc sách;\n\nII. MỤC TIÊU\n\nLan tỏa."
    )
    parent = plan(parse(text)).parent

    assert parent
    assert parent.value.number == "301"


def test_a_plan_of_the_same_office_is_no_parent() -> None:
    text = """UBND XÃ HÒA AN
TRƯỜNG TIỂU HỌC HÒA AN

Số: 52/KH-THHA

Hòa An, ngày 20 tháng 9 năm 2025

KẾ HOẠCH

Kiểm tra nội bộ năm học 2025 - 2026

Căn cứ Hướng dẫn số 415/VHXH-GD ngày 10/9/2025 của Phòng Văn hóa - Xã hội về kiểm tra nội bộ;

Căn cứ Kế hoạch số 47/KH-THHA ngày 05/9/2025 về nhiệm vụ năm học 2025 - 2026;

I. MỤC ĐÍCH

Giữ nền nếp."""
    parent = plan(parse(text)).parent

    assert parent
    assert parent.value.number == "415"


def test_one_cell_may_name_who_leads_and_who_helps() -> None:
    found = plan(
        parse(
            HEAD
            + "## II. NHIỆM VỤ\n\n| TT | Nội dung công việc | Đơn vị thực hiện | Thời gian hoàn thành | Kết quả/Sản phẩm |\n"
            "|---|---|---|---|---|\n| I | CÔNG TÁC CHỈ ĐẠO | | | |\n"
            "| 1 | Kiểm tra tủ sách | Chủ trì: Phòng Văn hóa; phối hợp: Đoàn xã, Hội Phụ nữ | Quý II | Biên bản |\n",
            format="md",
        )
    ).tasks

    assert [(t.owner, t.partners, t.deadline, t.product) for t in found] == [
        ("Phòng Văn hóa", ("Đoàn xã", "Hội Phụ nữ"), "Quý II", "Biên bản")
    ]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Công an xã bảo đảm an ninh, trật tự trong ngày hội.", "Công an xã"),
        ("Đ/c Lò Thị Pó - Phó Hiệu trưởng: phụ trách gian hàng sách.", "Đ/c Lò Thị Pó - Phó Hiệu trưởng"),
        ("Trạm Y tế cung cấp túi thuốc, cử người trực.", "Trạm Y tế"),
        ("Giáo viên bộ môn", "Giáo viên bộ môn"),
        ("Giao viên chức thư viện lập danh mục sách.", "viên chức thư viện"),
        ("Cơ sở khám bệnh, chữa bệnh: Cử người dự tập huấn.", "Cơ sở khám bệnh, chữa bệnh"),
    ],
)
def test_more_words_begin_the_work_of_a_body(text: str, body: str) -> None:
    found = owner(text)

    assert found
    assert found[0] == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Phòng Kế hoạch tổng hợp: Đầu mối, theo dõi.", "Phòng Kế hoạch tổng hợp"),
        ("Phòng Tài chính - Kế hoạch tổng hợp, báo cáo.", "Phòng Tài chính - Kế hoạch"),
        ("Khoa Dược: Dự trù thuốc.", "Khoa Dược"),
        ("Chi cục Kiểm lâm (Cơ quan Thường trực Ban Chỉ đạo)", "Chi cục Kiểm lâm"),
        ("Phó Hiệu trưởng phụ trách chuyên môn", "Phó Hiệu trưởng phụ trách chuyên môn"),
        ("Giáo viên chủ nhiệm và Tổng phụ trách Đội", "Giáo viên chủ nhiệm và Tổng phụ trách Đội"),
        ("Bà Lò Thị Pó - Phó Trưởng phòng: Trưởng đoàn.", "Bà Lò Thị Pó - Phó Trưởng phòng"),
        ("Ban Cán sự đảng UBND tỉnh lãnh đạo rà soát quy hoạch.", "Ban Cán sự đảng UBND tỉnh"),
    ],
)
def test_words_of_work_in_names_are_no_work(text: str, body: str) -> None:
    found = owner(text)

    assert found
    assert found[0] == body


def test_the_programme_of_the_title_is_the_parent_whatever_its_years() -> None:
    opening = (
        "KẾ HOẠCH\n\nThực hiện Chương trình phát triển văn hóa đọc tỉnh Lào Cai giai đoạn 1 (2026-2030)\n\n"
        "Căn cứ Quyết định số 113/QĐ-BVHTTDL ngày 17/10/2025 của Bộ Văn hóa, Thể thao và Du lịch ban hành Kế hoạch thực hiện "
        "Chiến lược phát triển văn hóa đọc Việt Nam giai đoạn 2026-2035.\n\n"
        "Triển khai thực hiện Quyết định số 241/QĐ-UBND ngày 01/11/2025 của UBND tỉnh ban hành Chương trình phát triển văn hóa "
        "đọc tỉnh Lào Cai giai đoạn 2026-2035, UBND tỉnh ban hành Kế hoạch như sau:\n\nI. MỤC ĐÍCH\n\nLan tỏa."
    )
    parent = plan(parse(opening)).parent

    assert parent
    assert parent.value.number == "241"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("S6 Gido duc va Dao tao", "Sở Giáo dục và Đào tạo"),
        ("Phong Giédo duc va Pao tao: Chu tri.", "Phòng Giáo dục và Đào tạo"),
    ],
)
def test_bodies_of_a_damaged_text_have_their_right_names(text: str, body: str) -> None:
    found = owner(text, damaged=True)

    assert found
    assert found[0] == body
