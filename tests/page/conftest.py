"""A playground with people, the echo bot, and Chromium looking at the page."""

import os
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio
from aiogram import Bot
from playwright.async_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    ViewportSize,
    async_playwright,
    expect,
)

from playground.groups import Group
from playground.people import Person
from playground.server import Playground
from tests.page import echo_bot

TOKEN = "100:TEST"
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
WIDE = (1280, 800)
PHONE = (390, 844)
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)


def chromium_path() -> str | None:
    return shutil.which(os.environ.get("CHROMIUM", "/usr/bin/chromium"))


@dataclass
class Stage:
    """The playground's people and group, by name."""

    playground: Playground
    bot: Bot
    anna: Person
    boris: Person
    group: Group


@dataclass
class Window:
    """An open page; what its console complains about is kept."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def column(self, person: Person) -> Locator:
        return self.page.locator(f"[data-testid=column][data-person='{person.id}']")

    async def write(self, person: Person, text: str) -> None:
        await self.column(person).get_by_test_id("composer-input").fill(text)
        await self.column(person).get_by_test_id("composer-input").press("Enter")

    async def start(self, person: Person) -> None:
        """Press Start, wait until one can write and until the bot's greeting no longer comes
        in between: keys typed sooner reach nothing, a late greeting ends "typing"."""
        column = self.column(person)
        await column.get_by_test_id("start").click()
        await expect(column.get_by_test_id("composer-input")).to_be_visible()
        await expect(column.get_by_test_id("message").last).to_contain_text(echo_bot.GREETING)


@pytest_asyncio.fixture(loop_scope="module")
async def stage() -> AsyncIterator[Stage]:
    playground = Playground(TOKEN)
    await playground.start()
    anna = playground.user("Анна", language="ru", last_name="Ковалёва", username="anna")
    boris = playground.user("Борис", language="ru", username="boris")
    group = playground.group("Велосипеды", forum=True, members=[boris])
    await group.add_bot()
    async with echo_bot.running(playground.url, TOKEN) as bot:
        yield Stage(playground, bot, anna, boris, group)
    await playground.stop()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    path = chromium_path()
    if path is None:
        reason = "no Chromium: install it (apt-get install chromium) or name it in CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=ARGS)
        yield browser
        await browser.close()


async def ready(page: Page) -> None:
    """Until the columns know whom they show: what is drawn anew under a click loses it."""
    await page.get_by_test_id("column").first.wait_for()
    await expect(page.locator("[data-testid=column]:not([lang])")).to_have_count(0)


async def _opened(browser: Browser, stage: Stage, size: tuple[int, int]) -> Window:
    width, height = size
    viewport = ViewportSize(width=width, height=height)
    phone = size == PHONE
    context: BrowserContext = await browser.new_context(viewport=viewport, has_touch=phone)
    context.set_default_timeout(PATIENCE)
    window = Window(await context.new_page())
    keep = window.complaints.append
    window.page.on("console", lambda said: keep(said.text) if said.type == "error" else None)
    window.page.on("pageerror", lambda error: keep(str(error)))
    await window.page.goto(stage.playground.url)
    await ready(window.page)
    return window


@pytest_asyncio.fixture(loop_scope="module")
async def wide(browser: Browser, stage: Stage) -> AsyncIterator[Window]:
    window = await _opened(browser, stage, WIDE)
    yield window
    await window.page.context.close()
    assert window.complaints == []


@pytest_asyncio.fixture(loop_scope="module")
async def phone(browser: Browser, stage: Stage) -> AsyncIterator[Window]:
    window = await _opened(browser, stage, PHONE)
    yield window
    await window.page.context.close()
    assert window.complaints == []


@pytest.fixture
def shots(tmp_path: Path) -> Path:
    """Where pictures go: PAGE_SHOTS, else a directory of the test."""
    chosen = Path(os.environ.get("PAGE_SHOTS", tmp_path))
    chosen.mkdir(parents=True, exist_ok=True)
    return chosen
