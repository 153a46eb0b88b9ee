"""A customer gives something back: which thing, why, what they want for it. Three taps."""

from models.store import Session
from models.trade.orders import Order, OrderLine
from models.trade.returns import APPROVED, ASKED, DRAFT, ReturnCase
from models.turn import Turn
from services.context import Context
from services.errors import Refusal
from services.people import Actor
from services.trade import return_cases as cases
from services.trade.holding import for_customer
from services.trade.return_rules import CUSTOMER, moved, wants_for, worth
from services.trade.return_views import is_returnable


class Returning:
    """The customer's taps; each shows the one message about this order's returns anew."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def begin(self, turn: Turn, actor: Actor, ref: str) -> None:
        """From the order: choose a thing, or go on where one was; a single thing is chosen."""
        async with self._context.store.change(turn) as tx:
            order, customer = await for_customer(tx, actor.tg_id, ref)
            if not is_returnable(order):
                raise Refusal("giveback-not-yet")
            await self._begin(tx, turn, order)
            await cases.show_own(tx, turn, order, customer.tg_id, anew=True)

    async def _begin(self, tx: Session, turn: Turn, order: Order) -> None:
        left = await cases.left_in(tx, order)
        possible = [line_id for line_id, count in left.items() if count]
        draft = await cases.draft_of(tx, order)
        if draft is None and possible and cases.reasons_for(self._context.shop, order, turn):
            draft = cases.new_draft(tx, turn, order)
            await tx.flush()
        if draft is not None and draft.line_id is None and len(possible) == 1:
            await cases.take_line(tx, draft, possible[0], left)

    async def choose(self, turn: Turn, actor: Actor, ref: str, line_id: int) -> None:
        """This thing."""
        async with self._context.store.change(turn) as tx:
            case, order, customer = await cases.own_case(tx, actor.tg_id, ref)
            left = await cases.left_in(tx, order)
            if not left.get(line_id):
                raise Refusal("giveback-nothing-left")
            await cases.take_line(tx, case, line_id, left)
            await cases.show_own(tx, turn, order, customer.tg_id)

    async def count(self, turn: Turn, actor: Actor, ref: str, quantity: int) -> None:
        """So many of it."""
        async with self._context.store.change(turn) as tx:
            case, order, customer = await cases.own_case(tx, actor.tg_id, ref)
            left = await cases.left_in(tx, order)
            if case.line_id is None or not 1 <= quantity <= left.get(case.line_id, 0):
                raise Refusal("button-old")
            case.quantity = quantity
            await cases.show_own(tx, turn, order, customer.tg_id)

    async def explain(self, turn: Turn, actor: Actor, ref: str, reason: str) -> None:
        """For this reason."""
        async with self._context.store.change(turn) as tx:
            case, order, customer = await cases.own_case(tx, actor.tg_id, ref)
            if not case.quantity:
                raise Refusal("button-old")
            if reason not in cases.reasons_for(self._context.shop, order, turn):
                raise Refusal("giveback-too-late")
            case.reason = reason
            await cases.show_own(tx, turn, order, customer.tg_id)

    async def ask(self, turn: Turn, actor: Actor, ref: str, want: str) -> None:
        """Want this for it: the case is asked, a ticket carries it to the right people."""
        async with self._context.store.change(turn) as tx:
            case, order, customer = await cases.own_case(tx, actor.tg_id, ref)
            line = await self._askable(tx, turn, case, order, want)
            case.state, case.want = moved(case.state, "ask", CUSTOMER), want
            case.refund = worth(line.price, case.quantity, order.goods_total, order.discount)
            case.asked_at = case.changed_at = turn.now
            await cases.to_staff(tx, self._context, turn, case, order, line, customer)
            cases.note(tx, turn, case, order, "giveback_asked", actor.tg_id)
            await cases.show_own(tx, turn, order, customer.tg_id)

    async def _askable(
        self, tx: Session, turn: Turn, case: ReturnCase, order: Order, want: str
    ) -> OrderLine:
        if case.reason not in cases.reasons_for(self._context.shop, order, turn):
            raise Refusal("giveback-too-late")
        left = await cases.left_in(tx, order)
        if not 1 <= case.quantity <= left.get(case.line_id or 0, 0):
            raise Refusal("giveback-nothing-left")
        line = await tx.get(OrderLine, case.line_id)
        if line is None or want not in wants_for(case.reason):
            raise Refusal("button-old")
        return line

    async def back(self, turn: Turn, actor: Actor, ref: str) -> None:
        """One step back; from the first one the draft is dropped."""
        async with self._context.store.change(turn) as tx:
            case, order, customer = await cases.own_case(tx, actor.tg_id, ref)
            if case.reason:
                case.reason = ""
            elif case.line_id is not None and await self._several(tx, order):
                case.line_id, case.product_id, case.quantity = None, None, 0
            else:
                case.state = moved(case.state, "withdraw", CUSTOMER)
            await cases.show_own(tx, turn, order, customer.tg_id)

    async def _several(self, tx: Session, order: Order) -> bool:
        return sum(count > 0 for count in (await cases.left_in(tx, order)).values()) > 1

    async def withdraw(self, turn: Turn, actor: Actor, ref: str) -> None:
        """They keep it after all."""
        async with self._context.store.change(turn) as tx:
            case, order, customer = await cases.own_case(
                tx, actor.tg_id, ref, DRAFT, ASKED, APPROVED
            )
            case.state = moved(case.state, "withdraw", CUSTOMER)
            case.changed_at = turn.now
            cases.note(tx, turn, case, order, "giveback_withdrawn", actor.tg_id)
            await cases.show_own(tx, turn, order, customer.tg_id)
            await cases.show_case(tx, turn, case)
