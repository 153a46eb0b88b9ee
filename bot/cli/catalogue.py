"""`catalogue import` and `catalogue export`: files of this machine, however large."""

import asyncio
import html
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import typer
from rich.console import Console

from bot import clock
from bot.cli.mending_stored import plainly_stored
from bot.cli.plain import PlainError
from bot.instance import AlreadyServed, FileLock, file_lock
from bot.settings import Settings, read_settings
from handlers.texts import Texts
from handlers.trade.cards.feed_words import words
from models import queues
from models.lock import Lock
from models.schema import prepare
from models.store import Store
from services.shop import FACTS
from services.shop_file import read_shop_file
from services.trade.feeds import folder, lines
from services.trade.feeds.alone import Alone
from services.trade.feeds.carrying import Job
from services.trade.feeds.sending import write
from services.trade.feeds.terms import currency_of, hides_much
from services.trade.feeds.views import FeedView
from services.trade.feeds.writing import FORMS
from services.trade.goods import Goods

SERVED = (
    "A bot serves this database, and one program writes at a time. Stop it first, "
    "or send the file to the bot as an admin (up to 20 MB)."
)


def bring(file: Path, yes: bool, hide: bool) -> None:
    """Show what a file would change and, when that is wanted, apply it."""
    if not file.is_file():
        raise PlainError(f"There is no file {file}.")
    with plainly_stored():
        asyncio.run(_bring(read_settings(), file, yes, hide))


def give(file: Path) -> None:
    """Write the catalogue into a file; its ending says in which form."""
    form = file.suffix.lstrip(".").casefold().replace("xml", "yml")
    if form not in FORMS:
        raise PlainError(
            f"The file must end in .csv, .yml or .xml, not {file.suffix or 'nothing'}."
        )
    with plainly_stored():
        asyncio.run(_give(read_settings(), file, form))


async def _give(settings: Settings, file: Path, form: str) -> None:
    store = Store(settings.database)
    try:
        facts = await _facts(store, settings)
        name, currency = str(facts.get("name", "")), currency_of(facts)
        count = await write(store, file, form, clock.now(), name, currency)
    finally:
        await store.close()
    typer.echo(f"{count} products are in {file}.")


async def _bring(settings: Settings, file: Path, yes: bool, hide: bool) -> None:
    async with _alone(settings):
        await prepare(settings.database, f"{clock.now():%Y%m%d-%H%M%S}")
        store = Store(settings.database)
        try:
            facts = await _facts(store, settings)
            carrying = Alone(store, settings.data_dir, Goods(), lambda: currency_of(facts))
            await _Bringing(carrying).bring(file, yes, hide)
        finally:
            await store.close()


async def _facts(store: Store, settings: Settings) -> dict[str, Any]:
    """What the shop says of itself: the database, or the file before the first start."""
    async with store.look() as tx:
        stored = await queues.read_setting(tx, FACTS)
    return stored or dict(read_shop_file(settings.shop_file).facts)


@asynccontextmanager
async def _alone(settings: Settings) -> AsyncIterator[None]:
    """While this holds, no bot writes into the database."""
    lock: FileLock | None = file_lock(settings)
    if lock is not None:
        try:
            lock.take()
        except AlreadyServed as error:
            raise AlreadyServed(SERVED) from error
        try:
            yield
        finally:
            lock.release()
        return
    leads = Lock(settings.database)
    try:
        if not await leads.take():
            raise AlreadyServed(SERVED)
        yield
    finally:
        await leads.release()


class _Bringing:
    """One file from beginning to end, with a person who looks on."""

    def __init__(self, carrying: Alone) -> None:
        self._carrying = carrying
        self._console = Console(stderr=True)

    async def bring(self, file: Path, yes: bool, hide: bool) -> None:
        await self._finish_what_was_begun()
        kept = await asyncio.to_thread(folder.copy, self._carrying.data_dir, file)
        job = await self._carrying.take(clock.now(), file.name, kept)
        try:
            with self._console.status("reading…") as status:
                found = await self._carrying.plan(job, _said(status.update))
        except lines.FeedRefused as error:
            await self._carrying.fail(clock.now(), job, error.why, error.line, error.value)
            raise PlainError(await self._shown(job)) from error
        await self._carrying.read(clock.now(), job, found)
        typer.echo(await self._shown(job))
        if not await self._wanted(job, yes, hide):
            await self._carrying.drop(clock.now(), job)
            typer.echo("Nothing was changed.")
            return
        await self._apply(await self._carrying.begin(job))
        typer.echo(await self._shown(job))

    async def _wanted(self, job: Job, yes: bool, hide: bool) -> bool:
        view = await self._view(job)
        if not view.changes:
            return False
        if hides_much(view.found) and not hide:
            gone, sold = view.count("products_gone"), view.found["sold"]
            question = (
                f"{gone} of {sold} products that are sold now are not in the file. Hide them?"
            )
            if yes:
                await self._carrying.drop(clock.now(), job)
                raise PlainError(f"{question} If so, add --hide. Nothing was changed.")
            if not typer.confirm(question):
                return False
        return yes or typer.confirm("Apply this?")

    async def _finish_what_was_begun(self) -> None:
        job = await self._carrying.waiting()
        if job is not None and job.applying:
            self._console.print("An import was broken off; it is finished first.")
            await self._apply(job)

    async def _apply(self, job: Job) -> None:
        with self._console.status("applying…") as status:
            steps = folder.steps_of(self._carrying.folder_of(job), job.done)
            for number, step in enumerate(steps, start=job.done):
                await self._carrying.step(clock.now(), job, number, step)
                status.update(f"applying: step {number + 1}")
            await self._carrying.settle(clock.now(), job)

    async def _shown(self, job: Job) -> str:
        """What the bot's card says, without its markup."""
        said = words(Texts(), await self._view(job), "en")
        return html.unescape(said.replace("<b>", "").replace("</b>", ""))

    async def _view(self, job: Job) -> FeedView:
        view = await self._carrying.view(job)
        if view is None:
            raise PlainError("The import is gone from the database.")
        return view


def _said(update: Callable[[str], None]) -> Callable[[str, int, int], None]:
    def say(stage: str, done: int, total: int) -> None:
        update(f"{stage}: {done}" + (f" of {total}" if total else ""))

    return say
