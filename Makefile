# What a person types. Everything is made inside this folder; `make` alone explains the targets.
# The work stands in scripts/ and bot/: here is only what depends on what.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:

# Where the environment forbids byte code, Rasa compiles itself at every start and needs ten seconds more.
unexport PYTHONDONTWRITEBYTECODE
# Nothing is reported to Rasa's makers.
export RASA_TELEMETRY_ENABLED := false

BIN := .venv/bin
UV := .tools/venv/bin/uv
MODEL := models/cairn.tar.gz
# What the model is made of: a change to any of these makes the next `make run` train.
MODEL_SOURCES := $(shell scripts/model_sources)
# The sentence encoder that both trainings start from.
ENCODER_SOURCES := $(wildcard bot/encoder/*.*)
# The second vote beside the cue rules, learned from the written messages.
CUES := models/cues.weights
CUE_SOURCES := $(shell find bot/safety -name 'train*' -o -name 'functional.jsonl' -o -path '*/lexicon/*' -type f) \
	$(patsubst %,bot/safety/%.py,features lexicon needed normalise questions rules score train units votes messages/lines) \
	$(ENCODER_SOURCES)
# The vote of the answer gate, learned from the written answers.
ANSWERS := models/answers.encoder
ANSWER_SOURCES := $(wildcard bot/coaching/gate/lines/*.jsonl) \
	$(patsubst %,bot/coaching/%.py,gate/classes gate/learned gate/train spelling text) $(ENCODER_SOURCES)
MODELS := $(MODEL) $(CUES) $(ANSWERS)

.PHONY: help run test test-all matrix lint soak fmt train bench safety-report gate-report nlu-report lock

help: ## Explain the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 24

run: train ## Install what is missing, train if needed, start Cairn on this machine
	@$(BIN)/cairn run

test: .venv/.installed-dev train ## Check everything that needs no root
	@scripts/test

test-all: test ## The same, then what needs a browser, PostgreSQL or broken processes
	@scripts/test --more

lint: .venv/.installed-dev ## Check style, types, imports and YAML
	@scripts/lint

matrix: .venv/.installed-dev train ## Every combination of faults on real processes (about three minutes)
	@$(BIN)/pytest -n logical --dist loadscope -m matrix

soak: .venv/.installed-dev train ## Ten thousand random conversations while processes are hung and killed (about an hour)
	@$(BIN)/python -m tests.faults.soak $(WITH)

fmt: .venv/.installed-dev ## Format the code
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix --quiet .

train: .venv/.installed ## Train what is older than its sources, two at once
	@$(MAKE) --silent --jobs=2 $(MODELS)

bench: .venv/.installed-dev train ## Measure against a stock Rasa project, one JSON line a figure
	@$(BIN)/python -m benchmarks

safety-report: .venv/.installed-dev train ## How well cues are heard, on written and on fresh messages
	@$(BIN)/python -m bot.safety.report $(WITH)

gate-report: .venv/.installed-dev ## How well answers are told apart and given back, on fresh ones
	@$(BIN)/python -W ignore -m benchmarks.gate_report

nlu-report: .venv/.installed-dev ## How well wishes outside dialogues are told apart, by several pipelines
	@$(BIN)/python -W ignore -m benchmarks.nlu_report

lock: .tools/.installed ## Resolve the dependencies anew and write the locks
	@scripts/lock

.tools/.installed: scripts/uv.lock scripts/get_uv
	@scripts/get_uv
	@touch $@

.venv/.installed: requirements.lock pyproject.toml .tools/.installed
	@scripts/install requirements.lock
	@touch $@

.venv/.installed-dev: requirements-dev.lock .venv/.installed
	@scripts/install requirements-dev.lock
	@touch $@

$(MODEL): $(MODEL_SOURCES) | .venv/.installed
	@scripts/train $@

$(CUES): $(CUE_SOURCES) | .venv/.installed
	@echo "Training the second vote on cues (two to ten minutes)…" >&2
	@$(BIN)/python -m bot.safety.train >&2

$(ANSWERS): $(ANSWER_SOURCES) | .venv/.installed
	@echo "Training the answer gate (two to ten minutes)…" >&2
	@$(BIN)/python -m bot.coaching.gate.train
