"""The schemas kehoach.plan/1 and kehoach.findings/1 keep every field of the contract."""

from __future__ import annotations

import json
from pathlib import Path

from kehoach.extract import plan
from kehoach.lint import lint
from kehoach.readers.text import parse
from kehoach.report import REPORTERS, Checked, Results
from kehoach.report.plan_json import as_dict
from kehoach.rules.samples import emulation, without

TEXT = emulation(
    *without("TỔ CHỨC THỰC HIỆN"),
    "VII. TỔ CHỨC THỰC HIỆN",
    "1. Tổ Văn phòng",
    "Gửi báo cáo về Sở Giáo dục và Đào tạo trước ngày 05 tháng 12 hằng năm.",
    "2. Tổ chuyên môn",
    "Thực hiện Kế hoạch số 337/KH-UBND ngày 29/12/2023 của Ủy ban nhân dân thành phố về phong trào thi đua.",
)

PLAN_KEYS = [
    "schema",
    "file",
    "format",
    "damaged",
    "ocr",
    "kind",
    "number",
    "symbol",
    "date",
    "date_text",
    "place",
    "superior",
    "issuer",
    "title",
    "parent",
    "citations",
    "sections",
    "deadlines",
    "tasks",
    "targets",
    "recipients",
    "signer",
]
CITATION_KEYS = ["kind", "number", "symbol", "date", "issuer", "title", "text", "block", "start", "end"]
SECTION_KEYS = ["numeral", "title", "role", "level", "block", "last_block", "children"]
DEADLINE_KEYS = [
    "day",
    "month",
    "year",
    "date",
    "every",
    "relation",
    "subject",
    "sender",
    "recipient",
    "text",
    "block",
    "start",
    "end",
]
FINDING_KEYS = [
    "rule",
    "name",
    "severity",
    "message",
    "block",
    "start",
    "end",
    "label",
    "line",
    "text",
    "fix",
    "related",
    "source",
]


def test_a_plan_has_every_field() -> None:
    body = as_dict(plan(parse(TEXT)))
    assert list(body) == PLAN_KEYS
    assert set(body["citations"][0]) == set(CITATION_KEYS)
    assert set(body["sections"][0]) == set(SECTION_KEYS)
    assert set(body["deadlines"][-1]) >= set(DEADLINE_KEYS)
    assert body["sections"][-1]["children"][0]["title"] == "Tổ Văn phòng"
    assert json.loads(json.dumps(body)) == body


def test_a_place_holds_the_words_it_says() -> None:
    subject = plan(parse(TEXT))
    for part in (*as_dict(subject)["citations"], *as_dict(subject)["deadlines"]):
        assert subject.document.blocks[part["block"]].text[part["start"] : part["end"]] == part["text"]


def test_findings_have_every_field() -> None:
    subject = plan(parse(emulation(*without("KINH PHÍ THỰC HIỆN")), Path("kh.txt")))
    body = json.loads(REPORTERS["json"](Results((Checked(subject, lint(subject)),), seconds=0.25)))
    assert list(body) == ["schema", "files", "passed_over", "summary"]
    assert list(body["files"][0]) == ["file", "parent", "findings", "not_evaluated", "waived", "ignored"]
    missing = next(f for f in body["files"][0]["findings"] if f["rule"] == "KH201")
    assert set(missing) == set(FINDING_KEYS)
    assert (missing["text"], missing["severity"], missing["fix"], missing["related"]) == ("", "warning", None, None)
    assert set(body["summary"]) == {"files", "errors", "warnings", "infos", "not_evaluated", "waived", "seconds"}
