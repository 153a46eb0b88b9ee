"""Databases of their own for the tests of this room."""

from tests.databases import database_url, empty_database_url, store

__all__ = ["database_url", "empty_database_url", "store"]
