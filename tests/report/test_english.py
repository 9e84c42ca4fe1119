"""`--lang en` leaves no Vietnamese sentence behind: messages, places and reasons have their English."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import kehoach.rules
from kehoach import unit
from kehoach.fix.choosing import CLASH, NOT_SETTLED, NOT_TEXT, OLD_LETTERS, UNSAFE
from kehoach.knowledge import table
from kehoach.model import Block, Document, Finding, Plan, Span
from kehoach.report import english, plan_tree
from kehoach.rules import GIVEN

FOLDER = Path(kehoach.rules.__file__).parent
ROOT = FOLDER.parent


def reasons() -> list[str]:
    """What rules say when they cannot see: the words in every Skip(…), and what __init__ returns for `needs`."""
    said = list(GIVEN.values())
    for file in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Skip":
                said += [text for arg in node.args for text in texts(arg)]
            in_needs = (
                isinstance(node, ast.FunctionDef) and file.parent == FOLDER and node.name.startswith(("_no_", "_not_"))
            )
            if in_needs:
                said += [text for each in ast.walk(node) if isinstance(each, ast.Return) for text in texts(each.value)]
    return sorted(set(said))


def texts(value: ast.expr | None) -> list[str]:
    """The sentence that is returned; a file's format stands for any."""
    if isinstance(value, ast.IfExp):
        return [*texts(value.body), *texts(value.orelse)]
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return [value.value]
    if isinstance(value, ast.JoinedStr):
        return ["".join(str(v.value) if isinstance(v, ast.Constant) else "txt" for v in value.values)]
    return []


@pytest.mark.parametrize("reason", reasons())
def test_every_reason_has_its_english(reason: str) -> None:
    assert english.sentence(reason) != reason


DEPUTY = {"authority": "TM.", "position": "Pho hieu truong", "rank": "1"}
WRONG_UNIT = {
    "name": "a" * 400, "short_name": "a b", "level": "truong-thsc", "place": "a\nb", "province": 1, "nam": "",
    "signer": {"authority": "KT.", "position": "Bao ve"}, "departments": "a", "recipients": [{"purpose": 1}],
}  # fmt: skip
# A letter that only Vietnamese has.
MARKED = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")

# The errors that commands with --lang can end with, and what a file says that cannot be read.
ERRORS = {"Refusal", "ReadingError", "SettingsError", "BaselineError", "RuleFailed", "Unread", "FixFailed"}
SPEAKERS = [
    *(ROOT / "readers").rglob("*.py"),
    *(ROOT / name for name in ("settings.py", "baseline.py", "lint.py", "word/copying.py", "fix/mending.py")),
    *(
        ROOT / "cli" / f"{name}.py"
        for name in (
            "baseline",
            "batch",
            "checking",
            "explain",
            "files",
            "fix",
            "given",
            "lint",
            "marking",
            "opening",
            "rules",
            "show",
            "words",
        )
    ),
]


def errors() -> list[str]:
    said = []
    for file in SPEAKERS:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS:
                said += [text for arg in node.args for text in texts(arg)]
    whole = {text.replace("»txt", "»").replace("nàotxt", "nào") for text in said}  # with no hint behind
    return sorted(text for text in whole - PUT_TOGETHER if not set(text.split()) <= {"txt:", "txt"})


# Of these, what varies is a sentence of its own, which the tests below look at.
PUT_TOGETHER = {
    "--comments: txt",
    "--parent: txt",
    "txt: txt «txt»",
    "txt: không đúng cú pháp TOML txt",
    "txt: «txt» phải là txt, ví dụ txt",
}


@pytest.mark.parametrize("error", errors())
def test_every_error_has_its_english(error: str) -> None:
    assert english.sentence(error) != error


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ("--parent: Không có tệp «a.docx», hãy kiểm tra lại đường dẫn.",
         "--parent: There is no file «a.docx»; check the path."),
        ("k.toml: «rules.KH402.days» phải là một số nguyên từ 1 trở lên",
         "k.toml: «rules.KH402.days» must be a whole number from 1 on"),
        ("k.toml: không có khóa «selct», có phải là «select»", "k.toml: no key «selct», is it «select»"),
        ("k.toml: không đúng cú pháp TOML ở dòng 2, cột 11", "k.toml: no TOML at line 2, column 11"),
        ('k.toml: «select» phải là danh sách các chuỗi, ví dụ ["KH2", "KH301"]',
         'k.toml: «select» must be a list of strings, as ["KH2", "KH301"]'),
        ("không có quy tắc «KH30», có phải là «KH301»; xem «kehoach rules»",
         "no rule «KH30», is it «KH301»; see «kehoach rules»"),
    ],
)  # fmt: skip
def test_what_stands_within_an_error_is_told_in_english_too(error: str, said: str) -> None:
    assert english.sentence(error) == said


@pytest.mark.parametrize("text", [said for part in table("english").values() for said in part.items()])
def test_what_changes_in_a_sentence_changes_in_its_english(text: tuple[str, str]) -> None:
    assert text[0].count("{}") == text[1].count("{}")


@pytest.mark.parametrize(
    "data", [{}, {"signer": 1}, WRONG_UNIT, {**WRONG_UNIT, "level": "truong-thcs", "signer": DEPUTY}], ids=range(4)
)
def test_every_error_in_a_unit_has_its_english(data: dict[str, object]) -> None:
    for problem in unit.problems(data):
        assert english.sentence(f"UNIT.toml: {problem}") != f"UNIT.toml: {problem}"


@pytest.mark.parametrize("reason", [UNSAFE, CLASH, NOT_TEXT, OLD_LETTERS, NOT_SETTLED])
def test_every_reason_not_to_fix_has_its_english(reason: str) -> None:
    assert english.sentence(f"  chưa sửa KH114 ở paragraph 5: {reason}").isascii()


def test_the_tree_can_be_english() -> None:
    assert not MARKED.search(plan_tree.render(Plan(Document(Path("a.txt"), "txt", (), damaged=True)), english=True))


def test_a_reason_names_the_kind_of_file() -> None:
    assert english.sentence("tệp .txt không cho biết phông chữ, lề và cách dòng") == (
        "a .txt file does not tell fonts, margins and spacing"
    )


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("đoạn 5", "paragraph 5"),
        ("bảng 1, hàng 2, ô 1, đoạn 2", "table 1, row 2, cell 1, paragraph 2"),
        ("trang 3, đoạn 2", "page 3, paragraph 2"),
        ("chân trang", "page footer"),
        ("hộp văn bản 1, bảng 2, hàng 1, ô 1 (trong bảng 1, hàng 3, ô 2)",
         "text box 1, table 2, row 1, cell 1 (in table 1, row 3, cell 2)"),
    ],
)  # fmt: skip
def test_a_place_is_named_in_english(label: str, said: str) -> None:
    assert english.label(Block("", label)) == said


def test_a_message_quotes_the_words_or_what_is_absent() -> None:
    document = Document(Path("kh.txt"), "txt", (Block("Theo qui định của Sở.", "dòng 1"),))
    there = Finding(Span(0, 5, 8), "viết «quy» thay vì «qui»", rule="KH716")
    absent = Finding(Span(0, 0, 0), "thiếu mục «KINH PHÍ THỰC HIỆN» (kế hoạch cấp trên có mục này)", rule="KH201")

    assert english.message(there, document) == "«qui» for «quy»: «qui»"
    assert english.message(absent, document).endswith("is missing: «KINH PHÍ THỰC HIỆN»")
