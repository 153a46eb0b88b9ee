"""The turn of one update, as stories and conversations know it."""

from models.turn import Toast, Turn

__all__ = ["Toast", "Turn"]
