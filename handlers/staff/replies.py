"""What staff write where a ticket's conversation is goes to its customer; nothing else does."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.incoming import incoming_of
from handlers.presses import verb
from handlers.roles import IsStaff
from handlers.staff.meant import here, spot_of
from handlers.staff.moving import number_of
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.turn import Toast, Turn

AGENT = {"role": "agent"}
SPOKEN = frozenset(
    [
        "text",
        "photo",
        "video",
        "animation",
        "document",
        "audio",
        "voice",
        "video_note",
        "sticker",
        "location",
        "venue",
        "contact",
        "poll",
        "dice",
        "game",
        "story",
        "paid_media",
        "checklist",
        "invoice",
        "giveaway",
        "giveaway_winners",
    ]
)
SAID = F.content_type.in_(SPOKEN)


def in_topics() -> Router:
    """In a forum topic: words to the customer, or a refusal that is told."""
    routes = Router(name="replies in topics")
    topic = F.is_topic_message
    routes.message.register(stranger, topic, SAID, ~IsStaff(), flags={"role": "customer"})
    routes.message.register(unknown_command, topic, F.text.startswith("/"), flags=AGENT)
    routes.message.register(unknown_command, topic, F.caption.startswith("/"), flags=AGENT)
    routes.message.register(reply_in_topic, topic, SAID, flags=AGENT)
    routes.edited_message.register(edit, topic, IsStaff(), flags=AGENT)
    routes.callback_query.register(to_ticket, verb("to"), flags=AGENT)
    return routes


def in_private() -> Router:
    """In private: as a reply to a ticket's message, else the bot asks which ticket."""
    routes = Router(name="replies in private")
    routes.message.register(unknown_command, F.text.startswith("/"), flags=AGENT)
    routes.message.register(unknown_command, F.caption.startswith("/"), flags=AGENT)
    routes.message.register(say_in_private, SAID, flags=AGENT)
    routes.edited_message.register(edit, flags=AGENT)
    routes.callback_query.register(to_ticket, verb("to"), flags=AGENT)
    return routes


async def reply_in_topic(message: Message, actor: Actor, desk: Desk, turn: Turn) -> None:
    """To the customer, under the agent's name; a topic of nobody's ticket is left alone."""
    ticket = await here(message, desk)
    if ticket is not None:
        await desk.work.reply(turn, actor, ticket, incoming_of(message))


async def stranger(message: Message, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Whoever is not on the staff is told once that this goes nowhere."""
    if await here(message, desk) is not None:
        await desk.finding.stranger(turn, actor, spot_of(message))


async def unknown_command(message: Message, desk: Desk, turn: Turn) -> None:
    """A slip of the finger must not reach a customer."""
    if message.chat.id > 0 or await here(message, desk) is not None:
        raise Refusal("unknown-staff-command")


async def say_in_private(message: Message, actor: Actor, desk: Desk, turn: Turn) -> None:
    """A reply goes to its ticket; for anything else the bot asks."""
    ticket = await here(message, desk)
    incoming = incoming_of(message)
    if ticket is not None:
        await desk.work.reply(turn, actor, ticket, incoming)
        return
    album = incoming.album
    if album is None or not await desk.finding.continues_album(actor, turn.inbox_id, album):
        await desk.offering.which_ticket(turn, actor, spot_of(message))


async def to_ticket(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """The ticket was chosen: exactly that message goes to its customer."""
    spot = spot_of(event)
    bodies = await desk.finding.held_back(actor, number_of(press), spot.chat_id)
    said = [incoming_of(Message.model_validate(body)) for body in bodies]
    turn.toast = Toast("toast-sent")
    await desk.work.reply_with(turn, actor, press.ref, said, spot)


async def edit(message: Message, actor: Actor, desk: Desk, turn: Turn) -> None:
    """What was mended is mended for the customer, too."""
    await desk.work.edit(turn, actor, incoming_of(message))
