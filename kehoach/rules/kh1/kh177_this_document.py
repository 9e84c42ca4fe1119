from __future__ import annotations

from ...model import Findings, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..capitals import passages
from ..samples import plan as sample

NUMBERED = lazy(
    r"(?<!\w)(?P<word>kế hoạch|quyết định|nghị định|thông tư|chỉ thị|nghị quyết|kết luận|hướng dẫn|công văn|tờ trình"
    r"|thông báo)"
    r"(?=\s+số\s*:?\s*\d+\s*[/-])"
)
THIS = lazy(r"(?<!\w)(?P<word>kế hoạch)(?=\s+này\b)|^Trên đây là (?:toàn bộ )?(?P<own>kế hoạch)\b")
ISSUED = lazy(
    r"\b(?:ban hành|xây dựng)\s+(?P<word>kế hoạch)\b"
    r"(?=(?:(?![Kk]ế hoạch)[^.;])*(?:như sau|sau đây|nội dung sau|cụ thể sau)\s*:?\s*$)"
)


def _text(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


@rule(
    "KH177",
    "this-document",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục V, khoản 6",
    english="the kind of a certain document takes a capital",
    needs=("typed", "state"),
    together=True,
    restored=True,
    bad=(
        Bad(_text("Các tổ thực hiện kế hoạch này."), at="kế hoạch", fixed=_text("Các tổ thực hiện Kế hoạch này.")),
        Bad(_text("Thực hiện quyết định số 12/QĐ-UBND của UBND tỉnh."), at="quyết định",
            fixed=_text("Thực hiện Quyết định số 12/QĐ-UBND của UBND tỉnh.")),
    ),
    good=(
        Good(_text("Các tổ xây dựng kế hoạch cụ thể để thực hiện Kế hoạch này.")),
        Good(sample(opening="Căn cứ hội nghị xây dựng kế hoạch năm học, nhà trường ban hành Kế hoạch như sau:")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Tên loại văn bản viết hoa khi nói đến một văn bản cụ thể: Kế hoạch này, Quyết định số 12/QĐ-UBND.

    Nói chung thì viết thường: các tổ xây dựng kế hoạch.
    """
    opening = range(*plan.opening)
    for passage in passages(plan):
        if "ke hoach" in passage.folded or " so" in passage.folded:
            found = [*NUMBERED.finditer(passage.text), *THIS.finditer(passage.text)]
            if passage.number in opening:
                found += ISSUED.finditer(passage.text)
            for m in found:
                part = m.lastgroup or ""
                if not passage.quoted(m.start(part)):
                    yield passage.finding(*m.span(part), m[part][0].upper() + m[part][1:])
