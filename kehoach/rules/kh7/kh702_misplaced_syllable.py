from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from ...extract.components import components
from ...model import Finding, Findings, Fix, Plan, Severity
from .. import Bad, Good, rule
from ..kh2.kh207_heading_unusual import slip_of
from ..options import Words, is_allowed
from ..samples import plan as sample
from .confusions import confusions, order
from .context import slips
from .prose import Prose, prose
from .stranded import small, stranded
from .words import cased, neighbours


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH702",
    "misplaced-syllable",
    Severity.WARNING,
    source="Chính tả tiếng Việt: từ điển và các cụm từ dùng trong văn bản hành chính",
    english="a Vietnamese syllable in the wrong place",
    needs=("clean", "typed"),
    bad=(
        Bad(
            _said("Phát huy và nhận rộng các mô hình hay."),
            at="nhận rộng",
            fixed=_said("Phát huy và nhân rộng các mô hình hay."),
        ),
        Bad(_said("Đầy mạnh học tập suốt đời."), at="Đầy mạnh", fixed=_said("Đẩy mạnh học tập suốt đời.")),
        Bad(
            _said("Đổi mới cẩn bản, toàn diện giáo dục."),
            at="cẩn bản",
            fixed=_said("Đổi mới căn bản, toàn diện giáo dục."),
        ),
        Bad(_said("Làm tốt công tác tuyên tuyền."), at="tuyên tuyền", fixed=_said("Làm tốt công tác tuyên truyền.")),
        Bad(
            _said("Phường có 05 khu phố. Các khu phố trong phường thực hiện kế hoạch của phương đến người dân."),
            at="phương",
            fixed=_said("Phường có 05 khu phố. Các khu phố trong phường thực hiện kế hoạch của phường đến người dân."),
        ),
        Bad(_said("Khai thác giữ liệu số của ngành."), at="giữ liệu", fixed=_said("Khai thác dữ liệu số của ngành.")),
        Bad(_said("Thực hiện từ nam 2026 đến năm 2030."), at="nam", fixed=_said("Thực hiện từ năm 2026 đến năm 2030.")),
        Bad(
            _said("Tổ chức triển khi đồng bộ các giải pháp."),
            at="triển khi",
            fixed=_said("Tổ chức triển khai đồng bộ các giải pháp."),
        ),
        Bad(_said("Hoàn thành đúng thời dan quy định."), at="dan", fixed=_said("Hoàn thành đúng thời gian quy định.")),
    ),
    good=(
        Good(_said("Các mô hình được công nhận rộng rãi tại địa phương, phát huy nhiều phương pháp mới.")),
        Good(_said("Đưa vào lịch sử lý luận; giữ cẩn thận; tuyên truyền đầy đủ; Tuyên Quang; nhà máy thủy điện.")),
        Good(_said("Để nghị quyết đi vào cuộc sống; những điểm chung tâm lý; tìm kiếm tra cứu.")),
        Good(_said("Khắc phục hậu quả bão số 3; tổ chức việc trồng và chăm sóc cây; chinh phục vũ môn.")),
        Good(_said("Tập huấn tiêm phòng cho gà, lợn; vá đường, tải hồ sơ lên, lọc danh sách, chờ phê duyệt.")),
        Good(_said("Học sinh đi học đầy đủ, học tập do thị xã tổ chức, có chế độ phù hợp.")),
        Good(_said("Chủ tịch Ủy ban nhân dân các xã, phường và các đơn vị có liên quan chịu trách nhiệm thi hành.")),
        Good("UBND PHƯỜNG XUÂN SƠN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tư do - Hạnh phúc"),
        Good(_said("Phát huy và nhận rộng các mô hình hay."), options={"allowed": ("nhận rộng",)}),
    ),
)
def check(
    plan: Plan,
    *,
    allowed: Annotated[Words, "cụm từ viết như vậy là đúng"] = (),
) -> Findings:
    """Chữ đúng chính tả nhưng đặt sai chỗ: «nhận rộng» thay cho «nhân rộng», «cẩn bản» thay cho «căn bản».

    Xét theo bảng các cặp từ hay nhầm và theo các từ hai tiếng thường dùng trong văn bản hành chính.
    """
    taken: set[int] = set()
    elsewhere = {section.block for section in plan.sections if slip_of(section.title)}  # KH207 speaks of these
    elsewhere |= {line.span.block for line in components(plan).of("slogan")}  # and of this KH107
    here = prose(plan)
    for start, end, right in [*_confused(here), *stranded(here), *slips(here)]:
        if start in taken or end - 1 in taken:
            continue
        taken.update(range(start, end))
        finding = _finding(plan, start, end, right)
        if finding.span.block not in elsewhere and not is_allowed(here.text[start:end], allowed):
            yield finding


def _confused(here: Prose) -> Iterator[tuple[int, int, str]]:
    """Where a phrase of the table stands, and what was meant."""
    heads = order().keys() & here.words
    for _, pair in sorted(entry for head in heads for entry in order()[head] if entry[1] in here.pairs):
        for row in confusions()[pair]:
            for start, end in here.places(row.wrong):
                before, after = neighbours(here.low, start, end)
                right_here = before in row.unless_before or after in row.unless_after
                if not right_here and small(here.text[start:end]):
                    yield start, end, row.right


def _finding(plan: Plan, start: int, end: int, right: str) -> Finding:
    here = prose(plan)
    span, wrong = here.span(start, end), here.text[start:end]
    right = cased(right, wrong)
    return Finding(span, f"có lẽ là «{right}», không phải «{wrong}»", Fix(span, right, safe=False))
