"""What findings say, where one rule has more than one thing to say."""

from __future__ import annotations

import pytest

from kehoach.extract import plan as understand
from kehoach.extract.phrases import listed_twice
from kehoach.model import Finding
from kehoach.readers.text import parse
from kehoach.rules import RULES
from kehoach.rules.samples import plan as sample


def told(id: str, line: str, above: str) -> list[str]:
    given = {
        "plan": understand(parse(sample("I. CHỈ TIÊU", line))),
        "parent": understand(parse(sample("I. CHỈ TIÊU", above))),
    }
    return [found.message for found in RULES[id].run(given) if isinstance(found, Finding)]


@pytest.mark.parametrize(
    ("line", "above", "said"),
    [
        ("Đến năm 2030 có 80% trường học có thư viện số.", "Đến năm 2028 có 80% trường học có thư viện số.",
         "kế hoạch cấp trên đặt chỉ tiêu này cho năm 2028, ở đây là năm 2030"),
        ("Đến năm 2028 có 70% trường học có thư viện số.", "Đến năm 2028 có 80% trường học có thư viện số.",
         "thấp hơn chỉ tiêu của kế hoạch cấp trên (80%)"),
        ("Tỷ lệ hộ nghèo còn dưới 4,5%.", "Tỷ lệ hộ nghèo còn dưới 3,5%.",
         "cao hơn mức tối đa của kế hoạch cấp trên (3,5%)"),
    ],
)  # fmt: skip
def test_a_target_that_falls_short_says_by_what(line: str, above: str, said: str) -> None:
    assert told("KH503", line, above) == [said]


def test_what_stands_far_apart_in_a_list_may_be_named_again() -> None:
    between = ["tập huấn", "hướng dẫn", "theo dõi", "đôn đốc"]
    for count, found in ((1, True), (3, True), (4, False)):
        text = f"khen thưởng, {', '.join(between[:count])}, khen thưởng tập thể"
        assert bool(listed_twice().search(text)) is found
