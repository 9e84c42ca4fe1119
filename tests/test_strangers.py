"""A parent of another matter that the plan does not cite was chosen by mistake: one sentence says so, and no more."""

from __future__ import annotations

from pathlib import Path

from kehoach.align.strangers import strangers
from kehoach.extract import plan
from kehoach.lint import STRANGE, lint
from kehoach.model import Plan
from kehoach.readers.text import parse
from kehoach.rules.samples import plan as sample

ASKED = "Trước ngày 05 tháng 12 hằng năm, các trường báo cáo kết quả về Sở Giáo dục và Đào tạo."


def of(text: str, name: str) -> Plan:
    return plan(parse(text, Path(name)))


def about(title: str, number: str = "Số: 81/KH-SGDĐT") -> Plan:
    text = sample("I. KINH PHÍ", "Ngân sách.", "II. TỔ CHỨC THỰC HIỆN", ASKED, number=number)
    lines = text.splitlines()
    at = lines.index("KẾ HOẠCH") + 1
    return of("\n".join((*lines[:at], title, *lines[at + 1 :])), "parent.txt")


def child(title: str, cited: str = "") -> Plan:
    opening = f"Thực hiện {cited}, nhà trường ban hành kế hoạch như sau:" if cited else "Nhà trường ban hành kế hoạch:"
    lines = sample("I. NỘI DUNG", "Tập huấn giáo viên.", opening=opening).splitlines()
    at = lines.index("KẾ HOẠCH") + 1
    return of("\n".join((*lines[:at], title, *lines[at + 1 :])), "child.txt")


FLOODS = "Phòng, chống lụt bão và tìm kiếm cứu nạn năm 2024"
BOOKS = "Tổ chức Ngày Sách và Văn hóa đọc Việt Nam năm 2024"


def test_only_the_missing_citation_is_told() -> None:
    report = lint(child(BOOKS), about(FLOODS))
    (finding,) = [finding for finding in report.findings if finding.related]
    assert finding.rule == "KH301"
    assert finding.message.endswith("nếu không thực hiện kế hoạch này thì chọn lại tệp kế hoạch cấp trên")
    assert {each.rule for each in report.not_evaluated if each.reason == STRANGE} >= {"KH302", "KH501"}


def test_a_plan_about_the_same_matter_is_compared_though_it_is_not_cited() -> None:
    report = lint(child(BOOKS), about(BOOKS))
    assert {"KH301", "KH401"} <= {finding.rule for finding in report.findings}
    assert not any(each.reason == STRANGE for each in report.not_evaluated)


def test_a_plan_that_is_cited_is_the_parent_whatever_it_is_about() -> None:
    assert not strangers(child(BOOKS, "Kế hoạch số 81/KH-SGDĐT ngày 05/4/2024 của Sở"), about(FLOODS))


def test_a_parent_without_a_number_may_be_the_one() -> None:
    assert not strangers(child(BOOKS), about(FLOODS, "Số:      /KH-SGDĐT"))
