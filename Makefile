# Prilavok: `make demo` shows it, `make test` checks it. Both need only Python 3.11 or newer, and make.
PYTHON ?= python3
BIN := .venv/bin
DEMO_PORT ?= 8090

.PHONY: help demo test setup setup-dev lint starter train bench bench-classifier faults run lock clean

help:
	@echo "make demo              the shop with its bot, in your browser: no token, no server"
	@echo "make test              every check and every test"
	@echo "make train             the starter model"
	@echo "make bench             speed and memory, beside a bare echo bot"
	@echo "make bench-classifier  the classifier on its held-out and public sets"
	@echo "make faults            every fault test at full load"
	@echo "make run               serve Telegram with the settings in .env"

demo: setup
	$(BIN)/python -m bot demo --port $(DEMO_PORT)

test: setup-dev
	$(MAKE) -j2 lint starter
	$(BIN)/python -m pytest -n auto --dist worksteal $(PYTEST_ARGS)

starter: setup-dev
	$(BIN)/python -m tests.starter

lint: setup-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy

train: setup
	$(BIN)/python -m bot train

bench: setup-dev
	$(BIN)/python -m benchmarks.run

bench-classifier: setup-dev
	$(BIN)/python -m benchmarks.classifier

faults: setup-dev
	FAULTS=full $(BIN)/python -m pytest tests/faults tests/trade/test_absences.py -p no:randomly --no-cov --timeout 3600 $(PYTEST_ARGS)

run: setup
	$(BIN)/python -m bot run

setup: .venv/.setup
setup-dev: .venv/.setup-dev

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name it: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.setup: requirements.lock | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/.setup-dev: requirements-dev.lock | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ .venv/.setup

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-header --no-emit-index-url --no-emit-find-links --annotation-style line -o requirements.lock requirements.in
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-header --no-emit-index-url --no-emit-find-links --annotation-style line -o requirements-dev.lock requirements-dev.in

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build
