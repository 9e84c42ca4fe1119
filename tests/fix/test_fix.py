"""kehoach fix: in one pass, the fixed findings gone, every other word as it was, the plan itself untouched."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from kehoach.extract import plan
from kehoach.fix import FixFailed, choose, mend
from kehoach.fix.choosing import moved
from kehoach.lint import Report, lint
from kehoach.model import Finding, Fix, Plan, Severity, Span
from kehoach.readers import read
from kehoach.rules.samples import FULL, but

from ..command import run
from ..readers.wordfile import p, r, save

SECTION = "<w:sectPr/>"
WRONG = but(
    ("ngày 12 tháng 9 năm 2024", "ngày 5 tháng 9 năm 2024"),
    ("dạy và học; từng bước đổi mới", "dạy và và học; từng bước đổi mới theo qui định"),
    ("trong nhà trường.", "trong nhà  trường, nhận rộng mô hình."),
)


def word_plan(path: Path, text: str = WRONG) -> Path:
    return save(path, "".join(p(line) for line in text.splitlines()) + SECTION)


def test_safe_fixes_are_made_and_all_other_lines_stay(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, out = tmp_path / "plan.txt", tmp_path / "fixed.txt"
    file.write_text(WRONG, encoding="utf-8")

    code, _, err = run("fix", file, "-o", out, capsys=capsys)

    assert code == 0
    changed = [
        new for old, new in zip(WRONG.splitlines(), out.read_text("utf-8").splitlines(), strict=True) if old != new
    ]
    assert changed == [
        "Xuân Sơn, ngày 05 tháng 9 năm 2024",
        "Nâng cao chất lượng dạy và học; từng bước đổi mới theo quy định phương pháp dạy học, kiểm tra, đánh giá và "
        "quản lý trong nhà trường, nhận rộng mô hình.",
    ]
    assert file.read_text("utf-8") == WRONG
    assert "chưa sửa KH702" in err
    assert "--unsafe" in err


def test_unsafe_fixes_are_made_when_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, out = word_plan(tmp_path / "plan.docx"), tmp_path / "fixed.docx"
    run("fix", file, "-o", out, "--unsafe", capsys=capsys)
    text = "\n".join(block.text for block in read(out).blocks)
    assert "nhân rộng mô hình" in text
    assert text == "\n".join(
        line.replace("và và", "và")
        .replace("qui định", "quy định")
        .replace("nhà  trường", "nhà trường")
        .replace("nhận rộng", "nhân rộng")
        .replace("ngày 5 tháng", "ngày 05 tháng")
        for line in WRONG.splitlines()
    )


def test_a_second_pass_finds_nothing_to_fix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    once, twice = tmp_path / "once.docx", tmp_path / "twice.docx"
    run("fix", word_plan(tmp_path / "plan.docx"), "-o", once, "--unsafe", capsys=capsys)
    _, _, err = run("fix", once, "-o", twice, "--unsafe", capsys=capsys)
    assert "sửa 0 chỗ" in err
    assert [b.text for b in read(once).blocks] == [b.text for b in read(twice).blocks]


def test_diff_shows_and_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = word_plan(tmp_path / "plan.docx")
    before = file.read_bytes()
    _, out, _ = run("fix", file, "--diff", "-o", tmp_path / "fixed.docx", capsys=capsys)
    lines = out.splitlines()
    assert "-Xuân Sơn, ngày 5 tháng 9 năm 2024" in lines
    assert "+Xuân Sơn, ngày 05 tháng 9 năm 2024" in lines
    assert list(tmp_path.iterdir()) == [file]
    assert file.read_bytes() == before


def test_tracked_fixes_are_insertions_and_deletions_of_kehoach(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "fixed.docx"
    run("fix", word_plan(tmp_path / "plan.docx"), "-o", out, "--track", capsys=capsys)
    with zipfile.ZipFile(out) as archive:
        body = archive.read("word/document.xml").decode()
    assert body.count("<w:ins ") == body.count('w:author="kehoach"') - body.count("<w:del ") > 0
    assert "<w:delText" in body
    assert "ngày 05 tháng 9" in "\n".join(block.text for block in read(out).blocks)


def test_looks_are_kept_around_a_fix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    date = f"<w:p>{r('Xuân Sơn, ', '<w:i/>')}{r('ngày 5', '<w:b/>')}{r(' tháng 9 năm 2024')}</w:p>"
    lines = [date if line.startswith("Xuân Sơn") else p(line) for line in WRONG.splitlines()]
    out = tmp_path / "fixed.docx"
    run("fix", save(tmp_path / "plan.docx", "".join(lines) + SECTION), "-o", out, capsys=capsys)
    (block,) = [block for block in read(out).blocks if block.text.startswith("Xuân Sơn, ")]
    assert block.look
    assert [(block.text[e.start : e.end], e.bold, e.italic) for e in block.look.letters] == [
        ("Xuân Sơn, ", False, True),
        ("ngày 05", True, False),
        (" tháng 9 năm 2024", False, False),
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_ends_and_the_byte_order_mark_stay(
    tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "plan.txt", tmp_path / "fixed.txt"
    source = WRONG.replace("\n", ending)
    file.write_bytes(b"\xef\xbb\xbf" + source.encode())
    run("fix", file, "-o", out, "--select", "KH114", capsys=capsys)
    assert out.read_bytes() == b"\xef\xbb\xbf" + source.replace("ngày 5 tháng", "ngày 05 tháng").encode()


def test_marks_of_markdown_stay(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [f"**{line[:4]}**{line[4:]}" if len(line) > 60 else line for line in WRONG.splitlines()]
    source = "\n\n".join(f"## {line}" if line[:2] in ("I.", "II") else line for line in lines) + "\n"
    file, out = tmp_path / "plan.md", tmp_path / "fixed.md"
    file.write_text(source, encoding="utf-8")
    run("fix", file, "-o", out, "--select", "KH703,KH716", capsys=capsys)
    assert out.read_text("utf-8") == source.replace("và và", "và").replace("qui định", "quy định")


def test_a_word_over_two_printed_lines_is_fixed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = WRONG.replace("dạy và và học", "dạy và\nvà học")
    file, out = tmp_path / "plan.txt", tmp_path / "fixed.txt"
    file.write_text(source, encoding="utf-8")
    run("fix", file, "-o", out, "--select", "KH703", capsys=capsys)
    assert out.read_text("utf-8").split() == source.replace("và\nvà", "và").split()


def finding(start: int, end: int, text: str, severity: Severity = Severity.WARNING, safe: bool = True) -> Finding:
    span = Span(0, start, end)
    return Finding(span, "sai", Fix(span, text, safe), rule="KH707", severity=severity)


def test_of_fixes_that_meet_the_graver_is_made() -> None:
    chosen, left = choose([finding(0, 5, "a"), finding(4, 6, "b", Severity.ERROR), finding(6, 8, "c")], unsafe=False)
    assert [f.fix.text for f in chosen if f.fix] == ["b", "c"]
    assert [f.finding.fix.text for f in left if f.finding.fix] == ["a"]


def test_the_same_fix_of_two_rules_is_made_once_for_both() -> None:
    chosen, left = choose([finding(0, 5, "a"), finding(0, 5, "a", Severity.ERROR)], unsafe=False)
    assert (len(chosen), left) == (2, [])


@pytest.mark.parametrize(
    ("span", "expected"), [((0, 2), (0, 2)), ((3, 5), (3, 4)), ((6, 9), (5, 8)), ((2, 7), (2, 6)), ((5, 5), (4, 4))]
)
def test_places_move_with_the_fixes_before_them(span: tuple[int, int], expected: tuple[int, int]) -> None:
    assert moved(Span(0, *span), [Fix(Span(0, 3, 5), "x")]) == Span(0, *expected)


def test_a_fix_that_does_not_settle_is_taken_back(tmp_path: Path) -> None:
    """A rule that still finds fault with its own fix is left for a person; the other fixes are made."""
    file = tmp_path / "plan.txt"
    file.write_text(WRONG, encoding="utf-8")

    def stubborn(subject: Plan) -> Report:
        number = next(n for n, b in enumerate(subject.document.blocks) if b.text == "KẾ HOẠCH")
        always = Finding(Span(number, 0, 2), "sai", Fix(Span(number, 0, 2), "KẾ"), rule="KH103")
        return Report((*lint(subject).findings, always))

    mended = mend(plan(read(file)), stubborn)

    assert "KH103" not in [each.rule for each in mended.fixed]
    assert "KH114" in [each.rule for each in mended.fixed]
    assert "KH103" in [each.finding.rule for each in mended.left]


def test_a_copy_that_reads_otherwise_is_not_given_out(tmp_path: Path) -> None:
    """Were a fix to change how the text is read, say by joining two paragraphs, nothing may be written."""
    file = tmp_path / "plan.txt"
    file.write_text(FULL, encoding="utf-8")

    def joining(subject: Plan) -> Report:
        number = next(n for n, b in enumerate(subject.document.blocks) if b.text.startswith("a) "))
        end = len(subject.document.blocks[number].text)
        return Report((Finding(Span(number, 0, 1), "x", Fix(Span(number, end, end), "\n\nb) Thêm"), rule="KH103"),))

    with pytest.raises(FixFailed, match="không ghi tệp nào"):
        mend(plan(read(file)), joining)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("plan.txt",), "thiếu -o"),
        (("plan.txt", "-o", "plan.txt"), "là tệp đang đọc"),
        (("plan.txt", "-o", "out.docx"), "phải là tệp .txt"),
        (("plan.txt", "-o", "nowhere/out.txt"), "không có thư mục này"),
        (("plan.txt", "-o", "out.txt", "--track"), "chỉ tệp Word"),
        (("plan.pdf", "-o", "out.pdf"), "chưa sửa được tệp «.pdf»"),
        (("none.txt", "-o", "out.txt"), "không tìm thấy"),
        (("bad.docx", "-o", "out.docx"), "không phải tệp Word"),
        (("plan.txt", "-o", "above.txt", "--parent", "above.txt"), "là tệp đang đọc"),
    ],
)
def test_bad_usage_writes_nothing(
    tmp_path: Path, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("plan.txt", "plan.pdf", "above.txt", "bad.docx"):
        (tmp_path / name).write_text(WRONG, encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    code, out, err = run("fix", *(tmp_path / a if a[0] != "-" else a for a in arguments), capsys=capsys)
    assert (code, out) == (2, "")
    assert said in err
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_old_letters_are_not_touched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A document in an old font is read in Unicode; its own letters cannot be replaced by those."""
    old = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    body = "".join(p(line) for line in FULL.splitlines()) + p("®Çy  m¹nh thi ®ua theo qui ®Þnh.", run=old) + SECTION
    out = tmp_path / "fixed.docx"
    code, _, err = run("fix", save(tmp_path / "plan.docx", body), "-o", out, "--unsafe", capsys=capsys)
    assert code in (0, 1)
    assert "phông chữ cũ" in err
    with zipfile.ZipFile(out) as archive:
        assert "®Çy  m¹nh thi ®ua theo qui ®Þnh." in archive.read("word/document.xml").decode()


def test_every_fix_of_the_corpus_settles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = Path(__file__).parents[2] / "corpus"
    for number, file in enumerate(sorted(corpus.glob("loi/*.*x*"))):
        if file.suffix not in (".docx", ".txt"):
            continue
        copy = Path(shutil.copy(file, tmp_path / f"{number}{file.suffix}"))
        code, _, err = run("fix", copy, "-o", tmp_path / f"fixed{number}{file.suffix}", "--unsafe", capsys=capsys)
        assert code in (0, 1), err
        assert "sửa rồi vẫn còn" not in err, file


def test_a_file_that_is_there_is_written_over_only_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "plan.txt", tmp_path / "out.txt"
    file.write_text("Theo qui định của Sở.\n", encoding="utf-8")
    out.write_text("somebody's work", encoding="utf-8")
    code, _, err = run("fix", file, "-o", out, capsys=capsys)
    assert (code, out.read_text(encoding="utf-8")) == (2, "somebody's work")
    assert "đã có; thêm --force" in err

    run("fix", file, "-o", out, "--force", capsys=capsys)
    assert "quy định" in out.read_text(encoding="utf-8")
