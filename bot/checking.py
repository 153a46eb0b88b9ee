"""`check`: what is wrong, and what to do, in plain words."""

from dataclasses import dataclass

from aiogram.exceptions import TelegramAPIError, TelegramUnauthorizedError

from bot import stock
from bot.settings import Settings
from bot.shelving import checked, listed_at, shelf_of
from classifier import storage
from classifier.encoder import Encoder, load_encoder
from classifier.model_file import ModelRefused
from models.schema import DatabaseUnusable, SchemaTooNew, is_there, newest_version, version_of
from models.store import Store
from services.differing import differences
from services.people import Directory
from services.shelf import Unfit
from services.shop import ShopBook
from services.shop_file import ShopFileError, read_shop_file


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    good: bool
    said: str


async def findings(settings: Settings) -> list[Finding]:
    """Everything that a start needs, looked at without changing anything."""
    found = [_shop_file(settings), await _model(settings), _admins(settings)]
    found += await _database(settings)
    found.append(await _telegram(settings))
    return found


def _shop_file(settings: Settings) -> Finding:
    try:
        shop = read_shop_file(settings.shop_file)
    except ShopFileError as error:
        return Finding(False, f"SHOP_FILE: {error}")
    return Finding(
        True,
        f"shop file {settings.shop_file}: {len(shop.queues)} queues, {len(shop.topics)} topics",
    )


async def _model(settings: Settings) -> Finding:
    encoder = load_encoder()
    without = "" if encoder else " (without the sentence encoder: word and letter patterns alone)"
    listed = await listed_at(settings.database)
    if listed.pointers:
        pointer, shelf = listed.pointers[0], shelf_of(settings.data_dir, None)
        try:
            model = storage.load(checked(shelf, pointer), encoder)
        except (Unfit, ModelRefused) as error:
            return Finding(False, f"model {pointer.version}: {error}; another one will stand in")
        return Finding(True, f"model {model.version}: {len(model.topics)} topics{without}")
    return _starter(settings, encoder, without)


def _starter(settings: Settings, encoder: Encoder | None, without: str) -> Finding:
    if not settings.model_file.exists():
        return Finding(True, f"model: none yet, the starter model is trained at the start{without}")
    try:
        model = storage.load(settings.model_file, encoder)
    except ModelRefused as error:
        return Finding(False, f"model {settings.model_file}: {error}; remove it to train anew")
    return Finding(True, f"model {model.version}: {len(model.topics)} topics{without}")


def _admins(settings: Settings) -> Finding:
    if settings.admin_ids:
        return Finding(True, f"ADMIN_IDS: {len(settings.admin_ids)}")
    return Finding(False, "ADMIN_IDS is empty: nobody can tie queues to groups or invite staff")


async def _database(settings: Settings) -> list[Finding]:
    if not is_there(settings.database):
        return [Finding(True, "database: none yet, it is made at the start")]
    try:
        version = await version_of(settings.database)
    except SchemaTooNew as error:
        return [Finding(False, f"database: schema {error} is newer than this program")]
    except DatabaseUnusable as error:
        return [Finding(False, str(error))]
    if version != newest_version():
        return [
            Finding(False, f"database: schema {version or 'none'}; run `python -m bot migrate`")
        ]
    return [Finding(True, f"database: schema {version}"), *await _shop_in(settings)]


async def _shop_in(settings: Settings) -> list[Finding]:
    store = Store(settings.database)
    book, directory = ShopBook(store), Directory(store)
    try:
        shop = await book.renew()
        await directory.renew()
    finally:
        await store.close()
    if not shop.queues:
        return []
    found = [Finding(True, f"staff: {len(directory.staff())}")]
    for queue in shop.queues.values():
        if queue.chat_id is None:
            said = f"queue {queue.key}: no staff chat; send /bind {queue.key} in its group"
            found.append(Finding(True, said))
    try:
        seed = read_shop_file(settings.shop_file)
    except ShopFileError:
        return found
    return found + [
        Finding(True, f"shop file and database differ: {line}") for line in differences(seed, shop)
    ]


async def _telegram(settings: Settings) -> Finding:
    if not settings.bot_token:
        return Finding(False, "BOT_TOKEN is not set: `run` needs it, `demo` does not")
    api = stock.session(settings.bot_api_url)
    try:
        me = await stock.sending_bot(settings.bot_token, api).get_me(request_timeout=10)
    except TelegramUnauthorizedError:
        return Finding(False, "BOT_TOKEN: Telegram does not know this token")
    except TelegramAPIError as error:
        return Finding(
            False, f"Telegram can't be reached at {settings.bot_api_url}: {type(error).__name__}"
        )
    finally:
        await api.close()
    return Finding(True, f"Telegram knows @{me.username}")
