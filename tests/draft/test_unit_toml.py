"""UNIT.toml: read strictly, every error at once, each a sentence that says what to do."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # no stubs among our dependencies
import pytest

from kehoach import unit as units
from kehoach.cli.unit import written

ROOT = Path(__file__).parents[2]
GOOD: dict[str, Any] = {
    "name": "Trường THCS Xuân Sơn",
    "short_name": "THCSXS",
    "level": "truong-thcs",
    "superior": "UBND phường Xuân Sơn",
    "place": "Xuân Sơn",
    "province": "Quảng Ninh",
    "signer": {"authority": "", "position": "HIỆU TRƯỞNG", "name": "Nguyễn Thị A"},
    "departments": [{"name": "Tổ chuyên môn"}],
    "recipients": [{"name": "Phòng Văn hóa - Xã hội", "purpose": "để báo cáo"}],
}
SCHEMA = json.loads((ROOT / "unit.schema.json").read_text(encoding="utf-8"))


def file(folder: Path, text: str) -> Path:
    path = folder / "UNIT.toml"
    path.write_text(text, encoding="utf-8")
    return path


def errors(folder: Path, text: str) -> tuple[str, ...]:
    with pytest.raises(units.UnitError) as raised:
        units.read(file(folder, text))
    return raised.value.errors


def test_a_written_file_is_read_back(tmp_path: Path) -> None:
    assert units.read(file(tmp_path, written(GOOD))) == units.build(GOOD)


def test_all_errors_are_told_at_once_with_the_nearest_key(tmp_path: Path) -> None:
    text = 'name = "Trường THCS A"\nshortname = "THCSA"\nlevel = "truong-thc"\nplace = 5\nprovince = "Huế"\n'
    told = "\n".join(errors(tmp_path, text))
    assert "khóa «shortname» không có trong UNIT.toml; có phải là «short_name»?" in told
    assert "thiếu «short_name»" in told
    assert "thiếu «signer»" in told
    assert "«place» phải là chữ" in told
    assert "có phải là «truong-thcs»?" in told


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"signer": {"authority": "", "position": "PHÓ HIỆU TRƯỞNG"}}, "phải là «KT.»"),
        ({"signer": {"authority": "KT.", "position": "HIỆU TRƯỞNG"}}, "phải là cấp phó"),
        ({"signer": {"authority": "TM.", "position": "HIỆU TRƯỞNG"}}, "không ký «TM.»"),
        ({"signer": {"authority": "K/T", "position": "HIỆU TRƯỞNG"}}, "phải là một trong"),
        ({"signer": {"authority": "", "position": "GIÁM ĐỐC"}}, "ký là HIỆU TRƯỞNG"),
        ({"short_name": "thcs xs"}, "chỉ gồm chữ in hoa"),
        ({"name": "Trường\nA"}, "có xuống dòng"),
        ({"name": "T" * 301}, "quá 300"),
        ({"departments": ["Tổ Văn"]}, "[[departments]]"),
        ({"departments": [{"nam": "Tổ Văn"}]}, "departments thứ 1"),
    ],
)
def test_what_cannot_be_is_told(change: dict[str, Any], said: str) -> None:
    assert any(said in error for error in units.problems(GOOD | change)), units.problems(GOOD | change)


def test_good_data_has_no_problems() -> None:
    assert units.problems(GOOD) == []


def test_names_come_out_in_nfc() -> None:
    assert units.build(GOOD | {"name": unicodedata.normalize("NFD", GOOD["name"])}).name == GOOD["name"]


@pytest.mark.parametrize(
    ("text", "said"),
    [("name = ", "không đúng cú pháp TOML"), ("\x00", "không đúng cú pháp TOML"), ("", "thiếu «name»")],
)
def test_a_broken_file_is_told(tmp_path: Path, text: str, said: str) -> None:
    assert any(said in error for error in errors(tmp_path, text))


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    for path, said in ((tmp_path / "khong-co.toml", "không tìm thấy"), (tmp_path, "thư mục")):
        with pytest.raises(units.UnitError, match=said):
            units.read(path)


def test_the_published_schema_agrees_with_the_reader() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(GOOD, SCHEMA)
    assert SCHEMA["properties"]["level"]["enum"] == list(units.levels())
    assert list(SCHEMA["properties"]) == [key for key in units.KEYS if "." not in key]
    assert SCHEMA["properties"]["signer"]["properties"]["authority"]["enum"] == list(units.AUTHORITIES)


@pytest.mark.parametrize("change", [{"level": "truong"}, {"ten": "A"}, {"signer": {}}, {"short_name": "a b"}])
def test_the_schema_refuses_what_the_reader_refuses(change: dict[str, Any]) -> None:
    assert units.problems(GOOD | change)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(GOOD | change, SCHEMA)


@pytest.mark.parametrize("key", list(units.levels()))
def test_a_level_is_whole(key: str) -> None:
    level = units.levels()[key]
    given = ("name", "area", "kind", "province", "above", "position", "members", "below")
    words = dict.fromkeys(given, "x")
    for text in (level.noun, level.inside, level.title_scope, level.people, level.parts, level.leadership, level.head):
        assert text
        text.format(**words)
    assert level.receivers
    assert all(re.fullmatch(r".+ \(để .+\)", one.format(**words)) for one in level.receivers)
    assert level.internal_lead_days > 0 < level.report_lead_days
