"""What a pen wrote or a seal covers is read by a second engine; what stays in doubt is shown as such, not guessed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kehoach.extract import plan
from kehoach.readers import ReadingError, read
from kehoach.readers.ocr import again, engine, pen, settling
from kehoach.readers.ocr.found import Baseline, Found, by_line, spread
from kehoach.readers.printed.ink import without_red
from kehoach.readers.printed.pixels import Pixels

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

SERIF = [
    Path(folder) / name
    for folder in ("/usr/share/fonts/truetype/dejavu", "C:/Windows/Fonts")
    for name in ("DejaVuSerif.ttf", "times.ttf")
]
HEIGHT = 30
BLACK, RED, BLUE = (20, 20, 20), (214, 44, 52), (40, 50, 150)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache of its own for each test, on whatever system."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))


@pytest.fixture
def page() -> Image:
    for module in ("tesserocr", "PIL", "platformdirs", "onnxruntime", "rapidocr"):
        if not pytest.importorskip("importlib.util").find_spec(module):
            pytest.skip("OCR is an extra")
    try:
        engine.folder()
    except ReadingError:
        pytest.skip("no Vietnamese model here")
    from PIL import Image

    return Image.new("RGB", (1654, 2339), "white")


def write(page: Image, x: int, y: int, text: str, colour: tuple[int, int, int] = BLACK) -> None:
    """Print with its baseline at y."""
    from PIL import ImageDraw

    ImageDraw.Draw(page).text((x, y), text, fill=colour, font=face(), anchor="ls")


def face() -> FreeTypeFont:
    from PIL import ImageFont

    font = next((font for font in SERIF if font.exists()), None)
    if font is None:
        pytest.skip("no font with Vietnamese letters here")
    return ImageFont.truetype(str(font), HEIGHT)


def seal(page: Image, x: int, y: int, radius: int = 150) -> Image:
    """The page with a round red seal, through which the print below is seen."""
    from PIL import Image, ImageChops, ImageDraw

    ink = Image.new("RGB", page.size, "white")
    pen = ImageDraw.Draw(ink)
    for inner in (radius, radius - 50):
        pen.ellipse((x - inner, y - inner, x + inner, y + inner), outline=RED, width=7)
    for step in range(-radius + 60, radius - 60, 34):
        pen.line((x - 60, y + step, x + 60, y + step + 20), fill=RED, width=9)
    return ImageChops.multiply(page, ink)


def doubtful(text: str, confidence: float, y: int = 300, instead: str = "") -> list[Found]:
    """What a first reading may make of print in `write`, of the text itself or `instead` of it."""
    right = 100 + face().getlength(instead or text)
    return spread(text, confidence, 100, right, Baseline(100, y, right, y, HEIGHT))


def grey(page: Image) -> Pixels:
    return without_red(page, 200)


def nothing(picture: Any) -> str:
    return ""


def said(found: list[Found]) -> list[str]:
    return [" ".join(word.text for word in words) for words in by_line(found)]


def test_a_doubtful_number_is_what_the_second_engine_reads(page: Image) -> None:
    write(page, 100, 300, "Số: 2084/KH-SYT")

    assert said(again.completed(doubtful("Sóz?@4/KH-SYT", 20, instead="Số: 2084/KH-SYT"), grey(page), nothing)) == [
        "Số: 2084/KH-SYT"
    ]


def test_a_figure_that_was_taken_for_a_slash_is_read(page: Image) -> None:
    write(page, 100, 300, "Số: 3176/KH-SNV")

    assert said(again.completed(doubtful("Số: 3/76/KH-SNV", 40, instead="Số: 3176/KH-SNV"), grey(page), nothing)) == [
        "Số: 3176/KH-SNV"
    ]


def test_a_slash_that_the_first_reading_lost_comes_back(page: Image) -> None:
    write(page, 100, 300, "Số: 27/KH-PGDĐT")

    assert said(again.completed(doubtful("Số: Z27KH-PGDĐT", 40), grey(page), nothing)) == ["Số: 27/KH-PGDĐT"]


def test_a_number_that_nobody_reads_is_not_guessed(page: Image) -> None:
    for place in range(0, 120, 9):
        write(page, 180 + place, 300 - place % 13, "8", (120, 120, 120))
    write(page, 330, 300, "/KH-SYT")
    (line,) = said(again.completed(doubtful("Số: 84/KH-SYT", 20), grey(page), nothing))

    assert line == "Số: □□/KH-SYT"


def test_without_the_second_engine_a_doubtful_number_is_not_believed(
    page: Image, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pen, "is_there", lambda: False)

    assert said(again.completed(doubtful("Số: 25/KH-SYT", 20), grey(page), nothing)) == ["Số: □□/KH-SYT"]


def test_print_is_believed(page: Image) -> None:
    first = doubtful("Số: 25/KH-SYT", 95)

    assert again.completed(first, grey(page), nothing) == first


def test_a_doubtful_date_is_read_again_and_a_citation_is_not(page: Image) -> None:
    write(page, 100, 300, "Hòa An, ngày 17 tháng 11 năm 2026")
    write(page, 100, 400, "số 25/KH-UBND ngày 18 tháng 11 năm 2026 của")
    first = [
        *doubtful("Hòa An, ngày Í 7tháng I1 năm 2026", 50),
        *doubtful("số 25/KH-UBND ngày 13 tháng 11 năm 2026 của", 50, y=400),
    ]

    assert said(again.completed(first, grey(page), nothing)) == [
        "Hòa An, ngày 17 tháng 11 năm 2026",
        "số 25/KH-UBND ngày 13 tháng 11 năm 2026 của",
    ]


def test_red_ink_becomes_paper_and_the_print_below_stays(page: Image) -> None:
    write(page, 100, 300, "Nguyễn Văn An")
    plain = without_red(page, 200)
    sealed = without_red(seal(page, 200, 280), 200)

    assert not plain.seen
    assert sealed.seen != sealed.data
    changed = sum(a != b for a, b in zip(plain.data, sealed.data, strict=True))
    assert changed < 0.002 * len(plain.data)


def signed(page: Image, name: str, colour: tuple[int, int, int] = BLACK) -> Image:
    for y, text in (
        (200, "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (260, "   XÃ HÒA AN                          Độc lập - Tự do - Hạnh phúc"),
        (340, "   Số: 25/KH-UBND                Hòa An, ngày 05 tháng 3 năm 2026"),
        (460, "                                           KẾ HOẠCH"),
        (520, "                   Phát triển văn hóa đọc trong các trường học"),
        (640, "I. MỤC ĐÍCH"),
        (700, "Đẩy mạnh công tác tuyên truyền trong nhà trường và cộng đồng."),
    ):
        write(page, 120, y, text)
    write(page, 120, 900, "Nơi nhận:")
    write(page, 120, 960, "- Như trên;")
    write(page, 120, 1020, "- Lưu: VT.")
    write(page, 1050, 900, "CHỦ TỊCH")
    write(page, 1000, 1180 if colour == BLACK else 1275, name, colour)
    return seal(page, 1000, 1090)


def signer(path: Path) -> Iterator[str | None]:
    found = plan(read(path)).signer
    yield from (found.value.position, found.value.name) if found else ()


@pytest.mark.parametrize("colour", [BLACK, RED])
def test_a_name_under_a_seal_is_read_and_one_stamped_in_its_red(
    tmp_path: Path, page: Image, colour: tuple[int, int, int]
) -> None:
    path = tmp_path / "page.png"
    signed(page, "Hà Văn Phúc", colour).save(path)

    assert list(signer(path)) == ["CHỦ TỊCH", "Hà Văn Phúc"]


def test_a_name_under_a_signature_in_blue_is_read(tmp_path: Path, page: Image) -> None:
    from PIL import Image as Pictures
    from PIL import ImageChops, ImageDraw

    signed(page, "Hà Văn Phúc")  # what it returns has a seal besides
    ink = Pictures.new("RGB", page.size, "white")
    points = [(1000 + 14 * step, 1165 + (25 if step % 2 else -15)) for step in range(18)]
    ImageDraw.Draw(ink).line(points, fill=BLUE, width=4)
    path = tmp_path / "page.png"
    ImageChops.multiply(page, ink).save(path)

    assert list(signer(path)) == ["CHỦ TỊCH", "Hà Văn Phúc"]


def test_each_word_comes_from_the_engine_that_has_its_letters() -> None:
    pytest.importorskip("onnxruntime", reason="OCR is an extra")
    pytest.importorskip("rapidocr", reason="OCR is an extra")
    assert settling.settled("Nguyn Văn An", "Nguyễn Vần Ấn“") == "Nguyễn Văn An"
    assert settling.settled("Hà Văn Phúc", "“aVănPhúc") == "Hà Văn Phúc"
    assert settling.settled("Hö Thi Vän", "Hồ Thị Vân") == "Hồ Thị Vân"


def test_surnames_and_middle_names_have_the_accents_that_people_have() -> None:
    pytest.importorskip("onnxruntime", reason="OCR is an extra")
    pytest.importorskip("rapidocr", reason="OCR is an extra")
    assert settling.settled("Dinh Thi Hòa", "") == "Đinh Thị Hòa"
    assert settling.settled("Lê Vãn Phúc", "") == "Lê Văn Phúc"
    assert settling.settled("Hàn Quang Vãn", "") == "Hàn Quang Vãn"
    assert settling.settled("Thanh tra", "") == "Thanh tra"


def test_a_position_below_the_body_is_found_without_recipients_and_read_by_whichever_engine_can(page: Image) -> None:
    body = "TM. ỦY BAN NHÂN DÂN"
    write(page, 1000, 300, body)
    write(page, 1060, 300 + round(1.3 * HEIGHT), "PHÓ CHỦ TỊCH")
    right = 1000 + face().getlength(body)
    first = spread(body, 95, 1000, right, Baseline(1000, 300, right, 300, HEIGHT))

    assert said(again.completed(first, grey(page), lambda _: "PHÓ CHỦ TỊCH")) == [body, "PHÓ CHỦ TỊCH"]
