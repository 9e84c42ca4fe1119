from __future__ import annotations

import re
from functools import cache
from typing import Annotated

from ...extract.abbreviations import meaning, uses
from ...knowledge import table
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from ...readers.syllables import is_syllable
from ...restore import go_together
from ...restore.language import canonical, following, is_entry
from .. import Bad, Good, rule
from ..options import Words, is_allowed
from ..samples import plan as sample
from .prose import Prose, prose
from .spelling import spelling
from .stranded import is_usual
from .words import neighbours

OFTEN = 8  # times that our own wording ends with a syllable after another: «người dân» is a word as it were
_NUMBER = lazy(r" \d")
_PERIOD = lazy(r" \d{4} ?[-–] ?\d{4}")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH703",
    "doubled-word",
    Severity.WARNING,
    source="Lỗi gõ: một từ được viết hai lần liền nhau",
    english="a word is written twice in a row",
    needs=("clean",),
    restored=True,
    bad=(
        Bad(
            _said("Nâng cao chất lượng của của nhà trường."),
            at="của của",
            fixed=_said("Nâng cao chất lượng của nhà trường."),
        ),
        Bad(
            _said("Các tổ chuyên môn thực hiện thực hiện nghiêm túc."),
            at="thực hiện thực hiện",
            fixed=_said("Các tổ chuyên môn thực hiện nghiêm túc."),
        ),
        Bad(_said("Báo cáo UBND UBND xã."), at="UBND UBND", fixed=_said("Báo cáo UBND xã.")),
        Bad(_said("Đẩy mạnh học tập tập, tự học."), at="tập tập", fixed=_said("Đẩy mạnh học tập, tự học.")),
        Bad(_said("Nâng cao năng lực cho cán bộ quản lý (CBQL); phát huy vai trò của mỗi cán CBQL."), at="cán"),
        Bad(
            _said("Cải cách hành chính chính năm 2026."), at="chính chính", fixed=_said("Cải cách hành chính năm 2026.")
        ),
    ),
    good=(
        Good(_said("Tạo nên cuộc vận động người người học tập, nhà nhà học tập, ngành ngành học tập.")),
        Good(_said("Ngày ngày, luôn luôn, từng bước từng bước, dần dần nâng cao chất lượng.")),
        Good(_said("Kế hoạch năm năm 2026 - 2030; công tác tác động; người dân dân tộc thiểu số; giám sát sát sao.")),
        Good(_said("Các tổ chức tổ chức sinh hoạt; khuyến khích tham gia gia đình học tập; chi hội hội viên.")),
        Good(_said("Kiện toàn Ban Nữ công công đoàn cơ sở; đẩy mạnh công tác nữ công công đoàn.")),
        Good(_said("Ban Thường vụ Đảng ủy UBND tỉnh kết luận; sinh hoạt chuyên môn môn Tiếng Anh hằng tháng.")),
        Good(_said("Nâng cao chất lượng của của nhà trường."), options={"allowed": ("của của",)}),
    ),
)
def check(
    plan: Plan,
    *,
    allowed: Annotated[Words, 'từ được viết hai lần có chủ ý, ví dụ "xanh xanh"'] = (),
) -> Findings:
    """Một từ bị gõ hai lần liền nhau: «của của», «thực hiện thực hiện».

    Từ láy và lối nói lặp có chủ ý («người người, nhà nhà», «ngày ngày», «luôn luôn») là đúng.
    """
    yield from _before_its_short_form(plan)
    here = prose(plan)
    for word in _twice(here):
        single = " " not in word
        for match in re.finditer(rf"(?<![^\W_]){word} {word}(?![^\W_])", here.low):
            written = here.text[match.start() : match.end()]
            if single and written.isupper() and len(word) > 2 and not is_syllable(word):
                slip = True  # «UBND UBND»
            else:
                slip = _is_slip(here.low, match.start(), match.end(), word) if single else _is_slip_of_two(word)
            alike = _same_case(written) or (not single and _begins(here, match))
            if slip and alike and not is_allowed(written, allowed):
                span = here.span(*match.span())
                once = here.text[match.start() : match.start() + len(word)]
                yield Finding(span, f"«{once}» viết hai lần liền nhau", Fix(span, once, safe=word in _lists()[1]))


def _before_its_short_form(plan: Plan) -> Findings:
    """«mỗi cán CBQL»: the first half of a word stayed when the rest of it became an abbreviation."""
    blocks = plan.document.blocks
    for use in uses(plan):
        long = meaning(use.short, plan)
        if long is None or " " not in long:
            continue
        head = long.split()[0]
        end = use.span.start - 1
        text, start = blocks[use.span.block].text, end - len(head)
        before = neighbours(text.lower(), start, end)[0] if start > 0 else ""
        if before and is_usual(before, head):
            continue  # «Đảng ủy UBND tỉnh»
        if text[max(start, 0) : end + 1].lower() == f"{head.lower()} " and not text[max(start - 1, 0) : start].strip():
            span = Span(use.span.block, start, end)
            yield Finding(span, f"thừa «{text[start:end]}»: «{use.short}» đã là «{long}»")


def _twice(here: Prose) -> list[str]:
    """Which syllables, and which words of two, stand twice in a row."""
    found = [first for first, second in here.pairs if first == second and first.isalpha()]
    turned = {(first, second) for first, second in here.pairs if first != second and (second, first) in here.pairs}
    found += [f"{first} {second}" for first, second in turned if f"{first} {second} {first} {second}" in here.low]
    return sorted(word for word in found if word.replace(" ", "").isalpha())


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    data = table("wording")["doubled"]
    once, never, counted = (frozenset(data[key].split()) for key in ("right", "wrong", "counted"))
    return once, never, counted, frozenset(data["both"])


def _is_slip(text: str, start: int, end: int, word: str) -> bool:
    """Whether a syllable stands twice by mistake: a particle, or the end of a word before and of nothing after."""
    right, wrong, counted, _ = _lists()
    if word in wrong:
        return True
    if word in counted and _NUMBER.match(text, end):  # «số số 01», «tháng tháng 6»; «kế hoạch năm năm 2026 - 2030»
        return word != "năm" or not _PERIOD.match(text, end)
    if word in right or len(word) < 2 or is_entry(word, word):
        return False
    before, after = map(canonical, neighbours(text, start, end))
    if f"{before} {word}" in table("wording")["doubled"]["ends"]:
        return False
    word, known = canonical(word), spelling()
    # both may belong to what is beside them: «công tác tác động», «chuyển đổi số số hóa»
    whole, other = word in known.after.get(before, ()), after in known.after.get(word, ())
    ends, begins = whole or go_together(before, word), other or go_together(word, after)
    if not after:
        return ends and not text[end : end + 1].isspace()
    said = following(f"{before} {word}").get(after, 0.0)
    if other and before and (whole or following(before).get(word, 0.0) - said >= OFTEN):
        return False
    if said:  # «cải cách hành chính năm» is what we say ourselves
        return True
    return not begins if whole else begins or (ends and word not in known.free)


def _is_slip_of_two(word: str) -> bool:
    first, second = word.split()
    return word not in _lists()[3] and first != second and not {first, second} <= _lists()[0]


def _begins(here: Prose, match: re.Match[str]) -> bool:
    """«Thực hiện Thực hiện tốt»: the words that begin a paragraph, written alike."""
    start, written = match.start(), here.text[match.start() : match.end()]
    half = len(written) // 2
    line = here.text[here.text.rfind("\n", 0, start) + 1 : start]
    return written[:half] == written[half + 1 :] and not any(map(str.isalpha, line))


def _same_case(written: str) -> bool:
    """«của của», not «Của của»: a capital in the second one begins a name or a title («Kế hoạch kế hoạch»)."""
    half = written[len(written) // 2 + 1 :]
    return half == half.lower() or written.isupper()
