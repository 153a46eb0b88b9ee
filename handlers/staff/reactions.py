"""A reaction on one side of the counter is shown on the other."""

from aiogram import Router
from aiogram.types import MessageReactionUpdated, ReactionTypeEmoji

from services.desk import Desk
from services.people import Actor
from services.turn import Turn


def router() -> Router:
    """Reactions of customers and staff."""
    routes = Router(name="reactions")
    routes.message_reaction.register(react, flags={"role": "customer"})
    return routes


async def react(event: MessageReactionUpdated, actor: Actor, desk: Desk, turn: Turn) -> None:
    """The newest emoji counts; none takes the reaction back."""
    emoji = [one.emoji for one in event.new_reaction if isinstance(one, ReactionTypeEmoji)]
    chosen = emoji[-1] if emoji else ""
    await desk.reacting.react(turn, event.chat.id, event.message_id, chosen, actor)
