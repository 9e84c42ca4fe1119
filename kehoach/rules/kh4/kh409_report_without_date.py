from __future__ import annotations

from ...align.reports import reports
from ...extract.sections import every
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import plan as sample

# A duty to report that ends with the recipient and says nothing of a time.
_REPORT = lazy(
    r"\bbao cao(?: ket qua[^.;,]{0,40})?(?: ve| cho| voi)?"
    r" (?:chu tich|ubnd|uy ban nhan dan|so |phong |lanh dao|hieu truong|giam doc|bo )[^.;,]{0,50}(?=[.;]?\s*$)"
)
_TIME = lazy(
    r"\b(?:ngay|hang|dinh ky|thang|quy|truoc|nam|khi|dot xuat|thuong xuyen|kip thoi)\b|theo quy dinh|yeu cau"
    r"|xem xet|giai quyet|tong hop"
)
_SENTENCE = lazy(r"[^.;]+[.;]?")


@rule(
    "KH409",
    "report-without-date",
    Severity.INFO,
    source="Nhiệm vụ báo cáo cần có thời hạn hoặc định kỳ để theo dõi, đôn đốc được",
    english="a duty to report says nothing of when",
    needs=("clean",),
    bad=(
        Bad(
            sample(
                "I. TỔ CHỨC THỰC HIỆN", "1. Tổ Văn phòng", "- Đôn đốc việc thực hiện, báo cáo Chủ tịch UBND phường."
            ),
            at="báo cáo Chủ tịch UBND phường",
        ),
    ),
    good=(
        Good(
            sample(
                "I. TỔ CHỨC THỰC HIỆN",
                "1. Tổ Văn phòng",
                "- Đôn đốc việc thực hiện, định kỳ hằng quý báo cáo Chủ tịch UBND phường.",
                "2. Các tổ",
                "- Nếu có vướng mắc, báo cáo UBND phường xem xét, giải quyết.",
            )
        ),
    ),
)
def check(plan: Plan) -> Findings:
    """Giao nhiệm vụ báo cáo nhưng không ghi thời hạn.

    Thêm ngày, định kỳ («hằng quý», «trước ngày …») hoặc «khi có yêu cầu». Bộ phận đã có thời hạn báo cáo ở chỗ khác
    trong phần nhiệm vụ của mình thì không bị nhắc.
    """
    dated = [found.span.block for found in reports(plan)]
    parts = [(s.block, s.last_block) for s in every(plan.sections) if s.level > 1]
    for number in range(plan.opening[1], plan.end or len(plan.document.blocks)):
        folded = fold(plan.document.blocks[number].text)
        if "bao cao" not in folded:
            continue
        around = min((p for p in parts if p[0] <= number <= p[1]), key=lambda p: p[1] - p[0], default=(number, number))
        for sentence in _SENTENCE.finditer(folded):
            m = _REPORT.search(sentence[0])
            if m and not _TIME.search(sentence[0]) and not any(around[0] <= block <= around[1] for block in dated):
                start = sentence.start() + m.start()
                yield Finding(
                    Span(number, start, start + len(m[0])), "chưa ghi thời hạn báo cáo; thêm ngày hoặc định kỳ"
                )
