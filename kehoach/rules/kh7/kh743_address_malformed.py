from __future__ import annotations

from ...model import Finding, Findings, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import prose

_MAIL = lazy(
    r"(?<![\w.@])[\w.+-]+(?: ?@ | @)[\w-]+[.,]\w+"
    r"|(?<![\w.@])[\w.+-]+@(?:[\w-]+[.,]+ ?)*[\w-]+,(?:vn|com|edu|gov|net|org)\b"
)
_SITE = lazy(r"\b(?:htpps?|htps|htttps?|hhttps?)\b\S*|\bhttps?(?::/(?!/)|//|: //)\S*|\bwww[, ]\w+\S*")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH743",
    "address-malformed",
    Severity.WARNING,
    source="Cách ghi địa chỉ thư điện tử và trang thông tin điện tử",
    english="an address of mail or of a site that leads nowhere",
    needs=("clean", "typed"),
    bad=(
        Bad(_said("Gửi về hộp thư thcsxuanson@quangninh.edu,vn."), at="thcsxuanson@quangninh.edu,vn"),
        Bad(_said("Xem tại htpps://xuanson.edu.vn để biết."), at="htpps://xuanson.edu.vn"),
    ),
    good=(
        Good(_said("Gửi thcsxuanson@quangninh.edu.vn, vpxuanson@gmail.com, hoặc xem https://xuanson.edu.vn.")),
        Good(_said("Gửi về hộp thư a@b.edu.vn,vào tháng 5.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Địa chỉ thư điện tử, trang thông tin điện tử gõ sai: «…@….edu,vn», «htpps://…»."""
    here = prose(plan)
    if "@" in here.letters:
        for match in _MAIL.finditer(here.text):
            yield Finding(here.span(*match.span()), "địa chỉ thư điện tử gõ sai; sửa lại")
    for match in _SITE.finditer(here.text):
        yield Finding(here.span(*match.span()), "địa chỉ trang thông tin điện tử gõ sai; sửa lại")
