"""One plan, written in as many ways as offices, printers and converters have: its facts stay the same."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from kehoach.extract import plan
from kehoach.model import Plan
from kehoach.readers.text import parse

HEAD = """ỦY BAN NHÂN DÂN TỈNH LÀO CAI
SỞ NỘI VỤ

Số: 45/KH-SNV

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Lào Cai, ngày 12 tháng 01 năm 2026

KẾ HOẠCH

Thực hiện chuyển đổi số trong các cơ quan hành chính năm 2026"""

BODY = """Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ;

Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh về chuyển đổi số năm 2026, Quyết định số 749/QĐ-TTg ngày \
03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt Chương trình Chuyển đổi số quốc gia, Sở Nội vụ xây dựng Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

Nâng cao chất lượng phục vụ Nhân dân, rút ngắn thời gian giải quyết hồ sơ ở mọi phòng chuyên môn của Sở.

2. Yêu cầu

Bảo đảm đúng tiến độ theo Công văn số 1849/BNV-CCVC ngày 10/01/2026 của Bộ Nội vụ, không hình thức.

II. NỘI DUNG THỰC HIỆN

- Rà soát các thủ tục hành chính, hoàn thành trước ngày 30/6/2026.

- Tổ chức tập huấn cho công chức từ ngày 10/4/2026 đến ngày 12/4/2026 tại Hội trường của Sở.

III. TỔ CHỨC THỰC HIỆN

1. Văn phòng Sở

Theo dõi, đôn đốc các phòng chuyên môn; gửi báo cáo kết quả thực hiện về UBND tỉnh trước ngày 05/12/2026.

2. Các phòng chuyên môn

Lập danh sách công chức dự tập huấn gửi về Văn phòng Sở chậm nhất là ngày 25 tháng 3 năm 2026; định kỳ trước ngày 20 hằng tháng \
báo cáo Giám đốc Sở.

Trên đây là Kế hoạch chuyển đổi số năm 2026, đề nghị các phòng chuyên môn nghiêm túc thực hiện./."""

FOOT = """Nơi nhận:
- UBND tỉnh (để b/c);
- Lưu: VT, VP.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Lò Văn Pao
"""
INVISIBLE = "\u00ad\u200b\u200d\u2060"
CODE = re.compile(r"\d+[-/][A-ZĐ]+[-/]\w+")
GAP = st.sampled_from(["", " ", "  "])


class Facts(NamedTuple):
    """What a plan says, without its places."""

    number: object
    date: object
    issuer: object
    title: object
    parent: object
    sections: object
    citations: object
    deadlines: object
    signer: object


def facts(text: str) -> Facts:
    read: Plan = plan(parse(text))
    return Facts(
        read.number and (read.number.value.number, read.number.value.symbol),
        read.issued,
        read.issuer and read.issuer.value,
        read.title and read.title.value,
        read.parent and (read.parent.value.key, read.parent.value.date),
        [(section.numeral, section.title, [below.title for below in section.children]) for section in read.sections],
        [(found.value.kind, found.value.key, found.value.date) for found in read.citations],
        [
            (due.value.subject, due.value.day, due.value.month, due.value.year, due.value.every)
            for due in read.deadlines
        ],
        read.signer and (read.signer.value.authority, read.signer.value.position, read.signer.value.name),
    )


def whole(head: str = HEAD, body: str = BODY) -> str:
    return f"{head}\n\n{body}\n\n{FOOT}"


AS_WRITTEN = facts(whole())


def test_the_facts_are_those_that_stand_there() -> None:
    assert AS_WRITTEN.number == ("45", "KH-SNV")
    assert AS_WRITTEN.issuer == "Sở Nội vụ tỉnh Lào Cai"
    assert AS_WRITTEN.signer == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lò Văn Pao")
    assert len(AS_WRITTEN.citations) == 4  # type: ignore[arg-type]  # a list, in a tuple of whatever it is
    assert [due[:4] for due in AS_WRITTEN.deadlines] == [  # type: ignore[attr-defined]  # likewise
        ("task", 30, 6, 2026),
        ("task", 10, 4, 2026),
        ("report", 5, 12, 2026),
        ("dossier", 25, 3, 2026),
        ("report", 20, None, None),
    ]


def test_decomposed_letters_change_nothing() -> None:
    assert facts(unicodedata.normalize("NFD", whole())) == AS_WRITTEN


@given(st.data())
def test_what_nobody_sees_changes_nothing(data: st.DataObject) -> None:
    text = whole()
    for place in sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=40)), reverse=True):
        text = text[:place] + data.draw(st.sampled_from(INVISIBLE)) + text[place:]
    assert facts(text) == AS_WRITTEN


@given(st.integers(45, 130))
def test_lines_wrapped_at_any_width_change_nothing(width: int) -> None:
    paragraphs = [textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in BODY.split("\n\n")]
    assert facts(whole(body="\n\n".join(paragraphs))) == AS_WRITTEN


@given(GAP, GAP, GAP)
def test_spaces_in_codes_change_nothing(before: str, after: str, around: str) -> None:
    def spaced(code: re.Match[str]) -> str:
        number, first, rest = re.split("([-/])", code[0], maxsplit=1)
        return f"{number}{before}{first}{after}{rest}" if first == "/" else f"{number}{around}{first}{around}{rest}"

    assert facts(CODE.sub(spaced, whole())) == AS_WRITTEN


@given(GAP, GAP)
def test_spaces_in_dates_change_nothing(before: str, after: str) -> None:
    text = re.sub(r"(?<=\d)/(?=\d)", f"{before}/{after}", whole())
    assert facts(text) == AS_WRITTEN


@given(st.sampled_from(["  ", "\u00a0", " \u00a0", "\u2009"]))
def test_wide_and_hard_spaces_change_nothing(space: str) -> None:
    head = re.sub(r"(?<=ngày) | (?=tháng)|(?<=tháng) ", space, HEAD)
    body = re.sub(r"(?<=số) |(?<=ngày) |(?<=trước) ", space, BODY)
    assert facts(whole(head, body)) == AS_WRITTEN


def test_words_run_together_change_nothing() -> None:
    body = re.sub(r"(?<=\bsố) (?=\d)|(?<=\bngày) (?=\d)", "", BODY)
    body = re.sub(r"(?<=^I\.) |(?<=^II\.) |(?<=^III\.) |(?<=^\d\.) ", "", body, flags=re.M)
    assert facts(whole(HEAD.replace("Số: 45", "Số:45"), body)) == AS_WRITTEN


@given(st.sampled_from([".", "/", "-", ":", ".-", ")"]), st.sampled_from(["", ":"]))
def test_what_stands_around_a_heading_changes_nothing(mark: str, end: str) -> None:
    body = re.sub(r"^(I{1,3})\. (.*)$", rf"\1{mark} \2{end}", BODY, flags=re.M)
    assert facts(whole(body=body)) == AS_WRITTEN
