"""Scans and pictures of pages: read by OCR, kept in a cache, mended where OCR errs time and again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kehoach.model import Block, Document
from kehoach.readers import ReadingError, read
from kehoach.readers.ocr import engine
from kehoach.readers.ocr.mending import mended

from .paper import Paper, made

if TYPE_CHECKING:
    from PIL.Image import Image

FONTS = [
    Path(folder) / name
    for folder in ("/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/truetype/liberation", "C:/Windows/Fonts")
    for name in ("DejaVuSerif.ttf", "LiberationSerif-Regular.ttf", "times.ttf")
]
LINES = (
    "UBND TỈNH HÒA AN",
    "Số: 25/KH-UBND",
    "KẾ HOẠCH",
    "Phát triển văn hóa đọc trong các trường học năm 2026",
    "Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy",
    "ban nhân dân tỉnh về xây dựng xã hội học tập.",
)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own for each test, on whatever system."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def scan() -> Image:
    """A page as a scanner sees it."""
    for module in ("tesserocr", "PIL", "platformdirs"):
        pytest.importorskip(module, reason="OCR is an extra")
    try:
        engine.folder()
    except ReadingError:
        pytest.skip("no Vietnamese model here")
    font = next((font for font in FONTS if font.exists()), None)
    if font is None:
        pytest.skip("no font with Vietnamese letters here")
    from PIL import Image, ImageDraw, ImageFont

    page = Image.new("L", (1240, 1754), 255)
    pen, face = ImageDraw.Draw(page), ImageFont.truetype(str(font), 28)
    for number, line in enumerate(LINES):
        pen.text((120, 200 + 60 * number), line, fill=0, font=face)
    return page


def words(document: Document) -> str:
    return " ".join(block.text for block in document.blocks)


def scanned_pdf(path: Path, page: Image, layer: str = "") -> Path:
    paper = Paper(picture=(page.tobytes(), page.width, page.height))
    for number, line in enumerate(filter(None, layer.split("\n"))):
        paper.write(60, 100 + 20 * number, line, seen=False)
    path.write_bytes(made(paper))
    return path


def test_a_scan_is_read_and_says_so(tmp_path: Path, scan: Image) -> None:
    document = read(scanned_pdf(tmp_path / "scan.pdf", scan))

    assert document.ocr
    assert [note.code for note in document.notes] == ["ocr"]
    assert "trang 1:" in document.notes[0].text
    assert "25/KH-UBND" in words(document)
    assert "ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh" in words(document)


def test_a_useless_layer_is_not_read(tmp_path: Path, scan: Image) -> None:
    ruined = "\n".join(["Cin cu K6 hoach s6 12/KH-UBND ngay 05 thang 01 nam 2026 cua Uy ban"] * 8)
    document = read(scanned_pdf(tmp_path / "scan.pdf", scan, ruined))

    assert document.ocr
    assert "Cin cu" not in words(document)
    assert "Căn cứ Kế hoạch" in words(document)


def test_a_good_layer_over_a_picture_is_read_as_it_is(tmp_path: Path, scan: Image) -> None:
    good = "\n".join(["Căn cứ Kế hoạch số 13/KH-UBND ngày 06 tháng 01 năm 2026 của Ủy ban"] * 8)
    document = read(scanned_pdf(tmp_path / "scan.pdf", scan, good))

    assert not document.ocr
    assert "13/KH-UBND" in words(document)


def test_only_the_scanned_page_of_a_mixed_file_is_recognised(tmp_path: Path, scan: Image) -> None:
    path = tmp_path / "mixed.pdf"
    text = Paper()
    for number in range(6):
        text.write(85, 100 + 24 * number, f"{number + 1}. Đẩy mạnh công tác tuyên truyền trong nhà trường.")
    path.write_bytes(made(text, Paper(picture=(scan.tobytes(), scan.width, scan.height))))
    document = read(path)

    assert "1 trong 2 trang" in document.notes[0].text
    assert {block.page for block in document.blocks if block.look} == {1}
    assert "25/KH-UBND" in words(document)


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif"])
def test_pictures_are_read(tmp_path: Path, scan: Image, suffix: str) -> None:
    path = tmp_path / f"page{suffix}"
    scan.save(path)

    assert "25/KH-UBND" in words(read(path))


def test_every_page_of_a_tif_is_read(tmp_path: Path, scan: Image) -> None:
    path = tmp_path / "pages.tif"
    scan.save(path, save_all=True, append_images=[scan.rotate(90, expand=True)])
    document = read(path)

    assert [block.page for block in document.blocks if "25/KH-UBND" in block.text] == [1, 2]


def test_a_fax_with_half_the_dots_down_is_read(tmp_path: Path, scan: Image) -> None:
    path = tmp_path / "fax.tif"
    scan.resize((scan.width, scan.height // 2)).save(path, dpi=(150, 75))

    assert "25/KH-UBND" in words(read(path))


def test_a_page_on_its_head_is_read(tmp_path: Path, scan: Image) -> None:
    path = tmp_path / "page.png"
    scan.rotate(180).save(path)

    assert "25/KH-UBND" in words(read(path))


@pytest.mark.parametrize("angle", [-4, 4])
def test_a_page_that_lies_askew_is_read(tmp_path: Path, scan: Image, angle: int) -> None:
    path = tmp_path / "page.png"
    scan.rotate(angle, expand=True, fillcolor=255).save(path, dpi=(150, 150))
    text = words(read(path))

    assert all(line in text for line in LINES[:4])


def entries(cache: Path) -> list[Path]:
    return sorted(cache.rglob("*.json"))


def test_a_second_run_takes_what_the_first_has_kept(tmp_path: Path, scan: Image, cache: Path) -> None:
    path = scanned_pdf(tmp_path / "scan.pdf", scan)
    read(path)
    (entry,) = entries(cache)
    entry.write_text(entry.read_text(encoding="utf-8").replace("25/KH-UBND", "77/KH-UBND"), encoding="utf-8")

    assert "77/KH-UBND" in words(read(path))


@pytest.mark.parametrize(
    "rubbish", ["", "{", '{"words": 3}', "[]", json.dumps({"width": 1, "height": 1, "words": [[1]]})]
)
def test_a_spoilt_entry_of_the_cache_is_read_anew(tmp_path: Path, scan: Image, cache: Path, rubbish: str) -> None:
    path = scanned_pdf(tmp_path / "scan.pdf", scan)
    read(path)
    (entry,) = entries(cache)
    entry.write_text(rubbish, encoding="utf-8")

    assert "25/KH-UBND" in words(read(path))


def test_a_file_that_is_no_picture_says_so(tmp_path: Path) -> None:
    pytest.importorskip("tesserocr", reason="OCR is an extra")
    path = tmp_path / "page.png"
    path.write_bytes(b"no picture")

    with pytest.raises(ReadingError, match="không phải ảnh"):
        read(path)


def test_without_the_model_one_sentence_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("tesserocr", reason="OCR is an extra")
    monkeypatch.setattr(engine, "FOLDERS", ())
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))

    with pytest.raises(ReadingError, match="apt install tesseract-ocr-vie"):
        engine.signature()


def test_the_model_is_found_through_its_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tessdata").mkdir()
    (tmp_path / "tessdata" / engine.MODEL).write_bytes(b"model")
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))

    assert engine.folder() == tmp_path / "tessdata"


def lines(*texts: str) -> Document:
    blocks = tuple(Block(text, label="", page=1) for text in texts)
    return Document(Path("scan.pdf"), "pdf", blocks, ocr=True)


MENDED: dict[str, tuple[list[str], list[str]]] = {
    "numerals": (
        ["IL. MỤC ĐÍCH", "H. Nội dung", "II. Đối tượng", "IV. Kinh phí"],
        ["I. MỤC ĐÍCH", "II. Nội dung", "III. Đối tượng", "IV. Kinh phí"],
    ),
    "a dot read as a letter": (
        ["I. A", "II. B", "IIIL TIÊU CHÍ", "IV. D"],
        ["I. A", "II. B", "III. TIÊU CHÍ", "IV. D"],
    ),
    "a dot read as a letter behind a V": (
        ["I. A", "II. B", "III. C", "IV. D", "VL TIÊU CHÍ", "VI. E"],
        ["I. A", "II. B", "III. C", "IV. D", "V. TIÊU CHÍ", "VI. E"],
    ),
    "a lost dot and a comma for one": (
        ["I. A", "IỊ, Bài học", "III Tổ chức thực hiện", "IV, D"],
        ["I. A", "II. Bài học", "III. Tổ chức thực hiện", "IV. D"],
    ),
    "half a title": (["UBND TỈNH", "HOẠCH", "Kiểm tra bếp ăn"], ["UBND TỈNH", "KẾ HOẠCH", "Kiểm tra bếp ăn"]),
    "a stroke too many in a law": (["Luật số 62/2020/QHI14"], ["Luật số 62/2020/QH14"]),
    "a number that a pen wrote into print": (
        ["(Kèm theo Kế hoạch số 4 1%7 /KH-SNV ngày 06/11/2026)", "Kế hoạch số 45-46/KH-SNV"],
        ["(Kèm theo Kế hoạch số 41□7/KH-SNV ngày 06/11/2026)", "Kế hoạch số 45-46/KH-SNV"],
    ),
    "purposes": (["- UBND tỉnh (đề b/€);", "- Các phòng (để th);"], ["- UBND tỉnh (để b/c);", "- Các phòng (để t/h);"]),
    "specks": (["Nơi nhận:", "r", "Nguyễn Văn An"], ["Nơi nhận:", "Nguyễn Văn An"]),
    "numerals that begin anew": (["I. A", "II. B", "I. C", "H. D"], ["I. A", "II. B", "I. C", "II. D"]),
    "a date": (["Hòa An, ngày Í 7tháng I1 năm 2017"], ["Hòa An, ngày 17 tháng 11 năm 2017"]),
    "a number line": (["Sóz?@4|/KH-SYT"], ["Số: ?@4|/KH-SYT".replace("?@", "□□").replace("|", "□")]),
    "letters": (["L. Mục đích", "1. Mục tiêu", "2. Yêu cầu"], ["I. Mục đích", "1. Mục tiêu", "2. Yêu cầu"]),
    "a lost slash": (
        ["Căn cứ Nghị định số 118/2025NĐ-CP và Luật số 62/2020QH14;"],
        ["Căn cứ Nghị định số 118/2025/NĐ-CP và Luật số 62/2020/QH14;"],
    ),
    "a stroke that is no figure": (
        ["1. Mục đích chung", "1. Mục tiêu", "II. Nội dung"],
        ["I. Mục đích chung", "1. Mục tiêu", "II. Nội dung"],
    ),
    "figures that are figures": (["1. Mục tiêu", "2. Yêu cầu", "1. Kinh phí"],) * 2,
    "numerals before a dash or a slash": (
        ["I- MỤC ĐÍCH", "I- NHIỆM VỤ", "1- Tuyên truyền", "II- TỔ CHỨC"],
        ["I- MỤC ĐÍCH", "II- NHIỆM VỤ", "1- Tuyên truyền", "III- TỔ CHỨC"],
    ),
    "strokes that a slash has eaten": (
        ["U MỤC ĐÍCH", "I/ NỘI DUNG", "II/ KINH PHÍ", "IV/ TỔ CHỨC"],
        ["I. MỤC ĐÍCH", "II/ NỘI DUNG", "III/ KINH PHÍ", "IV/ TỔ CHỨC"],
    ),
    "numerals of parts": (
        ["PHẦN I", "I. Tình hình", "PHẦN H", "I. Đối tượng", "PHẦN II", "I. Sở Y tế"],
        ["PHẦN I", "I. Tình hình", "PHẦN II", "I. Đối tượng", "PHẦN III", "I. Sở Y tế"],
    ),
    "a numeral that is lost": (
        ["/ TÌNH HÌNH", "1/ Thuận lợi", "I/ CHỈ TIÊU", "H/ GIẢI PHÁP"],
        ["I/ TÌNH HÌNH", "1/ Thuận lợi", "II/ CHỈ TIÊU", "III/ GIẢI PHÁP"],
    ),
    "what is right": (["I. Mục đích", "II. Nội dung", "ngày 05 tháng 01 năm 2026"],) * 2,
    "the words of a date": (["Hòa An, ngày 14 thắng 4 nãm 2017"], ["Hòa An, ngày 14 tháng 4 năm 2017"]),
    "the dot of a list": (["5, Giáo viên bộ môn", "5, 6 tuổi"], ["5. Giáo viên bộ môn", "5, 6 tuổi"]),
    "a letter of another language": (["Nghị quyết số 71-ÑQ/TW"], ["Nghị quyết số 71-NQ/TW"]),
    "a one that is a stroke": (
        ["L MỤC ĐÍCH, YÊU CẦU", "I. Mục đích", "2. Yêu cầu", "II. NỘI DUNG", "I. Mục tiêu", "a) Chung"],
        ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu", "II. NỘI DUNG", "I. Mục tiêu", "a) Chung"],
    ),
    "an impossible date": (["ngày 4S tháng l9 năm 2026"],) * 2,
    "a society, which is no commune": (["XÂY DỰNG XÃ HÔI HỌC TẬP"], ["XÂY DỰNG XÃ HỘI HỌC TẬP"]),
    "a stroke too many": (
        ["I. Mục đích", "II. Yêu cầu", "IIII. Nội dung"],
        ["I. Mục đích", "II. Yêu cầu", "III. Nội dung"],
    ),
    "a stroke before words in small letters": (["I. MỤC ĐÍCH", "l Học sinh tham gia", "II. NỘI DUNG"],) * 2,
    "a figure alone": (["Số lớp", "5"],) * 2,
    "a number line below other lines": (
        ["UBND TỈNH HÒA AN", "SỞ Y TẾ", "Độc lập - Tự do - Hạnh phúc", "Sóz?@4|/KH-SYT"],
        ["UBND TỈNH HÒA AN", "SỞ Y TẾ", "Độc lập - Tự do - Hạnh phúc", "Số: □□4□/KH-SYT"],
    ),
    "a word like the kind, far below the head": ([*["Nội dung khác."] * 14, "HOẠCH"],) * 2,
    "a year that a narrow column broke": (["Trước ngày 30/10/202 6"], ["Trước ngày 30/10/2026"]),
    "accents": (
        ["V. TỐ CHỨC THỰC HIỆN", "Đấy mạnh chuyến đối số; kết quá thực hiên của Sở Tự pháp, UBNĐ xã."],
        ["V. TỔ CHỨC THỰC HIỆN", "Đẩy mạnh chuyển đổi số; kết quả thực hiện của Sở Tư pháp, UBND xã."],
    ),
    "accents that fit one neighbour": (["quy định chỉ tiết một số điều"], ["quy định chi tiết một số điều"]),
    "an item c": (["C€) Hoàn thành", "¢) Tạo cơ hội"], ["c) Hoàn thành", "c) Tạo cơ hội"]),
    "accents of names": (["Bà Hà Thị Hoá, xã Bình Thạnh", "XÃ ĐỒNG LẦM", "hàng năm, hằng năm"],) * 2,
    "accents of words side by side": (
        ["giải quyết thứ túc hành chính", "kẹt quà sơ kết; nói ít, lẩm mẩu nhiều; Chủ tịch, cặc Phó Chủ tịch"],
        ["giải quyết thủ tục hành chính", "kết quả sơ kết; nói ít, làm mẫu nhiều; Chủ tịch, các Phó Chủ tịch"],
    ),
    "accents that are right though another word is seen more often": (
        ["Công an, Quân sự, Đoàn Thanh niên cùng cấp", "a) Khen thưởng hàng năm"],
    )
    * 2,
    "a heading with a small word": (["L MỤC ĐÍCH và YÊU CẦU", "II. A"], ["I. MỤC ĐÍCH và YÊU CẦU", "II. A"]),
    "names in capitals, which are no heading": (["I. MỤC ĐÍCH", "l UBND TỈNH giao xã", "II. NỘI DUNG"],) * 2,
    "a numeral before «1.»": (["A. NỘI DUNG", "I. Mục tiêu", "1. Chung"],) * 2,
}


@pytest.mark.parametrize("case", MENDED)
def test_usual_misreadings_are_put_right(case: str) -> None:
    before, after = MENDED[case]

    assert [block.text for block in mended(lines(*before), {1}).blocks] == after


def test_pages_with_real_text_are_not_mended() -> None:
    document: Any = lines("H. Nội dung", "II. Đối tượng")

    assert mended(document, set()).blocks == document.blocks


def test_ruled_cells_of_a_scan_are_cells(tmp_path: Path, scan: Image) -> None:
    from PIL import ImageDraw, ImageFont

    pen = ImageDraw.Draw(scan)
    face = ImageFont.truetype(str(next(font for font in FONTS if font.exists())), 28)
    for y in (800, 880, 1000):
        pen.line((120, y, 1100, y), fill=0, width=2)
    for x in (120, 640, 1100):
        pen.line((x, 800, x, 1000), fill=0, width=2)
    for x, y, text in (
        (140, 825, "Nội dung công việc"),
        (660, 825, "Thời gian hoàn thành"),
        (140, 900, "Xây dựng kế hoạch của"),
        (140, 945, "nhà trường"),
        (660, 900, "Trước ngày 30/4/2026"),
    ):
        pen.text((x, y), text, fill=0, font=face)
    document = read(scanned_pdf(tmp_path / "scan.pdf", scan.rotate(0.4, fillcolor=255)))
    cells = {(b.cell.row, b.cell.column): b.text for b in document.blocks if b.cell}

    assert cells == {
        (1, 1): "Nội dung công việc",
        (1, 2): "Thời gian hoàn thành",
        (2, 1): "Xây dựng kế hoạch của nhà trường",
        (2, 2): "Trước ngày 30/4/2026",
    }
