from __future__ import annotations

from ...model import Findings, Plan, Severity
from ...patterns import lazy
from ...text import SMALL
from .. import Bad, Good, rule
from ..capitals import passages
from ..samples import plan as sample

# A word before the stop, not an abbreviation of a letter («TP. », «đ/c. »); what follows is small.
STARTS = lazy(
    rf"(?<!\w)(?!(?:vv|tr|ths|ts|gs|stt|tel|hl)\.)(?:{SMALL}{{2,}}|\d{{4}})[.?!] +(?P<word>{SMALL}+)(?![.)/])"
)


def _text(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


@rule(
    "KH185",
    "after-stop",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục I",
    english="a sentence begins with a small letter",
    needs=("typed", "state"),
    bad=(
        Bad(_text("Bố trí kinh phí hợp lý. thực hiện thanh toán đúng hạn."), at="thực",
            fixed=_text("Bố trí kinh phí hợp lý. Thực hiện thanh toán đúng hạn.")),
    ),
    good=(Good(_text("Bố trí kinh phí; thực hiện thanh toán. Xem trang tin edu.vn để biết thêm.")),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Sau dấu chấm (.), chấm hỏi (?), chấm than (!) viết hoa chữ cái đầu câu.

    Nếu câu chưa hết thì thay dấu chấm bằng dấu phẩy hay dấu chấm phẩy.
    """
    for passage in passages(plan):
        for m in STARTS.finditer(passage.text):
            word = m["word"]
            yield passage.finding(*m.span("word"), word[0].upper() + word[1:], "viết hoa chữ đầu câu", safe=False)
