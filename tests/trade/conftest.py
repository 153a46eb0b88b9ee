"""The shop that sells: two ways of delivery, three of payment, one promo code; and databases."""

import pytest

from services.shop_file import ShopSeed
from tests.databases import database_url, empty_database_url, store
from tests.trade.market import selling

__all__ = ["database_url", "empty_database_url", "store"]


@pytest.fixture(scope="session")
def seed(seed: ShopSeed) -> ShopSeed:
    """The default shop's file with what selling needs."""
    return selling(seed)
