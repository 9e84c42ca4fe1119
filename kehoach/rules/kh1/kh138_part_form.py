from __future__ import annotations

import re

from ...extract.appearance import extent
from ...extract.components import components
from ...model import Finding, Findings, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

PART = lazy(r"(?P<word>\w+)\s+(?P<numeral>thứ\s+\w+|\w+)\s*[.:\-–/]?\s*(?P<title>.*)", re.IGNORECASE | re.DOTALL)


@rule(
    "KH138",
    "part-form",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm đ và Mục V, STT 6b",
    english="«Phần I» is not written as the decree writes it: a line of its own, a Roman numeral, small letters",
    needs=("typed", "state"),
    bad=(
        Bad(
            sample("PHẦN I", "ĐẶC ĐIỂM TÌNH HÌNH", "Trường có 20 lớp.", "PHẦN II", "NỘI DUNG", "Dạy học."), at="PHẦN I"
        ),
        Bad(sample("Phần 1", "TÌNH HÌNH", "Trường có 20 lớp.", "Phần 2", "NỘI DUNG", "Dạy học."), at="Phần 1"),
        Bad(sample("Phần I. TÌNH HÌNH", "Trường có 20 lớp.", "Phần II. NỘI DUNG", "Dạy học."), at="Phần I. TÌNH HÌNH"),
    ),
    good=(
        Good(sample("Phần I", "ĐẶC ĐIỂM TÌNH HÌNH", "Trường có 20 lớp.", "Phần II", "NỘI DUNG", "Dạy học.")),
        Good(sample("Phần thứ nhất", "TÌNH HÌNH", "Trường có 20 lớp.", "Phần thứ hai", "NỘI DUNG", "Dạy học.")),
    ),
)
def check(plan: Plan) -> Findings:
    """Từ «Phần» và số thứ tự bằng chữ số La Mã ở một dòng riêng, chữ in thường; tiêu đề in hoa ở dòng dưới.

    Ví dụ: dòng trên «Phần I», dòng dưới «TÌNH HÌNH THỰC HIỆN NHIỆM VỤ». «Phần thứ nhất» viết bằng chữ cũng được.
    """
    lines = list(components(plan).of("part"))
    said: dict[str, None] = {}
    for line in lines:
        m = PART.match(line.text)
        if m is None:
            continue
        if m["word"].isupper():
            said[f"viết «{m['word'].capitalize()}» bằng chữ in thường"] = None
        if m["numeral"].isdigit():
            said["số thứ tự dùng chữ số La Mã"] = None
        if m["title"].strip():
            said["tiêu đề xuống dòng dưới"] = None
    if said:
        spans = [line.span for line in lines]
        yield Finding(spans[0], f"số thứ tự phần, chương: {'; '.join(said)}{extent(plan, spans)}")
