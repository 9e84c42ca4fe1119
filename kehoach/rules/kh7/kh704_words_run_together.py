from __future__ import annotations

import re

from ...model import Finding, Findings, Fix, Plan, Severity
from ...restore import go_together
from ...text import CAPITAL, SMALL
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import prose
from .spelling import halves, is_marked, strange, unknown
from .words import cased, neighbours

# Small letters and then a capital inside a word; or two capitals and then a word in small letters.
_SEAM = re.compile(rf"{SMALL}(?={CAPITAL}{SMALL})|[A-ZĐ]{{3}}(?={SMALL}{{2}})")
_CASES = re.compile(rf"({CAPITAL}?{SMALL}+)({CAPITAL}{SMALL}+)\b|([A-ZĐ]{{3,}})({SMALL}{{2,}})\b")
_BEHIND = re.compile(r"\w*$")


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
        Bad(_said("Phổ biến đến cán bộ, giáo viênngười lao động."), at="viênngười",
            fixed=_said("Phổ biến đến cán bộ, giáo viên người lao động.")),
        Bad(_said("Xây dựng XHHTtại đơn vị."), at="XHHTtại", fixed=_said("Xây dựng XHHT tại đơn vị.")),
        Bad(_said("Đẩy mạnh học tậpThực hiện tốt."), at="tậpThực", fixed=_said("Đẩy mạnh học tập Thực hiện tốt.")),
    ),
    good=(
        Good(_said("Sử dụng VNeID, vnEdu, YouTube, iOS; theo TTg, QyĐ, ThS, PGS, GVCN, SGDĐT và TTr của UBND.")),
        Good(_said("Làm việc khuya, nghiêng, thuyền, chuyên, quyền, xoong, khuỷu, ngoằn ngoèo.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Hai chữ viết dính vào nhau vì thiếu dấu cách: «giáo viênngười», «XHHTtại»."""
    here = prose(plan)
    text = here.text
    for seam in _SEAM.finditer(text):
        match = _CASES.match(text, _BEHIND.search(text, max(0, seam.start() - 12), seam.end()).start())  # type: ignore[union-attr]
        if match is None:
            continue
        first, second = (match[1], match[2]) if match[1] else (match[3], match[4])
        whole = is_marked(second) and not unknown([second.lower()] if match[3] else [first.lower(), second.lower()])
        if whole and (match[3] or is_marked(first)):
            span = here.span(*match.span())
            yield Finding(span, f"thiếu dấu cách: «{first} {second}»", Fix(span, f"{first} {second}"))
    for word in filter(halves, strange(here.words)):
        for match in re.finditer(rf"(?<![\w@.-]){word}(?![\w@-])", here.low):
            parts = halves(word) or ("", "")
            before, after = neighbours(here.low, *match.span())
            written = text[match.start() : match.end()]
            tied = go_together(before, parts[0]) or go_together(parts[1], after) or go_together(*parts)
            if tied and (written.islower() or written[1:].islower()):
                span = here.span(*match.span())
                apart = f"{cased(parts[0], written)} {parts[1]}"
                yield Finding(span, f"thiếu dấu cách: «{apart}»", Fix(span, apart))
