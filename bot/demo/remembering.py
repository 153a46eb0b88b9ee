"""`demo --once memory`: what the shop remembers of a person, and how it forgets them.

First contact, a poor rating followed to its end, a profile, news that wait for the morning, the
person's own data as files, and their erasure: nothing of them is left in the database's file.
"""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import typer

from bot import clock
from bot.demo import remembering_news as news
from bot.demo import remembering_self as self_service
from bot.demo import remembering_service as service
from bot.demo.opening import DemoShop, opened
from bot.demo.playing import Missing
from classifier.model import TopicModel
from playground.people.watching import NotSeen
from services.shop_file import ShopSeed


class Calendar:
    """What time it is in the scene: the real time, and what the scene has skipped."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        """The present moment, in UTC."""
        return clock.now() + self.ahead

    def comes(self, days: int, hour: int, zone: ZoneInfo) -> None:
        """It is so many days later, at that hour of the shop's day."""
        there = self().astimezone(zone)
        wanted = there.replace(hour=hour, minute=0, second=0) + timedelta(days=days)
        self.ahead += wanted - there


async def play_memory(model: TopicModel, seed: ShopSeed, data_dir: Path) -> int:
    """Play the scene and print it; 0 when every step happened, 1 otherwise."""
    calendar = Calendar()
    try:
        async with opened(model, seed, now=calendar, quiet=True) as shop:
            await _scene(shop, calendar)
    except (NotSeen, Missing, TimeoutError) as error:
        typer.echo(f"\n✗ This step did not happen: {error}", err=True)
        return 1
    typer.echo("\n✓ Asked first, heard, put right, remembered, told in the morning, forgotten.")
    return 0


async def _scene(shop: DemoShop, calendar: Calendar) -> None:
    zone = shop.app.book.shop.zone

    def comes(days: int, hour: int) -> None:
        calendar.comes(days, hour, zone)

    await service.first_contact(shop)
    await service.poor_rating(shop)
    await service.complaint(shop)
    comes(5, 11)
    await service.asked_again(shop)
    await self_service.profile(shop)
    await news.subscribe(shop)
    await news.told_in_the_morning(shop, comes)
    await self_service.export(shop)
    await self_service.erase(shop)
