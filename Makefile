# Everything that people and CI type. Each command makes what it needs the first time, and only then.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1
ifeq ($(strip $(SOURCE_DATE_EPOCH)),)# the only clock that a build knows
override SOURCE_DATE_EPOCH := $(shell git -c safe.directory='*' log -1 --format=%ct 2>/dev/null || echo 0)
endif
export SOURCE_DATE_EPOCH

.DEFAULT_GOAL := help
.PHONY: help serve build join parts check new-review import sheets take-in clean-file addresses schema test bench bench-browser search-quality exit-check format lock clean

help: ## List these commands
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name what; do \
		printf '  make %-13s %s\n' "$$name" "$$what"; done

serve: $(VENV)/site.done ## Serve the site at http://127.0.0.1:8000/ and rebuild it as you save (another port: PORT=8001; one review: REVIEW=baby-z)
	@$(BIN)/python -m macros free $(PORT)
	DRAFTS=true REVIEW=$(REVIEW) $(BIN)/python -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: $(VENV)/site.done ## Write the site to site/, and stop at the first doubt (a part of a large one to parts/: make build PART=3/8)
	@$(IN_A_FOLDER_OF_ITS_OWN) DRAFTS= PART=$(PART) $(BIN)/python -m mkdocs build --strict --site-dir "$$new" && \
	$(if $(PART),$(BIN)/python -m macros keep-part "$$new" $(PART) parts,$(BIN)/python -m macros publish "$$new" site)

join: $(VENV)/site.done ## Write the site to site/ from the parts in parts/ and what they lack
	@$(IN_A_FOLDER_OF_ITS_OWN) DRAFTS= PART=rest $(BIN)/python -m mkdocs build --strict --site-dir "$$new" && \
	$(BIN)/python -m macros join parts "$$new" && $(BIN)/python -m macros publish "$$new" site

# Named for its process, so that two builds at once do not meet; what a stopped one left is swept up. A build that fails
# leaves the last good site as it was.
IN_A_FOLDER_OF_ITS_OWN = \
	for old in site.new.*; do [ ! -d "$$old" ] || kill -0 "$${old\#\#*.}" 2>/dev/null || rm -rf "$$old"; done; \
	new=site.new.$$$$; trap 'rm -rf "$$new"' EXIT; trap 'exit 130' INT TERM HUP;

parts: $(VENV)/site.done ## Print the parts in which a large collection is built, as JSON; none for a smaller one
	@$(BIN)/python -m macros parts

check: $(VENV)/check.done ## Check the data, what pages call and the workflow, without building
	@$(BIN)/python -m macros check --reading-age $(if $(GITHUB_ACTIONS),--github)
	@$(BIN)/zizmor --offline --quiet --no-progress .github >$(VENV)/zizmor.txt || { cat $(VENV)/zizmor.txt; exit 1; }
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml

new-review: $(VENV)/site.done ## Lay the folders of a new review, filled with examples: make new-review NAME=harbour-child
	@test -n "$(NAME)" || { echo 'Name its folder: make new-review NAME=harbour-child'; exit 1; }
	@$(BIN)/python -m macros new-review "$(NAME)" --paragraphs="$(PARAGRAPHS)" --lists="$(LISTS)" --kind="$(KIND)"

import: $(VENV)/import.done ## Lay a draft from a document: make import FILE=report.pdf REVIEW=harbour-child
	@test -n "$(FILE)" -a -n "$(REVIEW)" || { echo 'Name both: make import FILE=report.pdf REVIEW=harbour-child'; exit 1; }
	@$(BIN)/python -m macros import "$(FILE)" --review "$(REVIEW)"

sheets: $(VENV)/import.done ## Lay a draft's records as spreadsheets: make sheets REVIEW=harbour-child
	@$(BIN)/python -m macros sheets --review "$(REVIEW)"

take-in: $(VENV)/import.done ## Take a spreadsheet into a draft: make take-in FILE=work/harbour-child-paragraphs.csv REVIEW=harbour-child
	@$(BIN)/python -m macros take-in "$(FILE)" --review "$(REVIEW)"

clean-file: $(VENV)/site.done ## Save a picture, a drawing or a PDF with what it shows and nothing else: make clean-file FILE=docs/lamp.jpg
	@test -n "$(FILE)" || { echo 'Name it: make clean-file FILE=docs/lamp.jpg'; exit 1; }
	@$(BIN)/python -m macros clean-file "$(FILE)"

addresses: $(VENV)/site.done ## Note the addresses that are published now, so that none is lost later
	@$(BIN)/python -m macros addresses

schema: $(VENV)/site.done ## Write the JSON Schemas by which editors help while somebody types
	@$(BIN)/python -m macros schema

test: $(VENV)/test.done $(VENV)/browser.done check ## Check the code and the data, build the site and try it in a browser
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist worksteal

bench: $(VENV)/test.done ## Measure collections of 1 to 100 reviews, and write BENCHMARKS.md (a quick look: make bench BENCH="--reviews 1 3 --runs 1")
	@$(BIN)/python -m bench $(BENCH)

bench-browser: $(VENV)/test.done $(VENV)/browser.done ## Print what each kind of page asks of a reader, Lighthouse's scores, and what a slow phone waits for (needs Node.js; a quick look: RUNS=1)
	@$(BIN)/python -m bench.pages --runs $(or $(RUNS),5)
	@$(BIN)/python -m bench.phone --runs $(or $(RUNS),5)

search-quality: $(VENV)/test.done $(VENV)/browser.done ## Print how well the search answers what readers type
	@$(BIN)/python -m bench.searching

exit-check: build $(VENV)-exit/made.done ## Build the site with ProperDocs and Zensical too, and say what differs
	@$(VENV)-exit/bin/python .ci/exit_check.py

format: $(VENV)/test.done ## Bring the code into its form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: $(VENV)/test.done ## Pin the newest packages that pyproject.toml allows
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --output-file requirements/site.txt
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --group check --output-file requirements/check.txt
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --group exit --output-file requirements/exit.txt
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --group import --output-file requirements/import.txt
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --group dev --output-file requirements/test.txt

clean: ## Remove the built site and the environment
	rm -rf site site.new.* parts $(VENV) $(VENV)-exit .mypy_cache .pytest_cache .ruff_cache

LOCK := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command 'make lock'
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

# Two commands in a fresh checkout set it up once: the second waits for the first.
ALONE := sh .ci/alone $(VENV).lock

$(VENV)/made.done:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'This needs Python 3.11 or newer; name it with: make PYTHON=python3.12 ...'; exit 1; }
	@$(ALONE) $@ sh -c '$(PYTHON) -m venv $(VENV) || { sh .ci/install python3-venv && $(PYTHON) -m venv $(VENV); }'

$(VENV)/site.done: $(VENV)/made.done requirements/site.txt
	@$(ALONE) $@ $(PIP) install --require-hashes -r requirements/site.txt

$(VENV)/check.done: $(VENV)/made.done requirements/check.txt
	@$(ALONE) $@ $(PIP) install --require-hashes -r requirements/check.txt

$(VENV)/import.done: $(VENV)/site.done requirements/import.txt
	@$(ALONE) $@ $(PIP) install --require-hashes -r requirements/import.txt

$(VENV)/test.done: $(VENV)/made.done requirements/test.txt
	@$(ALONE) $@ $(PIP) install --require-hashes -r requirements/test.txt

$(VENV)-exit/made.done: requirements/exit.txt
	@$(ALONE) $@ sh -c '$(PYTHON) -m venv $(VENV)-exit && \
		$(VENV)-exit/bin/python -m pip --quiet --disable-pip-version-check install --require-hashes -r requirements/exit.txt'

$(VENV)/browser.done: $(VENV)/test.done
	@$(ALONE) $@ $(BIN)/python -m tests.browser
