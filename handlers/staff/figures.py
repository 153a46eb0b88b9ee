"""`/stats`: figures of the shop for those who run it."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.turn import Turn

SUPERVISOR = {"role": "supervisor"}


def router() -> Router:
    """The command; what it shows comes in private."""
    routes = Router(name="figures")
    routes.message.register(stats, Command("stats", ignore_case=True), flags=SUPERVISOR)
    return routes


async def stats(
    message: Message, command: CommandObject, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """`/stats WORD`."""
    report = desk.reports.get((command.args or "").strip().lower())
    if report is None:
        raise Refusal("stats-how")
    await report.show(turn, actor)
