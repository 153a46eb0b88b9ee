"""`demo --once`: one whole conversation in the terminal; exit 0 only if every step was seen."""

import textwrap
from pathlib import Path

import typer

from bot.demo.opening import DemoShop, opened
from classifier.model import TopicModel
from models.opinions import Rating
from models.tickets import RESOLVED, Ticket
from playground.people.watching import NotSeen
from services.shop_file import ShopSeed

QUESTION = "Здравствуйте! Заказала велосипед неделю назад, номер 4417, и тишина. Когда привезут?"
ANSWER = "Анна, он уже в Твери, курьер позвонит завтра утром. Трек-номер пришлю сюда же."
WAIT = 20.0
WIDTH = 88


async def play(model: TopicModel, seed: ShopSeed, data_dir: Path) -> int:
    """Play the conversation and print it; 0 when every step happened, 1 otherwise."""
    try:
        async with opened(model, seed) as shop:
            await _conversation(shop)
            await _looks(shop)
    except (NotSeen, Missing) as error:
        typer.echo(f"\n✗ This step did not happen: {error}", err=True)
        return 1
    typer.echo("\n✓ Asked, understood, taken, answered, resolved and rated.")
    return 0


class Missing(Exception):
    """Something that must be stored is not."""


async def _conversation(shop: DemoShop) -> None:
    anna, boris, forum = shop.anna, shop.boris, shop.forum
    await anna.says(QUESTION)
    line("Анна", QUESTION)
    told = await anna.waits_for("№", timeout=WAIT)
    line("Прилавок → Анна", told.text)
    board = await boris.waits_for("№1", chat=forum, thread=0, timeout=WAIT)
    line("Прилавок → доска «Заказы»", board.text)
    await boris.presses("Взять №1")
    line("Борис", "[Взять №1]")
    card = await boris.waits_for("№1", chat=forum, timeout=WAIT)
    line("Прилавок → тема обращения", card.text)
    question = await boris.waits_for("Заказала велосипед", chat=forum, timeout=WAIT)
    await anna.waits_for("Борис", timeout=WAIT)
    await boris.says(ANSWER, chat=forum, thread=question.topic)
    line("Борис", ANSWER)
    answer = await anna.waits_for("уже в Твери", timeout=WAIT)
    line("Прилавок → Анна", answer.text)
    await boris.says("/resolve", chat=forum, thread=question.topic)
    line("Борис", "/resolve")
    asked = await anna.waits_for("Вопрос решён?", timeout=WAIT)
    line("Прилавок → Анна", asked.text)
    await anna.presses("5 ⭐")
    line("Анна", "[5 ⭐]")
    thanks = await anna.waits_for("Спасибо", timeout=WAIT)
    line("Прилавок → Анна", thanks.text)


async def _looks(shop: DemoShop) -> None:
    async with shop.app.store.look() as tx:
        ticket = await tx.get(Ticket, 1)
        rating = await tx.get(Rating, 1)
    if ticket is None or ticket.state != RESOLVED or ticket.first_response_at is None:
        raise Missing("the ticket is stored as answered and resolved")
    if rating is None or rating.score != 5:
        raise Missing("the rating is stored")
    topic = shop.app.book.shop.topic_by_id(ticket.topic_id)
    if topic is None or topic.key != "order_status":
        raise Missing("the question is understood as «order_status»")


def line(who: str, text: str | None) -> None:
    """Print what somebody said."""
    typer.secho(f"\n{who}", bold=True)
    for line in (text or "").splitlines():
        for part in textwrap.wrap(line, WIDTH) or [""]:
            typer.echo(f"  {part}")
