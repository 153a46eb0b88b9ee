"""Updates that come again, shuffled, with ids that jump down."""

import random
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.intake import LARGEST, arrival_of
from models import inbox
from models.inbox import Arrival, Inbox
from models.store import Store

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
BOT = 100


async def accepts(store: Store, ids: list[int]) -> list[int]:
    arrivals = [Arrival(update_id, update_id % 7, {"update_id": update_id}) for update_id in ids]
    async with store.change() as tx:
        fresh = await inbox.accept(tx, BOT, arrivals, NOW)
    return [body["update_id"] for _, _, body in fresh]


async def test_a_batch_three_times_shuffled_is_taken_once(store: Store) -> None:
    ids = list(range(1000, 1100))
    taken = await accepts(store, ids)
    for seed in range(2):
        again = ids.copy()
        random.Random(seed).shuffle(again)
        taken += await accepts(store, again)
    assert sorted(taken) == ids


async def test_ids_may_jump_down_after_an_idle_week(store: Store) -> None:
    assert await accepts(store, [900, 901]) == [900, 901]
    assert await accepts(store, [5, 6]) == [5, 6]
    assert await accepts(store, [5, 901, 7, 7]) == [7]


async def test_rows_keep_the_order_in_which_they_came(store: Store) -> None:
    await accepts(store, [30, 10, 20])
    async with store.look() as tx:
        rows = await inbox.unfinished(tx, BOT)
    assert [body["update_id"] for _, _, body, _ in rows] == [30, 10, 20]


async def test_bodies_of_finished_rows_are_emptied_and_others_kept(store: Store) -> None:
    await accepts(store, [1, 2])
    async with store.change() as tx:
        [first, _] = await inbox.unfinished(tx, BOT)
        assert await inbox.finish(tx, first[0], NOW)
        assert not await inbox.finish(tx, first[0], NOW)
    async with store.change() as tx:
        assert await inbox.empty_bodies(tx, NOW + timedelta(days=8)) == 1
    async with store.look() as tx:
        bodies = (await tx.execute(select(Inbox.body).order_by(Inbox.id))).scalars().all()
    assert bodies == [None, {"update_id": 2}]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
LIKE_UPDATES = st.dictionaries(
    st.sampled_from(["update_id", "message", "chat", "from", "user", "callback_query"]), JSON
)


@settings(max_examples=200, deadline=None)
@given(JSON | LIKE_UPDATES)
def test_an_update_of_any_shape_is_looked_at_without_an_error(update: object) -> None:
    arrival = arrival_of(update)
    number = update.get("update_id") if isinstance(update, dict) else None
    if isinstance(number, int) and abs(number) <= LARGEST:
        assert arrival is not None
        assert isinstance(arrival.lane, int)
