"""A shop with news: a noon, ticks that look round, what the shop changes, what people are told."""

import asyncio
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import update

from models.memory.notices import Notice
from models.trade.products import Variant
from playground.people import Person
from tests.customer.conversation import stored
from tests.desk import Shop
from tests.profile.known import newcomer
from tests.trade.goods import Sold, fill, renew
from tests.trade.looking import plain


def noon(shop: Shop) -> datetime:
    """The next noon in Moscow, out of quiet hours; the shop's clock goes there."""
    now = shop.clock()
    there = now.astimezone(UTC).replace(hour=9, minute=0)
    shop.clock.passes(seconds=(there - now).total_seconds() + 86400 * (there <= now))
    return shop.clock()


async def looks_round(shop: Shop) -> None:
    """Every tick of news, and the gate."""
    profile, now = shop.app.desk.profile, shop.clock()
    await profile.looking.catalogue(now)
    await profile.looking.stock(now)
    await profile.telling.tell(now)
    await profile.telling.settle(now)
    await shop.app.desk.privacy.releasing.release(now)
    await shop.settles()


async def changes(shop: Shop, key: str, *, revised: bool = False, **values: Any) -> None:
    """The shop changes a variant."""
    async with shop.app.store.change() as tx:
        await tx.execute(update(Variant).where(Variant.key == key).values(**values))
    if revised:
        await renew(shop)


async def opened(shop: Shop, *agreed: str) -> tuple[Sold, Person]:
    """A filled shop at noon that has looked at its catalogue once, and a customer."""
    noon(shop)
    sold = await fill(shop)
    anna = await newcomer(shop, "Анна", "ru", *agreed)
    await looks_round(shop)
    return sold, anna


async def arrived(shop: Shop) -> None:
    """Until it is written down where the news stands."""
    async with asyncio.timeout(10):
        while any(  # noqa: ASYNC110 - nothing announces it
            one.tg_id is None for one in await stored(shop, Notice)
        ):
            await asyncio.sleep(0.02)


def news(shop: Shop, person: Person, words: str) -> list[str]:
    """What the bot has told a person with these words."""
    bot = shop.playground.bot
    return [
        plain(one.text) for one in person.sees() if one.sender is bot and words in plain(one.text)
    ]
