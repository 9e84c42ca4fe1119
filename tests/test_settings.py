"""kehoach.toml: found upward, laid over what it extends, every slip one Vietnamese sentence, every exception reasoned."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kehoach.rules.samples import plan as sample
from kehoach.settings import SettingsError, find, load

from .command import run

# A numeral is skipped (KH205), a deadline is vague (KH407).
WARNED = sample(
    "I. NỘI DUNG",
    "Tập huấn.",
    "III. TỔ CHỨC THỰC HIỆN",
    "Các tổ gửi hồ sơ về nhà trường theo thời gian quy định.",
    "Các tổ gửi báo cáo về nhà trường khi có dịp.",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "office" / "2024" / "plan.txt"
    path.parent.mkdir(parents=True)
    path.write_text(WARNED, encoding="utf-8")
    return path


def settings(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def found(file: Path, *arguments: str, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """The rules that found something, with the severity they said it in."""
    _, out, _ = run("lint", file, "--format", "json", *arguments, capsys=capsys)
    return {finding["rule"]: finding["severity"] for finding in json.loads(out)["files"][0]["findings"]}


def test_the_nearest_file_above_the_plan_is_used(file: Path, tmp_path: Path) -> None:
    assert find(file) is None
    far = settings(tmp_path / "kehoach.toml", "")
    assert find(file) == far
    near = settings(tmp_path / "office" / "kehoach.toml", "")
    assert find(file) == near


def test_plans_of_two_folders_have_their_own(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(file.parent / "kehoach.toml", 'select = ["KH205"]')
    other = tmp_path / "other.txt"
    other.write_text(WARNED, encoding="utf-8")
    _, out, _ = run("lint", file, other, "--format", "json", capsys=capsys)
    first, second = ({f["rule"] for f in body["findings"]} for body in json.loads(out)["files"])
    assert first == {"KH205"}
    assert {"KH205", "KH407"} <= second


def test_select_and_ignore_and_severity_hold(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(
        file.parent / "kehoach.toml",
        """
select = ["KH2", "KH407"]
ignore = { KH407 = "Sở đã định ngày ở công văn riêng" }
[severity]
KH2 = "info"
KH205 = "error"
""",
    )
    assert found(file, capsys=capsys) == {"KH205": "error"}
    code, _, err = run("lint", file, capsys=capsys)
    assert code == 1
    assert "bỏ qua KH407: Sở đã định ngày ở công văn riêng" in err


def test_fail_on_of_the_file_counts_unless_the_command_line_says_otherwise(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(file.parent / "kehoach.toml", 'select = ["KH205"]\nfail_on = "warning"')
    assert run("lint", file, capsys=capsys)[0] == 1
    assert run("lint", file, "--fail-on", "error", capsys=capsys)[0] == 0


def test_the_command_line_overrides(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(file.parent / "kehoach.toml", 'select = ["KH205"]')
    assert set(found(file, "--select", "KH407", capsys=capsys)) == {"KH407"}
    assert found(file, "--ignore", "KH205", capsys=capsys) == {}


def test_an_option_of_a_rule_reaches_its_check(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(file.parent / "kehoach.toml", 'select = ["KH407"]')
    _, out, _ = run("lint", file, capsys=capsys)
    assert out.count("KH407") == 1
    settings(file.parent / "kehoach.toml", 'select = ["KH407"]\n[rules.KH407]\nphrases = ["khi có dịp"]')
    load.cache_clear()
    _, out, _ = run("lint", file, capsys=capsys)
    assert out.count("KH407") == 2


def test_an_option_of_a_family_holds_for_every_rule_that_has_it(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = settings(
        file.parent / "kehoach.toml",
        '[rules.KH6]\nknown = ["HTSĐ"]\n[rules.kh611]\nknown = ["XHHT"]\n[rules.KH402]\ndays = 5',
    )
    assert load(own).options == {
        "KH611": {"known": ("XHHT",)}, "KH612": {"known": ("HTSĐ",)}, "KH613": {"known": ("HTSĐ",)},
        "KH617": {"known": ("HTSĐ",)}, "KH402": {"days": 5},
    }  # fmt: skip
    _, out, _ = run("lint", file, "--show-config", capsys=capsys)
    assert f'known = ["HTSĐ"] ({own})' in out
    assert "always = false (mặc định)" in out


def test_what_is_extended_lies_below(file: Path, tmp_path: Path) -> None:
    (tmp_path / "chung").mkdir()
    settings(
        tmp_path / "chung" / "kehoach.toml",
        'select = ["KH2"]\nignore = { KH201 = "chung" }\nfail_on = "warning"\n[severity]\nKH205 = "info"',
    )
    own = settings(
        file.parent / "kehoach.toml",
        'extends = "../../chung/kehoach.toml"\nselect = ["KH2", "KH4"]\nignore = { KH204 = "riêng" }',
    )
    config = load(own)
    assert config.select == ("KH2", "KH4")
    assert config.ignore == {"KH201": "chung", "KH204": "riêng"}
    assert config.fail_on.name == "WARNING"
    assert {code: severity.name for code, severity in config.severities.items()} == {"KH205": "INFO"}
    assert config.origins["ignore.KH201"] == str(tmp_path.resolve() / "chung" / "kehoach.toml")


def test_settings_that_are_no_utf8_say_so(file: Path) -> None:
    (file.parent / "kehoach.toml").write_text('select = ["KH2"]', encoding="utf-16")
    with pytest.raises(SettingsError, match="không phải văn bản UTF-8; hãy lưu lại với bảng mã UTF-8"):
        load(file.parent / "kehoach.toml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('selct = ["KH2"]', "không có khóa «selct», có phải là «select»"),
        ('select = ["KH999"]', "«KH999» không phải quy tắc hay nhóm nào"),
        ('select = "KH2"', "phải là danh sách"),
        ('ignore = ["KH204"]', "cần lý do cho từng quy tắc"),
        ('ignore = { KH205 = "" }', "«ignore.KH205» thiếu lý do"),
        ('ignore = { KH25 = "x" }', "«KH25»"),
        ('fail_on = "fatal"', "phải là một trong error, warning, info"),
        ('[severity]\nKH205 = "heavy"', "phải là một trong error, warning, info"),
        ('[rules.KH407]\nphrase = ["x"]', "KH407 không có tùy chọn «phrase», có phải là «phrases»"),
        ("[rules.KH407]\nphrases = 3", "phải là danh sách"),
        ("[rules.KH408]\nx = 3", "KH408 không có tùy chọn nào"),
        ("[rules.KH9]\nx = 3", "KH9 không có tùy chọn nào"),
        ("[rules.KH6]\nalowed = []", "KH6 không có tùy chọn «alowed», có phải là «allowed»"),
        ('[rules.KH402]\ndays = "5"', "«rules.KH402.days» phải là một số nguyên từ 1 trở lên"),
        ("[rules.KH402]\ndays = 0", "phải là một số nguyên từ 1 trở lên"),
        ("[rules.KH402]\ndays = true", "phải là một số nguyên từ 1 trở lên"),
        ("[rules.KH124]\nleft = 30", "«rules.KH124.left» phải là hai số, số nhỏ trước, ví dụ [30, 35]"),
        ("[rules.KH124]\nleft = [35, 30]", "phải là hai số, số nhỏ trước"),
        ("[rules.KH125]\nfirst = 1", "phải là true hoặc false"),
        ('[rules.KH714]\nstyle = "hàng năm"', 'phải là một trong "", "hằng", "hàng"'),
        ("[rules.KH127.sizes]\nmoto = [12, 13]", 'tên là một trong "motto", "slogan"'),
        ("[rules.KH127.sizes]\nmotto = [13, 12]", "mỗi giá trị là hai số, số nhỏ trước"),
        ('[rules.KH201.required]\n"" = ["purpos"]', 'danh sách, mỗi mục là một trong "purpose", "content"'),
        ("[rules.KH133]\nleast = [3]", "phải là một số"),
        ("[rules.KH4077]\nx = 3", "«KH4077» không phải quy tắc nào, có phải là «KH407»"),
        ('extends = "nowhere.toml"', "không tìm thấy «nowhere.toml»"),
        ('extends = "kehoach.toml"', "đi vòng"),
        ("select = [", "không đúng cú pháp TOML ở cuối tệp"),
        ('fail_on = "error"\nselect = [KH2]', "không đúng cú pháp TOML ở dòng 2, cột 11"),
        ("select = []", "«select» để trống thì không xét gì cả"),
        ('select = [""]', "«» không phải quy tắc hay nhóm nào"),
        ('select = ["KH210"]', "«KH210» không phải quy tắc hay nhóm nào, có phải là «KH209»"),
        ('ignore = "KH205"', "cần lý do cho từng quy tắc"),
        ('severity = "info"', "«severity» phải là một bảng, bắt đầu bằng dòng [severity]"),
        ('[severity]\nKH205 = ["info"]', "phải là một trong error, warning, info"),
        ('[severity]\nKH205 = "off"', "muốn tắt quy tắc thì ghi ở «ignore»"),
        ("[rules]\nKH407 = 3", "«rules.KH407» phải là một bảng"),
        ("extends = 3", 'ví dụ "../chung/kehoach.toml"'),
        ('[tool.kehoach]\nselect = ["KH2"]', "không có khóa «tool»; chỉ có: extends, select"),
    ],
)
def test_a_slip_is_one_sentence_that_says_what_to_write(
    file: Path, text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    where = settings(file.parent / "kehoach.toml", text)
    code, out, err = run("lint", file, capsys=capsys)
    assert (code, out) == (2, "")
    assert said in err
    assert str(where) in err
    assert len(err.strip().splitlines()) == 1


def test_show_config_says_why_each_rule_is_on_or_off(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = settings(
        file.parent / "kehoach.toml",
        'select = ["KH2", "KH407"]\nignore = { KH201 = "mẫu của Sở" }\n[severity]\nKH205 = "info"\n'
        '[rules.KH407]\nphrases = ["khi có dịp"]',
    )
    code, out, _ = run("lint", file, "--show-config", "--ignore", "KH202", capsys=capsys)
    assert code == 0
    why = {words[0]: " ".join(words[1:]) for line in out.splitlines() if (words := line.split())}
    assert why["KH201"].startswith("tắt")
    assert f"ignore có KH201: mẫu của Sở ({where})" in why["KH201"]
    assert "ignore có KH202: dòng lệnh (dòng lệnh)" in why["KH202"]
    assert why["KH205"].startswith("bật")
    assert f"mức lưu ý thay cho cảnh báo ({where})" in why["KH205"]
    assert "phrases" in why["KH407"]
    assert why["KH301"].startswith("tắt")
    assert f"không có trong select ({where})" in why["KH301"]


def test_the_example_of_the_readme_can_be_used(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[1] / "README.vi.md").read_text(encoding="utf-8")
    example = readme.split("```toml\n")[1].split("```")[0]
    (tmp_path / "chung").mkdir()
    settings(tmp_path / "chung" / "kehoach.toml", "")
    (tmp_path / "own").mkdir()
    own = settings(tmp_path / "own" / "kehoach.toml", "\n".join(line.strip() for line in example.splitlines()))
    assert load(own).options["KH402"] == {"days": 5}
