"""What people of a scene do, printed as it happens."""

from bot.demo.playing import line
from playground.messages import Message
from playground.people import Person
from playground.people.watching import Wanted

WAIT = 90.0  # a group bears twenty messages a minute
BOT = "Прилавок → {}"


async def says(person: Person, name: str, words: str) -> None:
    """Somebody writes."""
    await person.says(words)
    line(name, words)


async def reads(person: Person, name: str, wanted: Wanted | str) -> Message:
    """Somebody reads what the bot wrote."""
    said = await person.waits_for(wanted, timeout=WAIT)
    line(BOT.format(name), said.text)
    return said


async def sees(person: Person, name: str, message: Message, words: str) -> None:
    """A message that stands there has come to say something else."""
    await person.waits_until(lambda: words in message.text, timeout=WAIT)
    line(BOT.format(name), message.text)


async def presses(person: Person, name: str, message: Message, button: str) -> None:
    """Somebody presses a button that is or will be there."""

    def shown() -> str | None:
        return next((one for one in message.buttons if button in one), None)

    await person.waits_until(lambda: shown() is not None, timeout=WAIT)
    await person.presses(message, shown() or button)
    line(name, f"[{button}]")
