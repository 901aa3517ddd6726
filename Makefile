# Two commands matter: `make ingest` and `make test`. `make help` lists the others.
PYTHON ?= python3.11
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help ingest test lint format eval bench bench-peers fit-reader docs lock rules clean
.DEFAULT_GOAL := help

help:  ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 16

# The lock holds every version with its hashes, so --no-deps installs exactly it. What `ingest` needs is a part of what
# `test` needs; both live in one environment, and each stamp is renewed when its lock changes.
$(VENV)/.runtime: requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "fundtrail needs Python 3.11: set PYTHON=/path/to/python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing what fundtrail needs into $(VENV) ..."
	@$(PIP) install --no-deps --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	@echo "installing the developers' tools into $(VENV) ..."
	@$(PIP) install --no-deps --require-hashes -r requirements-dev.lock
	@touch $@

# The lines of duckdb that must open the published file, each in an environment of its own.
LINES := .venv-duckdb-1.4/.done .venv-duckdb-2.0/.done
.venv-duckdb-%/.done: tests/lines/duckdb-%.lock
	@$(PYTHON) -m venv .venv-duckdb-$*
	@.venv-duckdb-$*/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --require-hashes -r $<
	@touch $@

ingest: $(VENV)/.runtime  ## run the flow on the bundled samples and publish warehouse/data/fundtrail.duckdb
	@$(BIN)/fundtrail ingest

test: $(VENV)/.dev $(LINES)  ## run the tests
	@$(BIN)/python -m pytest -n auto --dist loadgroup

lint: $(VENV)/.dev  ## ruff and mypy --strict
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(VENV)/.dev  ## let ruff format and mend
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

eval: $(VENV)/.dev  ## score the rules on tests/gold against the floors
	@$(BIN)/fundtrail evaluate tests/gold --floors tests/gold/floors.json

bench: $(VENV)/.dev  ## speed as ratios against named yardsticks, and the peers' scorecard when installed
	@$(BIN)/python -m bench

bench-peers:  ## install the peers of the scorecard into an environment of their own
	@$(PYTHON) -m venv .venv-peers
	@.venv-peers/bin/python -m pip --quiet install -r bench/peers.txt

fit-reader: $(VENV)/.dev  ## teach the reader anew, in an environment of its own (an hour; docs/decisions/0014)
	@$(BIN)/python -m bench.reader.examples build/reader.jsonl
	@$(PYTHON) -m venv .venv-reader
	@.venv-reader/bin/python -m pip --quiet install -r bench/reader.txt
	@.venv-reader/bin/python bench/reader/train.py build/reader.jsonl extractors/reader/weights.npz

docs: $(VENV)/.dev  ## write the generated pages of docs/
	@$(BIN)/python -m flows.docs

lock: $(VENV)/.dev  ## renew the locks: versions and hashes, no addresses
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	    --extra build pyproject.toml --output-file requirements.lock
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	    --extra build --extra dev pyproject.toml --constraints requirements.lock --output-file requirements-dev.lock

rules: $(VENV)/.dev  ## record the digests of rule packages whose version was raised
	@$(BIN)/python -m flows.rules_lock

clean:  ## remove the environments and caches (never captured data)
	rm -rf .venv .venv-peers .venv-duckdb-* .mypy_cache .ruff_cache .pytest_cache .hypothesis build *.egg-info
