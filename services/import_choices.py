"""What an admin decides about a file before anything of it is stored."""

from collections.abc import Mapping
from typing import Any

from classifier.intake.columns import NONE
from models.turn import Turn
from services.context import Context
from services.errors import Refusal
from services.import_batch import Batches
from services.invitations import still_admin
from services.people import Actor

LEFT_OUT = ""
SWITCHES = {"twins": True, "against": False}


class ImportChoices:
    """Columns, whose messages, topics of unknown labels, doubtful lines, contradictions."""

    def __init__(self, context: Context, batches: Batches) -> None:
        self._context = context
        self._batches = batches

    async def turn_to(self, turn: Turn, actor: Actor, batch_id: int, page: str) -> None:
        """Another page of the card."""
        await self._batches.mine(actor, batch_id)
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            await self._batches.show(tx, turn, actor, batch_id, page)

    async def column(self, turn: Turn, actor: Actor, batch_id: int, number: int) -> None:
        """This column holds the message; asked after that: the topic."""
        found = (await self._batches.mine(actor, batch_id)).found
        which = "text" if found["text"] is None else "label"
        taken = (found["text"], found["label"])
        if found[which] is not None or number in taken or number >= len(found["columns"]):
            raise Refusal("button-old")
        await self._decide(turn, actor, batch_id, {which: number})

    async def no_topic(self, turn: Turn, actor: Actor, batch_id: int) -> None:
        """The file says of no message what it is about."""
        found = (await self._batches.mine(actor, batch_id)).found
        if found["text"] is None or found["label"] is not None:
            raise Refusal("button-old")
        await self._decide(turn, actor, batch_id, {"label": NONE})

    async def source(self, turn: Turn, actor: Actor, batch_id: int, number: int) -> None:
        """Somebody's messages count, or count no more."""
        found = (await self._batches.mine(actor, batch_id)).found
        if number not in [one[0] for one in found.get("sources", [])]:
            raise Refusal("button-old")
        away = sorted(set(found["away"]) ^ {number})
        await self._decide(turn, actor, batch_id, {"away": away}, "sources")

    async def topic(
        self, turn: Turn, actor: Actor, batch_id: int, label: int, topic_id: int
    ) -> None:
        """A label that is no topic here means this one; with 0 it is left out."""
        found = (await self._batches.mine(actor, batch_id)).found
        names, shop = found.get("labels", []), self._context.shop
        topic = shop.topic_by_id(topic_id) if topic_id else None
        if label >= len(names) or (topic_id and (topic is None or topic.key not in shop.topics)):
            raise Refusal("button-old")
        chosen = dict(found.get("topics", {}))
        chosen[names[label].casefold()] = topic.key if topic else LEFT_OUT
        left = [at for at, name in enumerate(names) if name.casefold() not in chosen]
        page = f"label.{left[0]}" if left else ""
        await self._decide(turn, actor, batch_id, {"topics": chosen}, page)

    async def line(self, turn: Turn, actor: Actor, batch_id: int, line: int) -> None:
        """Take a doubtful line out, or put it back."""
        found = (await self._batches.mine(actor, batch_id)).found
        if line not in [one[0] for one in found.get("suspects", [])]:
            raise Refusal("button-old")
        out = sorted(set(found.get("out", [])) ^ {line})
        await self._decide(turn, actor, batch_id, {"out": out}, "doubts")

    async def switch(self, turn: Turn, actor: Actor, batch_id: int, what: str) -> None:
        """Near-duplicates, or what contradicts known labels: wanted or not."""
        if what not in SWITCHES:
            raise Refusal("button-old")
        found = (await self._batches.mine(actor, batch_id)).found
        wanted = not found.get(what, SWITCHES[what])
        await self._decide(turn, actor, batch_id, {what: wanted})

    async def _decide(
        self,
        turn: Turn,
        actor: Actor,
        batch_id: int,
        news: Mapping[str, Any],
        page: str = "",
    ) -> None:
        row, study = await self._batches.mine(actor, batch_id), self._batches.study
        before = {**row.found, **news}
        found = await self._batches.think(lambda facts: study.go_on(row.file, before, facts))
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            batch = await self._batches.asked(tx, batch_id)
            batch.found = found
            await tx.flush()
            await self._batches.show(tx, turn, actor, batch_id, page)
