"""The demo: bot, shop and people on one machine, without Telegram."""

from bot.demo.ordering import play_order
from bot.demo.playing import play
from bot.demo.remembering import play_memory
from bot.demo.retraining import play_retraining
from bot.demo.showing import show

__all__ = ["play", "play_memory", "play_order", "play_retraining", "show"]
