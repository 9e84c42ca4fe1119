"""KH6 on whole plans: what a plan may say of others, and what it may not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach import readers
from kehoach.align.naming import same_name
from kehoach.extract import plan, provinces
from kehoach.extract.abbreviations import introductions, meaning, spelled, uses
from kehoach.extract.quoted import quotes
from kehoach.model import Finding, Plan, Severity, Signer, Unit
from kehoach.places import key
from kehoach.readers.text import parse
from kehoach.rules import RULES
from kehoach.rules.samples import PARENT
from kehoach.rules.samples import plan as sample

CORPUS = Path(__file__).parents[2] / "corpus"
# A clean plan and, where it has one, its parent.
FAMILIES = {
    "xa-hoi-hoc-tap/kh-thcs": "xa-hoi-hoc-tap/kh-ubnd-xa",
    "xa-hoi-hoc-tap/kh-thpt": "xa-hoi-hoc-tap/kh-so-gddt",
    "xa-hoi-hoc-tap/kh-ubnd-xa": "xa-hoi-hoc-tap/kh-ubnd-tinh",
    "xa-hoi-hoc-tap/kh-ubnd-huyen-2024": "xa-hoi-hoc-tap/kh-ubnd-tinh-2024",
    "xa-hoi-hoc-tap/kh-phong-gddt-2024": "xa-hoi-hoc-tap/kh-ubnd-huyen-2024",
    "chuyen-doi-so/kh-ubnd-phuong": "chuyen-doi-so/kh-ubnd-tinh",
    "chuyen-doi-so/kh-ubnd-tinh": None,
    "cai-cach-hanh-chinh/kh-so-tu-phap": "cai-cach-hanh-chinh/kh-ubnd-tinh",
}

AFTER = """\
UBND TỈNH PHÚ THỌ
SỞ GIÁO DỤC VÀ ĐÀO TẠO
Số: 12/KH-SGDĐT
Phú Thọ, ngày 12 tháng 9 năm 2025
KẾ HOẠCH
Chuyển đổi số năm học 2025 - 2026
Thực hiện Kế hoạch số 9/KH-UBND ngày 15/8/2025 của UBND tỉnh Phú Thọ, Sở Giáo dục và Đào tạo ban hành Kế hoạch:
I. NỘI DUNG
{}
Nơi nhận:
- UBND tỉnh (để báo cáo);
- Lưu: VT.
"""


def findings(source: str, *rules: str, parent: str | None = None, as_of: date | None = None) -> list[str]:
    """What the rules (all of KH6 by default) flag in a text: «KH601 tỉnh Sóc Trăng»."""
    subject = plan(parse(source))
    above = plan(parse(parent, Path("<parent>"))) if parent else None
    return [f"{f.rule} {subject.document.text(f.span)}".strip() for f in found(subject, above, rules, as_of)]


def found(
    subject: Plan, parent: Plan | None = None, rules: tuple[str, ...] = (), as_of: date | None = None
) -> list[Finding]:
    given = {"plan": subject, "parent": parent, "unit": None, "as_of": as_of}
    wanted = rules or tuple(id for id in RULES if id.startswith("KH6"))
    return [f for id in wanted for f in RULES[id].run(given) if isinstance(f, Finding)]


@pytest.mark.parametrize("name", FAMILIES)
def test_clean_plans_have_no_wrong_names(name: str) -> None:
    subject = plan(readers.read(CORPUS / f"{name}.docx"))
    above = FAMILIES[name]
    parent = plan(readers.read(CORPUS / f"{above}.docx")) if above else None

    assert [f.message for f in found(subject, parent)] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Cơ sở dữ liệu của Phòng Giáo dục và Đào tạo (cũ) do UBND cấp xã tiếp nhận.",
        "Tiếp nhận nhiệm vụ của Sở Lao động - Thương binh và Xã hội về giáo dục nghề nghiệp.",
        "Theo hướng dẫn của Sở Thông tin và Truyền thông tại Công văn số 12/STTTT-CNTT ngày 05/01/2024.",
        "Thực hiện Thông tư số 24/2023/TT-BGDĐT ngày 11/12/2023 về công nhận “Đơn vị học tập” cấp huyện, tỉnh.",
        "Đề án “Phổ cập kỹ năng số cấp huyện giai đoạn 2021 - 2025” đã tổng kết.",
        "Giáo viên ở địa bàn tỉnh Hòa Bình trước đây được bồi dưỡng trực tuyến.",
        "Tham quan, học tập kinh nghiệm chuyển đổi số tại tỉnh Quảng Ninh.",
        "Ký kết hợp tác với Trường Đại học Công nghệ, thành phố Hà Nội.",
        "Các tỉnh Lào Cai, Tuyên Quang cùng thực hiện mô hình.",
    ],
)
def test_old_and_other_names_have_their_place(sentence: str) -> None:
    assert findings(AFTER.format(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Phòng Giáo dục và Đào tạo chỉ đạo các trường.", ["KH607 Phòng Giáo dục và Đào tạo"]),
        ("Phối hợp với Sở Kế hoạch và Đầu tư cân đối kinh phí.", ["KH607 Sở Kế hoạch và Đầu tư"]),
        ("Tổng kết ở cấp huyện vào năm 2028.", ["KH608 ở cấp huyện"]),
        ("UBND các huyện báo cáo trước ngày 20/11 hằng năm.", ["KH607 UBND các huyện"]),
        ("Triển khai trên địa bàn tỉnh Hòa Bình.", ["KH610 tỉnh Hòa Bình"]),
        ("Triển khai trên địa bàn tỉnh Quảng Ninh.", ["KH601 tỉnh Quảng Ninh"]),
    ],
)
def test_what_is_gone_is_told_once(sentence: str, wanted: list[str]) -> None:
    assert findings(AFTER.format(sentence)) == wanted


def test_a_plan_before_the_reform_keeps_its_districts() -> None:
    before = AFTER.replace("năm 2025\n", "năm 2024\n").replace("15/8/2025", "15/8/2024")

    assert findings(before.format("UBND các huyện, Phòng Giáo dục và Đào tạo báo cáo; tổng kết ở cấp huyện.")) == []
    assert findings(before.format("Phòng Văn hóa - Xã hội báo cáo.")) == ["KH609 Phòng Văn hóa - Xã hội"]


def test_an_undated_plan_is_as_new_as_what_it_cites() -> None:
    undated = AFTER.replace("Phú Thọ, ngày 12 tháng 9 năm 2025\n", "")

    assert findings(undated.format("Huyện ủy chỉ đạo."), "KH607") == ["KH607 Huyện ủy"]
    older = undated.replace("15/8/2025", "15/8/2024").format("Huyện ủy chỉ đạo.")
    assert findings(older, "KH607") == []
    assert findings(older, "KH607", as_of=date(2026, 1, 5)) == ["KH607 Huyện ủy"]


@pytest.mark.parametrize(
    ("head", "province"),
    [
        ("UBND TỈNH ĐẮK LẮK\nSỞ NỘI VỤ\n", "Đắk Lắk"),
        ("UBND THỊ XÃ BỈM SƠN\nPHÒNG GIÁO DỤC VÀ ĐÀO TẠO\n", "Thanh Hóa"),
        ("UBND XÃ HÒA BÌNH\nTRƯỜNG THCS HÒA BÌNH\n", None),
        ("BỘ Y TẾ\nTRƯỜNG ĐẠI HỌC Y DƯỢC THÁI BÌNH\n", None),
    ],
)
def test_the_own_province_is_read_from_the_head(head: str, province: str | None) -> None:
    assert provinces.own(plan(parse(head + sample(opening="")))) == province


def test_the_province_of_the_parent_is_no_slip() -> None:
    parent = "UBND THÀNH PHỐ HẢI PHÒNG\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\n" + PARENT
    child = sample("I. NỘI DUNG", "Báo cáo UBND thành phố Hải Phòng.", date="Sóc Trăng, ngày 12 tháng 9 năm 2024")

    assert findings(child, "KH601") == ["KH601 thành phố Hải Phòng"]
    assert findings(child, "KH601", parent=parent) == []


def test_provinces_keep_their_places_in_the_text() -> None:
    text = "UBND tỉnh Đăk Lăk, TP. Hồ Chí Minh và tỉnh Bà Rịa-Vũng Tàu"

    assert [(m.name, text[m.start : m.end], provinces.well_spelt(m)) for m in provinces.mentions(text)] == [
        ("Đắk Lắk", "tỉnh Đăk Lăk", False),
        ("Hồ Chí Minh", "TP. Hồ Chí Minh", True),
        ("Bà Rịa - Vũng Tàu", "tỉnh Bà Rịa-Vũng Tàu", True),
    ]


def test_every_province_is_well_spelt_with_either_tone_placement() -> None:
    for name in provinces.all_names().values():
        for written in (name, name.replace("òa", "oà").replace("óa", "oá")):
            mention = provinces.mentions(f"tỉnh {written}")[0]
            assert key(mention.name) == key(name)
            assert provinces.well_spelt(mention), written


@pytest.mark.parametrize(
    ("short", "before", "long"),
    [
        ("CBQL", "của cán bộ quản lý", "cán bộ quản lý"),
        ("GD&ĐT", "ngành giáo dục và đào tạo", "giáo dục và đào tạo"),
        ("KT-XH", "phát triển kinh tế - xã hội", "kinh tế - xã hội"),
        ("CBQL", "của giáo viên", None),
    ],
)
def test_an_abbreviation_is_spelled_by_the_words_before_it(short: str, before: str, long: str | None) -> None:
    assert spelled(short, before) == long


def test_abbreviations_are_known_from_symbols_numerals_and_emphasis() -> None:
    subject = plan(
        parse(
            sample(
                "I. NỘI DUNG",
                "Theo Kế hoạch số 5/KH-PGDXYZ ngày 01/3/2024, giai đoạn II, TUYỆT ĐỐI không dùng HTSĐ, CT-XH.",
                "TỔ CHỨC XHHT TRONG TRƯỜNG",
            )
        )
    )

    assert [use.short for use in uses(subject)] == ["THCS", "HTSĐ", "CT-XH"]


def test_short_names_are_introduced_in_brackets_and_in_words() -> None:
    subject = plan(
        parse(
            sample(
                "I. NỘI DUNG",
                "Phong trào “Học tập suốt đời” (sau đây gọi tắt là Phong trào thi đua).",
                "Cán bộ, giáo viên, nhân viên (sau đây viết tắt là CBGVNV); cơ sở dữ liệu, viết tắt là: CSDL.",
                "Báo cáo (qua Văn phòng) về UBND phường (qua VP).",
            )
        )
    )

    given = [(i.short, i.long) for i in introductions(subject)]
    assert given[:3] == [
        ("Phong trào thi đua", None),
        ("CBGVNV", "Cán bộ, giáo viên, nhân viên"),
        ("CSDL", "cơ sở dữ liệu"),
    ]


def test_the_meaning_comes_from_the_plan_itself() -> None:
    body = "Hội đồng tự quản học sinh hoạt động. Bầu hội đồng tự quản. HĐTQ họp hằng tháng."
    subject = plan(parse(sample("I. NỘI DUNG", body)))

    assert meaning("HĐTQ", subject) == "hội đồng tự quản"
    assert meaning("QLDH", subject) is None


def test_a_quotation_may_hold_another() -> None:
    subject = plan(
        parse(sample("I. NỘI DUNG", "Chương trình “Xây dựng mô hình “Công dân học tập” năm 2024” và “Tốt”."))
    )

    assert [(q.text, q.kind) for q in quotes(subject.document)] == [
        ("Xây dựng mô hình “Công dân học tập” năm 2024", "chuong trinh"),
        ("Tốt", ""),
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("TRƯỜNG THCS XUÂN SƠN", "Trường Trung học cơ sở Xuân Sơn", True),
        ("Sở Nội vụ", "Sở Nội vụ tỉnh Đắk Lắk", True),
        ("Thanh tra tỉnh", "Thanh tra tỉnh Lâm Đồng", True),
        ("Trường THCS Hoà Bình", "Trường THCS Hòa Bình", True),
        ("Trường THCS Xuân Sơn", "Trường THCS Xuân Sớn", False),
        ("Trường THCS Xuân Sơn", "Trường THPT Xuân Sơn", False),
    ],
)
def test_names_are_compared_with_their_accents(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_damaged_text_is_not_searched_for_spelling() -> None:
    rules = [rule for id, rule in RULES.items() if id.startswith("KH6")]

    exact = {rule.id for rule in rules if {"clean", "typed"} & set(rule.needs)}
    assert {rule.id for rule in rules} - exact == {"KH601", "KH619"}


def test_only_contradicted_facts_are_errors() -> None:
    errors = {id for id, rule in RULES.items() if id.startswith("KH6") and rule.severity is Severity.ERROR}

    assert errors == {"KH601", "KH607", "KH610"}


PIECES = [
    "tỉnh Sóc Trăng",
    "thị xã Bim Sơn",
    "“",
    "”",
    "(CBQL)",
    "CBQL",
    "Sở GD&ĐT",
    "SGD",
    ", ",
    "; ",
    ". ",
    "cấp huyện",
]
PIECES += [
    "(sau đây gọi tắt là ",
    ")",
    "Phong trào thi đua",
    "xã hội học tập",
    "XHHT",
    "XHTT",
    "Ⅻ",
    "ẞ",
    "İ",
    "\n",
    " ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_findings_point_into_the_text(pieces: list[str]) -> None:
    subject = plan(parse(sample("I. NỘI DUNG", " ".join(pieces))))

    for finding in found(subject):
        text = subject.document.blocks[finding.span.block].text
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        assert finding.message


def test_the_place_that_a_unit_gives_itself_is_right() -> None:
    subject = plan(parse(sample(date="Bim Sơn, ngày 12 tháng 9 năm 2024")))
    unit = Unit("Trường THPT Bim Sơn", "BS", "truong-thpt", "", "Bim Sơn", "Thanh Hóa", Signer("", "HIỆU TRƯỞNG", None))
    given = {"plan": subject, "parent": None, "unit": unit, "as_of": None}
    assert not list(RULES["KH603"].run(given))
    assert list(RULES["KH603"].run(given | {"unit": None}))
