"""What the docstrings show is so."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

import kehoach

ROOT = Path(kehoach.__file__).parent
SHOWING = [
    ".".join(("kehoach", *file.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")
    for file in sorted(ROOT.rglob("*.py"))
    if ">>> " in file.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("name", SHOWING)
def test_the_examples_of_a_docstring_hold(name: str) -> None:
    told: list[str] = []
    module = importlib.import_module(name)
    runner = doctest.DocTestRunner(verbose=False)
    tests = [test for test in doctest.DocTestFinder().find(module) if test.examples]
    for test in tests:
        runner.run(test, out=told.append)
    assert not told, "".join(told)
    assert tests, "no example was found: is it in a docstring?"
