# SPDX-License-Identifier: GPL-2.0-or-later
# Each verb calls one script or tool; every verb does its own set-up.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup servers demo sample pictures test test-unit test-qgis test-servers test-desktop test-340 \
	demo-340 lint format typecheck translations build package install bench clean

PYTHON := .venv/bin/python
PYTEST := $(PYTHON) -m pytest

# QGIS starts before pytest reads a conftest, so the platform must be known here.
export QT_QPA_PLATFORM := offscreen
test-desktop: export QT_QPA_PLATFORM := xcb

help: ## list the verbs
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1\t/p' Makefile | expand -t 16

setup: ## install what the other verbs need (they all call this)
	@python3 scripts/setup.py

servers: setup ## install the servers that test-servers starts (it calls this)
	@python3 scripts/servers.py

demo: setup build ## run the whole job on the sample through qgis_process
	@$(PYTHON) scripts/demo.py

sample: setup ## make the fictional sample regency again
	@$(PYTHON) scripts/make_sample.py

test: test-unit test-qgis test-servers test-desktop ## all tests

test-unit: setup ## core, services, architecture, package and translations, without QGIS
	@$(PYTEST) -p no:pytest_qgis tests/unit tests/test_architecture.py tests/test_package.py tests/test_translations.py

test-qgis: setup ## algorithms, bridge and cartography inside QGIS
	@$(PYTEST) tests/qgis

test-servers: servers ## protocols against real servers, started on this machine
	@$(PYTEST) -p no:pytest_qgis tests/servers

test-desktop: servers package ## a real QGIS Desktop on a virtual screen
	@xvfb-run --auto-servernum --server-args "-screen 0 1600x1000x24" $(PYTEST) -p no:pytest_qgis tests/desktop

pictures: servers package ## take the pictures of the dock for the docs
	@xvfb-run --auto-servernum --server-args "-screen 0 1600x1000x24" $(PYTHON) scripts/pictures.py

test-340: setup ## tests/qgis, tests/servers and tests/desktop on QGIS 3.40, in a folder of Debian 13
	@$(PYTHON) scripts/debian13.py make --keep-going test-qgis test-servers test-desktop

demo-340: setup ## the demo on QGIS 3.40, in a folder of Debian 13
	@$(PYTHON) scripts/debian13.py make demo

lint: setup ## style, Python 3.9, rules of the plugin repository
	@scripts/lint.sh

format: setup ## rewrite the code in the project's style
	@.venv/bin/ruff format .

typecheck: setup ## mypy, strict, on core and services
	@$(PYTHON) -m mypy

translations: setup ## collect the strings, compile the translations
	@$(PYTHON) scripts/translations.py

build: setup ## stage the plugin in build/
	@$(PYTHON) scripts/build.py

package: setup ## make the ZIP in dist/
	@$(PYTHON) scripts/package.py

install: setup ## copy the plugin into your QGIS profile
	@$(PYTHON) scripts/install.py

bench: setup build ## measure against native QGIS recipes
	@$(PYTHON) benchmarks/run.py

clean: ## remove everything made here except .venv
	@rm -rf build dist demo benchmarks/work i18n/*.qm .pytest_cache .mypy_cache .ruff_cache .hypothesis .qgis-settings
