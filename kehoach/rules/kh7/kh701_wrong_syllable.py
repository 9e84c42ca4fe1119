from __future__ import annotations

from typing import Annotated

from ...extract.components import components
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..options import Words, is_allowed
from ..samples import plan as sample
from .apart import SHORTEST, apart
from .prose import prose
from .spelling import is_broken, is_marked, is_misspelt, meant, strange

# What stands right beside a part of an address, a code, a foreign name with hyphens.
_VOWEL = lazy(r"[^bcdđghklmnpqrstvxfjzw]")
_FIRST = lazy(r"(?:^|\n|[.!?] |\n[-+*] )$")
_PART = lazy(r"[\w@/\\_&'’.-]")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH701",
    "wrong-syllable",
    Severity.WARNING,
    source="Chính tả tiếng Việt: từ điển âm tiết dùng chung",
    english="not a Vietnamese syllable",
    needs=("clean", "typed"),
    bad=(
        Bad(
            _said("Báo cáo kết qủa thực hiện về phường."), at="qủa", fixed=_said("Báo cáo kết quả thực hiện về phường.")
        ),
        Bad(
            _said("Các đơn vị thực hiện tốt nhiêm vụ được giao."),
            at="nhiêm",
            fixed=_said("Các đơn vị thực hiện tốt nhiệm vụ được giao."),
        ),
        Bad(
            _said("Phát động phong trào hhọc tập suốt đời."),
            at="hhọc",
            fixed=_said("Phát động phong trào học tập suốt đời."),
        ),
        Bad(
            _said("Triển khai công tác tuyễn sinh theo kế hoạch."),
            at="tuyễn",
            fixed=_said("Triển khai công tác tuyển sinh theo kế hoạch."),
        ),
        Bad(_said("Các đơn vị dduwowcj giao nhiệm vụ."), at="dduwowcj", fixed=_said("Các đơn vị được giao nhiệm vụ.")),
        Bad(_said("Nâng cao chất lu7o7ng5 dạy và học."), at="lu7o7ng5", fixed=_said("Nâng cao chất lượng dạy và học.")),
    ),
    good=(
        Good(_said("Gửi về hòm thư phonggd@example.vn, đăng trên website và fanpage của trường.")),
        Good(_said("Học sinh dân tộc Ê Đê, Xơ Đăng, H’Mông của các buôn thuộc tỉnh Đắk Lắk và Mát-xcơ-va.")),
        Good(_said("Hoà nhập, thuỷ lợi và văn hoá là cách đặt dấu thanh khác, không phải lỗi.")),
        Good(_said("Phát động phong trào hhọc tập."), options={"allowed": ("hhọc",)}),
    ),
)
def check(
    plan: Plan,
    *,
    allowed: Annotated[Words, "chữ viết như vậy là đúng: tên sản phẩm, từ chuyên môn, tiếng dân tộc"] = (),
) -> Findings:
    """Chữ không có trong tiếng Việt: gõ thiếu, thừa chữ cái hoặc sai dấu.

    Từ viết tắt, tên riêng, tiếng nước ngoài, thư điện tử và mã số không bị xét.
    """
    here = prose(plan)
    text = here.text
    for start, end in sorted(place for word in strange(here.words) for place in here.places(word)):
        if text[start - 1 : start] in ("’", "'"):
            continue
        beside = text[max(start - 1, 0) : start].strip() + _after(text, end)
        if _PART.search(beside):
            continue
        wrong = text[start:end]
        if is_allowed(wrong, allowed) or (len(wrong) >= SHORTEST and is_marked(wrong) and apart(here, start, end)):
            continue  # KH704 speaks of words run together
        if not (wrong.islower() or ((wrong[1:].islower() or wrong.isupper()) and _is_no_name(text, start, end))):
            continue
        guesses = meant(text, start, end)
        if not guesses and not (wrong.islower() and (is_misspelt(wrong) or is_broken(wrong))):
            continue
        if len(guesses) > 1 and not is_marked(wrong):  # then it may be a foreign word
            continue
        right = guesses[0] if len(guesses) == 1 else None
        span = here.span(start, end)
        if span.block < plan.opening[0] and _in_motto(plan, span):
            continue  # KH107 speaks of it
        guess = f"; có lẽ là «{right}»" if right else ""
        fix = Fix(span, right, safe=False) if right else None
        yield Finding(span, f"«{wrong}» không phải là chữ tiếng Việt{guess}", fix)


def _in_motto(plan: Plan, span: Span) -> bool:
    lines = (line.span for line in components(plan).of("motto", "slogan"))
    return any(line.block == span.block and line.start <= span.start < line.end for line in lines)


def _is_no_name(text: str, start: int, end: int) -> bool:
    """Whether a word with capitals stands in a line of capitals or begins a sentence; abbreviations do neither."""
    wrong = text[start:end]
    line = text[text.rfind("\n", 0, start) + 1 : end + 12].partition("\n")[0]
    if not is_marked(wrong) or not _VOWEL.search(wrong.lower()):
        return False
    if wrong.isupper():
        return len(wrong) > 2 and line.isupper() and len(line) > len(wrong) + 12
    behind = text[end + 1 : end + 2]
    return bool(_FIRST.search(text[max(0, start - 3) : start])) and text[end : end + 1] == " " and behind.islower()


def _after(text: str, end: int) -> str:
    """What stands right behind a word; a full stop counts where a letter follows it («fanpage.vn»)."""
    behind = text[end : end + 2]
    return "" if not behind or (behind[0] == "." and not behind[1:].isalnum()) else behind[0].strip()
