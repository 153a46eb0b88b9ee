"""Errors that a user can mend, said in plain words."""

from collections.abc import Iterator
from contextlib import contextmanager

from aiogram.exceptions import TelegramUnauthorizedError

from bot.instance import AlreadyServed
from bot.settings import WrongSetting
from classifier.corpus import CorpusRefused
from classifier.model_file import ModelRefused
from models.schema import DatabaseUnusable, SchemaTooNew
from services.shop_file import ShopFileError


class PlainError(Exception):
    """A sentence for the user; the program ends with exit code 2."""


@contextmanager
def plainly() -> Iterator[None]:
    """Turn the errors that users can mend into sentences."""
    try:
        yield
    except WrongSetting as error:
        raise PlainError(f"Wrong settings (environment or .env):\n{error}") from error
    except ShopFileError as error:
        raise PlainError(f"The shop's file: {error}") from error
    except SchemaTooNew as error:
        raise PlainError(
            f"The database is of a newer version of Prilavok (schema {error}). "
            "Update the program, or restore the backup made before the upgrade."
        ) from error
    except TelegramUnauthorizedError as error:
        raise PlainError(
            "Telegram does not know this BOT_TOKEN. Copy it anew from @BotFather into .env."
        ) from error
    except (DatabaseUnusable, AlreadyServed) as error:
        raise PlainError(str(error)) from error
    except ModelRefused as error:
        raise PlainError(
            f"The model file can't be used: {error}\n"
            "Remove it to train the starter model anew, or put a good one in its place."
        ) from error
    except CorpusRefused as error:
        raise PlainError(f"The data can't be read: {error}") from error
