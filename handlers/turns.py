"""The turn of the update being handled, for those whom aiogram does not hand it to."""

from contextvars import ContextVar

from services.turn import Turn

current_turn: ContextVar[Turn | None] = ContextVar("current_turn", default=None)
