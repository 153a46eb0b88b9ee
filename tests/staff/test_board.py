"""The board: everybody who waits is seen, the oldest are taken by a tap, pages turn."""

import asyncio
from zoneinfo import ZoneInfo

import pytest

from handlers.cards.board import board
from handlers.texts import Texts
from services.card_views import BoardLine, BoardView
from services.hours import parse_hours
from services.shop import QueueView, TopicView
from tests.desk import Shop
from tests.staff.scenes import PATIENCE, QUESTION, asks, in_forum, toast

LONG = "Гарантия, ремонт и обслуживание после покупки велосипедов"


def view(count: int, page: int = 0, waiting: int | None = None) -> BoardView:
    """A board with many who wait and long words."""
    titles = {"ru": "Заказы", "en": "Orders"}
    hours = parse_hours({"always": True}, ZoneInfo("UTC"))
    queue = QueueView(1, "orders", titles, hours, 30, None, False, None)
    topic = TopicView(1, "warranty", {"ru": LONG, "en": LONG}, 1)
    lines = tuple(
        BoardLine(
            123400 + number,
            f"ref{number}",
            topic,
            "likely",
            "late",
            3000.0,
            "Здравствуйте, <b>помогите</b> & подскажите " * 3,
            number % 9 == 0,
            "Анна-Мария фон Штернберг-Задунайская " * 2,
        )
        for number in range(count)
    )
    return BoardView(queue, lines, waiting or count, 12, 3, True, False, page)


@pytest.mark.parametrize("count", [1, 10, 30, 60])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_up_to_sixty_tickets_are_all_seen(count: int, language: str) -> None:
    screen = board(Texts(), view(count), language)
    assert len(screen.text.encode("utf-16-le")) // 2 <= 4096
    for number in range(count):
        assert f"№{123400 + number}" in screen.text


def test_those_beyond_are_counted() -> None:
    assert "ещё 40" in board(Texts(), view(60, waiting=100), "ru").text


def test_pages_hold_every_ticket_once() -> None:
    refs = [
        button.ref
        for page in range(8)
        for row in board(Texts(), view(60, page), "ru").rows
        for button in row
        if button.verb == "take"
    ]
    assert refs == [f"ref{number}" for number in range(60)]


def test_questions_still_asked_are_marked() -> None:
    assert "❔" in board(Texts(), view(1), "ru").text


async def test_many_customers_at_once_cost_the_group_few_calls(shop: Shop) -> None:
    shop.playground.limits.on = True
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    people = [shop.playground.user(f"Гость {number}", language="ru") for number in range(24)]
    await asyncio.gather(*(person.says(QUESTION) for person in people))
    for person in people:
        await person.waits_for("№", timeout=PATIENCE)
    await boris.waits_until(
        lambda: any("ждут: 24" in one.text for one in boris.sees(chat=group)), timeout=PATIENCE
    )
    last = [one for one in boris.sees(chat=group) if "ждут: 24" in one.text][-1]
    assert all(f"№{number}" in last.text for number in range(1, 25))
    assert len(group.topics) <= 1


async def test_the_page_turns_for_the_group(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    for number in range(9):
        await asks(shop, f"Гость {number}")
    first = await boris.waits_for("ждут: 9", chat=group, timeout=PATIENCE)
    assert "Взять №9" not in first.buttons and "1/2" in first.buttons
    await boris.presses(first, "▶️")
    second = await boris.waits_for(
        lambda one: "Взять №9" in one.buttons, chat=group, timeout=PATIENCE
    )
    assert second is first
    await boris.presses(second, "Взять №9")
    await boris.waits_for("№9", chat=group, timeout=PATIENCE)


async def test_queue_and_mine_in_private(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    await asks(shop)
    await boris.says("/queue")
    lines = await boris.waits_for("ждут: 1", timeout=PATIENCE)
    press = await boris.presses(lines, "Взять №1")
    assert "в личной переписке" in await toast(press)
    await boris.waits_for(lambda one: one.text == QUESTION, timeout=PATIENCE)
    await boris.presses(lines, "Обновить")
    await boris.waits_for("никто не ждёт", timeout=PATIENCE)
    await boris.says("/mine")
    hand = await boris.waits_for("У вас в работе: 1", timeout=PATIENCE)
    assert "ждёт вашего ответа" in hand.text
    await boris.presses(hand, "№1")
    card = await boris.waits_for("Заказы · в работе", timeout=PATIENCE)
    assert card.id > hand.id


async def test_mine_links_to_the_topic(shop: Shop) -> None:
    scene = await in_forum(shop)
    await scene.boris.says("/mine")
    hand = await scene.boris.waits_for("У вас в работе: 1", timeout=PATIENCE)
    links = [one["url"] for one in hand.entities if one["type"] == "text_link"]
    group = str(scene.group.id).removeprefix("-100")
    assert links == [f"https://t.me/c/{group}/{await scene.thread()}"]
