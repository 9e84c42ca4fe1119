"""What a writer does again and again is said once, with its extent, and mended everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach.extract import plan
from kehoach.fix import mend
from kehoach.lint import Report, lint
from kehoach.model import Plan
from kehoach.readers import read
from kehoach.readers.text import parse
from kehoach.rules.samples import plan as sample

CLAUSES = ("Họp tổ; Rà soát hồ sơ lớp.", "Họp lớp; Tổ chức tập huấn; Thực hiện khen thưởng.", "Họp trường; Rà soát sổ.")
TEXT = sample("I. NỘI DUNG", *CLAUSES)


def of(rule: str, report: Report) -> list[str]:
    return [finding.message for finding in report.findings if finding.rule == rule]


def test_a_habit_is_told_once_with_its_places() -> None:
    (message,) = of("KH175", lint(plan(parse(TEXT))))
    assert message.startswith("sau dấu chấm phẩy trong câu thì viết thường (ở 3 đoạn: dòng ")


def test_several_places_in_one_paragraph_are_counted() -> None:
    (message,) = of("KH175", lint(plan(parse(sample("I. NỘI DUNG", CLAUSES[1])))))
    assert message == "sau dấu chấm phẩy trong câu thì viết thường (2 chỗ)"


def test_one_place_has_no_extent() -> None:
    (message,) = of("KH175", lint(plan(parse(sample("I. NỘI DUNG", CLAUSES[0])))))
    assert message == "sau dấu chấm phẩy trong câu thì viết thường"


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_all_its_places_are_mended(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"plan{suffix}"
    file.write_text(TEXT, encoding="utf-8")

    def check(subject: Plan) -> Report:
        return lint(subject)

    text = mend(plan(read(file)), check).content.decode()

    assert text == TEXT.replace("; Rà", "; rà").replace("; Tổ", "; tổ").replace("; Thực", "; thực")


def test_what_differs_is_told_apart() -> None:
    both = sample("I. NỘI DUNG", "Vận động nhân dân và huy động nguồn lực của nhà nước.", "Phục vụ nhân dân.")
    said = of("KH171", lint(plan(parse(both))))
    assert [message.split(" (")[0] for message in said] == [
        "viết «Nhân dân» thay vì «nhân dân»",
        "viết «Nhà nước» thay vì «nhà nước»",
    ]
    assert "(ở 2 đoạn: " in said[0]
    assert "(" not in said[1]
