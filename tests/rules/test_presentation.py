"""One defect of presentation at a time in a plan that is right: found by its rule, and by no other."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.shared import Pt

from kehoach.extract import plan as understand
from kehoach.extract.components import components
from kehoach.lint import lint
from kehoach.model import Finding, Plan
from kehoach.readers import office, read
from kehoach.readers.text import parse

from .clerks import RIGHT, spaced
from .leftovers import LEFT, NOTHING_LEFT
from .lines import RULED, UNRULED
from .planfile import RECIPIENTS, plan
from .planted import IN_RUNS, PLANTED
from .planting import Spoil, every_fifth_word, paragraphs
from .stored import ELSEWHERE, LISTED

PROGRAM = office.find()
needs_office = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")


def understood(document: Any, folder: Path) -> Plan:
    path = folder / "ke-hoach.docx"
    document.save(path)
    return understand(read(path))


def found(document: Any, folder: Path) -> tuple[Finding, ...]:
    return lint(understood(document, folder)).findings


def test_a_right_plan_has_no_finding(tmp_path: Path) -> None:
    assert found(plan(), tmp_path) == ()


def test_a_plan_of_the_party_is_not_measured_by_the_decree_though_it_has_no_number() -> None:
    head = "ĐẢNG BỘ XÃ ĐỒNG LÂM\nCHI BỘ SỐ 5\nĐẢNG CỘNG SẢN VIỆT NAM\nĐồng Lâm, ngày 05 tháng 9 năm 2026\nKẾ HOẠCH\n"
    text = f"{head}Khắc phục hạn chế sau giám sát\nI- Mục đích\n1- Khắc phục kịp thời các hạn chế."
    blind = {each.rule: each.reason for each in lint(understand(parse(text))).not_evaluated}
    assert "văn bản của Đảng" in blind["KH135"]
    assert "văn bản của Đảng" in blind["KH116"]


@pytest.mark.parametrize(("wanted", "spoil"), PLANTED.values(), ids=PLANTED)
def test_a_planted_defect_is_found_by_its_rule_and_by_no_other(wanted: str, spoil: Spoil, tmp_path: Path) -> None:
    document = plan()
    spoil(document)

    findings = found(document, tmp_path)

    assert [finding.rule for finding in findings] == [wanted], [finding.message for finding in findings]


@pytest.mark.parametrize(("wanted", "spoil"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_defect_is_found_wherever_word_keeps_it(wanted: str, spoil: Spoil, tmp_path: Path) -> None:
    document = plan()
    spoil(document)

    findings = found(document, tmp_path)

    assert [finding.rule for finding in findings] == [wanted], [finding.message for finding in findings]


@pytest.mark.parametrize("spoil", LISTED.values(), ids=LISTED)
def test_numbers_of_a_list_of_word_are_as_right_as_typed_ones(spoil: Spoil, tmp_path: Path) -> None:
    document = plan()
    spoil(document)

    assert found(document, tmp_path) == ()


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_plan_has_no_finding_however_its_clerk_made_it(name: str, tmp_path: Path) -> None:
    assert found(RIGHT[name](), tmp_path) == ()


@pytest.mark.parametrize("clerk", ["old Word", "tab stops", "text boxes", "merged cells", "line breaks"])
@pytest.mark.parametrize("name", IN_RUNS)
def test_a_defect_is_found_however_a_clerk_made_the_plan(name: str, clerk: str, tmp_path: Path) -> None:
    wanted, spoil = PLANTED[name]
    document = RIGHT[clerk]()
    spoil(document)

    findings = found(document, tmp_path)

    assert [finding.rule for finding in findings] == [wanted], [finding.message for finding in findings]


@pytest.mark.parametrize(("wanted", "spoil"), LEFT.values(), ids=LEFT)
def test_what_was_left_behind_is_found(wanted: str, spoil: Spoil, tmp_path: Path) -> None:
    document = plan()
    spoil(document)

    findings = found(document, tmp_path)

    assert [finding.rule for finding in findings] == [wanted], [finding.message for finding in findings]


@pytest.mark.parametrize("spoil", NOTHING_LEFT.values(), ids=NOTHING_LEFT)
def test_what_only_looks_left_behind_is_let_be(spoil: Spoil, tmp_path: Path) -> None:
    document = plan()
    spoil(document)

    assert found(document, tmp_path) == ()


@pytest.mark.parametrize("spoil", RULED.values(), ids=RULED)
def test_a_line_is_a_line_however_it_is_drawn(spoil: Spoil, tmp_path: Path) -> None:
    document = plan()
    spoil(document)

    assert found(document, tmp_path) == ()


@pytest.mark.parametrize("spoil", UNRULED.values(), ids=UNRULED)
def test_stars_and_dots_are_no_line(spoil: Spoil, tmp_path: Path) -> None:
    document = plan()
    spoil(document)

    assert [finding.rule for finding in found(document, tmp_path)] == ["KH137", "KH137", "KH137"]


def test_a_title_pushed_to_the_middle_by_spaces_is_not_centred(tmp_path: Path) -> None:
    findings = found(spaced(), tmp_path)

    assert [finding.rule for finding in findings] == ["KH130", "KH130"]


@needs_office
@pytest.mark.parametrize("way", ["odt", "doc"])
def test_a_right_plan_stays_right_on_the_way_through_libreoffice(way: str, tmp_path: Path) -> None:
    plan().save(tmp_path / "ke-hoach.docx")
    _converted([tmp_path / "ke-hoach.docx"], way, tmp_path)
    _converted([tmp_path / f"ke-hoach.{way}"], "docx", tmp_path / "back")

    assert lint(understand(read(tmp_path / f"ke-hoach.{way}"))).findings == ()
    assert found(Document(str(tmp_path / "back" / "ke-hoach.docx")), tmp_path) == ()


SEEN_IN_PDF = (
    "Arial in many paragraphs",
    "body of 12 points",
    "basis upright",
    "number line bold",
    "title of 12 points",
)


@needs_office
def test_what_the_fonts_of_a_pdf_show_is_found_there_too(tmp_path: Path) -> None:
    plan().save(tmp_path / "right.docx")
    for name in SEEN_IN_PDF:
        document = plan()
        PLANTED[name][1](document)
        document.save(tmp_path / f"{name}.docx")
    _converted(tmp_path.glob("*.docx"), "pdf", tmp_path)  # all at once: LibreOffice takes seconds to start

    findings = {pdf.stem: lint(understand(read(pdf))).findings for pdf in tmp_path.glob("*.pdf")}

    found_there = {name: [finding.rule for finding in some] for name, some in findings.items()}
    assert found_there == {"right": [], **{name: [PLANTED[name][0]] for name in SEEN_IN_PDF}}


def _converted(sources: Iterable[Path], suffix: str, folder: Path) -> None:
    files = [*map(str, sources)]
    profile = f"-env:UserInstallation=file://{Path(files[0]).parent}/profile"
    command = [str(PROGRAM), profile, "--headless", "--convert-to", suffix, "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def test_enough_kinds_are_planted() -> None:
    assert len(PLANTED) >= 130


def test_mixed_formatting_is_reported_once_with_its_extent(tmp_path: Path) -> None:
    document = plan()
    every_fifth_word(document)

    (finding,) = found(document, tmp_path)

    assert "ở 8 đoạn" in finding.message


def test_a_plan_all_in_one_wrong_size_is_told_so_and_not_line_by_line(tmp_path: Path) -> None:
    document = RIGHT["merged cells"]()
    for paragraph in paragraphs(document):
        for run in paragraph.runs:
            run.font.size = Pt(12)

    findings = found(document, tmp_path)

    assert sorted(finding.rule for finding in findings) == ["KH126", "KH127", "KH127", "KH127"]
    assert sum("cùng ở cỡ chữ 12; dùng cỡ chữ 13 đến 14" in finding.message for finding in findings) == 1


def test_every_line_of_a_right_plan_is_known_for_what_it_is(tmp_path: Path) -> None:
    names = [line.name for line in components(understood(plan(), tmp_path)).lines]

    assert "head-other" not in names
    assert "foot-other" not in names
    assert names.count("recipient") == len(RECIPIENTS) - 1
    assert {"superior", "issuer", "motto", "slogan", "authority", "position", "name", "annex-title"} <= set(names)
