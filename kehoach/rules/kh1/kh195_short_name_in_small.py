from __future__ import annotations

import re

from ...extract.abbreviations import introductions
from ...model import Findings, Plan, Severity
from ...patterns import lazy
from ...text import CAPITAL
from .. import Bad, Good, rule
from ..capitals import passages
from ..samples import emulation

# What may be the short name of the thing that a plan is about; with a capital in the middle of sentences it is.
_NAMES = ("Phong trào thi đua", "Cuộc vận động", "Hội thi", "Cuộc thi", "Chiến dịch")
_VERBS = r"(?:triển khai|thực hiện|tổ chức thực hiện|tham gia|hưởng ứng|phát động|gắn|tổng kết|sơ kết|kết quả)"
OFTEN = 3


@rule(
    "KH195",
    "short-name-in-small",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục V, khoản 4, 6; cách viết thống nhất trong một văn bản",
    english="the short name of the movement stands in small letters",
    needs=("typed", "state"),
    restored=True,
    bad=(
        Bad(
            emulation("I. NỘI DUNG", "Triển khai Phong trào (sau đây gọi tắt là Phong trào thi đua).",
                      "Sơ kết Phong trào thi đua.", "Gắn phong trào thi đua với nhiệm vụ của nhà trường."),
            at="phong trào thi đua",
            fixed=emulation("I. NỘI DUNG", "Triển khai Phong trào (sau đây gọi tắt là Phong trào thi đua).",
                            "Sơ kết Phong trào thi đua.", "Gắn Phong trào thi đua với nhiệm vụ của nhà trường."),
        ),
    ),
    good=(
        Good(emulation("I. NỘI DUNG", "Triển khai Phong trào (sau đây gọi tắt là Phong trào thi đua).",
                       "Thực hiện các phong trào thi đua; tham gia phong trào thi đua yêu nước.")),
        Good(emulation("I. NỘI DUNG", "Tham gia phong trào thi đua.", "Tổng kết Phong trào thi đua.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Tên gọi tắt đã viết hoa («Phong trào thi đua») thì nhắc lại cũng viết hoa.

    Chỉ xét khi tên gọi tắt đã được giải thích hoặc viết hoa từ ba lần trở lên; nói chung (các phong trào thi đua) thì
    viết thường.
    """
    here = passages(plan)
    given: set[str] | None = None
    for name in _NAMES:
        small = name[0].lower() + name[1:]
        there = [passage for passage in here if small in passage.text]
        if not there:
            continue
        given = {introduced.short for introduced in introductions(plan)} if given is None else given
        if name not in given and sum(passage.text.count(f" {name}") for passage in here) < OFTEN:
            continue
        for passage in there:
            for m in _small(small).finditer(passage.text):
                if not passage.quoted(m.start("word")):
                    yield passage.finding(*m.span("word"), name)


def _small(small: str) -> re.Pattern[str]:
    return lazy(
        rf"(?i:{_VERBS})\s+(?P<word>{small})"
        rf"(?=\s*[.;,]|\s+(?:trong|tại|với|theo|vào|và|đến|ở|của (?:cơ quan|đơn vị|nhà))\b(?!\s+{CAPITAL}))"
    )
