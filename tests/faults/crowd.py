"""Customers who number what they say, and somebody at the counter who takes and answers it."""

import asyncio
import random
import re
from collections import Counter as Tally
from collections.abc import Sequence

from models.outbox import GAVE_WAY
from playground.errors import Refusal
from playground.messages import Message
from playground.people import Person
from tests.faults.counter import Counter
from tests.faults.program import until

QUESTION = re.compile(r"Вопрос (\d+)\.(\d+)$")
ANSWER = re.compile(r"Ответ (\d+)\.(\d+)$")
TAKE = "Взять №"
WHOM = "Какому покупателю отправить"  # asked when the copy replied to is one nobody knows of


class Crowd:
    """Numbered questions of many customers; numbered answers to some of them."""

    question = QUESTION

    def __init__(self, counter: Counter, agent: Person, customers: int, seed: int = 1) -> None:
        self.counter = counter
        self.agent = agent
        self.random = random.Random(seed)
        server = counter.playground
        self.customers = [server.user(f"Покупатель{n}", language="ru") for n in range(customers)]
        self.asked = [0] * customers
        self.answered: set[tuple[int, int]] = set()
        self._looked_at = 0
        self._pressed: set[str] = set()
        self._over = asyncio.Event()

    async def asks(self, who: int | None = None) -> None:
        """One customer, any of them unless named, asks the next question."""
        who = self.random.randrange(len(self.customers)) if who is None else who
        self.asked[who] += 1
        await self.customers[who].says(
            f"Сколько стоит доставка в Тверь? Вопрос {who}.{self.asked[who]}"
        )

    async def writes(self, messages: int, a_second: float) -> None:
        """So many questions at about this pace; everybody asks at least once."""
        for number in range(messages):
            await self.asks(number if number < len(self.customers) else None)
            await asyncio.sleep(self.random.expovariate(a_second))

    async def works(self, every: int = 4) -> None:
        """Take what the board offers, answer every so-manieth question, until it is over."""
        while not self._over.is_set():
            await self._take()
            for message in self._news():
                found = QUESTION.search(message.text)
                asked = (int(found[1]), int(found[2])) if found else (0, 0)
                if found and asked[1] % every == 0 and asked not in self.answered:
                    self.answered.add(asked)
                    await self.agent.says(f"Ответ {asked[0]}.{asked[1]}", reply_to=message)
            await asyncio.sleep(0.05)

    async def is_done(self, within: float = 120.0) -> None:
        """Until every question is taken and stands before the agent, and all is settled."""
        everybody = sum(count > 0 for count in self.asked)

        def so() -> bool:
            taken = self.counter.ledger.number("SELECT count(*) FROM ticket WHERE state = 'taken'")
            return taken >= everybody and self.counter.ledger.is_calm(boards=False)

        await until(so, within, lambda: self.counter.program.said()[-3000:])
        await asyncio.sleep(0.2)

    def goes_home(self) -> None:
        """The agent stops working."""
        self._over.set()

    async def _take(self) -> None:
        boards = [one for one in self.agent.sees() if one.markup and TAKE in str(one.markup)]
        for board in boards[-3:]:
            for button in board.buttons:
                if button.startswith(TAKE) and button not in self._pressed:
                    self._pressed.add(button)
                    await self._press(board, button)

    async def _press(self, board: Message, button: str) -> None:
        try:
            await self.agent.presses(board, button)
        except Refusal:
            self._pressed.discard(button)

    def _news(self) -> list[Message]:
        seen = self.agent.sees()
        fresh = [one for one in seen if one.id > self._looked_at]
        self._looked_at = max((one.id for one in seen), default=0)
        return fresh

    def taken_over(self) -> list[tuple[int, int]]:
        """The questions that stand before the agent, in their order."""
        return numbers(QUESTION, self.counter.shown(self.agent))

    def heard(self, who: int) -> list[tuple[int, int]]:
        """The answers that stand before a customer, in their order."""
        return numbers(ANSWER, self.counter.shown(self.customers[who]))

    def check(self) -> int:
        """Nothing lost, each chat in order, missing ones flagged; return how many are doubled."""
        self.check_stored()
        unsure = self._unsure()
        doubled = 0
        taken = self.taken_over()
        for who, customer in enumerate(self.customers):
            mine = [k for c, k in taken if c == who]
            expected = {(who, k) for k in range(1, self.asked[who] + 1)}
            assert expected - {(who, k) for k in mine} <= unsure
            doubled += in_order(mine)
            answers = self.heard(who)
            assert {one for one in self.answered if one[0] == who} - set(answers) <= unsure
            doubled += in_order([k for _, k in answers])
            doubled += repeated_cards(self.counter.shown(customer))
        gone = self.counter.ledger.outbox("dead", "undeliverable")
        lost = [row for row in gone if row["error"] != GAVE_WAY]
        assert not lost, lost[:3]
        return doubled

    def _unsure(self) -> set[tuple[int, int]]:
        """The questions and answers of which nobody knows whether they arrived."""
        texts = [
            str(text)
            for (text,) in self.counter.ledger.rows(
                "SELECT text FROM message JOIN outbox ON outbox.message_id = message.id"
                " WHERE outbox.status = 'unsure'"
            )
        ]
        return {*numbers(QUESTION, texts), *numbers(ANSWER, texts)}

    def check_stored(self) -> None:
        """Every question and every answer is stored once, in the order it was said."""
        stored = [text for _, _, text in self.counter.ledger.messages("customer")]
        said = numbers(QUESTION, stored)
        for who, count in enumerate(self.asked):
            mine = [k for c, k in said if c == who]
            assert mine == list(range(1, count + 1)), f"customer {who}: stored {mine[:50]}"
        told = numbers(ANSWER, [text for _, _, text in self.counter.ledger.messages("staff")])
        assert len(told) == len(set(told)) and set(told) <= self.answered
        asked_back = sum(WHOM in text for text in self.counter.shown(self.agent))
        assert len(self.answered) - len(told) <= asked_back
        self.answered = set(told)


def numbers(pattern: re.Pattern[str], texts: Sequence[str]) -> list[tuple[int, int]]:
    """The numbers in those texts that have them."""
    return [(int(m[1]), int(m[2])) for text in texts if (m := pattern.search(text))]


def in_order(sent: Sequence[int]) -> int:
    """Check that what was sent came in order, repeats aside; return how many were repeats."""
    first = list(dict.fromkeys(sent))
    assert first == sorted(first), f"out of order: {sent}"
    return len(sent) - len(first)


def repeated_cards(shown: Sequence[str]) -> int:
    """How many ticket cards a customer has beyond one of each ticket."""
    tally = Tally(m[0] for text in shown if (m := re.search(r"№\d+", text)))
    return sum(count - 1 for count in tally.values())
