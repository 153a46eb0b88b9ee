"""What the bot tells about itself: command menus by role, description; only what has changed."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping

import structlog
from aiogram import Bot, Dispatcher, Router
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter
from aiogram.filters import Command
from aiogram.methods import (
    DeleteMyCommands,
    SetMyCommands,
    SetMyDescription,
    SetMyShortDescription,
    TelegramMethod,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)

from bot.supervisor import Supervisor
from handlers.texts import Texts
from models import queues
from models.store import Store
from services.context import Context
from services.customers import SELLING
from services.people import RUSSIAN_SPOKEN, Actor

log = structlog.get_logger()

TOLD = "menus"
EVERY = 30.0
PATIENCE = 3
CUSTOMER_MENU = (
    *("catalog", "cart", "orders", "profile", "operator", "language", "privacy", "help", "start"),
)
STAFF_MENU = (
    *(
        "queue",
        "orders",
        "mine",
        "take",
        "note",
        "wish",
        "transfer",
        "topic",
        "card",
        "pending",
        "resolve",
    ),
    *("reopen", "ban", "unsend", "duty", "help", "language"),
)
SUPERVISOR_MENU = ("stats", "wishes")
ADMIN_MENU = (
    *("staff", "invite", "bind", "topics", "review", "import", "export", "model", "retrain"),
    "guide",
)

Calls = Mapping[str, TelegramMethod[bool]]


def commands_built(router: Router) -> set[str]:
    """The commands that some handler answers."""
    handlers = (handler for part in router.chain_tail for handler in part.message.handlers)
    filters = (one.callback for handler in handlers for one in handler.filters or ())
    return {
        str(name)
        for one in filters
        if isinstance(one, Command)
        for name in one.commands
        if isinstance(name, str)
    }


class Menus:
    """Keeps what people read in the menu and on the bot's page in step with the shop."""

    def __init__(
        self,
        bot: Bot,
        dispatcher: Dispatcher,
        texts: Texts,
        context: Context,
        store: Store,
        supervisor: Supervisor,
    ) -> None:
        self._bot = bot
        self._built = commands_built(dispatcher)
        self._texts = texts
        self._context = context
        self._store = store
        self._supervisor = supervisor
        self._tried: dict[str, str] = {}

    async def run(self) -> None:
        """Look for changes until the program ends."""
        while not self._supervisor.stopping.is_set():
            await self.refresh()
            await self._supervisor.pause(EVERY)

    async def refresh(self) -> None:
        """Tell Telegram what has changed since it was last told."""
        wanted = self.wanted()
        digests = {key: _digest(call) for key, call in wanted.items()}
        names = {f"name:{one.tg_id}": one.name for one in self._context.directory.staff()}
        tried = {**digests, **names}  # whoever starts the bot late is known by name from then on
        if self._tried == tried:
            return
        async with self._store.look() as tx:
            told = dict(await queues.read_setting(tx, TOLD) or {})
        news = {key: call for key, call in wanted.items() if told.get(key) != digests[key]}
        gone = [key for key in told if key not in wanted]
        for key, call in (*news.items(), *((key, _unset(key)) for key in gone)):
            if await self._tell(key, call):
                told[key] = digests.get(key)
        told = {key: digest for key, digest in told.items() if digest is not None}
        self._tried = tried
        if news or gone:
            async with self._store.change() as tx:
                await queues.write_setting(tx, TOLD, told)

    def wanted(self) -> Calls:
        """Every call that makes Telegram show what it should, by a key of its own."""
        found: dict[str, TelegramMethod[bool]] = {}
        for code in ("", *RUSSIAN_SPOKEN):
            language = "ru" if code else "en"
            found[f"private:{code}"] = SetMyCommands(
                commands=list(self._commands(CUSTOMER_MENU, language)),
                scope=BotCommandScopeAllPrivateChats(),
                language_code=code or None,
            )
            about, short = (self._texts.say(language, key) for key in ("about", "about-short"))
            found[f"about:{code}"] = SetMyDescription(description=about, language_code=code or None)
            found[f"short:{code}"] = SetMyShortDescription(
                short_description=short, language_code=code or None
            )
        for one in self._context.directory.staff():
            if one.reachable:
                found[f"chat:{one.tg_id}"] = self._of_staff(one)
        language = self._context.shop.language
        for queue in self._context.shop.queues.values():
            if queue.chat_id is not None:
                found[f"chat:{queue.chat_id}"] = SetMyCommands(
                    commands=list(self._commands((*STAFF_MENU, "bind"), language)),
                    scope=BotCommandScopeChat(chat_id=queue.chat_id),
                )
        return found

    def _of_staff(self, one: Actor) -> SetMyCommands:
        higher = SUPERVISOR_MENU if one.is_at_least("supervisor") else ()
        names = (*STAFF_MENU, *higher, *(ADMIN_MENU if one.is_at_least("admin") else ()))
        return SetMyCommands(
            commands=list(self._commands(names, one.language)),
            scope=BotCommandScopeChat(chat_id=one.tg_id),
        )

    def _commands(self, names: Iterable[str], language: str) -> Iterator[BotCommand]:
        sells = not self._context.finder.tree.is_empty
        for name in names:
            if name in self._built and (sells or name not in SELLING):
                text = self._texts.say(language, f"command-{name}")
                yield BotCommand(command=name, description=text)

    async def _tell(self, key: str, call: TelegramMethod[bool]) -> bool:
        for _ in range(PATIENCE):
            try:
                return await self._bot(call)
            except TelegramRetryAfter as error:
                await self._supervisor.pause(error.retry_after)
            except TelegramAPIError as error:
                part, name = key.partition(":")[0], type(error).__name__
                log.warning("menu_not_set", part=part, error=name)
                break
        return False


def _unset(key: str) -> DeleteMyCommands:
    chat_id = int(key.partition(":")[2])
    return DeleteMyCommands(scope=BotCommandScopeChat(chat_id=chat_id))


def _digest(call: TelegramMethod[bool]) -> str:
    words = call.model_dump_json(exclude_none=True)
    return hashlib.sha256(words.encode()).hexdigest()[:16]
