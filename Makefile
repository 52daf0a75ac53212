# What one does with Kundcenter.  `make help` lists it; README.md explains it.
# Name another Python with: make run PYTHON=python3.12

PYTHON ?= python3
BIN = .venv/bin
WORKERS ?= 2

.DEFAULT_GOAL = help
.PHONY: help setup run two-desks tour test lint types contracts translations format bench faults lock clean

help:            ## Visa den här listan                          | show this list
	@sed -n 's/^\([a-z-]*\): *[^#]*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

setup:           ## Gör i ordning miljön i .venv                 | make the environment in .venv
	@$(PYTHON) packaging/prepare.py setup

run:             ## Starta arbetsstationen på demoregionen       | the workstation on the demo region
	@$(PYTHON) packaging/prepare.py run
	@$(BIN)/kundcenter demo

two-desks:       ## Två arbetsstationer på en central             | two workstations on one centre
	@$(PYTHON) packaging/prepare.py test
	@$(BIN)/python -m tests.rig.two_desks

tour:            ## Spela rundturen; bilder och PDF i out/tour   | play the tour; pictures in out/tour
	@$(PYTHON) packaging/prepare.py tour
	@$(BIN)/python -m tests.rig.tour out/tour

test:            ## Allt som måste hålla: stil, typer, prov      | all that must hold
	@$(PYTHON) packaging/prepare.py test
	@$(MAKE) --no-print-directory lint types contracts
	@echo "==> Translations"
	@$(BIN)/python packaging/translations.py check
	@echo "==> Tests"
	@$(BIN)/python -m pytest -q -n $(WORKERS) --dist worksteal

lint: setup      ## Stil                                         | style
	@echo "==> Style"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup     ## Typer                                        | types
	@echo "==> Types"
	@$(BIN)/mypy

contracts: setup ## Vem som får importera vem                    | who may import whom
	@echo "==> Import contracts"
	@$(BIN)/lint-imports

translations: setup ## Samla nya texter i resources/translations    | collect new texts
	@$(BIN)/python packaging/translations.py update

format: setup    ## Skriv om koden i husets stil                 | rewrite the code in the house's style
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

# make bench BENCH=--quick only sees that all of it runs; docs/performance.md tells the rest.
bench: setup     ## Mätningar; tabell och JSON i out/bench       | measurements; table and JSON in out/bench
	@mkdir -p out/bench
	@$(BIN)/python -m tests.benchmarks --out out/bench $(BENCH)

faults:          ## Feltester i full längd                       | fault tests at full length
	@$(PYTHON) packaging/prepare.py test
	@KUNDCENTER_FAULTS=full $(BIN)/python -m pytest -q -o faulthandler_timeout=3600 \
	  tests/faults tests/rig

LOCK = uv pip compile --quiet --universal --generate-hashes --custom-compile-command "make lock"
lock:            ## Lås beroendena på nytt (behöver uv)          | lock the dependencies again (needs uv)
	@$(LOCK) --all-extras pyproject.toml -o requirements.lock
	@$(LOCK) --constraint requirements.lock packaging/requirements-build.in \
	  -o packaging/requirements-build.lock

clean:           ## Ta bort allt som går att göra om             | remove what can be made again
	@rm -rf .venv build dist out .mypy_cache .ruff_cache .hypothesis .import_linter_cache *.egg-info
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@rm -f resources/translations/*.qm
