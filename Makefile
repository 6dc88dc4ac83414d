# Two commands on a fresh machine: `make run` and `make test`.  Each sets up what it needs first.
SHELL := /bin/sh
VENV := .venv
PY := $(VENV)/bin/python
PYTHON ?= python3
STATION := $(PY) -m station
PEER := .venv-codarascan
RULES := tests/numbers tests/custody
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev

.PHONY: run demo test test-fast check bench bench-trust bench-ledger bench-mail bench-web screenshots fuzz proof offline-bundle lock setup setup-dev clean

run: setup ## play the demo day, then serve the station
	$(STATION) demo

demo: setup ## play the demo day and end
	$(STATION) demo --no-serve

setup: $(READY)

setup-dev: $(READY_DEV)

$(READY): requirements.lock pyproject.toml tools/setup.sh
	@PYTHON=$(PYTHON) tools/setup.sh run
	@touch $@

$(READY_DEV): requirements-dev.lock pyproject.toml tools/setup.sh
	@PYTHON=$(PYTHON) tools/setup.sh test
	@touch $@ $(READY)

test: setup-dev ## all tests: real browser, real PostgreSQL, branch coverage of the rules
	@$(PY) -m coverage erase
	$(PY) -m coverage run -m pytest $(RULES)
	$(PY) -m coverage report --include='station/numbers/*,station/custody/*' --fail-under=100
	$(PY) -m pytest -n 2 --dist worksteal $(RULES:%=--ignore=%)

test-fast: setup-dev ## without browser, PostgreSQL and long searches
	$(PY) -m pytest -q -n 2 --dist worksteal -m 'not slow'

check: setup-dev ## format, lint, types, import contracts
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

bench: setup-dev $(PEER)/.ready ## what the figures in the docs come from
	$(PY) -m benchmarks.reading --ladder 100 --all --codarascan $(PEER)/bin/python
	$(PY) -m benchmarks.limits

bench-mail: setup-dev ## a year of a town hall, with paper and with the station
	$(PY) -m benchmarks.lost_mail --picture docs/pictures/lost-mail.svg

bench-ledger: setup-dev ## what a deed costs, beside the bare driver; an hour, with journals of 5 million entries
	$(PY) -m benchmarks.ledger

bench-web: setup-dev ## fifty terminals scanning once a second beside a bare page; 20 minutes
	$(PY) -m benchmarks.web

offline-bundle: setup ## one archive that installs without internet
	@tools/offline_bundle.sh

screenshots: setup-dev ## every screen in both languages and two sizes, and the demo day as one strip
	$(PY) -m tools.screenshots

proof: setup-dev ## some three hours: the laws in every state of two pieces, searches too long for the tests
	$(PY) -m tests.protocol.whole

fuzz: setup-dev ## ten minutes of damaged pictures and wild keystrokes
	$(PY) -m tools.fuzz --minutes 10

bench-trust: setup-dev ## two hours: no wrong number in 20,000 scenes and 200,000 strips
	$(PY) -m benchmarks.trust

$(PEER)/.ready: benchmarks/codarascan.txt
	$(PYTHON) -m venv $(PEER)
	$(PEER)/bin/pip install -q --require-hashes -r $<
	@touch $@

lock: ## pin every package with its hashes; needs uv
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header -q -o requirements-dev.lock
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header -q \
		-c requirements-dev.lock -o requirements.lock

clean:
	rm -rf $(VENV) $(PEER) build dist *.egg-info
