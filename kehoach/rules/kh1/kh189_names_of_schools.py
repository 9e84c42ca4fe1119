from __future__ import annotations

from ...model import Findings, Plan, Severity
from ...patterns import lazy
from ...text import CAPITAL
from .. import Bad, Good, rule
from ..capitals import passages
from ..samples import plan as sample

KINDS = lazy(
    r"(?<!\w)[Tt]rường\s+(?P<kind>tiểu học|mầm non|mẫu giáo|trung học cơ sở|trung học phổ thông)"
    rf"(?=(?:\s+và\s+trung học \w+ \w+)?\s+{CAPITAL})"
)
MANY = lazy(r"(?:[Cc]ác|[Nn]hững|hai|ba|\d)\s+$")


def _text(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


@rule(
    "KH189",
    "names-of-schools",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục IV, khoản 1 điểm a",
    english="the kind of school in the name of a school lacks its capital",
    needs=("typed", "state"),
    together=True,
    bad=(
        Bad(
            _text("Giao Trường tiểu học Hoa Mai chủ trì."),
            at="tiểu học",
            fixed=_text("Giao Trường Tiểu học Hoa Mai chủ trì."),
        ),
    ),
    good=(
        Good(_text("Giao Trường Tiểu học Hoa Mai, Trường THCS Hoa Lư và trường mầm non trên địa bàn.")),
        Good(_text("Giao các trường tiểu học Hoa Mai, Hoa Lư.")),
    ),
)
def check(plan: Plan) -> Findings:
    """Tên trường viết hoa cả từ chỉ loại hình và từ chỉ cấp học: Trường Tiểu học Hoa Mai.

    Nói chung nhiều trường («các trường tiểu học») thì viết thường.
    """
    for passage in passages(plan):
        for m in KINDS.finditer(passage.text):
            if not MANY.search(passage.text, max(0, m.start() - 8), m.start()) and not passage.quoted(m.start()):
                yield passage.finding(*m.span("kind"), m["kind"][0].upper() + m["kind"][1:])
