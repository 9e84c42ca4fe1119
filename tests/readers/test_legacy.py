"""Documents in TCVN3, VNI-Windows and VIQR are read as what a person sees in their fonts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.knowledge import table
from kehoach.model import Block, Document, Letters, Look, Note
from kehoach.readers import ReadingError, legacy, read
from kehoach.readers.capitals import capitalised
from kehoach.readers.charsets import Charset, convert, convert_with_places, of_font, recognise
from kehoach.readers.syllables import is_syllable
from tests.bench.legacy import NAMES, REAL, TARGET, accuracy

from .wordfile import p, r, save

# The same sentence, typed in each set.
RIGHT = "Căn cứ Kế hoạch của Ủy ban nhân dân tỉnh về phong trào thi đua, Sở Giáo dục và Đào tạo hướng dẫn như sau"
TCVN3 = "C¨n cø KÕ ho¹ch cña ñy ban nh©n d©n tØnh vÒ phong trµo thi ®ua, Së Gi¸o dôc vµ §µo t¹o h\xadíng dÉn nh\xad sau"
VNI = (
    "Caên cöù Keá hoaïch cuûa UÛy ban nhaân daân tænh veà phong traøo thi ñua, "
    "Sôû Giaùo duïc vaø Ñaøo taïo höôùng daãn nhö sau"
)
VIQR = (
    "Ca(n cu+' Ke^' hoa.ch cu?a U?y ban nha^n da^n ti?nh ve^` phong tra`o thi ddua, "
    "So+? Gia'o du.c va` DDa`o ta.o hu+o+'ng da^~n nhu+ sau"
)
WRITTEN: dict[Charset, str] = {"tcvn3": TCVN3, "vni": VNI, "viqr": VIQR}


def document(*blocks: Block) -> Document:
    return Document(Path("a.doc"), "doc", blocks)


def block(*runs: tuple[str, str], number: str = "") -> Block:
    """A paragraph of runs, each with its font."""
    letters, text = [], ""
    for words, font in runs:
        letters.append(Letters(len(text), len(text) + len(words), font))
        text += words
    return Block(text, "đoạn 1", number=number, look=Look(tuple(letters)))


def only(*blocks: Block) -> Block:
    return legacy.repair(document(*blocks)).blocks[0]


@pytest.mark.parametrize("charset", WRITTEN)
def test_a_sentence_in_each_set(charset: Charset) -> None:
    expected = RIGHT.replace("Ủy", "ủy") if charset == "tcvn3" else RIGHT
    assert convert(WRITTEN[charset], charset) == expected


@pytest.mark.parametrize("charset", WRITTEN)
def test_letters_alone_tell_the_set(charset: Charset) -> None:
    assert recognise(WRITTEN[charset]) == charset


@pytest.mark.parametrize(
    "text",
    [
        RIGHT,
        "Số: 12/KH-UBND",
        "Thuc hién Ké hoach s6 337/KH-UBND ngay 29/12/2023 cia Uy ban nhan dan thanh phé vé viéc thuc hién " * 3,
        "Le Comité populaire a approuvé le plan déjà préparé à Hanoï, où l'école était très âgée; ça été été" * 3,
        "See e.g. the plan at www.hanoi.gov.vn (a.m.), mail to a.b@c.vn; x^2 + y^2 = z^2; what? Yes. No." * 5,
    ],
    ids=["unicode", "short", "damaged", "french", "english"],
)
def test_other_texts_are_in_no_old_set(text: str) -> None:
    assert recognise(text) is None


@pytest.mark.parametrize(
    ("font", "charset", "capitals"),
    [
        (".VnTime", "tcvn3", False),
        (".VnTimeH", "tcvn3", True),
        (".VnArial NarrowH", "tcvn3", True),
        ("GDNPMG+VnTimeHBold", "tcvn3", True),
        ("GDNPOJ+VnTimeItalic", "tcvn3", False),
        (".VnTeknical,Bold", "tcvn3", False),
        (".vntime", "tcvn3", False),
        ("VNI-Times", "vni", False),
        ("VNI-Helve-Condense", "vni", False),
        ("Times New Roman", None, False),
        ("VNtimes new roman", None, False),
        ("Vntime", None, False),
        ("Helvetica", None, False),
    ],
)
def test_fonts_tell_their_set(font: str, charset: str | None, capitals: bool) -> None:
    assert of_font(font) == (charset, capitals)


SYLLABLES = [
    "thuở", "quyết", "nghiệp", "ưỡn", "khuỷu", "rượu", "đặng", "đẵn", "gì", "giếng", "ý", "yếu", "ỷ", "oằn", "xoèn",
    "kỵ", "hỗ", "rổ", "lẫm", "ẩm", "nhậm", "vĩ", "chị", "chỉ", "bẽ", "vẹn", "kẻ", "đễ", "hễ", "mỡ", "lở", "ợ", "cữ",
    "lữa", "tử", "mũ", "cụ", "ngoẳng",
]  # fmt: skip


@pytest.mark.parametrize("syllable", SYLLABLES)
def test_these_are_syllables(syllable: str) -> None:
    assert is_syllable(syllable)
    assert is_syllable(syllable.upper())


@pytest.mark.parametrize("word", ["hoach", "QuyÕt", "Oanhh", "kế9", "được̀", "cac", "UBND", "plan", "tst", "nghành̉"])
def test_these_are_not(word: str) -> None:
    assert not is_syllable(word)


def typed(word: str, charset: Charset) -> str:
    """A word as its letters are written in a set, by the table read backwards."""
    known = table("legacy")
    if charset == "tcvn3":
        codes = {c: chr(int(first, 16) + n) for first, row in known["tcvn3"].items() for n, c in enumerate(row)}
        return "".join(codes.get(c, c) for c in word)
    pairs = {letter: vowel + mark for vowel, row in known["vni"]["marks"].items() for mark, letter in row.items()}
    written = pairs | {letter: code for code, letter in known["vni"]["single"].items()}
    return "".join(written.get(c.lower(), c.lower()).upper() if c.isupper() else written.get(c, c) for c in word)


@settings(deadline=None)  # the first text loads the tables
@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=20))
def test_what_is_typed_is_read(words: list[str]) -> None:
    text = " ".join(words)
    assert convert(typed(text, "tcvn3"), "tcvn3") == text
    assert convert(typed(text, "vni"), "vni") == text
    assert convert(typed(text.upper(), "vni"), "vni") == text.upper()


@given(st.text("aeouyAEOUYôöÔÖùøûõïâáàåãäêéèúüëñÑ bcn\xad", max_size=30), st.sampled_from(["tcvn3", "vni", "viqr"]))
def test_places_stay_within_the_text_and_in_order(text: str, charset: Charset) -> None:
    new, places = convert_with_places(text, charset)
    assert len(places) == len(text) + 1
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0, len(new))


def test_a_font_of_capitals_shows_capitals() -> None:
    assert only(block(("kÕ ho¹ch", ".VnTimeH"), (" n¨m 2008", ".VnTime"))).text == "KẾ HOẠCH năm 2008"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("QUYếT ĐịNH", "QUYẾT ĐỊNH"),
        ("ủY BAN NHÂN DÂN THàNH PHố Hà NộI", "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI"),
        ("Bộ TàI CHíNH", "BỘ TÀI CHÍNH"),
        ("Điều lệ ở XÃ", "Điều lệ ở XÃ"),
        ("DÂN ở XÃ, PHƯờNG", "DÂN Ở XÃ, PHƯỜNG"),
        ("Số: 12/QĐ-UB; Sở GDĐT, Bộ KH&ĐT, Hà Nội; Tổ 3", "Số: 12/QĐ-UB; Sở GDĐT, Bộ KH&ĐT, Hà Nội; Tổ 3"),
    ],
)
def test_capitals_that_could_not_be_typed(typed: str, meant: str) -> None:
    assert capitalised(typed) == meant


def test_letters_keep_their_looks_when_two_codes_become_one_letter() -> None:
    repaired = only(block(("Keá ", "VNI-Times"), ("hoaïch", "VNI-Helve"), (" số", "Times New Roman")))
    assert repaired.text == "Kế hoạch số"
    assert repaired.look is not None
    assert [(x.start, x.end, x.font) for x in repaired.look.letters] == [
        (0, 3, "VNI-Times"), (3, 8, "VNI-Helve"), (8, 11, "Times New Roman"),
    ]  # fmt: skip


def test_a_letter_cut_in_two_by_its_looks_is_whole() -> None:
    cut = Block("Keá", "đoạn 1", look=Look((Letters(0, 2, "VNI-Times"), Letters(2, 3, "VNI-Times", bold=True))))
    assert only(cut).text == "Kế"


def test_unicode_in_an_old_font_stays() -> None:
    assert only(block(("và số 12 của tỉnh", ".VnTime"))).text == "và số 12 của tỉnh"
    assert only(block(("KÕ ho¹ch của Sở", ".VnTime"))).text == "Kế hoạch của Sở"


def test_a_list_number_in_words_is_read_too() -> None:
    assert only(block(("Ph¹m vi", ".VnTime"), number="§iÒu 1.")).shown == "Điều 1. Phạm vi"


def test_letters_in_a_plain_font_are_read_when_they_are_surely_old() -> None:
    text = TCVN3.replace("\xad", "−")
    repaired = legacy.repair(document(block((text, "Arial"))))
    assert repaired.blocks[0].text == RIGHT.replace("Ủy", "ủy")
    assert repaired.notes == (Note("legacy", "bảng mã TCVN3 (ABC)"),)


def test_the_note_names_set_and_fonts() -> None:
    repaired = legacy.repair(document(block(("KÕ ho¹ch", ".VnTimeH"))))
    assert repaired.notes == (Note("legacy", "bảng mã TCVN3 (ABC); phông .VnTimeH"),)


def test_a_document_in_unicode_is_given_back() -> None:
    sound = document(block((RIGHT, "Times New Roman")), block(("No accents", ".VnTime")))
    assert legacy.repair(sound) is sound


def test_old_letters_do_not_count_as_damage() -> None:
    old = Document(Path("a"), "doc", (block(((TCVN3 + " ") * 3, ".VnTime")),), damaged=True)
    assert not legacy.repair(old).damaged


def test_optional_hyphens_of_word_are_letters_in_these_fonts_only(tmp_path: Path) -> None:
    font = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    hyphen = "<w:softHyphen/>"
    other = r("tác h\xadội")
    body = (
        f"<w:p><w:r><w:rPr>{font}</w:rPr><w:t>Th</w:t>{hyphen}<w:t>êng vô n</w:t>{hyphen * 2}<w:t>íc</w:t></w:r></w:p>"
        + p("h\xadíng dÉn", run=font)
        + f"<w:p>{r('công')}<w:r>{hyphen}</w:r>{other}</w:p>"
    )
    assert [b.text for b in read(save(tmp_path / "a.docx", body)).blocks] == [
        "Thường vụ nước",
        "hướng dẫn",
        "côngtác hội",
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam.", "Cộng hòa xã hội chủ nghĩa Việt Nam."),
        ("UBND ti?nh (DDa('k La('k)", "UBND tỉnh (Đắk Lắk)"),
        ("ho^.i. Bo^. Gia'o du.c", "hội. Bộ Giáo dục"),
        ("ngu+o+`i DDu+'c", "người Đức"),
        ("a.b@c.vn, www.moet.gov.vn", "a.b@c.vn, www.moet.gov.vn"),
        ("cu?a ta\\. v.v...", "của ta. v.v..."),
        ("nghie^.m vu..", "nghiệm vụ."),
    ],
)
def test_marks_behind_letters(typed: str, meant: str) -> None:
    assert convert(typed, "viqr") == meant


@pytest.mark.parametrize("name", NAMES)
def test_real_documents_are_read_as_their_transcripts_say(name: str) -> None:
    path = REAL / name
    if not path.exists():
        pytest.skip("needs ../shared/real, which is not part of the repo")
    try:
        found = read(path)
    except ReadingError as error:
        if "cài LibreOffice" in str(error) or "pypdfium2" in str(error):
            pytest.skip(f"{error}")
        raise
    share, wrong = accuracy(found, path.with_suffix(".truth.txt").read_text(encoding="utf-8"))
    # the transcript of 143 has «nẵng», «ngẵt» for nặng, ngặt
    assert share >= (0.994 if name == "143.doc" else TARGET), wrong
