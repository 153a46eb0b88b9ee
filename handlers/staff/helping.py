"""`/start` and `/help` of staff, and writing as a customer for a while."""

from aiogram import F, Router
from aiogram.filters import BaseFilter, Command, CommandStart
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.presses import verb
from handlers.roles import IsStaff
from handlers.staff.meant import here, spot_of
from handlers.texts import LANGUAGES
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.turn import Toast, Turn

AGENT = {"role": "agent"}
WORK = (
    "queue mine take note wish transfer topic card pending resume resolve reopen ban unban unsend "
    "duty stats wishes bind invite staff topics review retrain model import export"
)


def in_groups() -> Router:
    """In a staff chat."""
    routes = Router(name="help in groups")
    routes.message.register(tell, Command("help", ignore_case=True), flags=AGENT)
    routes.message.register(in_private_please, Command("language", ignore_case=True), flags=AGENT)
    return routes


def in_private() -> Router:
    """In private."""
    routes = Router(name="help in private")
    routes.message.register(tell, CommandStart(deep_link=False), flags=AGENT)
    routes.message.register(tell, Command("help", ignore_case=True), flags=AGENT)
    routes.message.register(ask_language, Command("language", ignore_case=True), flags=AGENT)
    routes.callback_query.register(choose_language, verb("language"), flags=AGENT)
    routes.callback_query.register(become_customer, verb("ascustomer"), flags=AGENT)
    routes.callback_query.register(become_staff, verb("asstaff"), flags=AGENT)
    return routes


def as_customer() -> Router:
    """Staff who write as customers now: the way back, and no work by mistake."""
    routes = Router(name="staff as customers")
    routes.message.filter(F.chat.type == "private", IsStaff())
    routes.callback_query.filter(F.message.chat.type == "private", IsStaff())
    routes.callback_query.register(become_staff, verb("asstaff"), flags=AGENT)
    routes.message.register(remind, Command("help", *WORK.split(), ignore_case=True), flags=AGENT)
    routes.message.register(answer_as_customer, F.reply_to_message, OthersTicket(), flags=AGENT)
    return routes


class OthersTicket(BaseFilter):
    """The message replies to a ticket's message that stands here for staff."""

    async def __call__(self, message: Message, desk: Desk) -> bool:
        ticket = await here(message, desk)
        return ticket is not None and not await desk.tracing.is_own(ticket, message.chat.id)


async def tell(message: Message, actor: Actor, desk: Desk, turn: Turn) -> None:
    """What a member of this role can do, by example."""
    await desk.finding.help(turn, actor, spot_of(message))


async def ask_language(message: Message, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Which language."""
    await desk.finding.ask_language(turn, actor)


async def choose_language(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """This one."""
    if press.arg not in LANGUAGES:
        raise Refusal("button-old")
    await desk.finding.choose_language(turn, actor, press.arg)


async def in_private_please(message: Message, desk: Desk, turn: Turn) -> None:
    """A group speaks the shop's language; one's own is chosen in private."""
    raise Refusal("in-private-please")


async def become_customer(event: CallbackQuery, actor: Actor, desk: Desk, turn: Turn) -> None:
    """See what customers see."""
    turn.toast = Toast("toast-done")
    await desk.finding.write_as_customer(turn, actor, True)


async def become_staff(event: CallbackQuery, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Back to work."""
    turn.toast = Toast("toast-done")
    await desk.finding.write_as_customer(turn, actor, False)


async def remind(message: Message, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Staff's commands wait until one is staff again."""
    await desk.finding.remind_of_mode(turn, actor)


async def answer_as_customer(message: Message, desk: Desk, turn: Turn) -> None:
    """An answer must not become a question of one's own."""
    raise Refusal("still-customer")
