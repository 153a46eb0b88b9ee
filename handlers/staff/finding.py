"""What staff ask to see: `/queue`, `/mine`, `/card`, and the buttons of those lists."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.presses import verb
from handlers.staff.meant import beside, meant, spot_of
from services.desk import Desk
from services.people import Actor
from services.turn import Toast, Turn

AGENT = {"role": "agent"}


def router() -> Router:
    """Lists and cards."""
    routes = Router(name="finding")
    routes.message.register(queue, Command("queue", ignore_case=True), flags=AGENT)
    routes.message.register(mine, Command("mine", ignore_case=True), flags=AGENT)
    routes.message.register(card, Command("card", ignore_case=True), flags=AGENT)
    press = routes.callback_query.register
    press(refresh, verb("refresh"), flags=AGENT)
    press(open_card, verb("open"), flags=AGENT)
    press(customer, verb("card"), flags=AGENT)
    press(turn_card, verb("cardpage"), flags=AGENT)
    press(page, verb("page"), flags=AGENT)
    press(drop, verb("drop"), flags=AGENT)
    return routes


async def queue(message: Message, actor: Actor, desk: Desk, turn: Turn) -> None:
    """What waits."""
    await desk.finding.waiting(turn, actor, spot_of(message))


async def mine(message: Message, actor: Actor, desk: Desk, turn: Turn) -> None:
    """What I have in hand."""
    await desk.finding.mine(turn, actor, spot_of(message))


async def card(
    message: Message, command: CommandObject, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """The customer's and the ticket's card."""
    ticket, _ = await meant(message, command.args, desk, "/card 12")
    await desk.finding.card(turn, actor, ticket, spot_of(message))


async def refresh(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """The same list as it is now."""
    turn.toast = Toast("toast-fresh")
    await desk.finding.refresh(turn, actor, press.ref, beside(event))


async def open_card(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """A ticket's card once more."""
    await desk.finding.open(turn, actor, press.ref, beside(event))


async def customer(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """Who the customer is."""
    await desk.finding.customer(turn, actor, press.ref, beside(event))


async def turn_card(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """Another page of who the customer is."""
    await desk.finding.turn_card(turn, actor, press.ref, press.arg, beside(event))


async def page(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Other tickets to take from the board."""
    number = int(press.arg) if press.arg.isdigit() else 0
    await desk.finding.turn_page(turn, actor, press.ref, number, beside(event))


async def drop(event: CallbackQuery, desk: Desk, turn: Turn) -> None:
    """Never mind."""
    await desk.finding.drop(turn, spot_of(event))
