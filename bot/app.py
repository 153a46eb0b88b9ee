"""The only place that builds things: the whole program from its settings and its edges."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import lru_cache

import structlog
from aiogram import Dispatcher

from bot import clock, painting, sealing, shelving, stock
from bot.answering import Answers
from bot.errands import Errands
from bot.feeding import Feeder
from bot.intake import Poller
from bot.lanes import Item, Lanes
from bot.meeting import meet
from bot.menus import Menus
from bot.nightly import Nightly
from bot.pace import Pace
from bot.retraining import LEARNER, Trainer
from bot.sender import Sender
from bot.settings import Settings
from bot.shelving import Starting
from bot.supervisor import Supervisor
from bot.ticks import Ticks, jobs_of
from bot.worker import Worker
from classifier.model import TopicModel
from handlers.buttons import Sealer
from handlers.dispatching import build_dispatcher
from handlers.memory import DialogStorage
from handlers.outgoing import Outgoing
from handlers.texts import Texts
from models import fsm, inbox
from models.store import Store
from services import shop
from services.boards import Boards
from services.context import Context
from services.delivery import Delivery
from services.desk import Desk
from services.people import Directory
from services.privacy.policies import TEXTS, Policies
from services.shop import ShopBook
from services.shop_file import ShopSeed
from services.trade import shop_facts
from services.understanding import Understanding
from services.views import Views

log = structlog.get_logger()
PATIENCE = 12.0
GOODS_EVERY = 2.0


class App:
    """The running program."""

    def __init__(
        self,
        settings: Settings,
        model: TopicModel | Starting,
        seed: ShopSeed,
        now: Callable[[], datetime] = clock.now,
        learner: Sequence[str] = LEARNER,
    ) -> None:
        self.settings = settings
        self.supervisor = Supervisor()
        self.store = Store(settings.database)
        self.texts = Texts()
        self._seed = seed
        self._now = now
        self._api = stock.session(settings.bot_api_url)
        self.bot = stock.sending_bot(settings.bot_token, self._api)
        self.quiet = stock.quiet_bot(settings.bot_token, self._api)
        self.book = ShopBook(self.store)
        self.directory = Directory(self.store)
        self._start = model if isinstance(model, Starting) else Starting(model)
        self._learner, self.memory = learner, DialogStorage()
        self.understanding = Understanding(self._start.model)
        self.context = Context(
            self.store,
            self.book,
            self.directory,
            self.understanding,
            Boards(self.book, self.directory),
            shelving.shelf_of(settings.data_dir, self._start.model),
            telegram_payments=bool(settings.payment_token),
            policies=Policies(lru_cache(TEXTS)(self.texts.say)),
        )
        self.desk = Desk(self.context)
        painting.hand_brushes(self.desk)
        self.views = Views(self.context)
        self.store.on_fsm = self.memory.stored

    async def start(self) -> None:
        """Read the shop, build the parts that need it, and start them all."""
        await self._prepare()
        await self.understanding.warm()
        me = await meet(self.bot, self.supervisor)
        if me is None:
            return
        self.desk.bot_username = me.username or ""
        self._assemble()
        for work, name in (
            *((self.lanes.run, "lanes"), (self.sender.run, "sender"), (self.ticks.run, "ticks")),
            *((self.poller.run, "poller"), (self.menus.run, "menus"), (self.feeder.run, "feeds")),
            *((self.trainer.run, "retraining"), (self.nightly.run, "nightly")),
            (self._follow_goods, "catalogue"),
        ):
            self.supervisor.keep(work, name)
        if not self.desk.staffing.has_admin:
            log.warning("no_admin", advice="put your Telegram id into ADMIN_IDS and start again")

    async def stop(self) -> None:
        """End gracefully: what is on its way is waited for."""
        await self.supervisor.stop(PATIENCE)
        await self.store.close()
        await self._api.close()

    async def _prepare(self) -> None:
        async with self.store.change() as tx:
            await shop.seed(tx, self._seed)
            await shop_facts.renew(tx, self._seed.facts)
            secret = await sealing.secret(tx)
            await self.desk.staffing.first_admins(tx, self.settings.admin_ids, self._now())
        await self.book.renew()
        await self.directory.renew()
        kept = await asyncio.to_thread(shelving.keep, self.context.shelf, self._start)
        async with self.store.change() as tx:
            await self.desk.registry.open(tx, self._now(), kept)
        self.texts.shop_zone = self.book.shop.zone
        self.sealer = Sealer(secret)
        async with self.store.look() as tx:
            self.memory.load(await fsm.read_all(tx))

    def _assemble(self) -> None:
        outgoing = Outgoing(self.texts, self.views, self.sealer, self.settings.payment_token)
        self.pace = Pace(self.settings.send_rate)

        def hold(chat_id: int, seconds: float) -> None:
            self.pace.hold(chat_id, seconds, clock.ticking())

        errands = Errands(self.bot, outgoing, self._now, hold)
        self.sender = Sender(
            self.store,
            errands,
            Delivery(self.context),
            self.pace,
            self.supervisor,
            self._now,
            clock.ticking,
        )
        self.store.on_promise = self.sender.wake
        built = build_dispatcher(self.desk, self.texts, self.sealer, self.memory)
        self.dispatcher: Dispatcher = built
        self.worker = Worker(
            self.quiet,
            self.dispatcher,
            self.store,
            self.supervisor,
            Answers(self.quiet, self.texts, self.desk.language).answer,
            self.desk.faults.tell_aside,
            self._now,
        )
        self.lanes = Lanes(self.worker.handle, self._load, self.supervisor)
        self.understanding.crowded = lambda: self.lanes.crowded
        self.understanding.merged = lambda: self.book.shop.merged
        fresh, heard = self.lanes.hand_over, self.desk.gaps.heard
        self.poller = Poller(self.bot, self.store, self.supervisor, fresh, heard, self._now)
        self.ticks = Ticks(jobs_of(self.desk), self.supervisor, self._now)
        calm = self.settings, self.supervisor, self._now
        desk = self.desk
        self.trainer = Trainer(
            desk.retraining, desk.registry, self.context.shelf, *calm, self._learner
        )
        self.feeder = Feeder(desk.trade.feeds.carrying, *calm)
        self.nightly = Nightly(desk.segments.carrying, *calm)
        self.menus = Menus(
            self.bot, self.dispatcher, self.texts, self.context, self.store, self.supervisor
        )

    async def _follow_goods(self) -> None:
        """The catalogue in memory follows the one that is stored; not a tick: it may take long."""
        while not self.supervisor.stopping.is_set():
            await self.desk.trade.look()
            await self.supervisor.pause(GOODS_EVERY)

    async def _load(self, after: int, limit: int) -> list[Item]:
        async with self.store.look() as tx:
            rows = await inbox.unfinished(tx, self.bot.id, after, limit)
        return [(row_id, lane, body) for row_id, lane, body, _ in rows]


async def serve(app: App) -> None:
    """Run until asked to end."""
    await app.start()
    try:
        await app.supervisor.stopping.wait()
    finally:
        await asyncio.shield(app.stop())
