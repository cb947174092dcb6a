# make demo: set all up and run the main job on the sample.   make test: set all up and pass the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test soak fuzz audit mutants lint taxonomy golden bench spark docs clean

demo: $(READY)
	$(BIN)/filingexport export samples/iij-2008 --output out
	$(BIN)/filingexport validate out/iij-2008.xbrl --full

# One process more than there are cores here: some tests wait for a browser or for another process.
test: $(READY) lint
	$(BIN)/python -m pytest -n 3 --dist worksteal

soak: $(READY)
	FILINGEXPORT_EFFORT=20 $(BIN)/python -m pytest -n 2 tests/test_round_trip.py tests/test_figures.py tests/test_markdown.py tests/test_yaml_tree.py tests/test_draft.py
	FILINGEXPORT_EFFORT=2 $(BIN)/python -m pytest -n 2 tests/test_workbook.py tests/test_ixbrl_browser.py
	FILINGEXPORT_EFFORT=20 $(BIN)/python -m pytest -n 2 tests/test_hostile.py tests/test_faults.py tests/test_determinism.py tests/test_fuzz.py
	FILINGEXPORT_EFFORT=2 $(BIN)/python -m pytest -n 2 tests/test_arelle.py tests/test_formats_arelle.py
	$(BIN)/python -m tests.soak --filings 10000

# Each reader in turn, by a seed; then guided by coverage, where atheris has a wheel (Linux on x86-64; what it found stays in build/fuzz).
# Some 2 hours of a processor; RUNS=1000 for a short one, READERS=xbrl for one reader.
RUNS ?= 100000
READERS ?=
fuzz: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	$(BIN)/python -m tests.fuzz $(READERS) --runs $(RUNS)
	$(BIN)/python -m tests.fuzz $(READERS) --runs $(RUNS) --guided build/fuzz

# Known vulnerabilities (where there is a network), a bill of materials (build/sbom.json), licences.
audit: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[audit,sign,view,serve]'
	$(BIN)/python -m tests.audit build

# A sample of mutants of the core (docs/mutation-testing.md); MUTANTS=2000 for all.
MUTANTS ?= 150
mutants: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[mutants]'
	for group in binding codec documents bounds checks rules; do $(BIN)/python -m tests.mutants --group $$group --count $(MUTANTS) || exit 1; done

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

taxonomy: $(READY)
	$(BIN)/filingexport taxonomy build

golden: $(READY) taxonomy
	$(BIN)/python -m tests.golden.update

bench: $(READY)
	$(BIN)/python -m bench.run --write

# The data source of Spark: installs pyspark (some 400 MB); needs Java 17.
spark: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[spark]'
	$(BIN)/python -m pytest tests/test_spark.py

docs: $(VENV)/.docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --clean

$(VENV)/.docs: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	touch $(VENV)/.docs

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $(READY)

clean:
	rm -rf $(VENV) out copy build dist site .mypy_cache .ruff_cache .hypothesis
