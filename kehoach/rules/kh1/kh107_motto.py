from __future__ import annotations

import re

from ...extract.components import Component, components
from ...model import Finding, Findings, Fix, Plan, Severity
from ...text import fold, squeeze
from .. import Bad, Good, rule
from ..samples import but

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
SLOGAN = "Độc lập - Tự do - Hạnh phúc"


@rule(
    "KH107",
    "motto",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 1 điểm a, b",
    english="the national name or the motto is miswritten",
    needs=("typed", "state"),
    bad=(
        Bad(but(("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc")), at="Độc lập – Tự do – Hạnh phúc",
            fixed=but()),
        Bad(but(("Độc lập - Tự do - Hạnh phúc", "Độc lập-Tự do-Hạnh phúc")), at="Độc lập-Tự do-Hạnh phúc",
            fixed=but()),
        Bad(but(("Độc lập - Tự do - Hạnh phúc", "Độc Lập - Tự Do - Hạnh Phúc")), at="Độc Lập - Tự Do - Hạnh Phúc",
            fixed=but()),
        Bad(but(("CHỦ NGHĨA VIỆT NAM", "CHỦ NGHIÃ VIỆT NAM")), at="CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM", fixed=but()),
    ),
    good=(Good(but()), Good(but(("CỘNG HÒA", "CỘNG HOÀ")))),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Quốc hiệu: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM. Tiêu ngữ: Độc lập - Tự do - Hạnh phúc.

    Trong Tiêu ngữ, chữ cái đầu của mỗi cụm từ viết hoa, giữa các cụm từ có gạch nối (-) và có cách chữ; không dùng
    gạch ngang dài (–) và không viết liền. «HÒA» hay «HOÀ» đều được.
    """
    for name, right in (("motto", MOTTO), ("slogan", SLOGAN)):
        line = components(plan).first(name)
        if line and line.text != right and not _same(line, right):
            said = "Quốc hiệu" if name == "motto" else "Tiêu ngữ"
            yield Finding(line.span, f"{said} viết là «{right}»", Fix(line.span, right))


def _same(line: Component, right: str) -> bool:
    """The same words, in capitals or not (that is KH135's), with either placement of the tone in HÒA."""
    text = squeeze(line.text)
    if re.sub("HOÀ|HOÀ", "HÒA", text.upper()) != right.upper():
        return False
    return text.upper() == text or line.name == "motto" or (text == right and fold(text) == fold(right))
