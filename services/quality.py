"""How the model does in the shop: looked at, told every Monday, and an alarm when it falls."""

import asyncio
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from pathlib import Path

import structlog

from models import journal, outbox
from models.outbox import CARD
from models.store import Session
from models.turn import Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.invitations import still_admin
from services.people import Actor
from services.quality_views import pictures_of, weeks_now, weeks_until
from services.quality_words import alarm_words, report
from services.shop import Shop
from services.weeks import WEEK, Weeks, monday_of, told_on

log = structlog.get_logger()
TOLD, ALARM = "quality", "quality_fell"
NOW, OVER = "now", "week"
Paint = Callable[[Weeks, Mapping[str, str], str, Path], None]


def _paints_nothing(found: Weeks, titles: Mapping[str, str], language: str, folder: Path) -> None:
    """Until the program says who draws."""


class Quality:
    """What admins see of the model's work; times are the shop's."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._told: date | None = None
        self._drawing = asyncio.Lock()
        self.paint: Paint = _paints_nothing

    async def show(self, turn: Turn, actor: Actor) -> None:
        """Pictures of the present weeks; Refusal as long as there is nothing to draw."""
        found = await weeks_now(self._context, turn.now)
        if found.is_empty:
            raise Refusal("quality-none")
        drawn = await self._draw(found, NOW, {actor.language})
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            if not drawn:
                raise Refusal("quality-not-drawn")
            await _promise_pictures(tx, turn.now, actor, NOW)

    async def weekly(self, now: datetime) -> None:
        """Every Monday, or as soon after it as the program runs: the week that is over, once.

        A shop without a ticket in all these weeks hears nothing.
        """
        monday = told_on(now, self._context.shop.zone)
        admins = self._reachable()
        if monday == self._told or not admins:
            return
        slot = f"{monday:%G-W%V}"
        async with self._context.store.look() as tx:
            was_told = await journal.has_run(tx, TOLD, slot)
        if not was_told:
            found = await weeks_until(self._context, monday - WEEK)
            if not found.is_empty:
                await self._tell_week(now, slot, found, admins)
        self._told = monday

    async def _tell_week(
        self, now: datetime, slot: str, found: Weeks, admins: Collection[Actor]
    ) -> None:
        drawn = await self._draw(found, OVER, {one.language for one in admins})
        async with self._context.store.change() as tx:
            if not await journal.claim(tx, TOLD, slot, now):
                return
            for admin in admins:
                lines = report(found, self._context.shop, admin.language)
                await promises.tell(tx, now, admin, "quality-weekly", lines={"lines": lines})
                if admin.language in drawn:
                    await _promise_pictures(tx, now, admin, OVER)

    async def alarm(self, now: datetime) -> None:
        """Once a week at most: the present week is significantly worse than those before it."""
        admins = self._reachable()
        slot = f"{monday_of(now, self._context.shop.zone):%G-W%V}"
        if not admins:
            return
        async with self._context.store.look() as tx:
            if await journal.has_run(tx, ALARM, slot):
                return
        found = await weeks_now(self._context, now)
        if found.trend != "fell":
            return
        async with self._context.store.change() as tx:
            if await journal.claim(tx, ALARM, slot, now):
                for admin in admins:
                    words = alarm_words(found, admin.language)
                    await promises.tell(tx, now, admin, "quality-alarm", **words)

    def _reachable(self) -> list[Actor]:
        return [one for one in self._context.directory.admins() if one.reachable]

    async def _draw(self, found: Weeks, name: str, languages: Collection[str]) -> set[str]:
        """Draw in a thread, one picture after the other; the languages that it was done in."""
        done: set[str] = set()
        async with self._drawing:
            for language in sorted(languages):
                folder = pictures_of(self._context, name, language)
                titles = titles_of(self._context.shop, language)
                try:
                    await asyncio.to_thread(self.paint, found, titles, language, folder)
                except OSError:
                    log.error("pictures_not_drawn", folder=folder.name, exc_info=True)
                else:
                    done.add(language)
        return done


def titles_of(shop: Shop, language: str) -> dict[str, str]:
    """What topics are called."""
    known = (*shop.former.values(), *shop.topics.values())
    return {topic.key: topic.titles[language] for topic in known}


async def _promise_pictures(tx: Session, now: datetime, admin: Actor, name: str) -> None:
    await outbox.promise(tx, admin.tg_id, "album", {"quality": name}, now, priority=CARD)
