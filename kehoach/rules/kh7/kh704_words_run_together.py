from __future__ import annotations

import re
from typing import Annotated

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..options import Words, is_allowed
from ..samples import plan as sample
from .apart import SHORTEST, apart
from .prose import Prose, prose
from .spelling import is_marked, strange, unknown

# A year and the little word after it: «ngày 03/12/2021của».
_YEAR = lazy(r"(?<![\w.])((?:19|20)\d\d)(của|về|và|đến|tại|trên|trong|theo|cho|để|là|do)(?!\w)")
# A number and a word that bears an accent: «8giờ», «16tuổi»; units and codes («5km», «3D») bear none.
_COUNTED = lazy(r"(?<![\w.,/-])(\d{1,4})([^\W\d_]{2,7})(?![\w/])")
# A year right after a word: «năm2026», «tháng9/2026».
_DATED = lazy(r"(?<![\w.-])([Nn]ăm|[Tt]háng|[Nn]gày|[Gg]iai đoạn)((?:19|20)\d\d|\d{1,2})(?![\w])")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH704",
    "words-run-together",
    Severity.WARNING,
    source="Chính tả tiếng Việt: giữa hai chữ có một dấu cách",
    english="two words are run together",
    needs=("clean", "typed"),
    bad=(
        Bad(
            _said("Phổ biến đến cán bộ, giáo viênngười lao động."),
            at="viênngười",
            fixed=_said("Phổ biến đến cán bộ, giáo viên người lao động."),
        ),
        Bad(_said("Xây dựng XHHTtại đơn vị."), at="XHHTtại", fixed=_said("Xây dựng XHHT tại đơn vị.")),
        Bad(
            _said("Theo Kế hoạch số 16/KH-UBND ngày 03/12/2021của UBND xã."),
            at="2021của",
            fixed=_said("Theo Kế hoạch số 16/KH-UBND ngày 03/12/2021 của UBND xã."),
        ),
        Bad(
            _said("Khai mạc lúc 8giờ 00 tại hội trường."),
            at="8giờ",
            fixed=_said("Khai mạc lúc 8 giờ 00 tại hội trường."),
        ),
        Bad(_said("Triển khai Đềán của tỉnh."), at="Đềán", fixed=_said("Triển khai Đề án của tỉnh.")),
        Bad(
            sample("I. NỘI DUNGTHỰC HIỆN", "Tập huấn."),
            at="DUNGTHỰC",
            fixed=sample("I. NỘI DUNG THỰC HIỆN", "Tập huấn."),
        ),
        Bad(_said("Thực hiện từ năm2026."), at="năm2026", fixed=_said("Thực hiện từ năm 2026.")),
        Bad(_said("Đẩy mạnh học tậpThực hiện tốt."), at="tậpThực", fixed=_said("Đẩy mạnh học tập Thực hiện tốt.")),
    ),
    good=(
        Good(_said("Sử dụng VNeID, vnEdu, YouTube, iOS; theo TTg, QyĐ, ThS, PGS, GVCN, SGDĐT và TTr của UBND.")),
        Good(_said("Lớp 5A, 10km, 4G, 7h30, 90m3, khối 12A1, phường 3, Điều 5đ, 50đ, 22KV.")),
        Good(_said("Làm việc khuya, nghiêng, thuyền, chuyên, quyền, xoong, khuỷu, ngoằn ngoèo.")),
        Good(_said("Xây dựng XHHTtại đơn vị."), options={"allowed": ("XHHTtại",)}),
    ),
)
def check(
    plan: Plan,
    *,
    allowed: Annotated[Words, "chữ viết liền có chủ ý: tên sản phẩm, tên phần mềm"] = (),
) -> Findings:
    """Hai chữ viết dính vào nhau vì thiếu dấu cách: «giáo viênngười», «XHHTtại»."""
    here = prose(plan)
    choice = "|".join(word for word in strange(here.words) if len(word) >= SHORTEST and is_marked(word))
    for match in re.finditer(rf"(?<![\w@.-])(?:{choice})(?![\w@-])", here.low) if choice else ():
        parts = apart(here, *match.span())
        if parts and not is_allowed(here.text[match.start() : match.end()], allowed):
            span = here.span(*match.span())
            # before a capital a full stop may be missing too, which a person has to see
            fix = Fix(span, parts, safe=parts.split()[-1].islower())
            yield Finding(span, f"thiếu dấu cách: «{parts}»", fix)
    if any(word[0].isdigit() and word[-1].isalpha() and len(word) > 3 for word in here.words):
        for match in (*_YEAR.finditer(here.text), *filter(_counts, _COUNTED.finditer(here.text))):
            yield _apart(here, match)
    if any(word[-1].isdigit() and word[0].isalpha() and not word.isascii() for word in here.words):
        for match in _DATED.finditer(here.text):
            yield _apart(here, match)


def _apart(here: Prose, match: re.Match[str]) -> Finding:
    span = here.span(*match.span())
    parts = f"{match[1]} {match[2]}"
    return Finding(span, f"thiếu dấu cách: «{parts}»", Fix(span, parts))


def _counts(match: re.Match[str]) -> bool:
    """Whether letters behind a number are a word: it bears an accent, and is one that we know."""
    word = match[2].lower()
    return not word.isascii() and match[2].islower() and is_marked(word) and not unknown([word])
