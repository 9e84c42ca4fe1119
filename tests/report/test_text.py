"""The report for people marks exactly the words that a finding is about."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kehoach.lint import NotEvaluated, Report
from kehoach.model import Block, Document, Finding, Fix, Plan, Related, Severity, Span
from kehoach.report import REPORTERS, Checked, Results
from kehoach.report.blind import ranges
from kehoach.report.text import excerpt

DOCUMENT = Document(Path("kh.docx"), "docx", (Block("Theo Kế hoạch số 50/KHUBND ngày 02/3/2022.", "đoạn 1"),))
ABOVE = Document(Path("tren.txt"), "txt", (Block("Số: 50/KH-UBND", "dòng 3", lines=((0, 3),)),))
FINDING = Finding(
    Span(0, 17, 26),
    "viết liền nhau và đủ dấu nối",
    Fix(Span(0, 17, 26), "50/KH-UBND"),
    Related(ABOVE, Span(0, 4, 14)),
    "KH307",
    Severity.ERROR,
)


def shown(*findings: Finding, color: bool = False, blind: tuple[NotEvaluated, ...] = ()) -> str:
    return REPORTERS["text"](Results((Checked(Plan(DOCUMENT), Report(findings, blind), Plan(ABOVE)),), color=color))


def test_a_finding_is_shown_with_its_line_its_fix_and_its_parent() -> None:
    assert shown(FINDING).splitlines() == [
        "kh.docx: đoạn 1: KH307 lỗi: viết liền nhau và đủ dấu nối",
        "    | Theo Kế hoạch số 50/KHUBND ngày 02/3/2022.",
        "    |                  ^^^^^^^^^",
        "    = sửa thành: «50/KH-UBND»",
        "    = kế hoạch cấp trên, tren.txt:3: Số: 50/KH-UBND",
    ]


def test_an_insertion_is_shown_as_one() -> None:
    finding = Finding(Span(0, 17, 26), "thêm chữ «số»", Fix(Span(0, 17, 17), "số "), rule="KH312")
    assert "    = thêm: «số »" in shown(finding)


def test_rules_that_could_not_see_are_listed_by_reason() -> None:
    blind = (NotEvaluated("KH301", "không có"), NotEvaluated("KH302", "không có"), NotEvaluated("KH120", "khác"))
    assert shown(blind=blind).splitlines() == [
        "kh.docx: chưa xét được: KH301, KH302 (không có)",
        "kh.docx: chưa xét được: KH120 (khác)",
    ]


def test_what_could_not_be_seen_in_several_files_is_said_once() -> None:
    alone, both = NotEvaluated("KH120", "khác"), NotEvaluated("KH301", "không có")
    files = [Checked(Plan(DOCUMENT), Report((), blind)) for blind in ((both,), (alone, both), ())]

    assert REPORTERS["text"](Results(tuple(files))).split("\n\n") == [
        "kh.docx: chưa xét được: KH120 (khác)",
        "2 tệp: chưa xét được: KH301 (không có)",
    ]


@given(st.sets(st.integers(101, 130)))
def test_many_rules_are_told_as_ranges_that_hold_no_other(numbers: set[int]) -> None:
    told = ranges(f"KH{number}" for number in numbers)
    ends = [[int(code[2:]) for code in part.split("–")] for part in told.split(", ") if part]
    listed = [number for first, *last in ends for number in range(first, (last or [first])[0] + 1)]

    assert listed == sorted(numbers)
    assert all(last - first > 1 for first, last in (pair for pair in ends if len(pair) == 2))


def test_colour_is_only_there_when_asked_for() -> None:
    assert "\x1b[" in shown(FINDING, color=True)
    assert "\x1b[" not in shown(FINDING)


def test_a_line_is_no_wider_than_the_terminal() -> None:
    text = "Các đơn vị gửi báo cáo về Sở trước ngày 31 tháng 6 năm 2028 để tổng hợp, trình Ủy ban nhân dân tỉnh."
    start = text.index("31 tháng 6")
    line, at, length = excerpt(text, Span(0, start, start + 10), 60)

    assert len(line) <= 62
    assert line[at : at + length] == "31 tháng 6"
    assert line.startswith("…")
    assert line.endswith("…")


@given(st.text(alphabet="aằ đ.,\n\t", min_size=1, max_size=400), st.data())
def test_the_marks_stand_under_the_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 90)))
    line, at, length = excerpt(text, Span(0, start, end))
    assert "\n" not in line
    assert length == end - start
    assert line[at : at + length] == "".join(" " if c.isspace() else c for c in text[start:end])


def test_findings_that_read_the_same_are_shown_once_with_all_their_places() -> None:
    blocks = tuple(Block("Vận động nhân dân học tập.", f"đoạn {n}") for n in range(1, 5))
    document = Document(Path("kh.docx"), "docx", blocks)
    found = [
        Finding(Span(n, 9, 17), "viết «Nhân dân»", Fix(Span(n, 9, 17), "Nhân dân"), rule="KH171") for n in range(4)
    ]
    other = Finding(Span(1, 0, 8), "khác", rule="KH702")
    text = REPORTERS["text"](Results((Checked(Plan(document), Report((*found, other))),)))
    assert text.count("KH171") == 1
    assert "    = và 3 chỗ khác: đoạn 2, đoạn 3, đoạn 4" in text.splitlines()
    assert "KH702" in text
    page = REPORTERS["html"](Results((Checked(Plan(document), Report((*found, other))),)))
    assert page.count("<mark") == 5
    assert "Và 3 chỗ khác" in page
    assert page.count("như phát hiện") == 3
