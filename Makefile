# Assent. Needs Python 3.11 to 3.14 with venv and pip; uses uv instead where it is installed.
#   make demo     the refund example in the browser (ARGS="--script" plays it, ARGS="--port 8081 --fresh")
#   make test     the whole suite (ARGS="-k cards" for a part of it)
#   make check    format, lint, types, import contracts, dead code
#   make lock     both lock files from pyproject.toml (ARGS=--upgrade moves the pins; needs uv)
#   make reliability  the faults: kills, races, random schedules (FULL=1 PART=kills MINUTES=30 goes on with the full counts)
#   make bench      what a run costs (DATABASE=postgres on a PostgreSQL of its own, with one and two processes)

VENV := .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/python -m pytest
UV := $(shell command -v uv 2>/dev/null)
WORKS := import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))

# The first of these that is new enough; `make PYTHON=/path/to/python3.12` overrides it.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c '$(WORKS)' 2>/dev/null && { echo "$$python"; break; }; done)

.PHONY: demo test check lock bench reliability
.DELETE_ON_ERROR:

demo: $(VENV)/.runs
	@$(BIN)/assent demo $(ARGS)

test: $(VENV)/.tests
	$(PYTEST) -n 3 --dist worksteal $(ARGS)

check: $(VENV)/.tests
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy
	$(BIN)/lint-imports
	$(BIN)/python -m vulture

bench: $(VENV)/.tests
	$(BIN)/python -m tests.benchmarks $(DATABASE)

reliability: $(VENV)/.tests
	$(if $(FULL),$(BIN)/python -m tests.faults,$(PYTEST) tests/faults -n 2 --dist worksteal $(ARGS))

COMPILE = $(UV) pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-annotate --custom-compile-command 'make lock' $(ARGS)

lock:
	@test -n "$(UV)" || { echo "make lock needs uv: python3 -m pip install uv"; exit 2; }
	$(COMPILE) --output-file requirements.lock
	$(COMPILE) --all-extras --group dev --constraint requirements.lock --output-file requirements-dev.lock

# --- the environment: a stamp per lock file, so that a second run installs nothing -----------------------------------

INSTALL = $(if $(UV),VIRTUAL_ENV="$(CURDIR)/$(VENV)" $(UV) pip install,$(BIN)/python -m pip install --quiet \
	--disable-pip-version-check --no-input) --require-hashes --requirement

$(VENV)/.runs: requirements.lock | $(BIN)/assent
	$(if $(UV),,@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip)
	@echo "Installing what $< pins; without uv this takes about a minute."
	$(INSTALL) $<
	@touch $@

# The second lock file has everything of the first: what runs is there, too.
$(VENV)/.tests: requirements-dev.lock | $(BIN)/assent
	$(if $(UV),,@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip)
	@echo "Installing what $< pins; without uv this takes about two minutes."
	$(INSTALL) $<
	@touch $@ $(VENV)/.runs

define LAUNCHER
#!/bin/sh
exec "$(CURDIR)/$(BIN)/python" -c 'import sys; sys.path[0] = "$(CURDIR)"; from bot.cli import main; sys.exit(main())' "$$@"
endef
export LAUNCHER

$(BIN)/assent: $(BIN)/python Makefile
	@printf '%s\n' "$$LAUNCHER" > $@
	@chmod +x $@

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Assent needs Python 3.11 to 3.14; none is here. Name one: make PYTHON=..."; exit 2; }
	$(if $(UV),$(UV) venv --python "$(PYTHON)" $(VENV),"$(PYTHON)" -m venv $(VENV))
