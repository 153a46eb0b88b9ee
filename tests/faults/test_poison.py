"""F10: what can't be decoded or handled is set aside, and nobody else waits for it."""

import asyncio
import time
from typing import Any

from tests.faults.counter import Counter
from tests.faults.crowd import Crowd

STRANGER = 77_000_001
BEYOND = 2**70


def poisons(number: int) -> list[dict[str, Any]]:
    """Updates that no handler can finish, or no class can hold."""
    chat = {"id": STRANGER + number, "type": "private", "first_name": "Яд"}
    sender = {"id": STRANGER + number, "is_bot": False, "first_name": "Яд"}
    message = {"message_id": number + 1, "date": 1_790_000_000, "chat": chat, "from": sender}
    beyond = {**message, "from": {**sender, "id": BEYOND}, "text": "сколько стоит доставка"}
    elsewhere = {"message_id": number + 3, "chat": {**chat, "id": STRANGER + number + 1}}
    return [
        {"message": {"message_id": "one", "chat": {"id": STRANGER + number}}},
        {"hologram": {"id": 5, "text": "of a kind from the future"}},
        {"message": beyond},
        {"message": {**message, "text": "а" * 1_000_000}},
        {"message": {**message, "message_id": number + 2, "text": "\x00доставка\x00 в Тверь?"}},
        {"message": {**message, **elsewhere, "text": "\ud800 доставка \udfff?"}},
        {"message": {**message, "chat": {**chat, "id": BEYOND}, "text": "доставка"}},
        {"edited_message": {"message_id": 1, "date": 0, "chat": chat}},
        {"callback_query": {"id": "1", "from": sender, "chat_instance": "1", "data": "\x00" * 70}},
        {"message": None},
        {},
    ]


async def test_poison_among_customers(counter: Counter, full: bool) -> None:
    """One update in forty is poison: set aside after its tries, an admin told, others served."""
    rounds, customers = (5, 40) if full else (1, 4)
    admin = await counter.admin()
    crowd = Crowd(counter, admin, customers)
    await counter.opens()
    working = asyncio.create_task(crowd.works())
    slowest = 0.0
    pushed: list[int] = []
    for number in range(rounds):
        for at, poison in enumerate(poisons(number * 100)):
            pushed.append(counter.playground.push(poison))
            for _ in range(39 if full else 4):
                await crowd.asks()
            if at % 4 == 0:
                slowest = max(slowest, await _acknowledged(counter, number * 100 + at))
    await crowd.is_done(within=900)
    crowd.goes_home()
    await working
    await counter.ends_well("Покупатель", "Тверь", "Яд", within=120)
    crowd.check_stored()
    assert set(pushed) <= set(counter.ledger.update_ids())
    aside = counter.ledger.rows("SELECT DISTINCT error FROM inbox WHERE status = 'dead'")
    told = sum(row["payload"].get("key") == "set-aside" for row in counter.ledger.outbox("sent"))
    dead = counter.ledger.number("SELECT count(*) FROM inbox WHERE status = 'dead'")
    print(f"F10: {len(pushed)} poisons, {dead} set aside, slowest answer to others {slowest:.2f} s")
    assert dead >= 2 * rounds, aside
    assert told == dead
    assert slowest < 2.0 or not full


async def _acknowledged(counter: Counter, number: int) -> float:
    """How long a new customer waits for the first answer."""
    newcomer = counter.playground.user(f"Покупатель-новый{number}", language="ru")
    asked = time.monotonic()
    await newcomer.says("Сколько стоит доставка в Тверь?")
    await newcomer.waits_for("№")
    return time.monotonic() - asked
