from __future__ import annotations

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import inner, prose

_BODY = (
    r"(?:quận|huyện|thị xã|xã|phường|thôn|tổ dân phố|khu phố|đơn vị|nhà trường|trường học|trường|phòng|ban|ngành|sở"
    r"|cơ quan|tổ chức|đoàn thể|địa phương|bộ phận|tổ chuyên môn|tổ|lớp|trung tâm)"
)
_VERB = r"(?:báo cáo|gửi|nộp|xây dựng|triển khai|thực hiện|có trách nhiệm|chủ động|nghiêm túc|căn cứ)"
_ACTS = lazy(rf"(?<=\w)(?P<comma>,) (?P<verb>{_VERB})(?!\w)")
# The list before it begins the sentence, or follows the time that does.
_LIST = lazy(
    rf"(?:^|[\n\v]|[.;] |- |[Tt]rước ngày [^,\n]{{3,40}}, |[Hh][ằà]ng (?:năm|quý|tháng), )"
    rf"(?:\d{{1,2}}\. )?(?:[Cc]ác )?(?i:{_BODY})(?:, {_BODY}){{1,6}}$"
)
FAR = 120  # letters of a list


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH742",
    "comma-before-verb",
    Severity.INFO,
    source="Quy tắc dùng dấu câu: giữa chủ ngữ và vị ngữ không có dấu phẩy",
    english="a comma between those who act and what they do",
    needs=("clean", "typed"),
    restored=True,
    bad=(
        Bad(_said("Trước ngày 05 tháng 12 hằng năm, các tổ, bộ phận, lớp, báo cáo kết quả."), at="lớp, báo cáo",
            fixed=_said("Trước ngày 05 tháng 12 hằng năm, các tổ, bộ phận, lớp báo cáo kết quả.")),
    ),
    good=(
        Good(_said("Các tổ, bộ phận, lớp báo cáo kết quả; chỉ đạo các phòng, ban, đơn vị, báo cáo cấp trên.")),
        Good(_said("Các tổ, bộ phận căn cứ kế hoạch này, xây dựng chương trình.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Thừa dấu phẩy giữa các đơn vị thực hiện và việc phải làm: «các phòng, ban, đơn vị, báo cáo …»."""
    here = prose(plan)
    for match in _ACTS.finditer(here.text, *inner(plan)):
        comma = match.start("comma")
        if not _LIST.search(here.text[max(0, comma - FAR) : comma]):
            continue
        start = comma - len(here.text[max(0, comma - FAR) : comma].rpartition(", ")[2])
        span, last = here.span(start, match.end("verb")), here.text[start:comma]
        yield Finding(span, f"bỏ dấu phẩy trước «{match['verb']}»", Fix(span, f"{last} {match['verb']}"))
