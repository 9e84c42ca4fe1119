"""Layouts and wording that an office brings: looked through before use, laid over ours, kept from doing harm."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach import draft as drafting
from kehoach.draft import template
from kehoach.draft.layout import FIELDS, LAYOUT
from kehoach.draft.sandbox import sandbox
from kehoach.draft.wording import WordingError
from kehoach.readers import read

from .test_command import folder, run
from .test_layout import changed

__all__ = ["folder"]  # a fixture
Say = pytest.CaptureFixture[str]
Drafted = Callable[[str], drafting.Draft]
LAYOUTS = sorted(LAYOUT.parent.glob("*.docx"))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_shipped_layouts_are_right(layout: Path, tmp_path: Path) -> None:
    copy = tmp_path / layout.name  # a layout in its own folder is taken as checked: here
    copy.write_bytes(layout.read_bytes())
    checked = template.check(copy)
    assert checked.problems == ()
    assert set(checked.used) == set(FIELDS)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_every_layout_prints_the_whole_draft(layout: Path, drafted: Drafted, tmp_path: Path) -> None:
    made = drafted("truong-thcs")
    path = tmp_path / "kh.docx"
    path.write_bytes(drafting.render(made, layout))
    lines = [block.shown for block in read(path).blocks]
    assert [line for line in lines if line in {one.text for one in made.paragraphs}] == [
        one.text for one in made.paragraphs
    ]


def test_there_are_two_offices_beside_the_default() -> None:
    assert [path.stem for path in LAYOUTS] == ["nd30", "truong-hoc", "ubnd-xa"]


def test_a_misspelt_field_is_found_with_its_place_and_the_nearest_name(tmp_path: Path, capsys: Say) -> None:
    layout = changed(tmp_path, b"{{ number }}", b"{{ numbr }}")
    assert run("template", "check", layout) == 2
    told = capsys.readouterr()
    assert "bảng 1, hàng 2, ô 1 («{{ numbr }}»): không có trường «numbr»; có phải là «number»?" in told.err
    assert "thiếu trường «number» (số, ký hiệu)" in told.err
    assert "place_date" in told.out


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"{{ kind }}", b"{{ kind }", "đoạn 1 («{{ kind }»): thẻ viết dở"),
        (b"{{ kind }}", b"{kind}", "đoạn 1 («{kind}»): «{kind}» thiếu ngoặc; viết {{ kind }}"),
        (b"{{ kind }}", b"{{ ki</w:t></w:r><w:r><w:t>n }}", "đoạn 1 («{{ kin }}»): không có trường «kin»; có phải là"),
        (b"{{ kind }}", b"{{ kind|format_date }}", "đoạn 1 («{{ kind|format_date }}»): không dùng được bộ lọc"),
        (b"{{ kind }}", b"{{ kind if kind is thing }}", "không dùng được phép thử «thing»"),
        (b"{{ kind }}", b"{{ kind place }}", "chỗ này phải là «}}» mà lại là «place»"),
        (b"{{ kind }}", b"{{ kind + }}", "đoạn 1 («{{ kind + }}»): thẻ viết sai"),
        (b"{{ kind }}", b"{{ kind() }}", "đoạn 1 («{{ kind() }}»): mẫu gọi đến chức năng không được phép"),
        (b"{{ kind }}", b"{{ 1 / 0 }}{{ kind }}", "đoạn 1 («{{ 1 / 0 }}{{ kind }}»): mẫu có phép chia cho 0"),
        (b"{{ kind }}", b"{% include 'x' %}{{ kind }}", "mẫu không được gọi tệp khác"),
        (
            b"{{ kind }}",
            b"{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}{{ kind }}",
            "gọi lại chính nó mãi không dừng",
        ),
        (b"{{ kind }}", b"{% if 1 %}" * 150 + b"{{ kind }}" + b"{% endif %}" * 150, "các thẻ lồng nhau quá sâu"),
        (b"{{ kind }}", b"{{ " + b"(" * 3000 + b"kind" + b")" * 3000 + b" }}", "các thẻ lồng nhau quá sâu"),
        (b"{{ kind }}", b"{{ paragraph.text }}{{ kind }}", "»): «paragraph» chỉ dùng được bên trong vòng lặp"),
        (b"{{ kind }}", b"[[ kind ]]", "thiếu trường «kind» (tên loại văn bản)"),
        (b"{{ kind }}", b"{{ kind|first }}", "đoạn 1 («{{ kind }}»): trường «kind» không in ra hết"),
        (b"{{ paragraph.words }}", b"{{ paragraph.wrds }}", "có phải là «words»?"),
        (b"{%p if paragraph.closing %}", b"{%p if paragraph.basis %}", "không in ra hết, mất «một lời kết»"),
        (b"{%p for paragraph", b"{% for paragraph", "trong đoạn phải có chữ p: {%p for paragraph in paragraphs %}"),
        (b"{%p endfor %}", b"", "thẻ «for» chưa được đóng bằng «endfor»"),
        (b"{%p endif %}", b"{%p endiff %}", "đoạn 8 («{%p endiff %}»): không có thẻ «endiff»; có phải là «endif»?"),
        (b"{{ signer }}", b"{{ signer|format(1) }}", "không dùng được bộ lọc «format»"),
    ],
)
def test_what_is_wrong_with_a_layout_is_told(tmp_path: Path, old: bytes, new: bytes, said: str) -> None:
    problems = "\n".join(map(str, template.check(changed(tmp_path, old, new)).problems))
    assert said in problems


@pytest.mark.parametrize(
    "words",
    [
        b"{</w:t></w:r><w:r><w:t>{ ki</w:t></w:r><w:proofErr w:type='spellEnd'/><w:r><w:t>nd }</w:t></w:r><w:r><w:t>}",
        "{{ kind|default(“KẾ HOẠCH”) }}".encode(),
        "{{\u00a0kind }} {# ghi chú #}".encode(),
        b"{% set own = kind %}{{ own }}",
        b"{{ kind }} &amp; &lt;x&gt;",
    ],
)
def test_what_word_makes_of_tags_is_understood(tmp_path: Path, words: bytes) -> None:
    assert template.check(changed(tmp_path, b"{{ kind }}", words)).problems == ()


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("word/comments.xml", "còn ghi chú"),
        ("word/vbaProject.bin", "có macro"),
        ("word/embeddings/oleObject1.bin", "nhúng bên trong"),
    ],
)
def test_what_may_not_be_in_a_layout_is_refused(tmp_path: Path, part: str, said: str, capsys: Say) -> None:
    assert run("template", "check", changed(tmp_path, b"", b"", extra=part)) == 2
    assert said in capsys.readouterr().err


def test_links_and_fields_that_fetch_are_refused(tmp_path: Path, capsys: Say) -> None:
    end = b"</Relationships>"
    link = b'<Relationship Id="rX" Type="t" Target="http://a.vn/x" TargetMode="External"/>' + end
    assert run("template", "check", changed(tmp_path, end, link, "word/_rels/document.xml.rels")) == 2
    assert "liên kết ra ngoài tệp («http://a.vn/x»)" in capsys.readouterr().err
    run_ = b"<w:r><w:t>{{ kind }}</w:t></w:r>"
    field = run_ + b'<w:r><w:instrText>INCLUDETEXT "c:/x.docx"</w:instrText></w:r>'
    assert run("template", "check", changed(tmp_path, run_, field)) == 2
    assert "lấy nội dung từ nơi khác" in capsys.readouterr().err


def test_a_tracked_change_is_told_with_its_words(tmp_path: Path, capsys: Say) -> None:
    run_ = b"<w:r><w:t>{{ kind }}</w:t></w:r>"
    layout = changed(tmp_path, run_, b'<w:ins w:id="1" w:author="A">' + run_ + b"</w:ins>")
    assert run("template", "check", layout) == 2
    assert "thay đổi đang theo dõi (ở đoạn «{{ kind }}»)" in capsys.readouterr().err


def test_a_layout_without_a_place_for_it_has_the_mark_below_the_number(tmp_path: Path, drafted: Drafted) -> None:
    layout = changed(tmp_path, b"{%p for line in draft_mark %}", b"{%p for line in () %}")
    path = tmp_path / "kh.docx"
    path.write_bytes(drafting.render(drafted("so"), layout, mark=True))
    lines = [block.text for block in read(path).blocks]
    assert lines[lines.index("DỰ THẢO") - 1].startswith("Số:")


# --- an office's own templates ----------------------------------------------------------------------------------


def draft(folder: Path, *more: object) -> int:
    return run("draft", folder / "cap-tren.txt", "--unit", folder / "UNIT.toml", "-o", folder / "kh.docx", *more)


def own(folder: Path, place: str, text: str) -> Path:
    path = folder / "rieng" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder / "rieng"


def test_only_the_files_that_differ_are_needed(folder: Path) -> None:
    templates = own(folder, "wording/chung/ket.txt", "! Đề nghị {{ parts }} thực hiện {{ title_again }}./.\n")
    assert draft(folder, "--templates", templates) == 0
    lines = [block.text for block in read(folder / "kh.docx").blocks]
    assert any(line.startswith("Đề nghị ") and line.endswith("./.") for line in lines)
    assert any("xây dựng Kế hoạch" in line for line in lines)  # the opening is still ours


def test_a_nearer_file_of_ours_is_not_hidden_by_a_farther_one(folder: Path) -> None:
    templates = own(folder, "wording/chung/nhiem-vu.txt", "- Việc chung của văn phòng riêng.\n")
    assert draft(folder, "--templates", templates) == 0
    assert not any("văn phòng riêng" in block.text for block in read(folder / "kh.docx").blocks)


def test_a_layout_in_the_folder_is_used(folder: Path) -> None:
    place = folder / "rieng" / "layout" / "nd30.docx"
    place.parent.mkdir(parents=True)
    place.write_bytes((LAYOUT.parent / "truong-hoc.docx").read_bytes())
    assert draft(folder, "--templates", folder / "rieng") == 0
    look = next(block.look for block in read(folder / "kh.docx").blocks if block.text.startswith("Thực hiện Kế hoạch"))
    assert look is not None
    assert look.letters[0].size == 13


@pytest.mark.parametrize(
    ("place", "text", "said"),
    [
        ("wording/chung/kett.txt", "! x", "có phải là «wording/chung/ket.txt»?"),
        ("chung/ket.txt", "! x", "có phải là «wording/chung/ket.txt»?"),
        ("wording/chung/ket.txt", "! {{ tittle }}", "không có giá trị cho tittle"),
        ("wording/chung/ket.txt", "! {{ title", "thẻ viết sai"),
        ("wording/chung/ket.txt", "! {% include 'khong-co.txt' %}", "không có tệp «khong-co.txt»"),
        ("wording/chung/ket.txt", "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
         "vòng lặp quá"),
    ],
)  # fmt: skip
def test_wording_that_cannot_be_used_is_told(folder: Path, capsys: Say, place: str, text: str, said: str) -> None:
    assert draft(folder, "--templates", own(folder, place, text)) == 2
    told = capsys.readouterr().err
    assert said in told
    assert len(told.strip().splitlines()) == 1
    assert not (folder / "kh.docx").exists()


# --- no harm ----------------------------------------------------------------------------------------------------

DOUBLED = "{% set a = 'aaaaaaaaaaaaaaaa' %}"


@pytest.mark.parametrize(
    "source",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% for a in range(99999999) %}{% endfor %}",
        "{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}",
        "{{ 'a' * 99999999999 }}",
        "{{ 9 ** 9 ** 9 ** 9 }}",
        "{{ '{:>9999999999}'.format(1) }}",
        DOUBLED + "{% set a = a ~ a %}" * 60,
        DOUBLED + "{% set a = a + a %}" * 60,
        DOUBLED + "{% set a = [a, a]|join %}" * 60,
        DOUBLED + "{% set a %}{{ a }}{{ a }}{% endset %}" * 60,
        "{{ ''.__class__.__mro__ }}",
        "{{ range.__self__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{% include '/etc/passwd' %}",
    ],
)
def test_no_template_does_harm_or_runs_without_end(source: str) -> None:
    environment = sandbox(autoescape=True)
    with pytest.raises(Exception):  # noqa: B017, PT011 — whichever it is, it stops
        environment.from_string(source).render({})


def test_a_layout_without_end_is_one_sentence(tmp_path: Path, drafted: Drafted) -> None:
    loops = b"{{ kind }}" + b"{% for a in range(9999) %}" * 3 + b"{% endfor %}" * 3
    with pytest.raises(drafting.LayoutError, match="vòng lặp quá"):
        drafting.render(drafted("so"), changed(tmp_path, b"{{ kind }}", loops))


def test_wording_errors_are_drafting_errors() -> None:
    assert issubclass(WordingError, drafting.DraftingError)
    assert issubclass(drafting.LayoutError, drafting.DraftingError)
