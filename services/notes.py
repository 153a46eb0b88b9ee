"""Notes: what staff tell each other about a ticket; no customer ever sees one."""

from dataclasses import replace

from models import messages, sending
from models.journal import record
from models.messages import NOTE, Message
from models.store import Session
from models.tickets import Ticket
from models.turn import Turn
from services.carrying import to_colleagues
from services.context import Context
from services.conversation import store_message
from services.errors import Refusal
from services.incoming import Incoming
from services.people import Actor
from services.spot import NOTED, Spot, nod
from services.tracing import Which, workable


class Notes:
    """Writes notes."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def write(
        self, turn: Turn, actor: Actor, which: Which, incoming: Incoming, text: str, html: str
    ) -> None:
        """Keep a note with its ticket; colleagues who follow it elsewhere see it with its mark.

        Raises Refusal when it says nothing and shows nothing.
        """
        if not text and incoming.kind == "text":
            raise Refusal("note-empty")
        async with self._context.store.change(turn) as tx:
            ticket = await workable(tx, actor, which)
            kept = replace(incoming, text=text, html=html)
            note = await store_message(tx, turn, ticket, kept, NOTE, actor.staff_id)
            if note.album is not None:
                await self._keep_inside(tx, turn, ticket, note)
            record(tx, turn.now, actor.tg_id, "note", ticket.id)
            await to_colleagues(tx, turn.now, ticket, note)
            await nod(tx, turn, Spot(incoming.chat_id, incoming.thread_id, incoming.tg_id), NOTED)

    async def _keep_inside(self, tx: Session, turn: Turn, ticket: Ticket, note: Message) -> None:
        """An album with a note for its caption is a note as a whole: nothing of it goes out."""
        parts = await messages.album_of(tx, ticket.id, note.album or "")
        for part in parts:
            part.side, part.delivery = NOTE, None
        await tx.flush()
        await sending.cancel(tx, [part.id for part in parts], "an album of a note", turn.now)
