"""What staff were asked and left: no dialog and no place of a question outlives its use."""

from collections.abc import Collection
from datetime import datetime, timedelta

from models.own import passing
from models.store import Store
from models.turn import Turn
from services.prompts import ENDED, LATELY, PROMPT

PROMPTS_STAY = timedelta(days=2)


async def forget(store: Store, staff: Collection[int], now: datetime) -> None:
    """Both, a page at a time; what customers were asked stays for their next step."""
    await forget_dialogs(store, staff, now)
    await forget_prompts(store, now)


async def forget_dialogs(store: Store, staff: Collection[int], now: datetime) -> None:
    """Dialogs of staff, once words would come too late even to be asked about.

    Those that say no time get one, so that the next day ends them.
    """
    page = [""]
    while page:
        async with store.look() as tx:
            page = list(await passing.dialogs_after(tx, page[-1]))
        theirs = [key for key in page if of_staff(key, staff)]
        turn = Turn(bot_id=0, now=now)
        if theirs:
            async with store.change(turn) as tx:
                for one in await passing.dialogs_of(tx, theirs):
                    until = one.data.get("until")
                    if until is None:
                        turn.fsm[one.key] = one.state, {**one.data, "until": now.isoformat()}
                    elif now - datetime.fromisoformat(until) > LATELY:
                        turn.fsm[one.key] = None, {}


async def forget_prompts(store: Store, now: datetime) -> None:
    """Where questions stood that were answered or that nobody answers any more."""
    page = [""]
    while page:
        async with store.look() as tx:
            page = list(await passing.cards_after(tx, PROMPT, page[-1]))
        if page:
            async with store.change() as tx:
                await passing.forget_cards(tx, page, ENDED, now - PROMPTS_STAY)


def of_staff(key: str, staff: Collection[int]) -> bool:
    """In a group, or of somebody who is staff: "7:-100123:71:15"."""
    _, chat, who, _ = key.split(":")
    return int(chat) < 0 or int(who) in staff
