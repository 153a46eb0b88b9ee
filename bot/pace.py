"""How fast Telegram may be spoken to: in all, in a chat, in a group."""

from collections import deque

BURST = 2.0
PRIVATE_BURST = 3.0
PRIVATE_RATE = 1.0
GROUP_MINUTE = 19
WINDOW = 60.0
SCARCE = 6
GATHER = 9.0
SAME_MOMENT = 1.0
NO_MESSAGE = ("delete", "pin")


class Pace:
    """Allowances and holds; seconds come from a clock that only goes forward.

    `rate` is messages a second in all; 0 lifts that limit and the limits of single chats,
    but never what Telegram itself asked for with a 429, nor the group's twenty a minute.
    """

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._most = max(1.0, min(rate, BURST))
        self._tokens = self._most
        self._at = 0.0
        self._private: dict[int, tuple[float, float]] = {}
        self._groups: dict[int, deque[float]] = {}
        self._words: dict[int, float] = {}
        self._held: dict[int, float] = {}
        self._held_all = 0.0
        self._last_429: tuple[int, float] | None = None

    def held(self, at: float) -> set[int]:
        """Chats that must wait now."""
        self._held = {chat: until for chat, until in self._held.items() if until > at}
        full = {chat for chat in list(self._groups) if self._group_left(chat, at) <= 0}
        return set(self._held) | full | self._tired(at)

    def take(self, chat_id: int, at: float, *, message: bool = True) -> bool:
        """Take the allowance of one call, if there is one.

        A group's twenty a minute are messages: taking one away or pinning one is none.
        """
        if at < self._held_all or self._held.get(chat_id, 0.0) > at:
            return False
        if self._rate and not self._refill(at):
            return False
        if chat_id < 0 and message:
            if self._group_left(chat_id, at) <= 0:
                return False
            self._groups.setdefault(chat_id, deque()).append(at)
        elif chat_id > 0 and self._rate and not self._take_private(chat_id, at):
            return False
        if self._rate:
            self._tokens -= 1
        return True

    def words_may_go(self, chat_id: int, at: float) -> bool:
        """While a group's allowance is scarce, customers' words gather for a few seconds."""
        if chat_id > 0 or self._group_left(chat_id, at) > SCARCE:
            return True
        return at - self._words.get(chat_id, at - GATHER) >= GATHER

    def words_go(self, chat_id: int, at: float) -> None:
        """A customer's words are on their way to a group."""
        if chat_id < 0:
            self._words[chat_id] = at

    def give_back(self, chat_id: int) -> None:
        """No call was made after all: its allowance is free again."""
        times = self._groups.get(chat_id)
        if times:
            times.pop()
        if chat_id in self._private:
            tokens, since = self._private[chat_id]
            self._private[chat_id] = (tokens + 1, since)
        if self._rate:
            self._tokens += 1

    def group_left(self, chat_id: int, at: float) -> int:
        """Messages a group may still get within its minute."""
        return self._group_left(chat_id, at)

    def hold(self, chat_id: int, seconds: float, at: float) -> None:
        """Telegram answered 429: this chat waits; all wait when two chats are told so at once."""
        self._held[chat_id] = max(self._held.get(chat_id, 0.0), at + seconds)
        last, self._last_429 = self._last_429, (chat_id, at)
        if last and last[0] != chat_id and at - last[1] <= SAME_MOMENT:
            self._held_all = max(self._held_all, at + seconds)

    def delay(self, at: float) -> float:
        """Seconds until something may be sent again, at the most."""
        moments = [until for until in self._held.values() if until > at]
        if self._held_all > at:
            return self._held_all - at
        moments += [times[0] + WINDOW for times in self._groups.values() if times]
        wait = min(moments, default=at + 1.0) - at
        if self._rate:
            wait = min(wait, 1.0 / self._rate if self._tokens < 1 else 0.34)
        return max(0.005, min(wait, 1.0))

    def _refill(self, at: float) -> bool:
        if self._at:
            self._tokens = min(self._most, self._tokens + (at - self._at) * self._rate)
        self._at = at
        return self._tokens >= 1

    def _group_left(self, chat_id: int, at: float) -> int:
        times = self._groups.get(chat_id)
        if not times:
            return GROUP_MINUTE
        while times and times[0] <= at - WINDOW:
            times.popleft()
        if not times:
            del self._groups[chat_id]
            return GROUP_MINUTE
        return GROUP_MINUTE - len(times)

    def _take_private(self, chat_id: int, at: float) -> bool:
        tokens = self._private_tokens(chat_id, at)
        if tokens < 1:
            return False
        self._private[chat_id] = (tokens - 1, at)
        return True

    def _private_tokens(self, chat_id: int, at: float) -> float:
        tokens, since = self._private.get(chat_id, (PRIVATE_BURST, at))
        return min(PRIVATE_BURST, tokens + (at - since) * PRIVATE_RATE)

    def _tired(self, at: float) -> set[int]:
        if not self._rate:
            return set()
        rested = [chat for chat in self._private if self._private_tokens(chat, at) >= PRIVATE_BURST]
        for chat in rested:
            del self._private[chat]
        return {chat for chat in self._private if self._private_tokens(chat, at) < 1}
