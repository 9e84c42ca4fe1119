"""How a run ends that the user stopped, and in which language it speaks: asked before anything else is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

# What a shell expects of a program that the user stopped with Ctrl-C.
STOPPED = 130
VIETNAMESE = "kehoach: đã dừng theo yêu cầu; không có tệp nào bị ghi dở"
ENGLISH = "kehoach: stopped; no file was left half written"


def is_english(arguments: Sequence[str]) -> bool:
    """Whether the command line asks for English.

    >>> is_english(["lint", "--lang", "en"]), is_english(["lint", "--lang=en"]), is_english(["lint", "en"])
    (True, True, False)
    """
    return "--lang=en" in arguments or ("--lang", "en") in pairwise(arguments)


def words(arguments: Sequence[str]) -> str:
    return ENGLISH if is_english(arguments) else VIETNAMESE
