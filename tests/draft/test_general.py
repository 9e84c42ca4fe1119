"""A province's general plan with a table of tasks in its annex, for units of each kind."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import docx
import pytest
from msgspec.structs import replace

from kehoach import draft as drafting
from kehoach import extract
from kehoach.draft.concern import narrowed
from kehoach.draft.names import names
from kehoach.draft.outline import Item
from kehoach.draft.trace import remarks, trace
from kehoach.model import Plan
from kehoach.readers import read

from .conftest import UNITS, words

PARENT = Path(__file__).parents[2] / "corpus" / "duoi-nuoc" / "kh-ubnd-tinh.docx"
ON = date(2026, 3, 20)


@pytest.fixture(scope="module")
def province() -> Plan:
    return extract.plan(read(PARENT))


def drafted(province: Plan, level: str) -> str:
    return words(drafting.draft(province, UNITS[level], ON))


def test_targets_of_a_whole_area_are_no_targets_of_a_school(province: Plan) -> None:
    text = drafted(province, "truong-thcs")
    assert "65% trẻ em" not in text
    assert "Nhà trường đưa kỹ năng an toàn trong môi trường nước vào hoạt động giáo dục." in text


def test_what_every_commune_must_reach_this_one_must(province: Plan) -> None:
    unit = UNITS["ubnd-xa"]
    assert f"{names(unit).area[:1].upper()}{names(unit).area[1:]} rà soát, cắm biển cảnh báo" in drafted(
        province, "ubnd-xa"
    )


def test_near_a_school_is_near_this_one(province: Plan) -> None:
    assert "hố công trình gần nhà trường" in drafted(province, "truong-thpt")
    assert "hố công trình gần trường học, khu dân cư" in drafted(province, "ubnd-xa")


def test_reports_of_a_plan_of_one_year_are_due_in_that_year(province: Plan) -> None:
    text = drafted(province, "ubnd-xa")
    assert "Trước ngày 10 tháng 6 năm 2026" in text
    assert "báo cáo 6 tháng" in text
    assert "Trước ngày 25 tháng 11 năm 2026" in text


def test_who_gathers_the_reports_of_others_is_given_no_earlier_day(province: Plan) -> None:
    unit = replace(UNITS["so"], name="Sở Y tế tỉnh An Giang", superior="UBND tỉnh An Giang", province="An Giang")
    text = words(drafting.draft(province, unit, ON))
    assert "Trước ngày 10 tháng 6" not in text
    assert "thực hiện nhiệm vụ của cơ quan thường trực" in text


def test_the_annex_names_the_schools_own_commune(province: Plan) -> None:
    (annex,) = drafting.draft(province, UNITS["truong-thcs"], ON).annexes
    cells = "\n".join(annex.table.texts)
    assert "Phối hợp với chính quyền địa phương rà soát" in cells
    assert "UBND các xã" not in cells


def test_of_a_long_parent_only_what_names_the_kind_of_unit_is_kept() -> None:
    pumps = Item("-", "Vận hành máy bơm theo quy trình kỹ thuật.", 1)
    shared = Item("-", "UBND các xã, phường khơi thông cống rãnh.", 2)
    heading = Item("*", "Giải pháp", 0, title=True, items=[pumps, shared])
    kept, gone = narrowed([heading], names(UNITS["ubnd-xa"]))
    assert [one.items for one in kept] == [[shared]]
    assert gone == [pumps]


def test_the_trace_tells_the_facts_of_the_parent_from_our_wording(province: Plan) -> None:
    made = drafting.draft(province, UNITS["ubnd-xa"], ON)
    lines = {one.text: one for one in trace(made, province, UNITS["ubnd-xa"])}
    told = {text[:24]: (one.origin.kind, one.section) for text, one in lines.items()}
    assert told["Căn cứ Quyết định số 124"] == ("parent", "")
    assert told["II. NHIỆM VỤ VÀ GIẢI PHÁ"] == ("parent", "II")
    assert told["- Trước ngày 10 tháng 6 "] == ("parent", "IV.7")
    assert told["III. KINH PHÍ THỰC HIỆN"] == ("wording", "")
    (annex,) = [one for one in lines.values() if one.field == "annex"]
    assert "Mở lớp dạy bơi trong hè" in annex.text
    assert annex.origin.kind == "parent"


def test_one_word_comment_speaks_of_an_annex(province: Plan) -> None:
    unit = UNITS["ubnd-xa"]
    made = drafting.draft(province, unit, ON)
    remarks_ = remarks(made, province, unit)
    document = docx.Document(io.BytesIO(drafting.render(made, remarks=remarks_)))
    assert [one.text for one in document.comments].count(remarks_["annex", 1]) == 1
