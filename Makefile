# Two commands: `make study` and `make test`. Both make the environment first if there is none.

VENV := .venv
BIN := $(VENV)/bin
PYTHON := $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: study test snapshots bench clean

study: $(VENV)/study-ready
	@$(BIN)/cssprep

test: $(VENV)/test-ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/cssprep bank check
	$(BIN)/pytest -n auto

# Takes the pictures of the screens anew: look at each before committing it.
snapshots: $(VENV)/test-ready
	$(BIN)/pytest -n auto tests/app --snapshot-update

bench: $(VENV)/test-ready
	$(BIN)/python benchmarks/first_paint.py
	$(BIN)/python benchmarks/answer.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .import_linter_cache build dist

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "cssprep needs Python 3.11 or newer: install it, then run make again."; exit 1; }
	@echo "Making the environment in $(VENV) (once, about a minute) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/study-ready: $(VENV)/bin/python pyproject.toml
	@$(PIP) --editable .
	@touch $@

$(VENV)/test-ready: $(VENV)/bin/python pyproject.toml
	@$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/study-ready
