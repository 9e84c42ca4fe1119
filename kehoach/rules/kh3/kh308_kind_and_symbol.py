from __future__ import annotations

from ...align.citations import in_text
from ...align.kinds import codes, in_symbol, named_before, word
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from .. import Bad, Good, rule
from ..samples import plan as sample


@rule(
    "KH308",
    "kind-and-symbol",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục I (bảng chữ viết tắt tên loại văn bản)",
    english="the letters in a symbol belong to another kind of document than the word before it",
    needs=("clean",),
    together=True,
    bad=(
        Bad(sample("I. NỘI DUNG", "Theo Hướng dẫn số 01/HĐ-SNV ngày 27/3/2024 của Sở Nội vụ."), at="01/HĐ-SNV",
            fixed=sample("I. NỘI DUNG", "Theo Hướng dẫn số 01/HD-SNV ngày 27/3/2024 của Sở Nội vụ.")),
        Bad(sample("I. NỘI DUNG", "Theo Quyết định số 12/KH-UBND ngày 27/3/2024 của UBND tỉnh."), at="12/KH-UBND"),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Theo Hướng dẫn số 01/HD-SNV ngày 27/3/2024 của Sở Nội vụ.")),
        Good(sample("I. NỘI DUNG", "Theo Quy định số 399-QĐ/TW ngày 09/01/2026 của Ban Bí thư.")),
        Good(sample("I. NỘI DUNG", "Kết luận của Chủ tịch tại Thông báo số 12/TB-UBND ngày 27/3/2024 của UBND tỉnh.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Tên loại văn bản và chữ viết tắt trong ký hiệu phải phù hợp với nhau.

    Hướng dẫn viết tắt là HD (HĐ là Hợp đồng), Chương trình là CTr, Tờ trình là TTr, Quy định là QyĐ.
    """
    for found in in_text(plan):
        cited = found.value
        text = plan.document.blocks[cited.code.block].text
        named = named_before(text, cited.code.start)
        if named is None:
            continue
        letters = in_symbol(plan.document.text(cited.code).partition("/")[2] or cited.symbol)
        letters = letters if any(letters in known for known in codes().values()) else in_symbol(cited.symbol)
        right = codes().get(named[0], ())
        others = [kind for kind, known in codes().items() if letters in known]
        if letters in right or not others or not right or not right[0].isalpha():
            continue
        said = word(named[0])
        message = f"ký hiệu của {said} viết là «{right[0]}»; «{letters}» là chữ viết tắt của {word(others[0])}"
        # One letter of accent is a slip of the pen; another word leaves open which of the two is meant.
        slip = len(letters) == len(right[0]) and letters.replace("Đ", "D") == right[0].replace("Đ", "D")
        yield Finding(
            cited.code, message, Fix(cited.code, _mended(plan, cited.code, letters, right[0])) if slip else None
        )


def _mended(plan: Plan, code: Span, wrong: str, right: str) -> str:
    return plan.document.text(code).replace(wrong, right, 1)
