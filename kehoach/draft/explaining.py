"""What is wrong with a template that somebody brought: Jinja's words in Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Callable

from rapidfuzz import process

from ..patterns import lazy

# What comes up while a template is printed that asks for what cannot be done.
BROKEN = (ArithmeticError, LookupError, TypeError, ValueError, AttributeError, RecursionError)
TAGS = ("for", "endfor", "if", "elif", "else", "endif", "set", "endset")
_TOKENS = {
    "end of print statement": "}}", "end of statement block": "%}", "begin of statement block": "{%",
    "begin of print statement": "{{", "end of template": "hết văn bản",
}  # fmt: skip
_CURLY = "“”‘’"


def _tag(m: re.Match[str]) -> str:
    near = process.extractOne(m[1], TAGS, score_cutoff=70)
    if m[1] in TAGS:
        return f"thẻ «{m[1]}» đứng một mình: không có thẻ mở đi với nó, hoặc trước nó còn thẻ chưa đóng"
    return f"không có thẻ «{m[1]}»" + (f"; có phải là «{near[0]}»?" if near else "")


def _char(m: re.Match[str]) -> str:
    kind = "dấu nháy cong; hãy gõ dấu nháy thẳng" if m[1] in _CURLY else "ký tự không dùng được trong thẻ"
    return f"«{m[1]}» là {kind}"


def _token(words: str) -> str:
    return _TOKENS.get(words, words)


SAYINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (lazy(r"'([^']+)' is undefined|.*has no attribute '([^']+)'"), lambda m: f"không có giá trị cho «{m[1] or m[2]}»"),
    (lazy(r"No filter named '([^']+)'"), lambda m: f"không dùng được bộ lọc «{m[1]}»"),
    (lazy(r"No test named '([^']+)'"), lambda m: f"không dùng được phép thử «{m[1]}»"),
    (lazy(r".*is not safely callable|.*is unsafe"), lambda m: "mẫu gọi đến chức năng không được phép"),
    (
        lazy(r"Unexpected end of template\..*innermost block that needs to be closed is '(\w+)'"),
        lambda m: f"thẻ «{m[1]}» chưa được đóng bằng «end{m[1]}»",
    ),
    (lazy(r"Encountered unknown tag '([^']+)'"), _tag),
    (lazy(r"unexpected char '(.)'"), _char),
    (
        lazy(r"expected token '([^']+)', got '(.+?)'$"),
        lambda m: f"thẻ viết sai: chỗ này phải là «{_token(m[1])}» mà lại là «{_token(m[2])}»",
    ),
    (
        lazy(r"unexpected end of template, expected '([^']+)'"),
        lambda m: f"thẻ viết sai: thiếu «{_token(m[1])}» ở cuối",
    ),
    (lazy(r"unexpected '(.+?)'$"), lambda m: f"thẻ viết sai: không hiểu «{_token(m[1])}»"),
    (lazy(r"Expected an expression, got '(.+?)'$"), lambda m: f"thẻ viết sai: thiếu tên trước «{_token(m[1])}»"),
    (lazy(r"Unexpected end of template"), lambda m: "thẻ viết dở: văn bản hết mà thẻ chưa đóng"),
    (lazy(r"Missing end of (?:comment|raw)"), lambda m: "thẻ viết dở: văn bản hết mà thẻ chưa đóng"),
    (lazy(r"'([^']+\.txt)' not found"), lambda m: f"không có tệp «{m[1]}» để gọi vào"),
    (lazy(r"maximum recursion depth"), lambda m: "mẫu gọi lại chính nó mãi không dừng"),
    (lazy(r".*(?:division|modulo) by zero"), lambda m: "mẫu có phép chia cho 0"),
)


def explained(error: BaseException) -> str:
    """What is wrong with a template, in Vietnamese also where the message is not ours."""
    message = str(error).splitlines()[0] if str(error) else type(error).__name__
    for pattern, said in SAYINGS:
        if found := pattern.match(message):
            return said(found)
    return message if not message.isascii() else f"mẫu có chỗ không thực hiện được ({message})"
