"""A group of wishes keeps no vector of wishes that are gone."""

from datetime import UTC, datetime, timedelta

from models.memory.wishes import FOUND, Wish, WishGroup
from models.own import erasing, sparing
from models.own.erasure import Erasure
from models.own.reach import Person as Whose
from models.people import Customer
from models.store import Store
from services.privacy.own_data import keeping

NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)
VECTOR = b"\x00\x3c\x00\x00"


async def wished(store: Store, *whose: int, days: int = 0) -> tuple[int, list[int]]:
    """A group that the shop has named, of one wish of each of these customers; their ids."""
    at = NOW - timedelta(days=days)
    async with store.change() as tx:
        group = WishGroup(ref=f"{whose}{days}", title="Сёдла", centre=VECTOR)
        group.created_at = group.changed_at = at
        tx.add(group)
        people = [Customer(tg_id=one, name="А", created_at=at, seen_at=at) for one in whose]
        tx.add_all(people)
        await tx.flush()
        for one in people:
            wish = Wish(group_id=group.id, customer_id=one.id, text="седло", origin=FOUND)
            wish.created_at = at
            tx.add(wish)
            await tx.flush()
        return group.id, [one.id for one in people]


async def centre_of(store: Store, group_id: int) -> bytes | None:
    async with store.look() as tx:
        return (await tx.get_one(WishGroup, group_id)).centre


async def test_a_group_whose_last_wish_is_erased_forgets_it(store: Store) -> None:
    bare, [anna] = await wished(store, 501)
    shared, [one, _] = await wished(store, 502, 503)
    for customer_id, tg_id in ((anna, 501), (one, 502)):
        async with store.change() as tx:
            erasure = Erasure(Whose(customer_id, tg_id), NOW, await sparing.nobody(tx, NOW))
            assert await erasing.erase(tx, erasure)
        assert ("wish_group" in erasure.found) == (tg_id == 501)
    assert await centre_of(store, bare) is None
    assert await centre_of(store, shared) == VECTOR
    async with store.look() as tx:
        assert (await tx.get_one(WishGroup, bare)).title == "Сёдла"


async def test_the_same_when_the_term_of_wishes_is_over(store: Store) -> None:
    old, _ = await wished(store, 501, days=40)
    young, _ = await wished(store, 502, days=3)
    [(term, before)] = [
        (term, before)
        for _, term, before in keeping.due({"retention": {"wishes_days": 30}}, NOW)
        if term.table == "wish"
    ]
    assert await keeping.walk(store, term, keeping.START, before, 100) is None
    assert await centre_of(store, old) is None
    assert await centre_of(store, young) == VECTOR
