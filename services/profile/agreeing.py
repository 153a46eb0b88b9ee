"""A yes where it is needed: to remembering in the profile, to news beside a subscription."""

from models.memory.consents import MEMORY, NEWS
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.customers import known_customer
from services.incoming import Sender
from services.privacy import consents
from services.privacy.consents import Where
from services.profile.contacting import show
from services.profile.inferring import infer


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
            turn.toast = Toast("toast-subscribed")
            if pressed is not None:
                await promises.take_buttons(tx, turn.now, customer.tg_id, pressed)
