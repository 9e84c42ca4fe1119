from __future__ import annotations

import re
from functools import cache

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import prose

# Letters of other alphabets that look like ours, and what old fonts and converters leave behind.
_LOOKS = {
    **dict(zip("АВЕКМНОРСТУХаеорсухіІ", "ABEKMHOPCTYXaeopcyxiI", strict=True)),
    **dict(zip("ΑΒΕΗΙΚΜΝΟΡΤΧο", "ABEHIKMNOPTXo", strict=True)),
    "Ð": "Đ", "ð": "đ", "Ƌ": "Đ", "ƣ": "ư", "Ƣ": "Ư",
}  # fmt: skip
_MARK = lazy(r"[\u0300-\u0331\ue000-\uf8ff\ufffd]")


@cache
def _foreign() -> re.Pattern[str]:
    """Those letters in a word of ours: no formula, no unit."""
    some = f"[{''.join(_LOOKS)}]+"
    return lazy(rf"(?<=[A-Za-zÀ-ỹĐđ-]){some}|{some}(?=[A-Za-zÀ-ỹĐđ-])")


@cache
def _left_over() -> re.Pattern[str]:
    """A mark that no letter took up, a glyph of a symbol font, a letter that could not be read."""
    return lazy(r"\w[\u0300-\u0331]|[\ue000-\uf8ff](?=\w)|(?<=\w)\ufffd|\ufffd(?=\w)")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH718",
    "foreign-letter",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 4 (bộ mã ký tự Unicode theo TCVN 6909:2001)",
    english="a letter of another alphabet, or one left by an old font, in a Vietnamese word",
    needs=("clean", "typed"),
    bad=(
        Bad(_said("Thực hiện Quyết định số 12/QÐ-UBND ngày 05/3/2024 của UBND tỉnh."), at="Ð",
            fixed=_said("Thực hiện Quyết định số 12/QĐ-UBND ngày 05/3/2024 của UBND tỉnh.")),
        Bad(_said("Nội dung hƣớng dẫn thực hiện."), at="ƣ", fixed=_said("Nội dung hướng dẫn thực hiện.")),
        Bad(_said("Thông tư số 25/2024/TT-BTС của Bộ Tài chính."), at="С",
            fixed=_said("Thông tư số 25/2024/TT-BTC của Bộ Tài chính.")),
    ),
    good=(Good(_said("Đường Đinh Tiên Hoàng; góc α, số π; hàm lượng 5 µg.")),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Chữ cái Ki-rin, Hy Lạp giống chữ cái La-tinh (С, Р, О), chữ Ð thay cho Đ, chữ ƣ thay cho ư, dấu rời khỏi chữ.

    Nhìn giống nhau nhưng tìm kiếm, sao chép và đối chiếu số ký hiệu đều sai.
    """
    here = prose(plan)
    for match in _foreign().finditer(here.text) if here.letters & _LOOKS.keys() else ():
        right = "".join(_LOOKS[letter] for letter in match.group())
        span = here.span(*match.span())
        yield Finding(span, f"«{match.group()}» không phải là chữ cái tiếng Việt: viết «{right}»", Fix(span, right))
    for match in _left_over().finditer(here.text) if any(map(_MARK.match, here.letters)) else ():
        yield Finding(here.span(*match.span()), "chữ bị lỗi bộ mã: dấu rời khỏi chữ hoặc ký tự không đọc được")
