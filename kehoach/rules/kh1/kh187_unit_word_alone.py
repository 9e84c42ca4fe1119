from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

from ...knowledge import table
from ...model import Findings, Plan, Severity
from ...patterns import lazy
from ...text import CAPITAL
from .. import Bad, Good, rule
from ..capitals import Passage, passages
from ..samples import plan as sample


def _text(*sentences: str) -> str:
    return sample("I. NỘI DUNG", *sentences)


@rule(
    "KH187",
    "unit-word-alone",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục III, khoản 1 điểm a",
    english="the word for a province, a commune or a kind of body has a capital without a name behind it",
    needs=("typed", "state"),
    restored=True,
    bad=(
        Bad(_text("Báo cáo kết quả về UBND Tỉnh."), at="Tỉnh", fixed=_text("Báo cáo kết quả về UBND tỉnh.")),
        Bad(_text("Công an Xã phối hợp với các trường."), at="Xã", fixed=_text("Công an xã phối hợp với các trường.")),
        Bad(
            _text("Các sở, ban, ngành chủ động thực hiện.", "Đề nghị các Sở, ban, ngành gửi báo cáo."),
            at="Sở",
            fixed=_text("Các sở, ban, ngành chủ động thực hiện.", "Đề nghị các sở, ban, ngành gửi báo cáo."),
        ),
    ),
    good=(
        Good(_text("Báo cáo UBND tỉnh, UBND Phường 5, Tỉnh ủy, Thanh tra tỉnh và Công an Thành phố Hồ Chí Minh.")),
        Good(_text("HĐND Thành phố giám sát, UBND Thành phố chỉ đạo.")),
        Good(_text("Đề nghị các Sở, ban, ngành gửi báo cáo.")),
    ),
)
def check(plan: Plan) -> Findings:
    """«UBND tỉnh», «Công an xã»: danh từ chung chỉ đơn vị hành chính viết thường khi không đi liền với số, tên người.

    Viết hoa ở mọi chỗ như một quy ước thì chỉ nhắc một lần; «Thành phố», «các Sở» chỉ bị nhắc khi viết hai cách.
    """
    row = table("capitals")["alone"]
    written: dict[str, list[tuple[Passage, int, int]]] = defaultdict(list)
    right: Counter[str] = Counter()
    for passage in passages(plan):
        for m in _alone().finditer(passage.text):
            part = m.lastgroup or ""
            key = m[part].lower()
            if m[part] == key:
                right[key] += 1
            elif not passage.quoted(m.start(part)):
                written[key].append((passage, *m.span(part)))
    for key, places in written.items():
        if not right[key] and key in row["convention"]:
            continue
        mixed = right[key] >= len(places)
        often = "" if mixed or len(places) == 1 else f" (viết hoa {len(places)} chỗ; viết một cách trong cả văn bản)"
        for passage, start, end in places if mixed else places[:1]:
            yield passage.finding(start, end, key, f"viết thường «{key}» khi không có tên riêng đi liền{often}")


@cache
def _alone() -> re.Pattern[str]:
    row = table("capitals")["alone"]
    before, units, many = ("|".join(row[name]) for name in ("before", "units", "many"))
    name = rf"(?!\s*(?:{CAPITAL}|\d|ủy\b|đoàn\b))"
    return lazy(
        rf"(?<!\w)(?:(?:{before})\s+(?P<unit>(?i:{units}))|(?:[Cc]ác|[Nn]hững)\s+(?P<many>(?i:{many})))(?!\w){name}"
    )
