"""Where the shop has written down that a card stands."""

import asyncio

from models.cards import Card
from tests.desk import Shop


async def noted(shop: Shop, card: str, message_id: int) -> None:
    """Until a card, named by its key, is known to be this message."""
    async with asyncio.timeout(30):
        while await stands_at(shop, card) != message_id:  # noqa: ASYNC110 - nothing announces it
            await asyncio.sleep(0.02)


async def stands_at(shop: Shop, card: str) -> int | None:
    """The message that is the card with this key."""
    async with shop.looks() as tx:
        found = await tx.get(Card, card)
    return found.tg_id if found is not None else None
