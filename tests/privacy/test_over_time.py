"""Weeks of offers, stops, pauses, yeses and noes: nothing that a person forbade is promised."""

import random
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from models.memory.consents import NEWS, Consent, ConsentEvent, PolicyText
from models.memory.notices import SENT, WAITING, ContactPreference, Notice
from models.outbox import Outbox
from models.people import Customer
from models.store import Store
from services.context import Context
from services.privacy import notices
from services.privacy.gate import Person, Rules
from services.privacy.kinds import KINDS
from services.privacy.notices import offer
from services.privacy.preferences import changed
from services.privacy.quiet import Quiet
from services.privacy.releasing import Releasing
from services.shop_file import read_shop_file
from tests.privacy.test_gate import may
from tests.trade.test_buyers import opened

ROOT = Path(__file__).parents[2]
MOSCOW = ZoneInfo("Europe/Moscow")
PEOPLE, STEPS = 4, 150
START = datetime(2026, 11, 23, 9, tzinfo=UTC)


@dataclass
class Somebody:
    """What the plain model knows of a person."""

    person: Person
    expires: dict[int, datetime | None] = field(default_factory=dict)


class Weeks:
    """A shop, four people, a clock, and the plain model beside them."""

    def __init__(self, context: Context, dice: random.Random) -> None:
        self.context, self.dice, self.now = context, dice, START
        self.releasing = Releasing(context)
        self.known = {one: Somebody(Person(Quiet(1260, 540, MOSCOW))) for one in range(1, 5)}
        self.rows, self.offered = 0, 0

    async def opens(self) -> None:
        async with self.context.store.change() as tx:
            for one in self.known:
                name = {"name": f"П{one}", "created_at": self.now, "seen_at": self.now}
                tx.add(Customer(tg_id=one, **name))
            text = PolicyText(
                purpose=NEWS, language="ru", version="1", sha256="1", text="…", first_at=self.now
            )
            tx.add(text)
            await tx.flush()
            for one in self.known:
                event = ConsentEvent(
                    customer_id=one,
                    purpose=NEWS,
                    action="refused",
                    text_id=text.id,
                    source="first",
                    at=self.now,
                )
                tx.add(event)
                await tx.flush()
                given = {"given": False, "event_id": event.id, "at": self.now}
                tx.add(Consent(customer_id=one, purpose=NEWS, **given))

    async def offers(self, one: int) -> None:
        self.offered += 1
        kind = self.dice.choice(sorted(KINDS))
        expires = self.dice.choice((None, self.now + timedelta(hours=self.dice.randrange(1, 90))))
        later = self.now + timedelta(hours=self.dice.choice((0, 0, 0, 30)))
        dedup = f"{kind}:{self.offered // 2}"
        card = {"card": "order", "id": 1, "anew": True}
        payload = self.dice.choice(({"key": "talk-bye", "args": {}}, card))
        times = {"not_before": later, "expires_at": expires}
        async with self.context.store.change() as tx:
            await offer(tx, self.now, one, kind, dedup, payload, **times)

    async def agrees(self, one: int) -> None:
        given = self.dice.random() < 0.8
        known = self.known[one]
        known.person = replace(known.person, agreed=frozenset({NEWS} if given else ()))
        async with self.context.store.change() as tx:
            (await tx.get_one(Consent, (one, NEWS))).given = given

    async def wishes(self, one: int) -> None:
        known, dice = self.known[one], self.dice
        muted = dice.sample(sorted(KINDS), dice.choice((0, 0, 3)))
        fewer = dict.fromkeys(dice.sample(sorted(KINDS), dice.choice((0, 4))), 14)
        own = dice.random() < 0.5
        start, end = (dice.randrange(1440), dice.randrange(1440)) if own else (1260, 540)
        zone = dice.choice(("Europe/Berlin", "Asia/Vladivostok", "no/such"))
        where = MOSCOW if zone == "no/such" else ZoneInfo(zone)
        paused = dice.choice((None, None, self.now + timedelta(days=7)))
        most, days = dice.choice(((None, None), (1, 7), (3, 2)))
        stopped = dice.random() < 0.15
        known.person = replace(
            known.person,
            quiet=Quiet(start, end, where, own=own),
            muted=frozenset(muted),
            fewer=fewer,
            paused_until=paused,
            most=most,
            days=days,
            stopped=stopped,
        )
        async with self.context.store.change() as tx:
            row = await changed(tx, self.now, one)
            row.quiet_from, row.quiet_to = (start, end) if own else (None, None)
            row.time_zone, row.muted, row.fewer = zone, muted, fewer
            row.paused_until, row.most, row.within_days = paused, most, days
            row.stopped_at = self.now if stopped else None

    async def leaves(self, one: int) -> None:
        known = self.known[one]
        known.person = replace(known.person, reachable=not known.person.reachable)
        async with self.context.store.change() as tx:
            (await tx.get_one(Customer, one)).reachable = known.person.reachable

    async def releases(self) -> None:
        await self.releasing.release(self.now)
        async with self.context.store.look() as tx:
            rows = (await tx.scalars(select(Outbox).order_by(Outbox.id))).all()[self.rows :]
            said = {one.ref: one for one in await tx.scalars(select(Notice))}
        for row in rows:
            notice = said[row.payload["notice"]]
            known = self.known[row.chat_id]
            assert notice.customer_id == row.chat_id and notice.not_before <= self.now
            given = (known.person, Rules(2, 7), notice.kind, notice.expires_at, self.now)
            assert may(*given), (notice.kind, known.person)
            fresh = (*known.person.sent, (notice.kind, self.now))
            known.person = replace(known.person, sent=fresh)
        self.rows += len(rows)
        assert len({row.payload["notice"] for row in rows}) == len(rows), "each once"

    async def step(self) -> None:
        one = self.dice.choice(list(self.known))
        choices = [self.offers] * 6 + [self.agrees, self.agrees, self.wishes, self.leaves]
        await self.dice.choice(choices)(one)
        self.now += timedelta(minutes=self.dice.choice((0, 1, 30, 300, 1500)))
        await self.releases()


@pytest.mark.parametrize("seed_of", range(3))
async def test_nothing_forbidden_is_ever_promised(store: Store, seed_of: int) -> None:
    context = await opened(store, read_shop_file(ROOT / "shop.toml"))
    weeks = Weeks(context, random.Random(seed_of))
    await weeks.opens()
    for _ in range(STEPS):
        await weeks.step()
    async with store.look() as tx:
        states = [one.state for one in await tx.scalars(select(Notice))]
    assert states.count(SENT) == weeks.rows > 10
    for one in weeks.known:
        weeks.known[one].person = replace(weeks.known[one].person, stopped=True)
        async with store.change() as tx:
            (await changed(tx, weeks.now, one)).stopped_at = weeks.now
    await weeks.releases()
    weeks.now += timedelta(days=60)
    await weeks.releases()
    async with store.look() as tx:
        left = [one for one in await tx.scalars(select(Notice)) if one.state == WAITING]
    assert left == [], "a stop drops all that waits"


async def test_withdrawn_is_never_promised_and_only_what_begins_so(store: Store) -> None:
    context = await opened(store, read_shop_file(ROOT / "shop.toml"))
    weeks = Weeks(context, random.Random(1))
    await weeks.opens()
    payload = {"key": "talk-bye", "args": {}}
    async with store.change() as tx:
        for dedup in ("a_1:x", "a_1:y", "a_2", "ab1:z"):
            await offer(tx, weeks.now, 1, "remind", dedup, payload)
        await offer(tx, weeks.now, 2, "remind", "a_1:x", payload)
        await notices.withdraw(tx, weeks.now, 1, "a_1:")
    await weeks.releases()
    async with store.look() as tx:
        found = {
            (one.customer_id, one.dedup): one.state for one in await tx.scalars(select(Notice))
        }
        assert (await tx.scalars(select(ContactPreference))).all() == []
    assert {key for key, state in found.items() if state == SENT} == {
        *((1, "a_2"), (1, "ab1:z"), (2, "a_1:x"))
    }
