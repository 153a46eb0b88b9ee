"""The demo shop through its page: asked, taken and answered by clicks, with the real program."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, ViewportSize, expect

from bot.demo import opening
from bot.demo.opening import DemoShop, opened
from classifier.model import TopicModel
from services.shop_file import ShopSeed
from tests.page.conftest import PATIENCE, PHONE, WIDE, ready

pytestmark = pytest.mark.asyncio(loop_scope="module")
QUESTION = "Добрый день! Где мой заказ 4417? Обещали привезти ещё вчера"
ANSWER = "Анна, курьер будет у вас сегодня до шести, номер посылки пришлю сюда"


@pytest_asyncio.fixture(loop_scope="module")
async def demo(
    model: TopicModel, seed: ShopSeed, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[DemoShop]:
    monkeypatch.setattr(opening, "PATIENCE", PATIENCE / 1000)
    async with opened(model, seed) as shop:
        yield shop


def column(page: Page, person_id: int) -> Locator:
    return page.locator(f"[data-testid=column][data-person='{person_id}']")


def chat_titled(within: Locator, title: str) -> Locator:
    """By its title alone: the previews of other chats speak of tickets too."""
    name = within.page.locator(".chat-title", has_text=title)
    return within.get_by_test_id("chat-item").filter(has=name)


async def page_of(browser: Browser, demo: DemoShop, size: tuple[int, int]) -> Page:
    viewport = ViewportSize(width=size[0], height=size[1])
    context = await browser.new_context(viewport=viewport, has_touch=size == PHONE)
    context.set_default_timeout(PATIENCE)
    page = await context.new_page()
    people = f"{demo.anna.id},{demo.boris.id}"
    await page.goto(f"{demo.playground.url}/?as={people}")
    await ready(page)
    await page.get_by_role("button", name="Понятно").click()
    return page


async def test_a_question_is_asked_taken_and_answered_by_clicks(
    browser: Browser, demo: DemoShop, shots: Path
) -> None:
    queues = demo.app.book.shop.queues
    agents = [demo.app.directory.find(one.id) for one in (demo.boris, demo.maria)]
    keys = [{queues[queue_id].key for queue_id in agent.queues} for agent in agents]
    assert keys == [{"orders", "care"}, {"sales", "triage"}], "every queue is answered"
    page = await page_of(browser, demo, WIDE)
    anna, boris = column(page, demo.anna.id), column(page, demo.boris.id)
    await anna.get_by_test_id("start").click()
    await anna.get_by_test_id("composer-input").fill(QUESTION)
    await anna.get_by_test_id("composer-input").press("Enter")
    told = anna.get_by_test_id("message").filter(has_text="№1 · Где мой заказ")
    await expect(told).to_be_visible()

    await chat_titled(boris, "Спица: заказы и забота").click()
    await chat_titled(boris, "Общая").click()
    await boris.get_by_role("button", name="Взять №1").last.click()
    await expect(told).to_contain_text("Борис")
    await chat_titled(boris, "№1").click()
    await expect(boris.get_by_test_id("thread-title")).to_contain_text("№1")
    await boris.get_by_test_id("composer-input").fill(ANSWER)
    await boris.get_by_test_id("composer-input").press("Enter")
    answer = anna.get_by_test_id("message").filter(has_text="курьер будет у вас")
    await expect(answer).to_contain_text("Борис")
    await expect(boris.get_by_test_id("message").filter(has_text="доставлен").first).to_be_visible()
    await page.screenshot(path=shots / "playground-wide.png", animations="disabled")
    await page.context.close()


async def test_the_shop_on_a_phone(browser: Browser, demo: DemoShop, shots: Path) -> None:
    page = await page_of(browser, demo, PHONE)
    anna = column(page, demo.anna.id)
    await anna.get_by_test_id("start").click()
    await anna.get_by_test_id("composer-input").fill("Есть ли шлем Giro Fixture чёрный, размер L?")
    await anna.get_by_test_id("composer-send").click()
    told = anna.get_by_test_id("message").filter(has_text="№1")
    await expect(told).to_be_visible()
    await page.screenshot(path=shots / "playground-phone.png", animations="disabled")
    await page.context.close()
