from __future__ import annotations

import re
from functools import cache

from ...knowledge import table
from ...model import Findings, Plan, Severity
from ...patterns import lazy
from ...text import CAPITAL, SMALL, fold
from .. import Bad, Good, rule
from ..capitals import passages
from ..samples import plan as sample


def _text(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


@rule(
    "KH174",
    "places",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục III, khoản 1 điểm a, c",
    english="the common noun of a province or city has the wrong capital",
    needs=("typed", "state"),
    restored=True,
    bad=(
        Bad(_text("Triển khai trên địa bàn Tỉnh Nam Định."), at="Tỉnh",
            fixed=_text("Triển khai trên địa bàn tỉnh Nam Định.")),
        Bad(_text("Báo cáo UBND thành phố Hồ Chí Minh."), at="thành phố Hồ Chí Minh",
            fixed=_text("Báo cáo UBND Thành phố Hồ Chí Minh.")),
        Bad(_text("Triển khai tại Phường Hòa Lạc."), at="Phường", fixed=_text("Triển khai tại phường Hòa Lạc.")),
    ),
    good=(
        Good(_text("Báo cáo UBND tỉnh Nam Định, thành phố Hải Phòng, Thành phố Hồ Chí Minh, Thủ đô Hà Nội.")),
        Good(_text("Triển khai tại Phường Lê Lợi, Phường 5; Xã Hòa Lạc là xã miền núi.")),
        Good(_text("Tỉnh Nam Định phát động phong trào.")), Good(_text("Thường trực HĐND Thành phố giám sát.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Danh từ chung chỉ đơn vị hành chính viết thường trước tên riêng: tỉnh Nam Định, thành phố Thái Nguyên.

    Viết hoa đặc biệt: Thủ đô Hà Nội, Thành phố Hồ Chí Minh. Đơn vị đặt theo chữ số, tên người, sự kiện lịch sử thì viết
    hoa cả danh từ chung: Phường 1, Phường Điện Biên Phủ.
    """
    special: dict[str, str] = table("capitals")["places"]["special"]
    for passage in passages(plan):
        for wrong, right in special.items():
            at = passage.text.find(wrong)
            while at >= 0:
                yield passage.finding(at, at + len(wrong), right)
                at = passage.text.find(wrong, at + 1)
        for m in _provinces().finditer(passage.text):
            if passage.inside(m.start()) or passage.text[max(0, m.start() - 5) : m.start()] in ("UBND ", "HĐND "):
                yield passage.finding(*m.span("unit"), table("capitals")["places"]["units"][m["unit"]])
        for m in _local().finditer(passage.text):
            if passage.inside(m.start()) and not _honours(m["name"], m["unit"]) and not passage.quoted(m.start()):
                yield passage.finding(*m.span("unit"), m["unit"].lower())


def _honours(name: str, unit: str) -> bool:
    """Whether a unit is named after a person or an event («Phường Lê Lợi»): its common noun has a capital too.

    Hardly a district is («Huyện Triệu Sơn»), so that only a name we know tells.
    """
    rows = table("capitals")
    known = (*rows["places"]["honoured"], *rows["named_units"]["names"])
    as_person = unit != "Huyện" and fold(name.split()[0]) in table("surnames")["surnames"]
    return name.startswith(tuple(known)) or as_person


@cache
def _provinces() -> re.Pattern[str]:
    known = table("provinces")
    names = sorted({*known["now"], *known["merged"]} - {"Hồ Chí Minh"}, key=lambda name: (-len(name), name))
    return lazy(rf"\b(?P<unit>Tỉnh|Thành [Pp]hố)(?=\s+(?:{'|'.join(map(re.escape, names))})(?!\w))")


@cache
def _local() -> re.Pattern[str]:
    units = "|".join(table("capitals")["places"]["local"])
    syllable = rf"{CAPITAL}{SMALL}+"
    return lazy(
        rf"(?:(?<=UBND )|(?<=HĐND )|(?<=địa bàn )|(?<=tại )|(?<=thuộc )|(?<=của )|(?<=Công an )|(?<=và ))"
        rf"(?P<unit>{units})\s+(?P<name>{syllable}(?:\s+{syllable})+)"
    )
