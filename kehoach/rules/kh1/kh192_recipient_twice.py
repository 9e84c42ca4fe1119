from __future__ import annotations

from ...extract.components import components
from ...model import Finding, Findings, Plan, Severity
from ...patterns import lazy
from ...text import fold, squeeze
from .. import Bad, Good, rule
from ..samples import but

_NOTE = lazy(r"\([^()]*\)|\b(?:de )?(?:b/c|t/h|p/h)\b")
_ENDS = " -–+•*;.,:"


@rule(
    "KH192",
    "recipient-twice",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9 (nơi nhận)",
    english="one recipient is listed twice",
    needs=("clean",),
    bad=(
        Bad(but(("- Các tổ chuyên môn (để t/h);", "- Các tổ chuyên môn (để t/h);\n- UBND phường;")),
            at="- UBND phường;"),
    ),
    good=(Good(but()), Good(but(("- Các tổ chuyên môn (để t/h);", "- UBND phường Xuân Hòa;\n- Như trên;")))),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Một cơ quan, đơn vị ghi hai lần trong nơi nhận."""
    seen: set[str] = set()
    for line in components(plan).of("recipient"):
        name = squeeze(_NOTE.sub(" ", fold(line.text))).strip(_ENDS)
        if name in seen and not name.startswith(("luu", "nhu ")):
            yield Finding(line.span, "nơi nhận này đã ghi ở trên")
        if any(letter.isalpha() for letter in name):
            seen.add(name)
