# Two commands: `make study` and `make test`. Both make the environment first if there is none.

VENV := .venv
BIN := $(VENV)/bin
PYTHON := $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: study test snapshots docs bench clean

study: $(VENV)/study-ready
	@$(BIN)/cssprep

test: $(VENV)/test-ready $(VENV)/editor-ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/cssprep bank check
	$(BIN)/pytest -n auto

# Takes the pictures of the screens anew: look at each before committing it.
snapshots: $(VENV)/test-ready
	$(BIN)/pytest -n auto tests/app --snapshot-update

# Writes docs/diagnostics.md anew, from what stands with the rules.
docs: $(VENV)/test-ready
	$(BIN)/python docs/make_diagnostics.py

bench: $(VENV)/test-ready
	$(BIN)/python benchmarks/first_paint.py
	$(BIN)/python benchmarks/answer.py
	$(BIN)/python benchmarks/drafts.py
	$(BIN)/python benchmarks/check.py
	$(BIN)/python benchmarks/preview.py
	$(BIN)/python benchmarks/search.py
	$(BIN)/python benchmarks/screens.py
	$(BIN)/python benchmarks/ranking.py
	$(BIN)/python benchmarks/topics_screen.py
	$(BIN)/python benchmarks/reader.py
	$(BIN)/python benchmarks/stats.py
	$(BIN)/python -m benchmarks.calibration
	$(BIN)/python -m benchmarks.long_log

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

# The language server that editors ask. Without npm or its registry, the tests that need it are
# skipped, and it is tried again the next time.
$(VENV)/editor-ready: $(VENV)/bin/python tests/editor/package.json
	@mkdir -p $(VENV)/editor && cp tests/editor/package.json $(VENV)/editor/
	@if npm install --prefix $(VENV)/editor --no-package-lock --no-audit --no-fund \
		--fetch-retries 1 --fetch-timeout 20000 --loglevel silent >/dev/null 2>&1; then touch $@; \
	else echo "npm can't install the YAML language server: the tests in tests/editor are skipped."; fi
