"""SARIF, JUnit, GitHub commands and HTML say what was found, in the shape that their readers expect."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import jsonschema  # type: ignore[import-untyped]  # it has no types of its own
import pytest
from msgspec.structs import replace

from kehoach.lint import NotEvaluated, Report, Waived
from kehoach.model import Block, Document, Finding, Fix, Plan, Related, Severity, Span
from kehoach.readers import read
from kehoach.report import REPORTERS, Checked, Results

TEXT = "Theo Kế hoạch số 50/KHUBND ngày 02/3/2022 & <các> văn bản."
WORD = Document(Path("kh.docx"), "docx", (Block(TEXT, "đoạn 1"), Block("100%", "đoạn 2")))
PLAIN = Document(Path("thư mục/kh.txt"), "txt", (Block("Số: 5/KH-UBND qui định", "dòng 3", lines=((0, 3), (14, 4))),))
ABOVE = Document(Path("tren.txt"), "txt", (Block("Số: 50/KH-UBND", "dòng 1", lines=((0, 1),)),))
FINDING = Finding(
    Span(0, 17, 26),
    "viết liền nhau, 100%",
    Fix(Span(0, 17, 26), "50/KH-UBND"),
    Related(ABOVE, Span(0, 4, 14)),
    "KH307",
    Severity.ERROR,
)
OVERLAP = Finding(Span(0, 5, 26), "thiếu trích yếu", rule="KH313", severity=Severity.INFO)
ABSENT = Finding(Span(1, 0, 0), "thiếu mục", rule="KH201", severity=Severity.WARNING)
LINED = Finding(Span(0, 14, 17), "viết «quy»", Fix(Span(0, 14, 17), "quy"), rule="KH716", severity=Severity.WARNING)
RESULTS = Results(
    (
        Checked(
            Plan(WORD),
            Report(
                (OVERLAP, FINDING, ABSENT),
                (NotEvaluated("KH604", "không có thông tin đơn vị"),),
                (Waived(LINED, "comment", "trích nguyên văn"),),
                (("KH715", "mẫu của Sở"),),
            ),
            Plan(ABOVE),
        ),
        Checked(Plan(PLAIN), Report((LINED,)), fail_on=Severity.WARNING),
        Checked(Plan(ABOVE), Report()),
    ),
    seconds=0.5,
)
# What a reader of SARIF 2.1.0 relies on, from the schema of the standard.
MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
NUMBER = {"type": "integer", "minimum": 1}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {
        "id": {"type": "integer"},
        "message": MESSAGE,
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "properties": {
                "artifactLocation": {"required": ["uri"], "properties": {"uri": {"pattern": r"^[\x21-\x7e]+$"}}},
                "region": {
                    "required": ["startLine"],
                    "additionalProperties": False,
                    "properties": {
                        "startLine": NUMBER,
                        "startColumn": NUMBER,
                        "endLine": NUMBER,
                        "endColumn": NUMBER,
                        "snippet": MESSAGE,
                    },
                },
            },
            "additionalProperties": False,
        },
        "logicalLocations": {"type": "array"},
    },
    "additionalProperties": False,
}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "properties": {
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "required": ["id"],
                                            "properties": {"shortDescription": MESSAGE, "fullDescription": MESSAGE},
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "invocations": {"type": "array", "items": {"required": ["executionSuccessful"]}},
                    "results": {
                        "type": "array",
                        "items": {
                            "required": ["message"],
                            "properties": {
                                "message": MESSAGE,
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "locations": {"type": "array", "items": LOCATION},
                                "relatedLocations": {"type": "array", "items": LOCATION},
                                "suppressions": {
                                    "items": {"required": ["kind"], "properties": {"kind": {"enum": ["inSource", "external"]}}}
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}  # fmt: skip


def test_sarif_keeps_to_the_schema() -> None:
    body = json.loads(REPORTERS["sarif"](RESULTS))
    jsonschema.validate(body, SARIF)
    (run,) = body["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    levels = [(result["ruleId"], result["level"]) for result in run["results"]]
    assert levels == [
        ("KH313", "note"), ("KH307", "error"), ("KH201", "warning"), ("KH716", "warning"), ("KH716", "warning"),
    ]  # fmt: skip


def test_sarif_counts_a_paragraph_of_word_as_a_line() -> None:
    results = json.loads(REPORTERS["sarif"](RESULTS))["runs"][0]["results"]
    word, text = results[1]["locations"][0], results[4]["locations"][0]
    assert word["physicalLocation"]["region"] == {
        "startLine": 1, "startColumn": 18, "endLine": 1, "endColumn": 27, "snippet": {"text": "50/KHUBND"},
    }  # fmt: skip
    assert word["logicalLocations"][0]["name"] == "đoạn 1"
    assert text["physicalLocation"]["region"]["startLine"] == 4
    assert text["physicalLocation"]["artifactLocation"]["uri"] == "th%C6%B0%20m%E1%BB%A5c/kh.txt"
    assert results[1]["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 1


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_sarif_and_github_have_the_columns_of_a_text_file(tmp_path: Path, end: str) -> None:
    file = tmp_path / "kh.txt"
    lines = ["Số: 5/KH-UBND", "", "     Thực hiện chương trình theo qui", "định của cấp trên."]
    file.write_bytes(end.join(lines).encode())
    document = read(file)
    number, block = next((n, b) for n, b in enumerate(document.blocks) if "qui định" in b.text)
    start = block.text.index("qui")
    found = [Finding(Span(number, start, start + size), "viết «quy»", rule="KH716") for size in (3, 8)]
    results = Results((Checked(Plan(document), Report(tuple(found))),))

    regions = [
        result["locations"][0]["physicalLocation"]["region"]
        for result in json.loads(REPORTERS["sarif"](results))["runs"][0]["results"]
    ]
    names = ("startLine", "startColumn", "endLine", "endColumn")
    assert [tuple(region[name] for name in names) for region in regions] == [(3, 34, 3, 37), (3, 34, 4, 5)]
    assert "line=3,endLine=3,col=34,endColumn=37::" in REPORTERS["github"](results)


def test_sarif_says_what_was_let_pass_and_why() -> None:
    results = json.loads(REPORTERS["sarif"](RESULTS))["runs"][0]["results"]
    assert [result.get("suppressions") for result in results] == [
        None, None, None, [{"kind": "inSource", "justification": "trích nguyên văn"}], None,
    ]  # fmt: skip


def test_junit_fails_on_what_makes_the_run_fail() -> None:
    root = ElementTree.fromstring(REPORTERS["junit"](RESULTS).encode())
    suites = root.findall("testsuite")
    assert [suite.get("name") for suite in suites] == ["kh.docx", "thư mục/kh.txt", "tren.txt"]
    # in kh.docx only errors fail the run, in kh.txt warnings do
    assert [[case.get("name", "")[:5] for case in suite if case.find("failure") is not None] for suite in suites] == [
        ["KH307"], ["KH716"], [],
    ]  # fmt: skip
    assert [suite.get("skipped") for suite in suites] == ["2", "0", "0"]
    assert root.get("tests") == str(len(root.findall(".//testcase"))) == "7"
    failure = root.find(".//failure")
    assert failure is not None
    assert failure.get("message") == "viết liền nhau, 100%"
    assert "& <các> văn bản" in (failure.text or "")


def test_github_commands_are_escaped_and_have_lines() -> None:
    lines = REPORTERS["github"](RESULTS).splitlines()
    assert lines == [
        "::notice file=kh.docx,title=KH313 subject-missing::đoạn 1: thiếu trích yếu («Kế hoạch số 50/KHUBND»)",
        "::error file=kh.docx,title=KH307 symbol-malformed::đoạn 1: viết liền nhau, 100%25 («50/KHUBND»)",
        "::warning file=kh.docx,title=KH201 section-missing::đoạn 2: thiếu mục",
        "::warning file=thư mục/kh.txt,title=KH716 qui-for-quy,line=4,endLine=4::viết «quy» («qui»)",
    ]


class Page(HTMLParser):
    """What a browser makes of a page: is every tag closed, which words are marked, what do links lead to."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.marked: list[str] = []
        self.text: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.resources: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        said = dict(attributes)
        self.ids += [said["id"] or ""] if "id" in said else []
        self.links += [said["href"] or ""] if "href" in said else []
        self.resources += [said["src"] or ""] if "src" in said else []
        if tag not in ("meta", "link", "br", "input"):
            self.open.append(tag)
        if tag == "mark":
            self.marked.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "mark" in self.open and "sup" not in self.open:
            self.marked[-1] += data
        if "style" not in self.open and "sup" not in self.open:
            self.text.append(data)


def test_html_marks_exactly_the_words_and_keeps_the_text() -> None:
    page = Page(REPORTERS["html"](RESULTS))
    assert page.open == []
    # findings that overlap are cut where they meet
    assert page.marked == ["Kế hoạch số ", "50/KHUBND", "qui"]
    assert TEXT in "".join(page.text)


def test_html_tells_message_fix_parent_source_and_what_was_let_pass() -> None:
    text = "".join(Page(REPORTERS["html"](RESULTS)).text)
    for said in (
        "viết liền nhau, 100%", "Sửa thành: «50/KH-UBND»", "Kế hoạch cấp trên: «Số: 50/KH-UBND»", "Căn cứ: ",
        "trích nguyên văn", "mẫu của Sở", "không có thông tin đơn vị: KH604", "1 lỗi", "2 cảnh báo", "1 lưu ý",
    ):  # fmt: skip
        assert said in text


def test_html_stands_alone_and_its_links_lead_somewhere() -> None:
    source = REPORTERS["html"](RESULTS)
    page = Page(source)
    assert page.resources == []
    assert not re.search(r"url\(|@import|https?://", source)
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert '<html lang="vi">' in source


def test_text_of_a_plan_is_no_markup() -> None:
    evil = Document(Path("<b>.txt"), "txt", (Block('<script>alert("x")</script>', "dòng 1", lines=((0, 1),)),))
    source = REPORTERS["html"](Results((Checked(Plan(evil), Report((Finding(Span(0, 0, 8), "<i>", rule="KH716"),))),)))
    assert "<script" not in source
    assert "<i>" not in source


def test_html_of_many_plans_begins_with_an_overview_and_folds_what_is_right() -> None:
    text = " ".join(Page(REPORTERS["html"](RESULTS)).text)
    for said in ("Các kế hoạch", "Phát hiện hay gặp", "KH307", "1 đoạn không có phát hiện"):
        assert said in text
    alone = REPORTERS["html"](Results(RESULTS.files[:1]))
    assert "Các kế hoạch" not in alone
    assert "không có phát hiện" not in alone


def test_html_can_be_english() -> None:
    page = Page(REPORTERS["html"](replace(RESULTS, language="en")))
    text = "".join(page.text)
    for said in ("Plans checked", "1 errors", "Frequent findings", "paragraph 1", "Parent plan: «Số: 50/KH-UBND»"):
        assert said in text
    assert "Kết quả kiểm tra" not in text
