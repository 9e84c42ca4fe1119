"""The layers hold: imports only go down, and the command line starts light."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import kehoach

ROOT = Path(kehoach.__file__).parent
LAYERS = {
    layer: height
    for height, layers in enumerate(
        (
            "system",
            "model kept stopping",
            "patterns",
            "text knowledge",
            "unit places",
            "restore",
            "readers",
            "extract",
            "align word",
            "config rules",
            "lint",
            "baseline settings fix",
            "report draft",
            "cli",
            "__main__",
        )
    )
    for layer in layers.split()
}
MODULES = [p for p in ROOT.rglob("*.py") if p != ROOT / "__init__.py"]
HEAVY = [
    "pyvi",
    "sklearn",
    "numpy",
    "docx",
    "docxtpl",
    "jinja2",
    "pydantic",
    "rich",
    "pypdfium2",
    "pycrfsuite",
    "openpyxl",
]


def imported(path: Path) -> list[str]:
    """The modules of kehoach, dotted and without its name, that a file imports anywhere in it."""
    here = ("kehoach", *path.relative_to(ROOT).with_suffix("").parts)
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            base = [*here[: len(here) - node.level]] if node.level else []
            module = [*base, *(node.module or "").split(".")] if node.module else base
            found += [[*module, alias.name] for alias in node.names] if module == ["kehoach"] else [module]
        elif isinstance(node, ast.Import):
            found += [alias.name.split(".") for alias in node.names]
    return [".".join(parts[1:]) for parts in found if parts[0] == "kehoach" and len(parts) > 1]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_go_down(path: Path) -> None:
    here = path.relative_to(ROOT).parts[0].removesuffix(".py")
    for module in imported(path):
        layer = module.split(".")[0]
        if layer == "__version__":
            continue
        assert layer in LAYERS, f"{module} has no layer"
        same = layer == here
        assert same or LAYERS[layer] < LAYERS[here], f"{path.relative_to(ROOT)} imports {module}, which lies above it"


def test_the_command_line_loads_nothing_heavy() -> None:
    code = f"import sys, kehoach.cli; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_stay_small(path: Path) -> None:
    if path.name == "model.py":
        pytest.skip("the nouns stand together in one file")
    assert len(path.read_text(encoding="utf-8").splitlines()) < 300
