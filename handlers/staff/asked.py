"""What staff are asked for in words: `/cancel` ends it; words that come too late go nowhere."""

from datetime import datetime, timedelta
from typing import Any

from aiogram import F, Router
from aiogram.filters import BaseFilter, Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message

from handlers.customer.cancelling import CallsOff
from handlers.staff.meant import here, spot_of
from handlers.staff.replies import SAID
from handlers.trade.handling import Dealing
from handlers.trade.taking_back import Refunding
from handlers.voice.complaints import Deciding
from handlers.voice.wish_groups import Naming
from handlers.voice.wishing import Noting
from services.desk import Desk
from services.people import Actor
from services.prompts import LATELY
from services.turn import Turn

AGENT = {"role": "agent"}
WAITS = StateFilter(Dealing.words, Refunding.amount, Deciding.words, Naming.words, Noting.words)


class KeptBack(StatesGroup):
    """A part of an album came too late; the others come at once and stay with it."""

    album = State()


class TooLate(BaseFilter):
    """Words for a ticket, where the bot waited for others not long ago: the ticket, until when."""

    async def __call__(
        self, message: Message, state: FSMContext, desk: Desk, turn: Turn
    ) -> dict[str, Any] | bool:
        until = (await state.get_data()).get("until")
        late = turn.now - datetime.fromisoformat(until) if until is not None else timedelta(0)
        if not timedelta(0) < late <= LATELY:
            return False
        ticket = await here(message, desk)
        return {"ticket": ticket, "until": until} if ticket is not None else False


class OfAlbum(BaseFilter):
    """Another part of the album that is kept back."""

    async def __call__(self, message: Message, state: FSMContext) -> bool:
        kept = (await state.get_data()).get("album")
        return kept is not None and kept == message.media_group_id


def router() -> Router:
    """In groups and in private, before every dialog that would take the word for an answer."""
    routes = Router(name="asked of staff")
    hear = routes.message.register
    hear(cancel, Command("cancel", ignore_case=True), flags=AGENT)
    hear(cancel, F.text, CallsOff(), flags=AGENT)
    words = (SAID, ~F.text.startswith("/"), ~F.caption.startswith("/"))
    hear(ask_whether, WAITS, *words, TooLate(), flags=AGENT)
    hear(keep_back, KeptBack.album, OfAlbum(), flags=AGENT)
    return routes


async def cancel(message: Message, actor: Actor, desk: Desk, turn: Turn, state: FSMContext) -> None:
    """All right."""
    await state.clear()
    await desk.finding.call_off(turn, actor, spot_of(message))


async def ask_whether(
    message: Message,
    actor: Actor,
    desk: Desk,
    turn: Turn,
    state: FSMContext,
    ticket: int,
    until: str,
) -> None:
    """To the customer, or not?"""
    await state.clear()
    if message.media_group_id is not None:
        await state.set_state(KeptBack.album)
        await state.set_data({"album": message.media_group_id})
    await desk.offering.whether(turn, actor, ticket, until, spot_of(message))


async def keep_back(message: Message) -> None:
    """It goes with the rest of its album, if that goes."""
