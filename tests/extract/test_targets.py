"""Figures that a plan wants reached."""

from __future__ import annotations

import pytest

from kehoach.extract.targets import find
from kehoach.model import Target
from kehoach.readers.text import parse


def targets(text: str) -> list[Target]:
    return [found.value for found in find(parse(text))]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (
            "100% các xã có trung tâm học tập cộng đồng.",
            Target(100, "%", "exactly", "các xã có trung tâm học tập cộng đồng"),
        ),
        (
            "Tỷ lệ hồ sơ giải quyết đúng hạn đạt tối thiểu 98,5%.",
            Target(98.5, "%", "at-least", "Tỷ lệ hồ sơ giải quyết đúng hạn"),
        ),
        ("Năm 2026, giảm 10% số cuộc họp.", Target(10, "%", "decrease", "số cuộc họp", 2026)),
        (
            "Từ 90% trở lên công chức được bồi dưỡng đến năm 2028.",
            Target(90, "%", "at-least", "công chức được bồi dưỡng", 2028),
        ),
        ("Mỗi trung tâm tổ chức ít nhất 20 lớp trong một năm.", Target(20, "lớp", "at-least", "trong một năm")),
        (
            "Nâng tỷ lệ hồ sơ trực tuyến lên 85% vào cuối năm 2026.",
            Target(85, "%", "exactly", "Nâng tỷ lệ hồ sơ trực tuyến", 2026),
        ),
        ("Giảm 4% số vụ so với năm 2025.", Target(4, "%", "decrease", "số vụ so với năm 2025")),
        ("Số vụ cháy giảm từ 10-20% mỗi năm.", Target(20, "%", "decrease", "Số vụ cháy")),
        ("Không quá 5% hồ sơ trả lại.", Target(5, "%", "at-most", "hồ sơ trả lại")),
    ],
)
def test_a_target_is_read_with_its_bound_its_matter_and_its_year(text: str, target: Target) -> None:
    assert targets(text) == [target]


@pytest.mark.parametrize(
    "text", ["chia thành 02 giai đoạn", "Điều 20 Luật Thư viện", "ngày 20/10/2026", "30 ngày làm việc"]
)
def test_other_figures_are_no_targets(text: str) -> None:
    assert targets(text) == []


def test_places_point_at_the_figure() -> None:
    document = parse("Phấn đấu 95% hộ dân và ít nhất 70% xã đạt chuẩn vào năm 2030.")

    assert [document.text(found.span) for found in find(document)] == ["95%", "ít nhất 70%"]
