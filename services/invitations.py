"""One-time invitations: how people come onto the staff."""

import hashlib
import secrets
from datetime import timedelta
from typing import Any

from models import people
from models.journal import record
from models.people import ADMIN, AGENT, SUPERVISOR, Invite, Staff
from models.store import Session
from models.turn import Turn
from services import promises
from services.binding import find_queue
from services.context import Context
from services.errors import Refusal
from services.groups import queue_lines
from services.incoming import Sender
from services.people import Actor, language_of
from services.shop import QueueView, Shop

LASTS = timedelta(hours=24)
PREFIX = "inv_"
NAME = 64
ROLE_WORDS = {
    "agent": AGENT,
    "агент": AGENT,
    "оператор": AGENT,
    "сотрудник": AGENT,
    "supervisor": SUPERVISOR,
    "старший": SUPERVISOR,
    "руководитель": SUPERVISOR,
    "супервайзер": SUPERVISOR,
    "admin": ADMIN,
    "админ": ADMIN,
    "администратор": ADMIN,
}


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


async def still_admin(tx: Session, actor: Actor) -> Staff:
    """The admin who acts, as stored now; a former one is refused."""
    staff = await people.staff_by_tg(tx, actor.tg_id)
    if staff is None or not staff.active or staff.role != ADMIN:
        raise Refusal("not-allowed")
    return staff


class Invitations:
    """Makes and redeems invitations."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def invite(self, turn: Turn, actor: Actor, words: str, bot_username: str) -> None:
        """Answer an admin in private with a link that makes one person staff, once, for a day.

        Raises Refusal that explains the words, when role or queue can't be understood.
        """
        role, queue = self._understand(actor, words)
        secret = secrets.token_urlsafe(24)
        async with self._context.store.change(turn) as tx:
            admin = await still_admin(tx, actor)
            tx.add(
                Invite(
                    secret_hash=digest(secret),
                    role=role,
                    queue_id=queue.id if queue else None,
                    created_by=admin.id,
                    created_at=turn.now,
                    expires_at=turn.now + LASTS,
                )
            )
            record(tx, turn.now, actor.tg_id, "invite", role=role, queue=queue and queue.key)
            await promises.tell(
                tx,
                turn.now,
                actor,
                "invite-link",
                role={"key": f"role-{role}"},
                queue=_queue_words(queue, actor.language),
                link=f"https://t.me/{bot_username}?start={PREFIX}{secret}",
            )

    def _understand(self, actor: Actor, words: str) -> tuple[str, QueueView | None]:
        first, _, rest = words.strip().partition(" ")
        role = ROLE_WORDS.get(first.casefold())
        queue = find_queue(self._context.shop, rest) if rest.strip() else None
        unclear = role is None or (rest.strip() and queue is None)
        if role is None or unclear or (role == AGENT and queue is None):
            raise Refusal("invite-how", queues=_lines(self._context.shop, actor.language))
        return role, None if role == ADMIN else queue

    async def accept(self, turn: Turn, sender: Sender, secret: str) -> None:
        """Make the person behind a link staff, or an agent of one more queue.

        Of two at once one succeeds. Raises Refusal for a link that is unknown, used, expired,
        one's own, or not needed.
        """
        async with self._context.store.change(turn) as tx:
            invite = await self._valid(tx, turn, sender, secret)
            staff = await people.staff_by_tg(tx, sender.tg_id)
            known = staff is not None and staff.active
            if staff is not None and staff.active:
                await _check_need(tx, staff, invite)
            else:
                staff = await self._hire(tx, turn, sender, invite, staff)
            if not await people.use_invite(tx, invite.id, staff.id, turn.now):
                raise Refusal("invite-used")
            if invite.queue_id is not None:
                await people.join_queue(tx, staff.id, invite.queue_id)
            record(tx, turn.now, sender.tg_id, "join_staff", role=invite.role, invite=invite.id)
            await (self._tell_more if known else self._welcome)(tx, turn, staff, invite)
        await self._context.directory.renew()
        await self._context.show_boards(turn.now)

    async def _valid(self, tx: Session, turn: Turn, sender: Sender, secret: str) -> Invite:
        invite = await people.invite_by_hash(tx, digest(secret))
        if invite is None:
            raise Refusal("invite-unknown")
        inviter = await tx.get(Staff, invite.created_by)
        if inviter is not None and inviter.tg_id == sender.tg_id:
            raise Refusal("invite-own")
        if invite.used_at is not None:
            raise Refusal("invite-used")
        no_longer = inviter is None or not inviter.active or inviter.role != ADMIN
        if no_longer or turn.now >= invite.expires_at:
            raise Refusal("invite-expired")
        return invite

    async def _hire(
        self, tx: Session, turn: Turn, sender: Sender, invite: Invite, staff: Staff | None
    ) -> Staff:
        customer = await people.customer_by_tg(tx, sender.tg_id)
        if staff is None:
            first = sender.name.split()[0] if sender.name.split() else sender.name
            staff = Staff(tg_id=sender.tg_id, name=first[:NAME], created_at=turn.now)
            tx.add(staff)
        else:
            await people.leave_queues(tx, staff.id)
        staff.role, staff.active, staff.reachable = invite.role, True, True
        staff.on_duty, staff.as_customer = True, False
        staff.language = customer.language if customer else language_of(sender.language_code)
        await tx.flush()
        return staff

    async def _welcome(self, tx: Session, turn: Turn, staff: Staff, invite: Invite) -> None:
        queue = self._context.shop.queues.get(invite.queue_id or 0)
        await promises.say(
            tx,
            turn.now,
            staff.tg_id,
            staff.language,
            "welcome-staff",
            keyboard={"name": "name"},
            role={"key": f"role-{staff.role}"},
            queue=_queue_words(queue, staff.language),
            name=staff.name,
        )
        for admin in self._context.directory.admins():
            await promises.tell(
                tx,
                turn.now,
                admin,
                "joined-staff",
                name=staff.name,
                role={"key": f"role-{staff.role}"},
                queue=_queue_words(queue, admin.language),
            )

    async def _tell_more(self, tx: Session, turn: Turn, staff: Staff, invite: Invite) -> None:
        titles = self._context.shop.queues[invite.queue_id or 0].titles
        title = titles[staff.language]
        await promises.say(tx, turn.now, staff.tg_id, staff.language, "queue-joined", queue=title)
        for admin in self._context.directory.admins():
            words = {"name": staff.name, "queue": titles[admin.language]}
            await promises.tell(tx, turn.now, admin, "queue-joined-by-link", **words)


async def _check_need(tx: Session, staff: Staff, invite: Invite) -> None:
    """An invitation gives staff one more queue; a role is changed by an admin alone."""
    theirs = (await people.memberships(tx)).get(staff.id, set())
    adds = invite.queue_id is not None and invite.queue_id not in theirs
    if not adds or invite.role not in (AGENT, staff.role):
        raise Refusal("invite-already")


def _lines(shop: Shop, language: str) -> dict[str, Any]:
    return queue_lines(shop, language, "invite-queue-line")


def _queue_words(queue: QueueView | None, language: str) -> dict[str, object] | str:
    if queue is None:
        return ""
    return {"key": "of-queue", "args": {"queue": queue.titles[language]}}
