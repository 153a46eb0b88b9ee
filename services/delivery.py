"""What became of a promise: written down, and told to those who must know."""

from datetime import datetime
from typing import Any

from models import cards, outbox, people, sending, tickets
from models.messages import Message, Relay
from models.outbox import DEAD, MONEY, SENT, UNDELIVERABLE
from models.store import Session
from models.trade import browsing
from services import promises, prompts
from services.carrying import edit_copies
from services.context import Context
from services.groups import lose, move
from services.outcomes import Outcome
from services.places import open_anew
from services.privacy.releasing import came
from services.reaching import answer_stopped, answered, retell, unsend_failed
from services.returning import can_not_be_reached
from services.topics import no_topic, topic_made
from services.trade.paying import invoice_settled

BOARDS = ("board", "orders")


class Delivery:
    """Settles outbox rows."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.stale = False

    async def settle(self, tx: Session, outcome: Outcome) -> None:
        """Store one outcome with its effects; runs inside the sender's change."""
        await self.settle_only(tx, outcome)
        await came(tx, outcome)
        if outcome.row.kind == "invoice" and outcome.is_final:
            await invoice_settled(tx, self._context, outcome)
        if outcome.status == SENT:
            await self._sent(tx, outcome)
        elif outcome.is_final:
            await self._failed(tx, outcome)
        if outcome.doubted is not None:
            await cards.doubt(tx, outcome.doubted)
        if outcome.lost_card is not None:
            card = await cards.find(tx, outcome.lost_card)
            if card is not None:
                card.tg_id = None
        if outcome.refused_photo is not None:
            await browsing.photo_refused(tx, outcome.refused_photo)

    async def settle_only(self, tx: Session, outcome: Outcome) -> None:
        """Store what became of the call, and nothing that follows from it."""
        row = outcome.row
        values: dict[str, Any] = {
            "status": outcome.status,
            "error": outcome.error[:300] if outcome.error else None,
            "tries": row.tries + outcome.tried,
            "lost": row.lost + outcome.lost,
            "not_before": outcome.not_before,
        }
        if outcome.is_final:
            values["settled_at"] = outcome.at
            values["tg_id"] = outcome.tg_ids[0] if outcome.tg_ids else None
        for row_id in row.all_ids:
            if outcome.status == outbox.NEW:
                await outbox.wait_again(tx, row_id, outcome.at, **values)
            else:
                await outbox.settle(tx, row_id, **values)

    async def migrate(self, tx: Session, old: int, new: int, now: datetime) -> None:
        """A group became a supergroup: everything that knew its old id learns the new one."""
        self.stale |= await move(tx, self._context, now, old, new)

    async def renew(self, now: datetime) -> None:
        """After the commit: what changed about groups and people is read anew."""
        self.stale = False
        await self._context.book.renew()
        await self._context.directory.renew()
        await self._context.show_boards(now)

    async def _sent(self, tx: Session, outcome: Outcome) -> None:
        row = outcome.row
        if outcome.card_key is not None and row.kind == "text":
            await prompts.came(tx, outcome)
        elif outcome.card_key is not None:
            await self._card_stands(tx, outcome)
        if row.kind == "topic" and row.payload.get("verb") == "create":
            await topic_made(tx, outcome)
        if row.kind in ("relay", "text") and row.ticket_id is not None:
            await self._copies_stand(tx, outcome)
        if row.is_answer:
            await answered(tx, self._context, outcome, "delivered")

    async def _copies_stand(self, tx: Session, outcome: Outcome) -> None:
        parts = outcome.message_ids or (outcome.row.message_id,)
        for tg_id, message_id in zip(outcome.tg_ids, parts, strict=False):
            self._stands(tx, outcome, tg_id, message_id)
        for other in outcome.row.others:
            self._stands(tx, outcome, outcome.tg_ids[0], other.message_id)
        await tx.flush()
        for message_id in (*parts, *(other.message_id for other in outcome.row.others)):
            message = await tx.get(Message, message_id) if message_id else None
            if message is not None and message.edited_at is not None:
                await edit_copies(tx, outcome.at, message, outcome.row.chat_id)

    def _stands(self, tx: Session, outcome: Outcome, tg_id: int, message_id: int | None) -> None:
        tx.add(
            Relay(
                ticket_id=outcome.row.ticket_id,
                message_id=message_id,
                chat_id=outcome.row.chat_id,
                tg_id=tg_id,
                form="merged" if outcome.row.others else outcome.form,
                sent_at=outcome.at,
            )
        )

    async def _card_stands(self, tx: Session, outcome: Outcome) -> None:
        key, row = outcome.card_key or "", outcome.row
        if outcome.tg_ids:
            await self._posted(tx, outcome, await cards.place(tx, key))
        if outcome.tg_ids and outcome.digest is None:
            name, subject, *_ = key.split(":")
            given = {"notice": row.payload["notice"]} if "notice" in row.payload else {}
            await promises.show(
                tx, outcome.at, row.chat_id, name, int(subject), priority=MONEY, **given
            )
        if outcome.photo_id is not None and outcome.file_id is not None:
            await browsing.photo_shown(tx, outcome.photo_id, outcome.file_id)
        tg_id = outcome.tg_ids[0] if outcome.tg_ids else None
        await cards.stands(
            tx,
            key,
            row.chat_id,
            tg_id,
            outcome.digest,
            outcome.at,
            outcome.thread_id,
            outcome.photo_id,
        )

    async def _posted(
        self,
        tx: Session,
        outcome: Outcome,
        before: tuple[int | None, str | None, int | None] | None,
    ) -> None:
        """Of a card only the newest is alive: an older board goes, others lose their buttons."""
        chat_id = outcome.row.chat_id
        is_board = str(outcome.row.payload.get("card")).partition("/")[0] in BOARDS
        if before is not None and before[0] not in (None, outcome.tg_ids[0]):
            goes = is_board or outcome.replaces or outcome.row.payload.get("alone")
            end = promises.delete if goes else promises.take_buttons
            await end(tx, outcome.at, chat_id, before[0])
        if is_board and chat_id < 0:
            await promises.pin(tx, outcome.at, chat_id, outcome.tg_ids[0])

    async def _failed(self, tx: Session, outcome: Outcome) -> None:
        row = outcome.row
        if outcome.status == UNDELIVERABLE:
            await self._unreachable(tx, outcome)
        if outcome.gone:
            await self._gone(tx, outcome)
        elif row.kind == "topic" and row.payload.get("verb") == "create":
            await no_topic(tx, self._context, outcome)
        elif row.kind == "delete" and row.message_id is not None:
            await unsend_failed(tx, self._context, outcome)
        elif row.kind == "relay" and not row.is_answer and outcome.status == DEAD:
            await retell(tx, outcome)
        if row.is_answer:
            await answered(tx, self._context, outcome, fate_of(outcome.status))

    async def _unreachable(self, tx: Session, outcome: Outcome) -> None:
        chat_id = outcome.row.chat_id
        stopped = await sending.stopped_messages(tx, chat_id)
        await outbox.stop_chat(tx, chat_id, outcome.error or "", outcome.at)
        customer = await people.customer_by_tg(tx, chat_id)
        if customer is not None:
            customer.reachable = False
            await answer_stopped(tx, self._context, outcome, stopped)
        if chat_id < 0:
            self.stale |= await lose(tx, self._context, outcome.at, chat_id)
        else:
            self.stale |= await can_not_be_reached(tx, self._context, outcome.at, chat_id)

    async def _gone(self, tx: Session, outcome: Outcome) -> None:
        row = outcome.row
        ticket = await tickets.by_id(tx, row.ticket_id or 0)
        if ticket is None:
            return
        if row.kind == "text" and row.message_id is None:
            await outbox.settle(tx, row.id, status=outbox.NEW, settled_at=None)
        await open_anew(tx, outcome.at, ticket, outcome.thread_id)


def fate_of(status: str) -> str:
    """How staff are told what became of an answer that was not simply delivered."""
    return {UNDELIVERABLE: "blocked", DEAD: "failed"}.get(status, "unsure")
