"""Databases for these tests."""

from tests.databases import database_url, empty_database_url, store

__all__ = ["database_url", "empty_database_url", "store"]
