"""The cart's one message in the customer's chat: shown, shown again, never two of them."""

from models import cards
from models.outbox import REPLY
from models.people import Customer
from models.store import Session
from models.turn import Turn
from services import promises


async def show(
    tx: Session, turn: Turn, customer: Customer, *, anew: bool = False, pressed: int | None = None
) -> None:
    """Show the cart as it is now; `anew`: at the bottom of the chat.

    `pressed`: the message whose button was pressed. Where that is a second copy, sent because
    Telegram's answer to the first was lost, it goes.
    """
    tg_id = customer.tg_id
    await promises.show(
        tx, turn.now, tg_id, "cart", customer.id, priority=REPLY, anew=anew, alone=True
    )
    place = await cards.place(tx, _key(customer))
    if pressed is not None and place is not None and place[0] not in (None, pressed):
        await promises.delete(tx, turn.now, tg_id, pressed)


async def follow(tx: Session, turn: Turn, customer: Customer) -> None:
    """Show the cart as it is now where it was shown before; an answer to nothing."""
    if await cards.place(tx, _key(customer)) is not None:
        await promises.show(tx, turn.now, customer.tg_id, "cart", customer.id, alone=True)


def _key(customer: Customer) -> str:
    return f"cart:{customer.id}:{customer.tg_id}:0"
