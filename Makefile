# The list of commands. Set-up needs git, make and Python 3.11 or later with venv: no root, nothing outside this folder.
# Every path is relative, so the folder may have spaces and Vietnamese letters in its name.

PYTHON ?= python3
UV_VERSION := 0.13.9
BIN := .venv/bin
MESSAGES := $(wildcard src/sokhcn/locale/*/LC_MESSAGES/*.po)

export PYTHON
# Python 3.11 reads where the package lies by the letters of the locale, and the folder may have Vietnamese ones.
ifneq ($(shell locale charmap 2>/dev/null),UTF-8)
export LC_ALL := C.UTF-8
endif
# From what it compiled before Python starts in a third of the time, and tests start many: also where images say not to keep it.
unexport PYTHONDONTWRITEBYTECODE
export UV_PYTHON_DOWNLOADS := never
export UV_PROJECT_ENVIRONMENT := .venv
ifneq ($(wildcard .tools/fonts),)
export SOKHCN_FONTS ?= $(CURDIR)/.tools/fonts
endif

.DEFAULT_GOAL := help
.PHONY: help demo serve shots test pure check typed others format bench rules system fonts setup clean moved
.DELETE_ON_ERROR:

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

demo: ## fill a demonstration year and show what the system makes of it
	@./sokhcn demo

serve: ## start the web pages on this computer
	@./sokhcn serve

shots: .venv/.ready ## pictures of twenty pages of the demonstration, light, dark, narrow and printed, into var/shots; ARGS=en: English
	@$(BIN)/python -m tests.shots $(ARGS)

test: .venv/.ready ## every test, and the database's on PostgreSQL too; SOKHCN_ALL=1: a missing program fails; ARGS="-k word": some
	@$(BIN)/python -m tests.twice -n 2 --dist worksteal $(ARGS)

# Django and its plugin stay out, which is faster and holds that these floors do without. Two halves side by side, each
# of which collects its own tests only; properties try few examples here, and all of them in `make test`.
PURELY = $(BIN)/python -m pytest -q -n 0 --hypothesis-profile quick -p no:django -p no:faker -W 'ignore:Unknown config option'
pure: .venv/.ready ## the tests of the pure floors alone, in seconds
	@$(PURELY) tests/reader tests/checker $(ARGS) & half=$$!; \
	$(PURELY) tests/kernel tests/figures tests/document tests/compiler tests/intake $(ARGS); other=$$?; \
	wait $$half && exit $$other

# Stops at the first step that fails and prints what it said; a step that holds prints one line.
step = @printf '%-18s' '$(1)'; if said=$$($(2) 2>&1); then echo holds; else echo FAILS; printf '%s\n' "$$said" | tail -n 40; exit 1; fi
TEMPLATES = $(shell git ls-files '*/templates/*.html')
DJANGO := DATABASE_URL= SOKHCN_DATABASE=:memory: DJANGO_SETTINGS_MODULE=sokhcn.config.settings $(BIN)/python -m django
PRODUCTION := SOKHCN_MODE=production SOKHCN_HOSTS=so.example \
  SOKHCN_SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))')

# Types take as long as all the others: both run side by side, and what is said of types is told last.
TYPED := .mypy_cache/said
check: .venv/.ready ## format, lint, types, import contracts, templates, migrations, production settings; -i: go on after a fault
	@$(MAKE) --silent -j2 typed others
	$(call step,types,cat $(TYPED); exit $$(cat $(TYPED).code))

typed:
	@mkdir -p $(dir $(TYPED)); $(BIN)/mypy > $(TYPED) 2>&1; echo $$? > $(TYPED).code

others:
	$(call step,layout of code,$(BIN)/ruff format --check .)
	$(call step,lint,$(BIN)/ruff check .)
	$(call step,import contracts,$(BIN)/lint-imports)
	$(if $(TEMPLATES),$(call step,templates,$(BIN)/djlint --check --lint $(TEMPLATES)))
	$(call step,migrations,$(DJANGO) makemigrations --check --dry-run)
	$(call step,production,$(PRODUCTION) $(DJANGO) check --deploy --fail-level WARNING)

format: .venv/.ready ## lay out code and templates as `make check` wants them
	@$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format --quiet .
	@$(if $(TEMPLATES),$(BIN)/djlint --quiet --reformat $(TEMPLATES) >/dev/null || true)

bench: .venv/.ready ## measure a million rows on both databases, .docx and PDF, reading and checking; long, most of it for what we are measured against
	@.tools/uv/bin/uv sync --locked --quiet --group bench --python $(PYTHON)
	@$(BIN)/python -m pytest -n 0 -m bench -s bench tests $(ARGS)

rules: .venv/.ready ## write docs/rules.md anew from the rules of the proof-reader
	@$(BIN)/python -c 'from sokhcn.checker.listing import listing; print(listing(), end="")' > docs/rules.md

system: ## install with apt (as root or with sudo) the programs that some tests need
	@sh .ci/system

fonts: ## unpack Debian's Liberation fonts into .tools/fonts, without root
	@sh .ci/fonts

setup: .venv/.ready ## only set up: uv, the locked packages, the translations
	@:

clean: ## remove what set-up and tests made; registers and files in var/ stay
	@rm -rf .venv .tools .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis var/test-output
	@find src tests -name __pycache__ -prune -exec rm -rf {} +

# --- set-up: again only when the packages, the lock, the translations or the folder's own place change ------------

.tools/uv/$(UV_VERSION):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo 'Python 3.11 or later is needed, and `$(PYTHON)` is not: name another one, as in PYTHON=python3.12.' >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo 'Python lacks its venv module: install it (apt install python3-venv) and run this again.' >&2; exit 1; }
	@echo 'set-up: uv $(UV_VERSION) into .tools/uv'
	@rm -rf .tools/uv && $(PYTHON) -m venv .tools/uv
	@.tools/uv/bin/python -m pip install -qq --disable-pip-version-check uv==$(UV_VERSION)
	@touch $@

# Scripts in .venv name the folder they were made in, so a folder that was moved or copied gets a new .venv.
ifneq ($(shell [ ! -e .venv/.ready ] || [ "$$(cat .venv/.ready)" = "$$(pwd -P)" ] || echo moved),)
.venv/.ready: moved
moved:
	@rm -rf .venv
endif

.venv/.ready: .tools/uv/$(UV_VERSION) pyproject.toml uv.lock $(MESSAGES)
	@echo 'set-up: the locked packages into .venv'
	@.tools/uv/bin/uv sync --locked --quiet --python $(PYTHON)
	$(if $(MESSAGES),@echo 'set-up: translations' && $(BIN)/pybabel --quiet compile --directory src/sokhcn/locale --domain django)
	@pwd -P > $@
