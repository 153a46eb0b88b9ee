"""What is written down of consents, and a shop that asks who is new."""

from collections.abc import Sequence

import pytest
from sqlalchemy import select

from models.memory.consents import Consent, ConsentEvent
from services.shop_file import ShopSeed
from tests.conftest import OpenShop
from tests.desk import Shop


@pytest.fixture
async def asking(open_shop: OpenShop, seed: ShopSeed, monkeypatch: pytest.MonkeyPatch) -> Shop:
    """A shop that asks who is new."""
    monkeypatch.setitem(seed.facts, "privacy", {"quiet": "00:00-00:00"})  # type: ignore[arg-type]
    return await open_shop()


async def events(shop: Shop) -> Sequence[ConsentEvent]:
    async with shop.looks() as tx:
        return (await tx.scalars(select(ConsentEvent).order_by(ConsentEvent.id))).all()


async def said(shop: Shop) -> list[tuple[str, str, str]]:
    return [(one.purpose, one.action, one.source) for one in await events(shop)]


async def held(shop: Shop) -> dict[str, bool]:
    async with shop.looks() as tx:
        return {one.purpose: one.given for one in await tx.scalars(select(Consent))}
