"""`/transfer`, `/topic`, asking a colleague in, and the choices they offer."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.presses import verb
from handlers.staff.meant import beside, meant, spot_of
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.turn import Toast, Turn

AGENT = {"role": "agent"}


def router() -> Router:
    """Where a ticket goes next."""
    routes = Router(name="moving")
    routes.message.register(transfer, Command("transfer", ignore_case=True), flags=AGENT)
    routes.message.register(topic, Command("topic", ignore_case=True), flags=AGENT)
    press = routes.callback_query.register
    press(offer, verb("transfer", "topic", "callin"), flags=AGENT)
    press(to_queue, verb("toqueue"), flags=AGENT)
    press(to_person, verb("toperson"), flags=AGENT)
    press(call_in, verb("guest"), flags=AGENT)
    press(set_topic, verb("settopic", "topicsure"), flags=AGENT)
    return routes


async def transfer(
    message: Message, command: CommandObject, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """To a queue by its key; without one the choices are offered."""
    ticket, words = await meant(message, command.args, desk, "/transfer 12 care")
    if not words:
        await desk.offering.where_to(turn, actor, ticket, spot_of(message))
        return
    queue = desk.context.shop.queue_by_key(words.casefold())
    if queue is None:
        raise Refusal("no-such-queue", queues=desk.moving.queue_lines(actor))
    await desk.moving.to_queue(turn, actor, ticket, queue, spot_of(message))


async def topic(
    message: Message, command: CommandObject, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """By its key; without one the choices are offered."""
    ticket, words = await meant(message, command.args, desk, "/topic 12 delivery")
    if not words:
        await desk.offering.about_what(turn, actor, ticket, spot_of(message))
        return
    await desk.moving.set_topic(turn, actor, ticket, words.casefold(), spot_of(message))


async def offer(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """A card's button: the choices as buttons."""
    questions = {
        "transfer": desk.offering.where_to,
        "topic": desk.offering.about_what,
        "callin": desk.offering.whom,
    }
    await questions[press.verb](turn, actor, press.ref, beside(event))


async def to_queue(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """A queue was chosen."""
    queue = desk.context.shop.queue_by_key(press.arg)
    if queue is None:
        raise Refusal("button-old")
    turn.toast = Toast("toast-moved")
    await desk.moving.to_queue(turn, actor, press.ref, queue, spot_of(event))


async def to_person(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """A colleague was chosen."""
    turn.toast = Toast("toast-moved")
    await desk.moving.to_person(turn, actor, press.ref, number_of(press), spot_of(event))


async def call_in(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """A colleague is asked in."""
    turn.toast = Toast("toast-called")
    await desk.moving.call_in(turn, actor, press.ref, number_of(press), spot_of(event))


async def set_topic(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """A topic was chosen."""
    topic = desk.context.shop.topic_by_id(number_of(press))
    if topic is None:
        raise Refusal("button-old")
    turn.toast = Toast("toast-topic")
    sure = press.verb == "topicsure"
    await desk.moving.set_topic(turn, actor, press.ref, topic.key, spot_of(event), sure=sure)


def number_of(press: Press) -> int:
    """The number that a button carries."""
    if not press.arg.isdigit():
        raise Refusal("button-old")
    return int(press.arg)
