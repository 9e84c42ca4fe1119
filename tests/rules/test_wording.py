"""The rules of wording on whole plans: quiet where nothing is wrong, sharp where one letter is."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from kehoach.extract import plan
from kehoach.knowledge import rows, table
from kehoach.model import Document, Finding, Plan, Severity
from kehoach.readers import read
from kehoach.readers.text import parse
from kehoach.rules import RULES
from kehoach.rules.kh7.keys import typed
from kehoach.rules.kh7.spelling import halves, is_misspelt, near, spelling, unknown
from kehoach.rules.samples import plan as sample

ROOT = Path(__file__).parents[2]
WORDING = [rule for rule in RULES.values() if rule.id.startswith("KH7")]
CLEAN = [path for path in sorted((ROOT / "corpus").glob("*/*.docx")) if path.parent.name not in {"loi", "hinh-thuc"}]
DAMAGED = "I. MUC DICH\n" + "Nang cao chat luong day va hoc trong nha truong , cac to chuc doan the phoi hop.\n" * 4


def wording(document: Document, parent: Plan | None = None) -> list[Finding]:
    subject = plan(document)
    found = [result for rule in WORDING for result in rule.run({"plan": subject, "parent": parent})]
    return [result for result in found if isinstance(result, Finding)]


def said(*body: str) -> Document:
    return parse(sample("I. NỘI DUNG", *body))


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_clean_plan_has_nothing_to_say_about(path: Path) -> None:
    assert wording(read(path)) == []


def test_damaged_text_is_never_judged() -> None:
    subject = plan(parse(DAMAGED))

    assert subject.document.damaged
    assert all(not isinstance(result, Finding) for rule in WORDING for result in rule.run({"plan": subject}))


def test_of_recognised_text_only_what_no_machine_misreads_is_judged() -> None:
    document = replace(said("Kết qủa của của nhà trường , từ 2023 - 2025."), ocr=True)

    assert {finding.rule for finding in wording(document)} == {"KH703", "KH720"}


def test_most_slips_of_the_hand_are_seen_and_right_words_are_not() -> None:
    text = (ROOT / "corpus" / "xa-hoi-hoc-tap" / "kh-ubnd-xa.txt").read_text(encoding="utf-8")
    words = [m for m in re.finditer(r"(?<= )[a-zà-ỹđ]{3,}(?= )", text) if not unknown([m.group()])]
    chance = random.Random(7)
    seen = tried = 0
    for match in chance.sample(words, 60):
        slip = slipped(match.group(), chance)
        document = parse(text[: match.start()] + slip + text[match.end() :])
        findings = [f for f in wording(document) if f.rule in {"KH701", "KH702", "KH704"}]
        assert all(slip in document.text(finding.span).lower() for finding in findings)
        tried += 1
        seen += bool(findings)
    assert seen / tried > 0.6


def slipped(word: str, chance: random.Random) -> str:
    """A word with one letter dropped, or two changed about."""
    at = chance.randrange(len(word) - 1)
    if chance.random() < 0.5 or word[at] == word[at + 1]:
        return word[:at] + word[at + 1 :]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def test_every_confusion_is_found_and_its_right_form_is_not() -> None:
    rule = RULES["KH702"]
    for row in rows("confusions"):
        wrong, right = (plan(said(f"Các tổ: {row[key]}.")) for key in ("wrong", "right"))
        found = [wrong.document.text(f.span) for f in rule.run({"plan": wrong}) if isinstance(f, Finding)]

        assert found == [row["wrong"]], row
        assert list(rule.run({"plan": right})) == [], row


def test_no_confusion_holds_a_syllable_that_does_not_exist() -> None:
    for row in rows("confusions"):  # KH701 would say so already
        assert not unknown(row["wrong"].split()), row
        assert not unknown(row["right"].replace(",", "").replace(" - ", " ").split()), row


def test_a_line_break_is_no_double_space() -> None:
    assert wording(said("Các tổ chuyên môn\vthực hiện.")) == []


def test_a_parent_shows_what_its_child_left_out() -> None:
    name = "“Xây dựng nền nếp tự học và đọc sách trong gia đình giai đoạn 2026 - 2030”"
    often = ["Xây dựng nền nếp tự học là việc của mỗi nhà."] * 7
    parent = plan(parse(sample("I. NỘI DUNG", f"Thực hiện Đề án {name} trên địa bàn tỉnh.", *often), Path("<parent>")))
    child = said("Thực hiện Đề án xây dựng nền nếp tự và đọc sách trong gia đình giai đoạn 2026 - 2030.")
    findings = [f for f in wording(child, parent) if f.rule == "KH726"]

    assert [f.fix and f.fix.text for f in findings] == ["nếp tự học và đọc"]
    assert findings[0].related is not None
    assert findings[0].related.document.text(findings[0].related.span) == name.strip("“”")


def test_consistency_is_said_once_and_counts_the_places() -> None:
    findings = wording(said("Giai đoạn 2021-2025, 2026-2030.", "Giai đoạn 2021 - 2030.", "Năm học 2024-2025."))

    assert [(f.rule, f.severity) for f in findings] == [("KH710", Severity.INFO)]
    assert "3 chỗ viết liền" in findings[0].message


def test_words_of_others_are_not_made_consistent() -> None:
    cited = "Thông tư số 12/2024/TT-BGDĐT ngày 01/02/2024 của Bộ Giáo dục và Đào tạo về đảm bảo chất lượng"

    assert wording(said(f"Thực hiện {cited}; bảo đảm tiến độ.", "Tham gia “Ngày hội đảm bảo an toàn”.")) == []


def test_spelling_helpers() -> None:
    assert near("cẩn", "căn")
    assert not near("vụ", "viên")
    assert halves("viênngười") == ("viên", "người")
    assert halves("nghiêng") is None
    assert is_misspelt("thưc")
    assert not is_misspelt("makét")
    assert {"hoạch", "ủy"} <= spelling().syllables


def test_tables_hold_what_the_rules_ask_for() -> None:
    data = table("wording")
    assert not set(data["doubled"]["right"].split()) & set(data["doubled"]["wrong"].split())
    assert all(not unknown([half, whole]) for half, whole in data["lonely"].items())


def test_the_spelling_table_is_fresh() -> None:
    done = subprocess.run([sys.executable, "tools/build_spelling.py", "--check"], cwd=ROOT, check=False)

    assert done.returncode == 0, "run python tools/build_spelling.py"


@pytest.mark.parametrize(
    ("keys", "meant"),
    [("dduwowcj", "được"), ("chuyeenr", "chuyển"), ("tho6ng", "thông"), ("lu7o7ng5", "lượng"), ("thu7c5", "thực")],
)
def test_reads_what_the_keys_of_a_typing_method_left(keys: str, meant: str) -> None:
    assert typed(keys) == meant


@pytest.mark.parametrize("word", ["h5n1", "been", "week", "logo", "book", "2021"])
def test_takes_no_other_word_for_left_over_keys(word: str) -> None:
    assert typed(word) is None
