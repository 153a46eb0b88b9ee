"""Words that the profile waits for: for a while, and only until the person does something else."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from aiogram import BaseMiddleware
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, TelegramObject

from handlers.buttons import Press
from handlers.roles import Handler
from services.desk import Desk
from services.people import Actor
from services.turn import Turn

PATIENCE = timedelta(minutes=10)
COMMAND = "/profile"
# What shows a page of the profile's card itself.
OWN = frozenset(
    {
        *("pf", "pfopen", "pfask", "pffix", "pfno", "pfset"),
        *("contactme", "pfok", "pfout", "pfc", "pfagree", "pfguides", "pfend"),
    }
)


class Profiling(StatesGroup):
    """The next words say something of oneself."""

    words = State()


class Prompts(BaseMiddleware):
    """A command, a button or a late word ends a prompt; a card that still asks stops asking."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        state: FSMContext = data["state"]
        turn: Turn = data["turn"]
        asked = await state.get_data()
        if not await is_waiting(state) or not _ends(event, asked, turn.now):
            return await handler(event, data)
        await state.clear()
        data["raw_state"] = None
        found = await handler(event, data)
        if not await is_waiting(state):
            desk: Desk = data["desk"]
            actor: Actor = data["actor"]
            field, shown = str(asked["what"]), _shows_the_profile(event, data.get("press"))
            await desk.profile.dialog.lapse(turn.now, actor.tg_id, field, elsewhere=not shown)
        return found


async def is_waiting(state: FSMContext) -> bool:
    """Whether the profile waits for words."""
    return await state.get_state() == Profiling.words.state


def _ends(event: TelegramObject, asked: Mapping[str, Any], now: datetime) -> bool:
    late = now > datetime.fromisoformat(asked["until"])
    return isinstance(event, CallbackQuery) or _words(event).startswith("/") or late


def _shows_the_profile(event: TelegramObject, press: Press | None) -> bool:
    if press is not None:
        return press.verb in OWN
    return _words(event).lower().startswith(COMMAND)


def _words(event: TelegramObject) -> str:
    return str(getattr(event, "text", None) or "")
