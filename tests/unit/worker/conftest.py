"""The databases of the worker's tests."""

from tests.databases import database_url, installation, migrated_file, tracker_url

__all__ = ["database_url", "installation", "migrated_file", "tracker_url"]
