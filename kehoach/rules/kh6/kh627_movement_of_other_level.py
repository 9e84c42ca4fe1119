from __future__ import annotations

from ...extract.quoted import of_title, quotes
from ...model import Finding, Findings, Plan, Severity
from ...patterns import lazy
from ...places import key
from ...text import fold, squeeze
from .. import Bad, Good, rule
from ..samples import emulation

# The nation's movement; a province or an agency that carries it out may give its own the same name without this head.
_NATION = lazy(r"^cả nước\s+")
# Who says whose movement it is may call it by that name.
_SAID = lazy(r"\b(?:thu tuong|chinh phu|qd-ttg|trung uong|toan quoc)\b")
_LOCAL = "Đắk Lắk thi đua xây dựng nông thôn mới giai đoạn 2021 - 2025"
_OTHER = "Cả nước thi đua xây dựng nông thôn mới giai đoạn 2021 - 2025"


def _plan(sentence: str) -> str:
    return emulation("I. NỘI DUNG", sentence, title=f"Triển khai Phong trào “{_LOCAL}”")


@rule(
    "KH627",
    "movement-of-other-level",
    Severity.INFO,
    source="Tên phong trào thống nhất trong cả kế hoạch và với kế hoạch cấp trên",
    english="the movement is called by the name that another level gave its own",
    needs=("clean",),
    restored=True,
    bad=(Bad(_plan(f"Căn cứ thành tích trong thực hiện Phong trào “{_OTHER}”."), at=_OTHER),),
    good=(
        Good(_plan(f"Hưởng ứng Phong trào “{_OTHER}” do Thủ tướng Chính phủ phát động.")),
        Good(_plan(f"Căn cứ thành tích trong thực hiện Phong trào “{_LOCAL}”.")),
    ),
)
def check(plan: Plan) -> Findings:
    """Tiêu đề gọi phong trào theo tên của địa phương, nội dung lại gọi theo tên phong trào của cả nước, hoặc ngược lại.

    Câu nói rõ phong trào do Thủ tướng Chính phủ, Trung ương phát động thì không bị nhắc.
    """
    own = {key(name): name for name in of_title(plan)}
    for quote in quotes(plan.document):
        said, sentence = key(quote.text), fold(plan.document.blocks[quote.span.block].text)
        if said in own or _SAID.search(sentence):
            continue
        for name, written in own.items():
            if _is_same(said, name):
                yield Finding(quote.span, f"tiêu đề gọi phong trào này là «{squeeze(written)}»; nên thống nhất một tên")


def _is_same(one: str, other: str) -> bool:
    """Whether two names differ in nothing but whose movement it is."""
    nation, local = (one, other) if _NATION.match(one) else (other, one)
    bare = _NATION.sub("", nation)
    return bool(_NATION.match(nation)) and not _NATION.match(local) and local.endswith(bare) and " " in bare
