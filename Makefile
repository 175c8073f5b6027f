# `make serve` to try it, `make test` to check it. Either sets up whatever is not there yet.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check

# A stamp is written when a thing was set up, and is out of date when what it was made from changes.
VENV := .venv/ready
NODE := site/node_modules/ready
BROWSER := .cache/browser

.DEFAULT_GOAL := build
.PHONY: setup build serve test check model-parts page-parts journeys model bench soak format lock \
	clean

# --- To try it ------------------------------------------------------------------------------------

serve: build
	@exec $(BIN)/python build.py serve

build: setup
	@echo "Building dist/"
	@$(BIN)/python build.py

setup: $(VENV) $(NODE)
	@:

$(VENV): requirements.lock pyproject.toml
	@echo "Setting up Python in .venv/ (a few minutes the first time)"
	@$(PYTHON) -m venv .venv
	@$(PIP) --require-hashes --only-binary :all: --requirement requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(NODE): site/package-lock.json
	@echo "Setting up what the page is made of in site/node_modules/"
	@cd site && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
	@touch $@

# --- To check it ----------------------------------------------------------------------------------

test: check journeys

check: setup
	@echo "Checking format"
	@$(BIN)/ruff format --check --quiet .
	@echo "Checking for likely faults"
	@$(BIN)/ruff check --quiet .
	@echo "Checking types"
	@$(BIN)/mypy --no-error-summary
	@echo "Checking who imports whom"
	@$(BIN)/lint-imports --no-logo
	@echo "Testing the model, and beside it every other part, also inside Pyodide"
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target model-parts page-parts

model-parts:
	@$(BIN)/python -m pytest --quiet tests/model

page-parts:
	@$(BIN)/python -m pytest --quiet tests --ignore=tests/model
	@node tests/run_in_pyodide.mjs

journeys: build $(BROWSER)
	@echo "Checking the pages"
	@site/node_modules/.bin/html-validate --config site/htmlvalidate.json --formatter text dist/*.html
	@echo "Testing journeys in Chromium"
	@$(BIN)/python -m pytest --quiet e2e

# The system's Chromium; else Debian's package, which needs root; else Playwright's own.
$(BROWSER): | $(VENV)
	@mkdir -p $(@D)
	@if command -v chromium || command -v chromium-browser || command -v google-chrome; then \
		echo "is the browser to test in"; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing Chromium"; \
		apt-get -qq update && DEBIAN_FRONTEND=noninteractive \
			apt-get -qq install --yes --no-install-recommends chromium fonts-dejavu-core >/dev/null; \
	else \
		echo "Fetching Chromium"; \
		$(BIN)/python -m playwright install chromium; \
	fi
	@touch $@

# Many more random maps, messages and kills than `make test` takes, new ones every time.
soak: build $(BROWSER)
	@HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest --quiet tests
	@$(BIN)/python -m e2e.killed

# --- To work on it --------------------------------------------------------------------------------

model: setup
	@echo "Training on the synthetic cohort"
	@$(BIN)/python -m model train

bench: build $(BROWSER)
	@$(BIN)/python -m e2e.bench

format: setup
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format --quiet .

# Pins every Python package that pyproject.toml asks for, with hashes, for every system we support.
lock:
	@$(PYTHON) -m venv .cache/lock
	@.cache/lock/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
	@.cache/lock/bin/uv pip compile pyproject.toml --group dev --output-file requirements.lock \
		--universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
		--no-emit-index-url --no-annotate --custom-compile-command "make lock" --quiet

clean:
	@rm -rf .venv .cache dist site/node_modules .mypy_cache .pytest_cache .ruff_cache \
		.import_linter_cache .hypothesis
