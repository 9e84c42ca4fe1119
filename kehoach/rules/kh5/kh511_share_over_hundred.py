from __future__ import annotations

from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

_SHARE = lazy(r"(?<![\d.,])(?P<share>[1-9]\d{2,}(?:,\d+)?\s?%)")
# Things that are counted, so that no more than all of them can be reached.
_COUNTED = lazy(
    r"(?:\s+(?:trở lên|số|các|tổng số))*\s+(?:trẻ em|học sinh|sinh viên|cán bộ|giáo viên|nhân viên|công chức|viên chức"
    r"|người (?:dân|lao động|học)|hộ|gia đình|trường|xã|phường|thôn|tổ dân phố|cơ quan|đơn vị|địa phương|hồ sơ"
    r"|thủ tục|cơ sở|đảng viên|đoàn viên|hội viên|văn bản|tổ chức|doanh nghiệp|lớp)\b"
)
_RATE = lazy(
    r"\b(?:[Tt](?:ỷ|ỉ) lệ|[Mm]ức (?:độ )?hài lòng) [^.;:\n]{3,90}?\b(?:đạt|là|lên)\s+"
    r"(?:từ\s+|trên\s+|ít nhất\s+|tối thiểu\s+)?$"
)
_FALLS = lazy(r"\b[Gg]iảm (?:từ |trên |ít nhất |tối thiểu |được )?$")
# What may well be more than the whole: what is compared with a plan, with another year, with a wage.
_COMPARED = lazy(
    r"\b(?:tăng|vượt|gấp|bằng|so với|kế hoạch|chỉ tiêu|dự toán|nghị quyết|mức|lương|công suất|thu|chi|nhu cầu|giao)\b"
)
ALL = 100


@rule(
    "KH511",
    "share-over-hundred",
    Severity.WARNING,
    source="Tỷ lệ của một phần trong tổng số không thể quá 100%",
    english="a share of more than a hundred per cent",
    needs=("clean",),
    bad=(
        Bad(sample("I. MỤC TIÊU", "165% trẻ em từ 6 đến dưới 16 tuổi biết bơi an toàn."), at="165%"),
        Bad(sample("I. MỤC TIÊU", "Tỷ lệ hồ sơ giải quyết đúng hạn đạt từ 193% trở lên."), at="193%"),
        Bad(sample("I. MỤC TIÊU", "Giảm ít nhất 150% số vụ tai nạn."), at="150%"),
    ),
    good=(
        Good(sample("I. MỤC TIÊU", "100% trẻ em biết bơi; thu đạt 120% dự toán, tăng 150% so với năm trước.")),
        Good(sample("I. MỤC TIÊU", "Tỷ lệ thu ngân sách đạt 115%; hỗ trợ bằng 200% mức lương cơ sở.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Tỷ lệ quá 100% của số người, số hồ sơ, số đơn vị: gõ thừa hoặc nhầm một chữ số.

    Tỷ lệ so với kế hoạch, dự toán, năm trước thì có thể hơn 100%, không xét.
    """
    for number, block in enumerate(plan.document.blocks):
        text = block.text
        for m in _SHARE.finditer(text) if "%" in text else ():
            if float(m["share"].rstrip("% ").replace(",", ".")) <= ALL:
                continue
            start = max(text.rfind(mark, 0, m.start()) for mark in ".;:\n") + 1
            clause = text[start : m.start()]
            counted = _COUNTED.match(text, m.end()) or _RATE.search(clause)
            if _FALLS.search(clause) or (counted and not _COMPARED.search(clause)):
                yield Finding(Span(number, *m.span("share")), "tỷ lệ quá 100%; xem lại con số")
