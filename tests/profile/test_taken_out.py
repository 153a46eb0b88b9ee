"""What a person took out is not inferred again, whether they had confirmed it or not."""

from models.memory.profiles import INFERRED, ProfileEntry
from models.turn import Turn
from services.incoming import Sender
from services.profile.inferring import infer
from tests.desk import Shop
from tests.privacy.offering import customer_of
from tests.profile.known import entries, newcomer


async def test_a_confirmed_number_that_is_removed_stays_removed(shop: Shop) -> None:
    anna = await newcomer(shop, "Анна", "ru", "memory")
    me, sender = await customer_of(shop, anna), Sender(anna.id, "Анна", None, "ru")
    given = {"customer_id": me.id, "field": "phone", "value": "+79123456789"}
    async with shop.app.store.change() as tx:
        tx.add(ProfileEntry(ref="p", source=INFERRED, at=shop.clock(), **given))
    for what in ("ok", "out"):
        turn = Turn(bot_id=0, now=shop.clock())
        await shop.app.desk.profile.filling.settle(turn, sender, "p", what)
    async with shop.app.store.change() as tx:
        me.phone = "+79123456789"
        await infer(tx, shop.clock(), me)
    assert await entries(shop) == []
    assert await entries(shop, removed=True) == [("phone", "+79123456789", "declared")]
