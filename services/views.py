"""What cards show: the present state, read when the card is about to be sent."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from pathlib import Path

from models import cards, inbox, inquiries, messages, opinions, people, tickets
from models.messages import CUSTOMER, STAFF, Message
from models.tickets import Ticket
from models.trade import giving_back
from services.card_views import CardPlace, Place, RatingView, TicketView
from services.context import Context
from services.export_files import path_of
from services.import_views import ImportView, read_import
from services.learning_views import LearningViews
from services.listing import Listing
from services.privacy.room import PrivacyViews
from services.profile.room import ProfileViews
from services.quality_views import QualityViews
from services.roster import RosterView, read_roster
from services.segments.room import SegmentsViews
from services.teaching_views import TeachingViews
from services.tracing import customer_of
from services.trade.holding import order_of
from services.trade.states import Order
from services.trade.trade import TradeViews
from services.voice.asking import score_asked
from services.voice.complaints_views import Followed, of_card
from services.voice.room import VoiceViews


class Views:
    """Reads what cards show."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.lists = Listing(context)
        self.teaching = TeachingViews(context)
        self.learning = LearningViews(context)
        self.quality = QualityViews(context)
        self.trade = TradeViews(context)
        self.privacy = PrivacyViews(context)
        self.voice = VoiceViews(context)
        self.profile = ProfileViews(context)
        self.segments = SegmentsViews(context)

    def at_once(self) -> AbstractAsyncContextManager[object]:
        """What is read within is of one moment, and read through one connection."""
        return self._context.store.look()

    async def own(self, ticket_id: int) -> TicketView | None:
        """A ticket for its customer's card."""
        async with self._context.store.look() as tx:
            found = await tickets.with_customer(tx, ticket_id)
            if found is None:
                return None
            about = await order_of(tx, found[0])
            followed = await of_card(tx, self._context, found[0])
            back = await giving_back.case_of_ticket(tx, ticket_id, about.id) if about else None
        return replace(self._view(*found, order=about, followed=followed), giveback=back)

    async def ticket(self, ticket_id: int) -> TicketView | None:
        """A ticket for the staff's card, with what was said last and what came before."""
        async with self._context.store.look() as tx:
            found = await tickets.with_customer(tx, ticket_id)
            if found is None:
                return None
            replies = await messages.of_ticket(tx, ticket_id, 3, (STAFF,))
            earlier = await inquiries.count_before(tx, found[0])
            about = await order_of(tx, found[0])
            back = await giving_back.case_of_ticket(tx, ticket_id, about.id) if about else None
            followed = await of_card(tx, self._context, found[0])
        view = replace(self._view(*found, replies, earlier, about, followed), giveback=back)
        product_id = view.ticket.product_id
        if product_id is None:
            return view
        line, photo = await self.trade.shelf.line(product_id) or (None, "")
        return replace(view, product=line, product_photo=photo)

    def _view(
        self,
        ticket: Ticket,
        customer: people.Customer,
        replies: Sequence[Message] = (),
        earlier: int = 0,
        order: Order | None = None,
        followed: Followed = (None, None),
    ) -> TicketView:
        shop = self._context.shop
        queue = shop.queues[ticket.queue_id]
        return TicketView(
            ticket,
            customer,
            queue,
            shop.topic_by_id(ticket.topic_id),
            self._context.directory.by_staff_id(ticket.agent_id),
            shop,
            queue.typical_minutes,
            tuple(replies),
            earlier,
            order=order,
            complaint=followed[0],
            follower=followed[1],
        )

    async def brought(self, batch_id: int, page: str) -> ImportView | None:
        """A file of labels."""
        return await read_import(self._context, batch_id, page)

    def exported(self, name: str) -> Path:
        """Where a written file lies."""
        return path_of(self._context.shelf.folder, name)

    async def roster(self, page: str) -> RosterView:
        """One page of the staff."""
        return await read_roster(self._context, page)

    async def rating(self, ticket_id: int) -> RatingView | None:
        """The rating of a ticket."""
        async with self._context.store.look() as tx:
            ticket = await tx.get(Ticket, ticket_id)
            rating = await opinions.rating_of(tx, ticket_id)
            if ticket is None or rating is None:
                return None
            scored = await score_asked(tx, ticket, rating.asked_at)
            return RatingView(ticket, await customer_of(tx, ticket), rating, scored)

    async def place(self, ticket_id: int) -> Place | None:
        """Where a ticket's conversation is; None when nobody has taken it."""
        async with self._context.store.look() as tx:
            ticket = await tx.get(Ticket, ticket_id)
        if ticket is None or ticket.place_chat_id is None:
            return None
        return Place(ticket.place_chat_id, ticket.place_thread_id, ticket.place_chat_id < 0)

    async def card_place(self, key: str) -> CardPlace | None:
        """Where a card stands."""
        async with self._context.store.look() as tx:
            found = await cards.place(tx, key)
        return CardPlace(*found) if found is not None else None

    async def card_of_place(self, ticket_id: int, chat_id: int) -> int | None:
        """The message of a ticket's card in a private chat, to reply to."""
        place = await self.card_place(f"ticket:{ticket_id}:{chat_id}:0")
        return place.tg_id if place else None

    def language_at(self, chat_id: int) -> str:
        """The language of a staff member's chat, or of the shop's groups."""
        return self.trade.language_at(chat_id)

    async def message(self, message_id: int) -> Message | None:
        """One message of a conversation."""
        async with self._context.store.look() as tx:
            return await tx.get(Message, message_id)

    async def album(
        self, ticket_id: int, album: str, chat_id: int, *, whole: bool = False
    ) -> list[Message]:
        """The parts of an album: all of them, or those that do not stand in a chat yet."""
        async with self._context.store.look() as tx:
            if whole:
                return await messages.album_of(tx, ticket_id, album)
            return await messages.album_parts(tx, ticket_id, album, chat_id)

    async def album_arrives(self, message: Message) -> bool:
        """Whether parts of a message's album are on their way to us."""
        async with self._context.store.look() as tx:
            return await inbox.album_arrives(tx, message.chat_id or 0, message.album or "")

    async def standing(self, message_id: int, chat_id: int) -> int | None:
        """Where a message or its copy stands in a chat."""
        async with self._context.store.look() as tx:
            return await messages.standing(tx, message_id, chat_id)

    async def merged(self, chat_id: int, tg_id: int) -> list[Message]:
        """All messages that one copy holds."""
        async with self._context.store.look() as tx:
            return await messages.merged_at(tx, chat_id, tg_id)

    async def author(self, message: Message) -> str | None:
        """The name that the customer sees over a staff member's message."""
        if message.side == CUSTOMER or message.staff_id is None:
            return None
        known = self._context.directory.by_staff_id(message.staff_id)
        if known is not None:
            return known.name
        async with self._context.store.look() as tx:
            former = await tx.get(people.Staff, message.staff_id)
            return former.name if former else None
