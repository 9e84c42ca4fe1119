"""A folder of small plans and their parent, as the tests of the command line use it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach.rules.samples import PARENT

from .plans import CLEAN, WARNED, WRONG


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("clean", CLEAN), ("wrong", WRONG), ("warned", WARNED), ("parent", PARENT)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path
