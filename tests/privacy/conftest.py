"""The shop that sells, and databases."""

from tests.databases import database_url, empty_database_url, store
from tests.trade.conftest import seed

__all__ = ["database_url", "empty_database_url", "seed", "store"]
