"""One model and one agent for all conversations, and an empty installation for each."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))

from rasa.core.agent import Agent  # noqa: E402 (Rasa prints every message at import time's log settings)
from rasa.utils.endpoints import EndpointConfig  # noqa: E402

from bot.coaching import grammar  # noqa: E402
from bot.settings import settings  # noqa: E402
from bot.store.engine import dispose  # noqa: E402
from tests.conversations.stage import PATIENT, InProcessActions, Stage  # noqa: E402
from tests.databases import migrated_file  # noqa: E402, F401 (a fixture)
from tests.model import trained_model  # noqa: E402


@pytest.fixture(scope="session")
def actions() -> InProcessActions:
    return InProcessActions()


@pytest.fixture(scope="session")
def agent(actions: InProcessActions) -> Agent:
    """The trained assistant, loaded once, beside an action server that is warm as the real one is."""
    grammar.warm()
    words = EndpointConfig(type="bot.rasa.nlg.CairnWords")
    return Agent.load(trained_model(), generator=words, action_endpoint=actions)


@pytest.fixture
def stage(
    agent: Agent,
    actions: InProcessActions,
    tmp_path: Path,
    migrated_file: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Stage]:
    """An installation with empty databases, in which everything works."""
    coaching, tracker = tmp_path / "cairn.db", tmp_path / "tracker.db"
    shutil.copy(migrated_file, coaching)
    monkeypatch.setenv("CAIRN_DATABASE_URL", f"sqlite:///{coaching}")
    monkeypatch.setenv("CAIRN_TRACKER_URL", f"sqlite:///{tracker}")
    monkeypatch.setenv("CAIRN_ACTION_DEADLINE", str(PATIENT))
    settings.cache_clear()
    actions.trouble = ""
    actions.calls.clear()
    yield Stage(agent, actions, settings().tracker_url)
    dispose(f"sqlite:///{coaching}")
    dispose(f"sqlite:///{tracker}")
    settings.cache_clear()
