"""Who acts, and whether they may: checked when the handler is about to run, default deny."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.flags import get_flag
from aiogram.filters import BaseFilter
from aiogram.types import TelegramObject, User

from handlers.incoming import sender_of
from services.errors import Refusal
from services.people import Actor, Directory

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]
ANYBODY = "customer"
ANONYMOUS_ADMIN = 1087968824


class WhoActs(BaseMiddleware):
    """Hands every filter and handler the person who acts."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        user: User | None = data.get("event_from_user")
        if user is None:
            return None
        sender = sender_of(user)
        data["actor"] = self._directory.find(user.id, sender.name, user.language_code)
        return await handler(event, data)


class Gate(BaseMiddleware):
    """Lets a handler run only for the role it declares; a handler without one never runs."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        role = get_flag(data, "role")
        if role is None:
            raise RuntimeError("a handler without a role")
        actor: Actor = data["actor"]
        if not actor.is_at_least(role):
            raise Refusal(_reason(actor))
        return await handler(event, data)


def _reason(actor: Actor) -> str:
    if actor.tg_id == ANONYMOUS_ADMIN:
        return "anonymous-admin"
    return "not-allowed" if actor.staff_id is None else "not-your-role"


class IsStaff(BaseFilter):
    """Somebody on the staff, whatever they write as."""

    async def __call__(self, event: TelegramObject, actor: Actor) -> bool:
        return actor.staff_id is not None


class AsCustomer(BaseFilter):
    """Nobody on the staff, or somebody who is writing as a customer now."""

    async def __call__(self, event: TelegramObject, actor: Actor) -> bool:
        return actor.staff_id is None or actor.as_customer


class AsStaff(BaseFilter):
    """Somebody on the staff who is not writing as a customer now."""

    async def __call__(self, event: TelegramObject, actor: Actor) -> bool:
        return actor.staff_id is not None and not actor.as_customer
