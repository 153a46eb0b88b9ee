"""The demo shop opens: people arrive, groups are made, queues are tied to them, as in real life."""

import asyncio
import re
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from bot import clock
from bot.app import App
from bot.demo.goods import draw_all, fill_shelves, read_goods
from bot.settings import read_settings
from classifier.model import TopicModel
from models.schema import prepare
from playground.people import Person
from playground.server import Playground
from services.shop_file import ShopSeed
from services.trade.photos import FOLDER

TOKEN = "100:DEMO-TOKEN-FOR-THE-PLAYGROUND"
LINK = re.compile(r"start=(\S+?)(?:[\s<]|$)")
ADMIN = 5000010
PATIENCE = 15.0


@dataclass(frozen=True, slots=True)
class DemoShop:
    """Who is there."""

    playground: Playground
    app: App
    anna: Person
    john: Person
    boris: Person
    maria: Person
    olga: Person
    forum: Any
    sales: Any


def loud(seed: ShopSeed) -> ShopSeed:
    """A shop without quiet hours: the demo is shown at any time of day, and asks nothing else."""
    given = {"quiet": "00:00-00:00", "ask_newcomers": False}
    return replace(seed, facts={**seed.facts, "privacy": given})


@asynccontextmanager
async def opened(
    model: TopicModel,
    seed: ShopSeed,
    port: int = 0,
    now: Callable[[], datetime] = clock.now,
    *,
    quiet: bool = False,
) -> AsyncIterator[DemoShop]:
    """The running demo shop; its database is a fresh one and goes when it closes.

    `now`: what time it is there; a scene of several days brings its own. `quiet`: nights are kept.
    """
    playground = Playground(token=TOKEN, bot_username="prilavok_demo_bot", bot_name="Прилавок")
    await playground.start(port)
    with tempfile.TemporaryDirectory(prefix="prilavok-demo-") as folder:
        settings = read_settings(
            bot_token=TOKEN,
            bot_api_url=playground.url,
            data_dir=Path(folder),
            database_url="",
            admin_ids=(ADMIN,),
            send_rate=28,
            _env_file=None,
        )
        await prepare(settings.database, "demo")
        app = App(settings, model, seed if quiet else loud(seed), now)
        await app.start()
        goods = read_goods()
        await asyncio.to_thread(draw_all, goods, settings.data_dir / FOLDER)
        await fill_shelves(app.store, goods, now())
        try:
            yield await _people_arrive(playground, app)
        finally:
            await app.stop()
            await playground.stop()


async def _people_arrive(playground: Playground, app: App) -> DemoShop:
    anna = playground.user("Анна", language="ru", last_name="Соколова", username="anna_sokolova")
    john = playground.user("John", language="en", last_name="Miller", username="john_miller")
    boris = playground.user("Борис", language="ru", username="boris_spica")
    maria = playground.user("Мария", language="ru", username="maria_spica")
    olga = playground.user("Ольга", language="ru", username="olga_spica", id=ADMIN)
    await olga.starts()
    await olga.waits_for("Ольга", timeout=PATIENCE)
    for agent, queues in ((boris, ("orders", "care")), (maria, ("sales", "triage"))):
        for queue in queues:
            await _joins(olga, agent, queue)
    forum = playground.group("Спица: заказы и забота", forum=True, members=[olga, boris, maria])
    sales = playground.group("Спица: продажи", forum=True, members=[olga, maria, boris])
    for group, queues in ((forum, ("orders", "care")), (sales, ("sales", "triage"))):
        await group.add_bot(by=olga)
        for queue in queues:
            await olga.says(f"/bind {queue}", chat=group)
    return DemoShop(playground, app, anna, john, boris, maria, olga, forum, sales)


async def _joins(admin: Person, agent: Person, queue: str) -> None:
    await admin.says(f"/invite agent {queue}")
    invitation = await admin.waits_for("start=", timeout=PATIENCE)
    found = LINK.search(invitation.text or "")
    if found is None:
        raise RuntimeError("the invitation has no link")
    await agent.starts(payload=found.group(1))
    await agent.waits_for("очеред", timeout=PATIENCE)
