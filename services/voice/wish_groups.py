"""Groups of wishes: looked through, settled, named, merged; and those who wished are told."""

from datetime import datetime, timedelta

from models.journal import record
from models.memory import wishing
from models.memory.wishes import DECLINED, DONE, OPEN, Wish, WishGroup
from models.store import Session
from models.turn import Toast, Turn
from services import promises, prompts
from services.context import Context
from services.errors import Refusal
from services.invitations import still_admin
from services.people import Actor
from services.privacy import notices
from services.spot import Spot
from services.voice.reports.drawing import Drawing, send_picture
from services.voice.wish_sense import packed, unpacked
from services.voice.wish_views import CARD, FIRST, WishWeeks, dedup_of, read_weeks

PAGES = ("list", "group", "merge", "tell")
STATES = (OPEN, DONE, DECLINED)
NAME = 200
AT_ONCE = 500
USEFUL = timedelta(days=14)
WORDS = 300


class WishGroups:
    """The card of wishes; supervisors read it, admins decide."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.drawing: Drawing[WishWeeks] = Drawing(context)

    async def show(self, turn: Turn, actor: Actor) -> None:
        """The card anew; with a picture as soon as there is a week to compare with."""
        async with self._context.store.look() as tx:
            some = [one for state in STATES for one in await wishing.groups(tx, state, 0, 1)]
        if not some:
            raise Refusal("wishes-none")
        weeks = await read_weeks(self._context, turn.now)
        name = await self.drawing.draw(CARD, weeks, actor.language) if weeks.tells else None
        async with self._context.store.change(turn) as tx:
            await promises.show(tx, turn.now, actor.tg_id, f"{CARD}/{FIRST}", 0, anew=True)
            await send_picture(tx, turn.now, actor, name)

    async def turn_page(self, turn: Turn, actor: Actor, page: str) -> None:
        """Another page: `list.STATE.N`, `group.REF.N`, `merge.REF.N`, `tell.REF`."""
        if page.partition(".")[0] not in PAGES or len(page) > 40:
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            await promises.show(tx, turn.now, actor.tg_id, f"{CARD}/{page}", 0)

    async def settle(self, turn: Turn, actor: Actor, ref: str, state: str) -> None:
        """Done, declined, or open again."""
        if state not in STATES:
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            group = await _held(tx, actor, ref)
            if group.state == state:
                raise Refusal("wish-is-so")
            group.state, group.changed_at = state, turn.now
            record(tx, turn.now, actor.tg_id, "wish_state", group=group.id, state=state)
            turn.toast = Toast(f"toast-wish-{state}")
            await _show(tx, turn, actor, f"group.{ref}.0")

    async def ask_name(self, turn: Turn, actor: Actor, ref: str) -> None:
        """The next words are its name."""
        async with self._context.store.change(turn) as tx:
            await _held(tx, actor, ref)
            to = (tx, turn, Spot(actor.tg_id), actor)
            keyboard = {"name": "wish-drop", "who": actor.tg_id}
            await prompts.ask_staff(*to, "wish-name-ask", keyboard=keyboard)

    async def rename(self, turn: Turn, actor: Actor, ref: str, name: str) -> None:
        """A name of its own; Refusal of an empty one."""
        words = " ".join(name.split())[:NAME]
        if not words:
            raise Refusal("wish-name-empty")
        async with self._context.store.change(turn) as tx:
            group = await _held(tx, actor, ref)
            group.title = words
            await prompts.end(tx, turn, actor.tg_id)
            await promises.show(tx, turn.now, actor.tg_id, f"{CARD}/group.{ref}.0", 0, anew=True)

    async def merge(self, turn: Turn, actor: Actor, ref: str, into: str) -> None:
        """The wishes of one group go to another; a second press finds the first one gone.

        Who was told that the first one is there is not told again.
        """
        async with self._context.store.change(turn) as tx:
            source, target = await _held(tx, actor, ref), await _held(tx, actor, into)
            if source.id == target.id:
                raise Refusal("button-old")
            target.centre = _between(source, target)
            target.changed_at = turn.now
            await wishing.told_as(tx, dedup_of(source), dedup_of(target))
            await wishing.move(tx, source.id, target.id)
            record(tx, turn.now, actor.tg_id, "wish_merge", source=source.id, target=target.id)
            turn.toast = Toast("toast-wish-merged")
            await _show(tx, turn, actor, f"group.{into}.0")

    async def hide(self, turn: Turn, actor: Actor, ref: str, wish_id: int) -> None:
        """This was no wish, or not for this: it counts no more."""
        async with self._context.store.change(turn) as tx:
            group = await _held(tx, actor, ref)
            wish = await tx.get(Wish, wish_id, with_for_update=True)
            if wish is None or wish.group_id != group.id or wish.hidden:
                raise Refusal("button-old")
            wish.hidden = True
            record(tx, turn.now, actor.tg_id, "wish_hide", wish.ticket_id, wish=wish.id)
            turn.toast = Toast("toast-wish-hidden")
            left = await wishing.some_groups(tx, [group.id])
            await _show(tx, turn, actor, f"group.{ref}.0" if left else FIRST)

    async def tell(self, turn: Turn, actor: Actor, ref: str) -> None:
        """Those who wished and agreed to news hear that it is there, each once.

        In their own words; where staff wrote the wish down, by the name that the group was given.
        AT_ONCE people at a press; the card says how many are left.
        """
        async with self._context.store.change(turn) as tx:
            group = await _held(tx, actor, ref)
            if group.state != DONE:
                raise Refusal("wish-not-done")
            found = await wishing.untold(tx, group.id, dedup_of(group), AT_ONCE)
            if not found:
                raise Refusal("wish-none-to-tell")
            if not group.title and any(words is None for _, words in found):
                raise Refusal("wish-name-first")
            for customer_id, words in found:
                await _offer(tx, turn.now, group, customer_id, words)
            record(tx, turn.now, actor.tg_id, "wish_tell", group=group.id, people=len(found))
            turn.toast = Toast("toast-wish-told", {"count": len(found)})
            await _show(tx, turn, actor, f"group.{ref}.0")


async def _offer(
    tx: Session, now: datetime, group: WishGroup, customer_id: int, words: str | None
) -> None:
    key, wish = ("wish-came-noted", group.title) if words is None else ("wish-came", words)
    sentence = {"key": key, "args": {"wish": wish[:WORDS]}, "keyboard": None}
    until = now + USEFUL
    await notices.offer(tx, now, customer_id, "wish", dedup_of(group), sentence, expires_at=until)


async def _held(tx: Session, actor: Actor, ref: str) -> WishGroup:
    await still_admin(tx, actor)
    group = await wishing.group_by_ref(tx, ref)
    if group is None:
        raise Refusal("wish-gone")
    return group


async def _show(tx: Session, turn: Turn, actor: Actor, page: str) -> None:
    await promises.show(tx, turn.now, actor.tg_id, f"{CARD}/{page}", 0)


def _between(source: WishGroup, target: WishGroup) -> bytes | None:
    """The middle of two centres, where both were read in the same way."""
    if source.centre is None or target.centre is None or len(source.centre) != len(target.centre):
        return target.centre or source.centre
    middle = unpacked(source.centre) + unpacked(target.centre)
    length = float((middle @ middle) ** 0.5)
    return packed(middle / length) if length else target.centre
