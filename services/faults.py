"""When an update can't be handled: the person hears an apology, the admins that it happened."""

from typing import Any

from models import journal, people
from models.store import Session
from models.turn import Turn
from services import promises
from services.context import Context
from services.people import language_of

LARGEST_ID = 2**52


class Faults:
    """Tells of updates that were set aside."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def tell_aside(self, tx: Session, body: dict[str, Any], turn: Turn, reason: str) -> None:
        """An update was set aside: apologise to the person once an hour, tell every admin.

        `reason` is a kind with details after a colon: "undecodable: 3", "unknown-kind", or the
        name of an error. An error's details are not told: they may hold what a person wrote.
        """
        person = _person(body)
        if person is not None:
            await self._apologise(tx, turn, person)
        number, said = str(turn.inbox_id), _said(reason)
        for admin in self._context.directory.admins():
            await promises.tell(tx, turn.now, admin, "set-aside", number=number, reason=said)

    async def _apologise(self, tx: Session, turn: Turn, person: dict[str, Any]) -> None:
        hour = f"{turn.now:%Y-%m-%dT%H}"
        if not await journal.claim(tx, "apology", f"{person['id']}:{hour}", turn.now):
            return
        known = await people.customer_by_tg(tx, person["id"])
        spoken = language_of(_text(person.get("language_code")))
        language = known.language if known else spoken
        await promises.say(tx, turn.now, person["id"], language, "apology")


def _said(reason: str) -> dict[str, Any]:
    """A reason as a sentence in the language of whoever reads it."""
    kind, _, detail = reason.partition(":")
    if kind == "undecodable":
        return {"key": "aside-undecodable", "args": {"count": int(detail)}}
    if kind == "unknown-kind":
        return {"key": "aside-unknown-kind"}
    return {"key": "aside-failed", "args": {"error": kind[:80]}}


def _person(body: dict[str, Any]) -> dict[str, Any] | None:
    """Who acted, without trusting the shape of an update that could not be handled."""
    for kind in ("message", "edited_message", "callback_query"):
        part = body.get(kind)
        sender = part.get("from") if isinstance(part, dict) else None
        if isinstance(sender, dict) and not sender.get("is_bot"):
            number = sender.get("id")
            if type(number) is int and 0 < number < LARGEST_ID:
                return sender
    return None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
