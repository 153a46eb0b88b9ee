"""Dialog state that is stored with the story it belongs to."""

from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

from handlers.turns import current_turn
from services.turn import Turn

Dialogs = dict[str, tuple[str | None, dict[str, Any]]]


class DialogStorage(BaseStorage):
    """aiogram's storage over the open dialogs; writes wait for the turn's transaction."""

    def __init__(self) -> None:
        self._dialogs: Dialogs = {}

    def load(self, dialogs: Dialogs) -> None:
        """Begin with the dialogs that the database holds."""
        self._dialogs = dict(dialogs)

    def stored(self, turn: Turn) -> None:
        """A turn was stored: what it buffered is now the truth."""
        for key, dialog in turn.fsm.items():
            if dialog == (None, {}):
                self._dialogs.pop(key, None)
            else:
                self._dialogs[key] = dialog

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Buffer a new state."""
        name = state.state if isinstance(state, State) else state
        self._buffer(key, name, self._read(key)[1])

    async def get_state(self, key: StorageKey) -> str | None:
        """The state as this turn sees it."""
        return self._read(key)[0]

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Buffer new data."""
        self._buffer(key, self._read(key)[0], dict(data))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """The data as this turn sees it."""
        return dict(self._read(key)[1])

    async def close(self) -> None:
        """Nothing is held open."""

    def _read(self, key: StorageKey) -> tuple[str | None, dict[str, Any]]:
        name, turn = _name(key), current_turn.get()
        if turn is not None and name in turn.fsm:
            return turn.fsm[name]
        return self._dialogs.get(name, (None, {}))

    def _buffer(self, key: StorageKey, state: str | None, data: dict[str, Any]) -> None:
        turn = current_turn.get()
        if turn is None:
            raise RuntimeError("dialog state is written within a turn only")
        turn.fsm[_name(key)] = (state, data)


def _name(key: StorageKey) -> str:
    return f"{key.bot_id}:{key.chat_id}:{key.user_id}:{key.thread_id or 0}"
