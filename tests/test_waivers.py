"""A remark «kehoach: bỏ qua KH302 — lý do» lets that finding pass there, and there only; it is counted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kehoach.cli import main
from kehoach.model import Span
from kehoach.readers import read
from kehoach.rules.samples import plan as sample

from .readers.wordfile import p, r, save

LINES = sample("I. NỘI DUNG", "Theo qui định của Sở.", "Đúng qui định của Bộ.", "III. KINH PHÍ", "Có.").splitlines()


def plan(path: Path, *said: str, on: str = "Theo qui định của Sở.", words: str = "qui định") -> Path:
    """A plan with comments on some words of one line."""
    before, after = on.split(words)
    starts = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in range(len(said)))
    ends = "".join(
        f'<w:commentRangeEnd w:id="{n}"/><w:r><w:commentReference w:id="{n}"/></w:r>' for n in range(len(said))
    )
    about = f"<w:p>{r(before)}{starts}{r(words)}{ends}{r(after)}</w:p>"
    body = "".join(about if line == on else p(line) for line in LINES) + "<w:sectPr/>"
    comments = "".join(f'<w:comment w:id="{n}" w:author="A">{p(text)}</w:comment>' for n, text in enumerate(said))
    return save(path / "plan.docx", body, comments=comments)


def run(
    file: Path, *arguments: str, capsys: pytest.CaptureFixture[str]
) -> tuple[list[tuple[str, str]], dict[str, Any], str]:
    """The findings (rule, words) in the file, the whole of its JSON, the error stream."""
    with pytest.raises(SystemExit):
        main(["lint", str(file), "--format", "json", *arguments])
    out, err = capsys.readouterr()
    body = json.loads(out)["files"][0]
    return [(f["rule"], f["text"]) for f in body["findings"]], body, err


def test_the_words_are_let_pass_there_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = plan(tmp_path, "kehoach: bỏ qua KH716 — trích nguyên văn quyết định")
    findings, body, err = run(file, "--select", "KH716", capsys=capsys)
    assert findings == [("KH716", "qui")]
    assert [(w["text"], w["by"], w["reason"]) for w in body["waived"]] == [
        ("qui", "comment", "trích nguyên văn quyết định")
    ]
    assert "1 phát hiện được bỏ qua theo ghi chú trong tệp" in err


def test_another_rule_is_not_let_pass(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = plan(tmp_path, "kehoach: bỏ qua KH205 — lý do")
    assert len(run(file, "--select", "KH716", capsys=capsys)[0]) == 2


def test_other_words_of_the_paragraph_are_not_let_pass(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = plan(tmp_path, "kehoach: bỏ qua KH716 — lý do", words="của Sở")
    assert len(run(file, "--select", "KH716", capsys=capsys)[0]) == 2


def test_a_family_and_several_rules_can_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for said in (
        "kehoach: bỏ qua KH7 – lý do",
        "Kehoach: bỏ qua KH205, KH716: lý do",
        "kehoach : bỏ qua kh716 (lý do)",
        "kehoach: bỏ qua KH716 - lý do",
        "kehoach: Bỏ qua: KH716 và KH205. lý do",
        "KEHOACH: BỎ QUA KH205; KH716 — lý do",
        "kehoach bỏ qua KH716: lý do",
        "kehoach: bỏ qua KH716, lý do",
        "kehoach: bỏ qua\u00a0KH716\u00a0—\u00a0lý do",
    ):
        file = plan(tmp_path, said)
        assert len(run(file, "--select", "KH716", capsys=capsys)[0]) == 1, said
        assert read(file).waivers[0].reason == "lý do"


def test_a_waiver_has_the_place_of_its_words(tmp_path: Path) -> None:
    document = read(plan(tmp_path, "kehoach: bỏ qua KH716 — lý do"))
    (waiver,) = document.waivers
    (place,) = waiver.places
    assert document.text(place) == "qui định"
    assert place == Span(place.block, 5, 13)


@pytest.mark.parametrize(
    ("said", "missing"), [("kehoach: bỏ qua KH716", "lý do"), ("kehoach: bỏ qua — vì", "mã quy tắc")]
)
def test_a_waiver_without_reason_or_rule_does_not_hold(
    tmp_path: Path, said: str, missing: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = plan(tmp_path, said)
    assert len(run(file, "--select", "KH716", capsys=capsys)[0]) == 2
    findings, body, _ = run(file, "--select", "KH9", capsys=capsys)
    assert findings == [("KH907", "qui định")]
    assert f"thiếu {missing}" in str(body["findings"])


def test_a_rule_that_is_not_there_is_told_where_it_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = plan(tmp_path, "kehoach: bỏ qua KH799, KH205 — lý do")
    findings, body, _ = run(file, "--select", "KH716,KH907", capsys=capsys)
    assert findings == [("KH716", "qui"), ("KH907", "qui định"), ("KH716", "qui")]
    assert "«KH799»" in body["findings"][1]["message"]
    file = plan(tmp_path, "kehoach: bỏ qua KH7l6 — lý do")  # the letter l: no rule, and not the whole family KH7
    findings, body, _ = run(file, "--select", "KH716,KH907", capsys=capsys)
    assert findings == [("KH716", "qui"), ("KH907", "qui định"), ("KH716", "qui")]
    assert "thiếu mã quy tắc" in body["findings"][1]["message"]


def test_a_remark_on_a_whole_paragraph_holds_for_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = plan(tmp_path, "kehoach: bỏ qua KH716 — lý do", words="Theo qui định của Sở.")
    assert len(run(file, "--select", "KH716", capsys=capsys)[0]) == 1


def test_waivers_are_no_comments_that_were_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = plan(tmp_path, "kehoach: bỏ qua KH716 — lý do")
    assert run(file, "--select", "KH904", capsys=capsys)[0] == []
    file = plan(tmp_path, "kehoach: bỏ qua KH716 — lý do", "Xem lại câu này")
    findings, body, _ = run(file, "--select", "KH904", capsys=capsys)
    assert [rule for rule, _ in findings] == ["KH904"]
    assert "1 ghi chú" in str(body["findings"])
