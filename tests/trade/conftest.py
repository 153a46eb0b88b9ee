"""The shop that sells: two ways of delivery, three of payment, one promo code."""

import pytest

from services.shop_file import ShopSeed
from tests.trade.market import selling


@pytest.fixture(scope="session")
def seed(seed: ShopSeed) -> ShopSeed:
    """The default shop's file with what selling needs."""
    return selling(seed)
