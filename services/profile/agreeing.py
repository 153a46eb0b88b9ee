"""A yes where it is needed: to remembering in the profile, to news beside a subscription."""

from models.memory.consents import MEMORY, NEWS
from models.people import Customer
from models.store import Session
from models.turn import Toast, Turn
from services.context import Context
from services.customers import known_customer
from services.incoming import Sender
from services.privacy import consents
from services.privacy.consents import Where
from services.privacy.preferences import changed
from services.profile.contacting import show
from services.profile.hearing import Lack, lack_of
from services.profile.inferring import infer
from services.rewording import reword


class Agreeing:
    """One tap; pressed again it changes nothing."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def remember(self, turn: Turn, sender: Sender, pressed: int | None) -> None:
        """Yes to remembering."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            where = Where("profile", pressed)
            if await consents.give(tx, self._context, turn.now, customer, MEMORY, where):
                await infer(tx, turn.now, customer)
            turn.toast = Toast("toast-profile-kept")
            await show(tx, turn.now, customer)

    async def hear_news(self, turn: Turn, sender: Sender, pressed: int | None) -> None:
        """Yes to news, said beside a subscription."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            where = Where("subscribing", pressed)
            await consents.give(tx, self._context, turn.now, customer, NEWS, where)
            await _answer(tx, turn, customer, pressed)

    async def no_news(self, turn: Turn, sender: Sender, pressed: int | None) -> None:
        """No to news, said there; the subscription waits for a yes."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            where = Where("subscribing", pressed)
            await consents.take_back(tx, self._context, turn.now, customer, NEWS, where)
            turn.toast = Toast("toast-never-mind")
            await _reword(tx, turn, customer, pressed, Lack("subscribed-refused", ""))

    async def write_again(self, turn: Turn, sender: Sender, pressed: int | None) -> None:
        """No stop and no pause any more, said beside a subscription."""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            row = await changed(tx, turn.now, customer.id)
            row.stopped_at = row.paused_until = None
            await _answer(tx, turn, customer, pressed)


async def _answer(tx: Session, turn: Turn, customer: Customer, pressed: int | None) -> None:
    """What stood there asks no more, or asks for what is still in the way."""
    lack = await lack_of(tx, turn.now, customer)
    turn.toast = Toast("toast-subscribed" if lack is None else "toast-subscribed-agree")
    await _reword(tx, turn, customer, pressed, lack or Lack("subscribed-agreed", ""))


async def _reword(
    tx: Session, turn: Turn, customer: Customer, pressed: int | None, said: Lack
) -> None:
    if pressed is not None:
        keyboard = {"name": said.keyboard} if said.keyboard else None
        given = (tx, turn.now, customer.tg_id, pressed, customer.language, said.key, keyboard)
        await reword(*given, **said.args)
