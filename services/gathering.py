"""New tickets and labels are looked through for messages that an admin should be asked about."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from models import asking, queues, reviews
from models.asking import Asked, Said
from models.journal import claim
from models.reviews import OPEN, Review
from models.store import Session
from services.context import Context
from services.shop import Shop
from services.understanding import Model
from services.worth import (
    CLUSTER,
    MOST,
    STRANGER,
    Case,
    Worth,
    clustered,
    has_twin,
    of_a_cluster,
    words_of,
    worth_of,
)

MARK = "review_mark"
RIPE = timedelta(seconds=10)  # by then a row with a smaller number can't come any more
PAGE = 50
STRETCH = 2000
LOOK_BACK = 2000
COMPARED = 500


@dataclass(frozen=True, slots=True)
class Mark:
    """How far tickets and labels were looked through."""

    ticket: int
    label: int


@dataclass(frozen=True, slots=True)
class Page:
    """What has come since a mark, with all that is known of it."""

    start: Mark
    end: Mark
    tickets: Sequence[Asked]
    said: Sequence[Said]
    before: Sequence[tuple[int, str, str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """A ticket and what a word on it would be worth; None: nobody need be asked any more."""

    ticket: Asked
    worth: Worth | None
    guess: Sequence[tuple[str, float]]
    twin: bool


class Gathering:
    """Chooses; what a look costs does not grow with the shop's history."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def gather(self, now: datetime) -> None:
        """Look through what has come since the last time, at most a page of it."""
        async with self._context.store.look() as tx:
            page = await self._page(tx, now)
        if page.start == page.end:
            return
        model, shop = self._context.understanding.model, self._context.shop
        chosen = await asyncio.to_thread(choose, page, model, shop) if page.tickets else []
        async with self._context.store.change() as tx:
            if not await claim(tx, "reviews", f"{page.start.ticket}-{page.start.label}", now):
                return
            await self._store(tx, now, chosen)
            end = {"ticket": page.end.ticket, "label": page.end.label}
            await queues.write_setting(tx, MARK, end)

    async def _page(self, tx: Session, now: datetime) -> Page:
        start, newest = await _mark(tx), await asking.newest_ids(tx)
        came = await asking.tickets_after(tx, start.ticket, PAGE)
        ripe = [one for one in came if one.opened_at <= now - RIPE]
        last = ripe[-1].id if ripe else start.ticket
        until = min(start.label + STRETCH, newest[1])
        said = await asking.labels_between(tx, start.label, until)
        fresh = [one.id for one in said if one.created_at > now - RIPE]
        end = Mark(last, max(start.label, min(fresh) - 1 if fresh else until))
        known = {one.ticket_id for one in said if one.id <= end.label and one.ticket_id <= last}
        numbers = sorted(known | {one.id for one in ripe})
        if not numbers:
            return Page(start, end, (), (), ())
        return Page(
            start,
            end,
            await asking.tickets_named(tx, numbers),
            await asking.said_of(tx, numbers),
            await reviews.newest_texts(tx, COMPARED),
        )

    async def _store(self, tx: Session, now: datetime, chosen: Sequence[Choice]) -> None:
        known = await reviews.of_tickets(tx, [one.ticket.id for one in chosen])
        texts = await asking.texts_of(tx, [one.ticket.id for one in chosen])
        for one in chosen:
            row = known.get(one.ticket.id)
            if row is not None:
                await _revise(tx, row, one)
            elif texts.get(one.ticket.id) != one.ticket.text:
                continue  # choosing takes its time: an erasure may have come first
            elif one.worth is not None and not one.twin:
                tx.add(_review(one, one.worth, now))
        await tx.flush()
        await reviews.keep_best(tx, MOST)


async def _mark(tx: Session) -> Mark:
    """Where to go on; the first time not at the beginning of a long history."""
    kept = await queues.read_setting(tx, MARK)
    if kept is not None:
        return Mark(int(kept["ticket"]), int(kept["label"]))
    ticket, label = await asking.newest_ids(tx)
    return Mark(max(0, ticket - LOOK_BACK), max(0, label - LOOK_BACK))


async def _revise(tx: Session, row: Review, choice: Choice) -> None:
    if row.state != OPEN:
        return
    if choice.worth is None:
        await tx.delete(row)
    else:
        row.worth, row.reason = choice.worth.much, choice.worth.reason


def _review(choice: Choice, worth: Worth, now: datetime) -> Review:
    return Review(
        ticket_id=choice.ticket.id,
        text=choice.ticket.text,
        worth=worth.much,
        reason=worth.reason,
        guess=[[key, round(chance, 4)] for key, chance in choice.guess],
        created_at=now,
    )


def choose(page: Page, model: Model, shop: Shop) -> list[Choice]:
    """What a word on each ticket of a page is worth; of near-duplicates the first is asked."""
    words = {number: words_of(text) for number, text, _ in page.before}
    strangers = [words[number] for number, _, why in page.before if why in (STRANGER, CLUSTER)]
    found: list[Choice] = []
    for ticket in page.tickets:
        if ticket.probability is None or not ticket.text.strip():
            continue
        mine = words_of(ticket.text)
        others = [other for number, other in words.items() if number != ticket.id]
        case = case_of(ticket, page.said, model, shop)
        worth = worth_of(case)
        if worth is not None and worth.reason == STRANGER:
            if of_a_cluster(mine, strangers):
                worth = clustered(worth)
            strangers.append(mine)
        found.append(Choice(ticket, worth, case.ranked, has_twin(mine, others)))
        if worth is not None:
            words[ticket.id] = mine
    return found


def case_of(ticket: Asked, said: Sequence[Said], model: Model, shop: Shop) -> Case:
    """A ticket's question under the topics of today."""
    ranked = [(shop.present(str(key)), float(chance)) for key, chance in ticket.ranked]
    last = {one.origin: shop.present(one.topic_key) for one in said if one.ticket_id == ticket.id}
    return Case(
        ranked=ranked,
        decision=ticket.decision,
        in_scope=ticket.in_scope if ticket.in_scope is not None else 1.0,
        said=last,
        new_words=len(set(model.new_words(ticket.text))),
        words=len(words_of(ticket.text)),
    )
