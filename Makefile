# `make serve` to try it, `make test` to check it. Either sets up whatever is not there yet.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check

# A stamp is written when a thing was set up, and is out of date when what it was made from changes.
VENV := .venv/ready
NODE := site/node_modules/ready
BROWSERS := .cache/browsers
VNU := .cache/vnu/node_modules/vnu-jar/build/dist/vnu.jar

# What journeys are tested in. The second line is WebKit: its driver, itself, and a screen for it;
# the third two servers, as the site is put up with.
PACKAGES := chromium firefox-esr fonts-dejavu-core \
	webkit2gtk-driver gir1.2-webkit2-4.1 python3-gi xvfb \
	nginx libnginx-mod-http-brotli-static apache2-bin

.DEFAULT_GOAL := build
.PHONY: setup build serve test check model-parts page-parts inside-parts journeys check-html verify smoke model bench soak \
	format lock update clean

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
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target page-parts model-parts inside-parts

model-parts:
	@$(BIN)/python -m pytest --quiet tests/model

page-parts:
	@$(BIN)/python -m pytest --quiet tests --ignore=tests/model

inside-parts:
	@node tests/run_in_pyodide.mjs

journeys: build $(BROWSERS)
	@echo "Checking the pages"
	@site/node_modules/.bin/html-validate --config site/htmlvalidate.json --formatter text dist/*.html
	@echo "Testing journeys in Chromium, Firefox and WebKit"
	@$(BIN)/python -m pytest --quiet --numprocesses=2 --dist=loadfile --no-loadscope-reorder e2e

# Debian's packages, which need root. Whoever cannot have them is told: no check is left out.
$(BROWSERS): Makefile
	@mkdir -p $(@D)
	@missing=$$(for package in $(PACKAGES); do \
		dpkg-query --show --showformat='$${db:Status-Status}' $$package 2>/dev/null \
			| grep --quiet --line-regexp installed || echo $$package; done); \
	if [ -z "$$missing" ]; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing the browsers and servers to test in"; \
		apt-get -qq update && DEBIAN_FRONTEND=noninteractive \
			apt-get -qq install --yes --no-install-recommends $$missing >/dev/null; \
	else \
		echo "To test in browsers and servers, first: sudo apt-get install" $$missing >&2; exit 1; \
	fi
	@touch $@

# Two checkers of HTML over every page and every sort of screen. What vnu is not asked about is meant:
# PyScript's type of script, and that names in the picture are not to be translated.
MEANT := .*(“py” for attribute “type”|“translate” not allowed on element “text”).*

check-html: build $(VNU)
	@rm -rf .cache/html && $(BIN)/python -m tests.rendered .cache/html
	@echo "Checking $$(ls dist/*.html .cache/html/*.html | wc -l) pages with html-validate"
	@site/node_modules/.bin/html-validate --config site/htmlvalidate.json --formatter text \
		dist/*.html '.cache/html/*.html' tests/golden/summary/*.html
	@echo "Checking them with vnu"
	@java -jar $(VNU) --errors-only --filterpattern '$(MEANT)' dist/*.html .cache/html/*.html tests/golden/summary/*.html

$(VNU):
	@command -v java >/dev/null || { echo "For vnu, first install Java (default-jre-headless)" >&2; exit 1; }
	@npm install --prefix .cache/vnu --ignore-scripts --no-audit --no-fund --loglevel=error \
		vnu-jar@26.9.27 >/dev/null

# Many more random maps, messages and kills than `make test` takes, new ones every time, and the
# whole model made again.
soak: build $(BROWSERS)
	@HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest --quiet -m "whole or not whole" tests
	@node tests/run_in_pyodide.mjs tests/views
	@$(BIN)/python -m pytest --quiet -m whole e2e
	@$(BIN)/python -m e2e.killed

# --- To check a site that is up: make verify URL=https://example.org/maps/ ------------------------

# Is what is served what is built here, byte for byte?
verify: build
	@$(BIN)/python -m builder.verify "$(URL)"

# Does it work? The main journey, in Chromium.
smoke: setup $(BROWSERS)
	@$(BIN)/python -m e2e.smoke "$(URL)"

# --- To work on it --------------------------------------------------------------------------------

model: setup
	@echo "Training on the synthetic cohort"
	@$(BIN)/python -m model train

bench: build $(BROWSERS)
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
		--no-emit-index-url --no-annotate --custom-compile-command "make lock" --quiet $(UPGRADE)

# Moves each pin to the newest version that promises to fit, exact again and with its digest. What
# pyproject.toml pins stays, as does the style sheet that belongs to one of those. Then: make test.
FITTING := const { dependencies, devDependencies } = require("./package.json"); \
	Object.entries({ ...dependencies, ...devDependencies }) \
		.filter(([name]) => name !== "nhsuk-frontend") \
		.map(([name, version]) => `$${name}@^$${version}`).join(" ")

update:
	@$(MAKE) --no-print-directory lock UPGRADE=--upgrade
	@cd site && npm install --package-lock-only --save-exact --ignore-scripts --no-audit --no-fund \
		--loglevel=error $$(node --print '$(FITTING)') >/dev/null
	@git diff --stat -- requirements.lock site

clean:
	@rm -rf .venv .cache dist site/node_modules .mypy_cache .pytest_cache .ruff_cache \
		.import_linter_cache .hypothesis
