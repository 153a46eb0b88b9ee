"""Words that a dialog of selling waits for: for a while, from the one who was asked."""

from datetime import datetime, timedelta
from typing import Any

from aiogram.filters import BaseFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from services.prompts import PATIENCE
from services.turn import Turn


class Waited(BaseFilter):
    """Lets words through while they are waited for, and hands over what they are about."""

    async def __call__(
        self, message: Message, state: FSMContext, turn: Turn
    ) -> dict[str, Any] | bool:
        asked = await state.get_data()
        until = asked.get("until")
        if until is None or turn.now > datetime.fromisoformat(until):
            return False
        return {"ref": str(asked["ref"]), "what": str(asked["what"])}


def asked(ref: str, what: str, now: datetime, patience: timedelta = PATIENCE) -> dict[str, str]:
    """What a dialog remembers while it waits."""
    return {"ref": ref, "what": what, "until": (now + patience).isoformat()}
