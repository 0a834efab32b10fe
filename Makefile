# What a developer does here. A clean clone needs python3 (3.11 or later) and make; `make` alone lists the targets.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BENCH := .venv-bench
READY := $(VENV)/.ready
# twice quiet: older versions of pip warn of an extra that they do not find by its other spelling
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet --quiet
PYTEST := $(BIN)/python -m pytest --numprocesses auto --dist loadfile

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test bench hardening sbom conformance lint accept docs picture walk judges lock wheel clean

help: ## list these targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 14

demo: $(READY) ## convert the article in seeds/ and print where the reports are
	@$(BIN)/briefing convert seeds/strategic-dialogues.txt --force

test: $(READY) ## the unit tests, the command cases and a sample of the conformance tests
	@$(PYTEST) -m "not conformance"

conformance: $(READY) ## every style, format and option before the real judges (see `make judges`)
	@$(PYTEST) -m conformance

lint: $(READY) ## style, types and who may import whom
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

accept: $(READY) ## take today's output as the expected one: command cases and goldens; then read the diff
	@$(BIN)/python -m pytest -m "not conformance" --accept

docs: $(READY) picture ## write the generated parts of the documentation anew
	@$(BIN)/python docs/generate.py

picture: $(READY) ## write the pictures of the README and of the gallery of styles anew
	@$(BIN)/python -m docs.picture

walk: $(READY) ## put the files of a walk of docs/guide into output/walks (WALK=analyst)
	@$(BIN)/python -m docs.walks $(WALK)

judges: ## install the validators that the conformance tests ask
	@.ci/judges

wheel: $(READY) ## build the wheel and the source archive into dist/
	@$(BIN)/python -m build --no-isolation --outdir dist

bench: $(BENCH)/.ready ## measure us beside our peers and write docs/benchmarks.md (half an hour; bench/README.md)
	@$(BENCH)/bin/python -m bench --write $(BENCH_OPTIONS)

hardening: $(READY) ## install what `python -m tests.fuzz`, `python -m tests.mutation` and `make sbom` need
	@$(PIP) install --require-hashes --requirement tests/requirements.lock

sbom: hardening ## write what the program is made of to dist/sbom.cdx.json (CycloneDX)
	@$(BIN)/python -m docs.sbom

# The lock is universal: one file for every Python from 3.11 on and every system. Pins stay where they are
# unless pyproject.toml demands otherwise; LOCK=--upgrade moves them all.
lock: ## resolve requirements.lock anew (LOCK=--upgrade for the newest versions)
	@$(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip --disable-pip-version-check --no-input --quiet install uv
	@build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-config \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
		--group dev $(LOCK) pyproject.toml --output-file requirements.lock
	@build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-config \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
		--group bench --constraint requirements.lock $(LOCK) pyproject.toml --output-file bench/requirements.lock
	@build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-config \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
		--group hardening --constraint requirements.lock $(LOCK) --output-file tests/requirements.lock

clean: ## remove the environment, caches and builds; reports in output/ stay
	@rm -rf $(VENV) $(BENCH) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "briefing needs Python 3.11 or later with its venv module, and $(PYTHON) is not that: install python3 and python3-venv, or name another as in 'make PYTHON=python3.12'" >&2; exit 1; }
	@echo "Making the environment in $(VENV) from requirements.lock (once; about 155 MB to download)"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q converter
	@touch $@

# The peers bring much that the product must do without: they have an environment of their own.
$(BENCH)/.ready: bench/requirements.lock
	@echo "Making the environment in $(BENCH) from bench/requirements.lock (once; about 250 MB to download)"
	@$(PYTHON) -m venv $(BENCH)
	@$(BENCH)/bin/python -m pip --disable-pip-version-check --no-input --quiet --quiet \
		install --require-hashes --requirement bench/requirements.lock
	@$(BENCH)/bin/python -m compileall -q converter bench
	@touch $@
