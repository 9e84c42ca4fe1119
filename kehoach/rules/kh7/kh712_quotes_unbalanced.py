from __future__ import annotations

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import prose

_MARKS = lazy(r"[“”]")
_REVERSED = lazy(r"(?<=\w)“(?![\w“])")  # what closes, with the shape of what opens
_MISTAKEN = lazy(r"(?<=[\w.!?%)])[\"″](?!\w)")  # what was typed for what closes
FAR = 500  # a quotation longer than this is rather one that was never closed
LINES = 6  # that a quotation may be cut into by page ends and hard line breaks


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH712",
    "quotes-unbalanced",
    Severity.WARNING,
    source="Quy tắc dùng dấu ngoặc kép: mở và đóng từng cặp",
    english="a quotation mark is opened and not closed, or closed and not opened",
    needs=("clean", "typed"),
    restored=True,
    bad=(
        Bad(_said("Hưởng ứng Phong trào “Cả nước thi đua học tập suốt đời trong trường.", "Thực hiện tốt."), at="“"),
        Bad(_said("Được công nhận Đơn vị học tập” theo tiêu chí."), at="”"),
        Bad(_said("Thực hiện cơ chế “một cửa“ tại đơn vị."), at="“"),
        Bad(
            _said("Hội thi “Bé khéo tay″ năm 2025 do nhà trường tổ chức."),
            at="″",
            fixed=_said("Hội thi “Bé khéo tay” năm 2025 do nhà trường tổ chức."),
        ),
    ),
    good=(
        Good(_said("Được công nhận “Đơn vị học tập”, “Công dân học tập” theo tiêu chí.")),
        Good(_said("Kế hoạch cụ thể tổ chức “Phong", "trào thi đua” về công tác khuyến học.")),
        Good(_said("Triển khai Phong trào “Thi đua thực hiện “Học tập suốt đời” trong nhà trường” đến năm 2030.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Mỗi dấu mở ngoặc kép (“) có một dấu đóng (”).

    Chỗ trích mở ở dòng trước và đóng ở dòng sau (do ngắt dòng, ngắt trang) được coi là đủ.
    """
    here = prose(plan)
    text = here.text
    open_marks: list[int] = []
    for match in _MARKS.finditer(text):
        at = match.start()
        stale = [mark for mark in open_marks if text.count("\n", mark, at) > LINES or at - mark > FAR]
        for mark in stale:
            yield _unclosed(plan, mark)
        open_marks = [mark for mark in open_marks if mark not in stale]
        if match.group() == "“" and open_marks and _REVERSED.match(text, at):
            yield _finding(plan, at, "dấu đóng ngoặc kép gõ ngược chiều (“ thay vì ”)")
            open_marks.pop()
        elif match.group() == "“":
            # A new quotation in a new paragraph: the one before was left open.
            if open_marks and "\n" in text[open_marks[-1] : at]:
                yield _unclosed(plan, open_marks.pop())
            open_marks.append(at)
        elif open_marks:
            open_marks.pop()
        else:
            yield _finding(plan, at, "đóng ngoặc kép mà không mở")
    for mark in open_marks:
        yield _unclosed(plan, mark)


def _unclosed(plan: Plan, at: int) -> Finding:
    """What is said of a mark that nothing closes, unless another sign stands where it should be closed."""
    here = prose(plan)
    stop = here.text.find("\n", at)
    if m := _MISTAKEN.search(here.text, at + 1, stop if stop >= 0 else len(here.text)):
        span = here.span(*m.span())
        return Finding(span, f"ngoặc kép mở bằng “ thì đóng bằng ”, không phải {m[0]}", Fix(span, "”"))
    return _finding(plan, at, "mở ngoặc kép mà không đóng")


def _finding(plan: Plan, at: int, message: str) -> Finding:
    return Finding(prose(plan).span(at, at + 1), message)
