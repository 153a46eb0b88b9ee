"""`/stats`: figures of the shop for those who run it."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.presses import verb
from handlers.staff.meant import spot_of
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.turn import Turn

SUPERVISOR = {"role": "supervisor"}


def router() -> Router:
    """The command and its menu; what they show comes in private."""
    routes = Router(name="figures")
    routes.message.register(stats, Command("stats", ignore_case=True), flags=SUPERVISOR)
    routes.callback_query.register(press_stats, verb("stats"), flags=SUPERVISOR)
    return routes


async def stats(
    message: Message, command: CommandObject, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """`/stats WORD`; without a word that is known, a button for each."""
    report = desk.reports.get((command.args or "").strip().lower())
    if report is not None:
        await report.show(turn, actor)
    else:
        await desk.offer_reports(turn, actor, spot_of(message))


async def press_stats(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """The same as the word."""
    report = desk.reports.get(press.arg)
    if report is None:
        raise Refusal("button-old")
    await report.show(turn, actor)
