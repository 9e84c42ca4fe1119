from __future__ import annotations

import re
from functools import cache

from ...knowledge import table
from ...model import Findings, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..capitals import passages
from ..samples import plan as sample


def _text(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


MANY = lazy(r"(?:các|những|\d)\s+$")


@rule(
    "KH182",
    "named-units",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục III, khoản 1 điểm b",
    english="a ward or commune named by a number, a person or an event takes a capital on its common noun too",
    needs=("typed", "state"),
    bad=(
        Bad(_text("Làm điểm ở phường 5."), at="phường 5", fixed=_text("Làm điểm ở Phường 5.")),
        Bad(_text("Khảo sát tại phường Điện Biên Phủ."), at="phường Điện Biên Phủ",
            fixed=_text("Khảo sát tại Phường Điện Biên Phủ.")),
    ),
    good=(
        Good(_text("Làm điểm ở Phường 5, Phường Điện Biên Phủ; các phường 3, 4; trên địa bàn 10 phường 5 xã.")),
        Good(_text("Họp trên đường Điện Biên Phủ.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Đơn vị hành chính đặt theo chữ số, tên người, sự kiện lịch sử viết hoa cả danh từ chung: Phường 5.

    Ví dụ của Nghị định: Quận 1, Phường Điện Biên Phủ. Danh mục tên ở knowledge/capitals.toml; nói chung nhiều đơn vị
    (các phường 3, 4) thì không viết hoa.
    """
    for passage in passages(plan):
        if not any(unit in passage.text for unit in table("capitals")["named_units"]["units"]):
            continue
        for m in _named().finditer(passage.text):
            if not MANY.search(passage.text, max(0, m.start() - 8), m.start()) and not passage.quoted(m.start()):
                yield passage.finding(*m.span(), m[0][0].upper() + m[0][1:])


@cache
def _named() -> re.Pattern[str]:
    row = table("capitals")["named_units"]
    units, names = "|".join(row["units"]), "|".join(row["names"])
    # a number that ends there: not «10 phường 5 xã», not «phường 3, 4»
    number = r"\d{1,2}(?=\s*[.;:)]|\s*$|,\s*(?!\d)|\s+(?:và|thuộc|thành phố|tỉnh|tổ chức|là)\b(?!\s+\d))"
    return re.compile(rf"(?<!\w)(?:(?:phường|quận)\s+{number}|(?:{units})\s+(?:{names})(?!\w))")
