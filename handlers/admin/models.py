"""`/retrain` and `/model`: train the model anew, look at what came of it, decide, go back."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.buttons import Press
from handlers.presses import verb
from services.desk import Desk
from services.errors import Refusal
from services.people import Actor
from services.turn import Toast, Turn

ADMIN = {"role": "admin"}
SURE = "sure"


def router() -> Router:
    """In private with an admin."""
    routes = Router(name="models")
    routes.message.register(retrain, Command("retrain"), flags=ADMIN)
    routes.message.register(model, Command("model"), flags=ADMIN)
    press = routes.callback_query.register
    press(retrain_again, verb("retrain"), flags=ADMIN)
    press(stop, verb("runstop"), flags=ADMIN)
    press(report, verb("run"), flags=ADMIN)
    press(promote, verb("promote"), flags=ADMIN)
    press(decline, verb("decline"), flags=ADMIN)
    press(page, verb("model"), flags=ADMIN)
    press(open_report, verb("modelreport"), flags=ADMIN)
    press(roll_back, verb("rollback"), flags=ADMIN)
    press(automatic, verb("modelauto"), flags=ADMIN)
    press(pictures, verb("modelpicture"), flags=ADMIN)
    return routes


async def retrain(message: Message, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Begin, when nobody else has."""
    await desk.retraining.begin(turn, actor)


async def retrain_again(event: CallbackQuery, actor: Actor, desk: Desk, turn: Turn) -> None:
    """The same, by a button."""
    turn.toast = Toast("toast-retrain")
    await desk.retraining.begin(turn, actor)


async def stop(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Give it up."""
    turn.toast = Toast("toast-stopped")
    await desk.retraining.stop(turn, actor, _number(press.ref))


async def report(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """The report, or a page of what changes."""
    await desk.promoting.report(turn, actor, _number(press.ref), press.arg)


async def promote(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Against objections, the second press says that they were read."""
    await desk.promoting.promote(turn, actor, _number(press.ref), sure=press.arg == SURE)


async def decline(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """What serves goes on."""
    turn.toast = Toast("toast-done")
    await desk.promoting.decline(turn, actor, _number(press.ref))


async def model(message: Message, actor: Actor, desk: Desk, turn: Turn) -> None:
    """The list, posted anew."""
    await desk.promoting.page(turn, actor, "", anew=True)


async def page(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Another page in the same message."""
    await desk.promoting.page(turn, actor, press.arg)


async def open_report(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """How a version came about."""
    await desk.promoting.open_report(turn, actor, _number(press.ref))


async def roll_back(
    event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn
) -> None:
    """Confirmed on the page before."""
    turn.toast = Toast("toast-rolled-back")
    await desk.promoting.roll_back(turn, actor, _number(press.ref))


async def automatic(event: CallbackQuery, actor: Actor, desk: Desk, turn: Turn) -> None:
    """On or off; the next tap undoes it."""
    turn.toast = Toast("toast-done")
    await desk.promoting.switch(turn, actor)


async def pictures(event: CallbackQuery, actor: Actor, desk: Desk, turn: Turn) -> None:
    """How the model does, week by week."""
    turn.toast = Toast("toast-picture")
    await desk.quality.show(turn, actor)


def _number(words: str) -> int:
    if not words.isdigit() or len(words) > 12:
        raise Refusal("button-old")
    return int(words)
