"""`/privacy` and the choices at first contact: pages, and a switch for each purpose."""

from models.outbox import REPLY
from models.people import Customer
from models.store import Session
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.customers import known_customer
from services.errors import Refusal
from services.incoming import Sender
from services.privacy import consents
from services.privacy.consents import TakenBack, Where
from services.privacy.first import CHOICES, FIRST

CARD, PAGES = "privacy", ("", "policy")
YES, NO = "yes", "no"
SOURCES = {"privacy": CARD, FIRST: CHOICES}


class Privacies:
    """One card of a person about their data; another that asks a newcomer."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def open(self, turn: Turn, sender: Sender, page: str = "") -> None:
        """`/privacy`: the card at the bottom of the chat; whoever opens it has been told."""
        if page not in PAGES:
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            await consents.tell(tx, self._context, turn.now, customer, Where("privacy"))
            await _show(tx, turn, customer, _at(page), anew=True)

    async def page(self, turn: Turn, sender: Sender, page: str) -> None:
        """Another page of the card, in place."""
        if page not in PAGES:
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            await _show(tx, turn, customer, _at(page))

    async def choose(
        self, turn: Turn, sender: Sender, purpose: str, answer: str, where: Where
    ) -> None:
        """A yes or a no to one purpose; Refusal for a button of none of ours."""
        if answer not in (YES, NO) or where.source not in SOURCES:
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            given = (tx, self._context, turn.now, customer, purpose, where)
            if answer == YES:
                fresh = await consents.give(*given)
                turn.toast = Toast("toast-agreed" if fresh else "toast-agreed-already")
            else:
                turn.toast = _refused(purpose, await consents.take_back(*given))
            await _show(tx, turn, customer, SOURCES[where.source])


def _at(page: str) -> str:
    return f"{CARD}/{page}" if page else CARD


def _refused(purpose: str, done: TakenBack) -> Toast:
    """That something is gone is said only when there was something."""
    if done.forgot:
        return Toast(f"toast-refused-{purpose}-gone")
    return Toast(f"toast-refused-{purpose}" if done.fresh else "toast-agreed-already")


async def _show(
    tx: Session, turn: Turn, customer: Customer, card: str, *, anew: bool = False
) -> None:
    given = (tx, turn.now, customer.tg_id, card, customer.id)
    await promises.show(*given, priority=REPLY, anew=anew, alone=True)
