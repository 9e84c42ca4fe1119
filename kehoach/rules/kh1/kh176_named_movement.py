from __future__ import annotations

from ...model import Findings, Plan, Severity
from ...patterns import lazy
from ...text import CAPITAL
from .. import Bad, Good, rule
from ..capitals import passages
from ..samples import plan as sample

# A name in quotation marks is a sentence of a kind, not a word: «“Dạy tốt”» may be a label.
NAMED = lazy(rf"(?<!\w)(?P<word>phong trào|đề án|chương trình|dự án|kế hoạch)(?=\s+[“\"]{CAPITAL}[^”\"]{{14,}}[”\"])")
MANY = lazy(r"(?:các|những|nhiều|một số|và|hoặc|,)\s+$")


def _text(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


@rule(
    "KH176",
    "named-movement",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục V, khoản 4, 6",
    english="a movement, scheme or programme that is named takes a capital",
    needs=("typed", "state"),
    restored=True,
    bad=(
        Bad(_text("Triển khai phong trào “Cả nước thi đua xây dựng xã hội học tập”."), at="phong trào",
            fixed=_text("Triển khai Phong trào “Cả nước thi đua xây dựng xã hội học tập”.")),
    ),
    good=(
        Good(_text("Triển khai Phong trào “Cả nước thi đua xây dựng xã hội học tập” và các phong trào khác.")),
        Good(_text("Duy trì các phong trào “Học sinh nghèo vượt khó”, “Áo lụa tặng bà”.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Phong trào, đề án, chương trình cụ thể, có tên trong ngoặc kép, viết hoa chữ đầu: Phong trào “Cả nước thi đua …”.

    Nói chung (các phong trào thi đua, các chương trình, đề án) thì viết thường.
    """
    for passage in passages(plan):
        for m in NAMED.finditer(passage.text):
            if not MANY.search(passage.text, max(0, m.start() - 12), m.start()):
                word = m["word"]
                yield passage.finding(*m.span("word"), word[0].upper() + word[1:])
