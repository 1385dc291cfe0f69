"""One installation on an empty database for each test."""

from __future__ import annotations

import pytest

from tests.databases import database_url, migrated_file, tracker_url
from tests.web.staff.house import House, settings_for

__all__ = ["database_url", "migrated_file", "tracker_url"]


@pytest.fixture
def house(database_url: str, tracker_url: str) -> House:
    """An installation with nobody in it."""
    return House(settings_for(database_url, tracker_url))
