"""What an office adds: under the right heading, once, numbered as its neighbours; lists of bodies become its own."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from kehoach import draft as drafting
from kehoach import extract
from kehoach.draft.additions import merged, parts
from kehoach.draft.context import Line, Marker, Origin
from kehoach.draft.crowds import turned
from kehoach.draft.naming import closed
from kehoach.model import Plan
from kehoach.readers.text import parse

from .conftest import ON, PARENT, UNITS, words

HERE = Origin("wording", "x.txt")
OWN = {
    "parts": "các tổ", "people": "cán bộ, giáo viên và học sinh", "noun": "nhà trường", "body": "nhà trường",
}  # fmt: skip


def line(marker: Marker, text: str) -> Line:
    return Line(marker, text, HERE)


def shown(lines: list[Line]) -> list[str]:
    return [f"{one.marker} {one.text}" for one in lines]


def test_an_addition_stands_under_its_heading_with_the_marker_of_its_neighbours() -> None:
    parent = [line("##", "Mục đích"), line("**", "Đọc sách."), line("##", "Yêu cầu"), line("-", "Thiết thực.")]
    more = [line("##", "Yêu cầu"), line("-", "Công khai, dân chủ."), line("##", "Mục đích"), line("-", "Nêu gương.")]
    assert shown(merged(parent, more)) == [
        "## Mục đích", "** Đọc sách.", "** Nêu gương.", "## Yêu cầu", "- Thiết thực.", "- Công khai, dân chủ.",
    ]  # fmt: skip


def test_what_the_parent_says_is_not_said_again() -> None:
    parent = [line("*", "Tăng cường tuyên truyền, giới thiệu gương điển hình tiên tiến đến mọi người.")]
    more = [line("-", "Giới thiệu gương điển hình tiên tiến."), line("-", "Bố trí cơ sở vật chất phục vụ bạn đọc.")]
    assert shown(merged(parent, more))[1:] == ["* Bố trí cơ sở vật chất phục vụ bạn đọc."]


def test_a_list_comes_whole_in_place_of_the_line_that_only_names_it() -> None:
    parent = [line("##", "Hình thức"), line("-", "Hình thức khen thưởng: theo quy định.")]
    more = [
        line("##", "Hình thức"),
        line("-", "Hình thức khen thưởng:"),
        line("+", "Giấy khen;"),
        line("+", "Bằng khen."),
    ]
    assert shown(merged(parent, more)) == [
        "## Hình thức", "- Hình thức khen thưởng:", "+ Giấy khen;", "+ Bằng khen.",
    ]  # fmt: skip


def test_a_list_does_not_come_beside_a_sentence_that_says_it_at_length() -> None:
    said = (
        "Hình thức khen thưởng: đề nghị cấp có thẩm quyền tặng Bằng khen cho tập thể, Giấy khen cho cá nhân có nhiều "
        "đóng góp."
    )
    parent = [line("##", "Hình thức"), line("-", said)]
    more = [
        line("##", "Hình thức"),
        line("-", "Hình thức khen thưởng:"),
        line("+", "Giấy khen;"),
        line("+", "Bằng khen."),
    ]
    assert shown(merged(parent, more)) == ["## Hình thức", f"- {said}"]


def test_awards_at_the_end_stand_under_one_heading() -> None:
    parent = [line("###", "Khen thưởng trong đợt tổng kết"), line("-", "Giấy khen của Chủ tịch xã.")]
    more = [line("###", "Khen thưởng khi sơ kết, tổng kết"), line("-", "Số lượng: theo hướng dẫn của cấp trên.")]
    assert shown(merged(parent, more, depth=3)) == [
        "### Khen thưởng trong đợt tổng kết", "- Giấy khen của Chủ tịch xã.", "- Số lượng: theo hướng dẫn của cấp trên.",
    ]  # fmt: skip


def test_a_point_that_gets_company_becomes_a_heading() -> None:
    parent = [line("##", "Tiêu chí"), line("**", "Đối với cá nhân: Đọc mười cuốn sách.")]
    more = [line("##", "Tiêu chí"), line("###", "Đối với cá nhân"), line("-", "Viết cảm nhận về sách đã đọc.")]
    assert shown(merged(parent, more)) == [
        "## Tiêu chí", "### Đối với cá nhân", "- Đọc mười cuốn sách.", "- Viết cảm nhận về sách đã đọc.",
    ]  # fmt: skip


def test_parts_are_named_by_their_headings() -> None:
    lines = [line("#", "muc-dich"), line("-", "A."), line("#", "noi-dung"), line("-", "B.")]
    assert {name: shown(found) for name, found in parts(lines).items()} == {"muc-dich": ["- A."], "noi-dung": ["- B."]}


@pytest.mark.parametrize(
    ("said", "own"),
    [
        ("Mặt trận Tổ quốc, các ban, ngành, khu phố tổ chức thi đua", "Các tổ tổ chức thi đua"),
        ("của các sở, ban, ngành và các tầng lớp Nhân dân", "của cán bộ, giáo viên và học sinh"),
        ("phối hợp với Hội Khuyến học, các đoàn thể tuyên truyền",
         "phối hợp với các cơ quan, tổ chức có liên quan tuyên truyền"),
        ("Kết quả của tập thể, các ngành, các khu phố biểu dương cá nhân", "Kết quả của tập thể, nhà trường biểu dương cá nhân"),
        ("huy động doanh nghiệp, hộ gia đình tặng sách", "huy động doanh nghiệp, hộ gia đình tặng sách"),
        ("học tập trong gia đình, dòng họ, cộng đồng, đơn vị", "học tập trong gia đình, dòng họ, cộng đồng, đơn vị"),
        ("đề nghị Chủ tịch UBND tỉnh, cấp có thẩm quyền khen", "đề nghị Chủ tịch UBND tỉnh, cấp có thẩm quyền khen"),
    ],
)  # fmt: skip
def test_lists_of_bodies_become_the_units_own_parts(said: str, own: str) -> None:
    assert turned(said, OWN) == own


def test_a_lost_quotation_mark_comes_back() -> None:
    assert (
        closed("về “Đọc sách giai đoạn 2023 - 2030 trên địa bàn tỉnh")
        == "về “Đọc sách giai đoạn 2023 - 2030” trên địa bàn tỉnh"
    )
    assert closed("về “Đọc sách trên địa bàn tỉnh") == "về “Đọc sách” trên địa bàn tỉnh"
    assert closed("về “Đọc sách”") == "về “Đọc sách”"


def changed(old: str, new: str) -> Plan:
    assert old in PARENT
    return extract.plan(parse(PARENT.replace(old, new), Path("cap-tren.txt")))


def test_titles_of_cited_documents_stay_as_they_are() -> None:
    title = "quy định về đánh giá, công nhận “Cộng đồng học tập” cấp xã, huyện, tỉnh"
    cited = f"Thông tư số 25/2023/TT-BGDĐT ngày 27/12/2023 của Bộ Giáo dục và Đào tạo {title}"
    parent = changed("1. Tăng cường tuyên truyền, giới thiệu sách hay.", f"1. Triển khai {cited}.")
    for level in ("so", "ubnd-xa", "truong-thpt"):
        assert cited in words(drafting.draft(parent, UNITS[level], ON))


def test_a_phase_that_is_running_stays() -> None:
    parent = changed("1. Giai đoạn 1 (2024 - 2025)\nPhát động và sơ kết vào năm 2025.",
                     "1. Giai đoạn 1 (2024 - 2028)\nPhát động và sơ kết vào năm 2028.")  # fmt: skip
    text = words(drafting.draft(parent, UNITS["truong-thcs"], ON))
    assert "1. Giai đoạn 1 (2024 - 2028)" in text
    assert "sơ kết vào năm 2028" in text


def test_no_sentence_stands_twice(parent: Plan) -> None:
    for unit in UNITS.values():
        texts = [p.words for p in drafting.draft(parent, unit, ON).paragraphs if p.look == "body" and len(p.words) > 40]
        assert len(texts) == len(set(texts))


@pytest.mark.parametrize("kind", [("KẾ HOẠCH", "KH"), ("QUYẾT ĐỊNH", "QĐ"), ("CHỈ THỊ", "CT")])
def test_a_parent_of_another_kind_is_carried_out_too(kind: tuple[str, str]) -> None:
    title, code = kind
    source = PARENT.replace("Số: 52/KH-SGDĐT", f"Số: 52/{code}-SGDĐT").replace("\nKẾ HOẠCH\n", f"\n{title}\n", 1)
    draft = drafting.draft(extract.plan(parse(source, Path("cap-tren.txt"))), UNITS["truong-thcs"], ON)
    name = title.capitalize()
    assert draft.kind == "KẾ HOẠCH"
    assert any(f"Thực hiện {name} số 52/{code}-SGDĐT ngày 09/3/2026" in p.text for p in draft.paragraphs)
    assert "Phong trào thi đua" in draft.title


def test_a_level_that_is_no_more_keeps_its_day(parent: Plan) -> None:
    unit = replace(UNITS["ubnd-xa"], name="UBND huyện Tân Biên", level="ubnd-huyen")
    with pytest.raises(drafting.WordingError, match="không còn từ ngày 01/7/2025"):
        drafting.draft(parent, unit, ON)
    text = words(drafting.draft(parent, unit, date(2025, 5, 20)))
    assert "trên địa bàn huyện Tân Biên" in text
    assert not re.search(r"\{\w+\}", text)


def test_a_plan_that_a_decision_promulgates_goes_by_the_decision() -> None:
    parent = changed("Số: 52/KH-SGDĐT", "Số: 52/QĐ-SGDĐT")
    text = words(drafting.draft(parent, UNITS["truong-thcs"], ON))
    assert (
        "Thực hiện Quyết định số 52/QĐ-SGDĐT ngày 09/3/2026 của Sở Giáo dục và Đào tạo ban hành Kế hoạch phát động"
        in text
    )


def test_that_a_unit_rewards_as_far_as_it_may_is_said_once() -> None:
    mine = [line("-", "Hiệu trưởng tặng Giấy khen theo thẩm quyền; chọn người xuất sắc, đề nghị Chủ tịch xã khen.")]
    more = [line("-", "Căn cứ kết quả, nhà trường khen thưởng theo thẩm quyền hoặc đề xuất cấp trên khen thưởng.")]
    other = [line("-", "Khen thưởng theo thẩm quyền cho học sinh đọc nhiều sách nhất.")]

    assert merged(mine, more) == mine
    assert len(merged(mine, other)) == 2


def test_a_school_that_owes_dossiers_is_not_told_to_wait_for_their_day(parent: Plan) -> None:
    text = words(drafting.draft(parent, UNITS["truong-thcs"], ON))
    owed = "hồ sơ đề nghị khen thưởng" in text.partition("Chế độ thông tin, báo cáo")[2]

    assert ("tổng kết: theo chế độ thông tin, báo cáo tại Kế hoạch này" in text) == owed
    assert ("tổng kết: theo hướng dẫn của cấp trên" in text) != owed
