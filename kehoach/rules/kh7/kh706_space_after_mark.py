from __future__ import annotations

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import prose, titled
from .spelling import is_marked, unknown

# Marks with a letter on each side; an opening bracket right behind one, a closing one right before.
_TIGHT = lazy(r"[,;:.(“](?<=[^\W\d_].)(?=[^\W\d_])|[)”](?=[^\W\d_]{2})")
# Behind a number, a bracket, a quotation: «năm 2024.Thực hiện», «(CBQL),giáo viên», «1.Thuận lợi», «“Dạy tốt”,các tổ».
_BEHIND = lazy(r"(?<=[\d)”\"%])(?:[,;](?=[^\W\d_]{2})|\.(?=[^\W\d_]{2}))|(?<=\d)\((?=[^\W\d_]{3})")
_BEFORE, _AFTER = lazy(r"[^\W\d_]*$"), lazy(r"[^\W\d_]*")
_CODE = lazy(r"[@/\\_]|\.\w")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH706",
    "space-after-mark",
    Severity.WARNING,
    source="Cách gõ dấu câu tiếng Việt: sau dấu câu có một dấu cách",
    english="no space after a punctuation mark, or before an opening bracket",
    needs=("clean", "typed"),
    bad=(
        Bad(_said("Cán bộ,giáo viên thực hiện nghiêm túc."), at=",",
            fixed=_said("Cán bộ, giáo viên thực hiện nghiêm túc.")),
        Bad(_said("Đẩy mạnh học tập.Thực hiện tốt nhiệm vụ."), at=".",
            fixed=_said("Đẩy mạnh học tập. Thực hiện tốt nhiệm vụ.")),
        Bad(_said("Phát động phong trào“Dạy tốt, học tốt”."), at="“",
            fixed=_said("Phát động phong trào “Dạy tốt, học tốt”.")),
        Bad(_said("Hoàn thành trong năm 2024.Tổng kết vào năm 2025."), at=".",
            fixed=_said("Hoàn thành trong năm 2024. Tổng kết vào năm 2025.")),
        Bad(_said("Hưởng ứng phong trào “Dạy tốt”,các tổ đăng ký thi đua."), at=",",
            fixed=_said("Hưởng ứng phong trào “Dạy tốt”, các tổ đăng ký thi đua.")),
        Bad(_said("Cán bộ quản lý(CBQL) thực hiện."), at="(", fixed=_said("Cán bộ quản lý (CBQL) thực hiện.")),
    ),
    good=(
        Good(_said("Mẫu 2.Excel, mục 3.b, lớp 6A, 5,5 điểm, Phụ lục 1.PL, điểm 2.Đ; tệp (1).docx.")),
        Good(_said("Xem tại https://truong.edu.vn/a,b; hỏi ThS.Nguyễn, TP.Huế; đạt 3,5 điểm; lúc 8:30; PL.(300).")),
        Good(_said("Ban hành kèm theo mẫu (số 01); thành viên (các khối) b/c, v.v.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Sau dấu phẩy, chấm phẩy, hai chấm, dấu chấm có một dấu cách; trước dấu mở ngoặc cũng vậy."""
    here = prose(plan)
    text = here.text
    first, last = titled(plan)
    for match in _TIGHT.finditer(text, first, last):
        mark, at = match.group(), match.start()
        if not _is_slip(mark, text[at - 1], text[at + 1 : at + 3]) or (mark == "." and not _parts_words(text, at)):
            continue
        if mark not in "(“" and _CODE.search(_token(text, at, mark == ".")):
            continue
        span = here.span(at, at + 1)
        where, fixed = ("trước", f" {mark}") if mark in "(“" else ("sau", f"{mark} ")
        yield Finding(span, f"thêm dấu cách {where} dấu «{mark}»", Fix(span, fixed))
    for match in _BEHIND.finditer(text, first, last):
        mark, at = match.group(), match.start()
        word = _AFTER.match(text, at + 1)
        if word and _is_word(word[0], mark) and not _CODE.search(_token(text, at, mark == ".")):
            span = here.span(at, at + 1)
            where, fixed = ("trước", f" {mark}") if mark == "(" else ("sau", f"{mark} ")
            yield Finding(span, f"thêm dấu cách {where} dấu «{mark}»", Fix(span, fixed))


def _is_word(word: str, mark: str) -> bool:
    """Whether a Vietnamese word stands behind a mark; behind a full stop it begins a sentence."""
    cased = word.istitle() if mark == "." else word[1:].islower()
    return cased and is_marked(word) and not unknown([word.lower()])


def _is_slip(mark: str, before: str, behind: str) -> bool:
    """Whether the letters around a mark are those of running text: a sentence begins behind a full stop or a colon."""
    if mark in ".:":
        return behind.istitle() and len(behind) == 2 and (mark == ":" or before.islower())
    if mark == "“":
        return before.isalpha()
    if mark == "(":
        return before.islower() and (behind[0].islower() or (len(behind) == 2 and behind.isupper()))
    return mark in ",;" or behind.islower()


def _parts_words(text: str, at: int) -> bool:
    """Whether a full stop stands between two Vietnamese words, and not in an abbreviation («ThS.Nguyễn»)."""
    before, after = _BEFORE.search(text, max(0, at - 8), at), _AFTER.match(text, at + 1)
    words = [found[0].lower() for found in (before, after) if found]
    return len(words[0]) > 2 and not unknown(words)


def _token(text: str, at: int, stop: bool) -> str:
    """What stands between the blanks around a place: an address has marks of its own."""
    start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    ends = [end for end in (text.find(" ", at), text.find("\n", at)) if end >= 0]
    token = text[start : min(ends, default=len(text))]
    return token.replace(".", "", 1) if stop else token
