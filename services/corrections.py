"""A customer edits what they said: stored, shown to staff, read again while it is asked about."""

from models import messages, opinions, tickets
from models.memory import complaining
from models.messages import CUSTOMER, Message
from models.opinions import Rating
from models.people import Customer
from models.store import Session
from models.tickets import WAITING, Ticket
from models.turn import Turn
from services import decide, promises
from services.carrying import edit_copies, units
from services.context import Context
from services.feedback import COMMENT
from services.incoming import Incoming
from services.joining import WORDS, Reading, settle
from services.media import is_other_media
from services.opening import SUBJECT
from services.reception import Reception
from services.relaying import relay_to_staff
from services.reopening import language_at
from services.tracing import customer_of

CAPTION_ROOM = 1000
LINE = "line"


class Corrections:
    """Edits of customers."""

    def __init__(self, context: Context, reception: Reception) -> None:
        self._context = context
        self._reception = reception

    async def correct(self, turn: Turn, incoming: Incoming) -> None:
        """Take over an edit; one of words that were small talk may make them a question."""
        async with self._context.store.look() as tx:
            message = await messages.by_origin(tx, incoming.chat_id, incoming.tg_id)
            words = await self._words(tx, message, incoming) if message else ""
        verdict = await self._context.understanding.read(words or incoming.text)
        if message is None:
            if decide.is_sure(verdict):
                await self._reception.inquiry(turn, incoming)
            return
        if message.side == CUSTOMER and is_changed(message, incoming):
            await self._store(turn, incoming, Reading(verdict if words else None))

    async def _words(self, tx: Session, message: Message, incoming: Incoming) -> str:
        """All that a waiting ticket without a topic would then say; empty for any other."""
        ticket = await tx.get(Ticket, message.ticket_id)
        if ticket is None or ticket.state not in WAITING or ticket.topic_id is not None:
            return ""
        said = await messages.of_ticket(tx, ticket.id, sides=(CUSTOMER,))
        texts = [incoming.text if one.id == message.id else one.text for one in said]
        return "\n".join(text for text in texts if text)[:WORDS]

    async def _store(self, turn: Turn, incoming: Incoming, say: Reading) -> None:
        async with self._context.store.change(turn) as tx:
            message = await messages.by_origin(tx, incoming.chat_id, incoming.tg_id)
            if message is None:
                return
            ticket = await tickets.by_id(tx, message.ticket_id)
            if ticket is None:
                return
            await self._reword(tx, ticket, message, incoming)
            other_media = is_other_media(message, incoming)
            _write(message, incoming, turn)
            await tx.flush()
            customer: Customer = await customer_of(tx, ticket)
            await settle(tx, self._context, turn, customer, ticket, say.verdict)
            await self._show(tx, turn, ticket, message, other_media)

    async def _reword(
        self, tx: Session, ticket: Ticket, message: Message, incoming: Incoming
    ) -> None:
        if ticket.state in WAITING and ticket.subject == message.text[:SUBJECT]:
            ticket.subject = incoming.text[:SUBJECT]
        about = await complaining.seen(tx, ticket.id)
        rated = about.about_ticket_id if about is not None else None
        rating: Rating | None = await opinions.rating_of(tx, rated or ticket.id)
        if rating is not None and rating.comment == message.text[:COMMENT]:
            rating.comment = incoming.text[:COMMENT]

    async def _show(
        self, tx: Session, turn: Turn, ticket: Ticket, message: Message, other_media: bool
    ) -> None:
        copies = await messages.relays_of(tx, message.id)
        if not copies or not message.copyable or copies[0].form == LINE:
            return
        too_long = copies[0].form == "caption" and units(message.text) > CAPTION_ROOM
        if other_media or too_long:
            language = language_at(self._context, ticket)
            await promises.tell_place(tx, turn.now, ticket, language, "customer-changed")
            await relay_to_staff(tx, turn.now, ticket, message)
            return
        await edit_copies(tx, turn.now, message)


def is_changed(message: Message, incoming: Incoming) -> bool:
    """Whether an edit changes what was said; a moving location does not."""
    return message.html != incoming.html or is_other_media(message, incoming)


def _write(message: Message, incoming: Incoming, turn: Turn) -> None:
    message.text, message.html = incoming.text, incoming.html
    message.kind, message.file_id = incoming.kind, incoming.file_id
    message.extra = dict(incoming.extra)
    message.copyable = incoming.copyable
    message.edited_at = turn.now
