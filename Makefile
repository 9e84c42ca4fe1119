# One virtual environment, two stamps: what a user needs, and what a developer needs besides.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
OUT    := demo-out
FAMILY := corpus/xa-hoi-hoc-tap

.PHONY: demo test bench check format tables clean

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit("kehoach cần Python 3.11 trở lên" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/user.stamp: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	$(BIN)/python -m compileall -q kehoach  # pip does so for packages that are not editable
	@touch $@

$(VENV)/dev.stamp: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@$(BIN)/python -m compileall -q kehoach
	@touch $@ $(VENV)/user.stamp

demo: $(VENV)/user.stamp  ## draft two plans from a province's plan, lint them, lint a plan with real mistakes
	@KEHOACH=$(BIN)/kehoach FAMILY=$(FAMILY) OUT=$(OUT) sh tools/demo.sh

test: $(VENV)/dev.stamp  ## every test
	$(BIN)/python -m pytest -q -n auto

$(VENV)/bench.stamp: pyproject.toml $(VENV)/dev.stamp  # the peers come where they can be installed
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	@touch $@

bench: $(VENV)/bench.stamp  ## the table of figures, each beside its target and its peer
	$(BIN)/python -m tests.bench

check: $(VENV)/dev.stamp  ## lint, format and types, as CI does
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) $(OUT) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

tables: $(VENV)/dev.stamp  ## everything that is built from other files of the repo
	$(BIN)/python tools/build_corpus.py
	$(BIN)/python tools/build_language.py
	$(BIN)/python tools/build_spelling.py
	$(BIN)/python tools/count_findings.py > corpus/findings.tsv
