"""Menus by role and language, told once, and told anew only when something changed."""

import asyncio

import pytest

from bot.menus import TOLD
from models import queues
from tests.conftest import OpenShop
from tests.desk import Shop


@pytest.fixture
async def shop(open_shop: OpenShop) -> Shop:
    """An open shop that has told its first menus: nothing is told beside the test."""
    opened = await open_shop()
    async with asyncio.timeout(60):
        while not await has_told(opened):  # noqa: ASYNC110 - nothing announces it
            await asyncio.sleep(0.01)
    return opened


async def has_told(shop: Shop) -> bool:
    async with shop.looks() as tx:
        return bool(await queues.read_setting(tx, TOLD))


def menu(shop: Shop, scope: str, language: str = "") -> list[str]:
    return [one["command"] for one in shop.playground.bot.commands.get((scope, language), [])]


async def test_each_role_has_its_menu(shop: Shop) -> None:
    olga = await shop.admin()
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    await shop.app.menus.refresh()
    assert {"staff", "invite", "bind", "duty", "stats"} <= set(menu(shop, f"chat:{olga.id}"))
    assert "duty" in menu(shop, f"chat:{boris.id}")
    assert not {"staff", "stats"} & set(menu(shop, f"chat:{boris.id}"))
    assert "bind" in menu(shop, f"chat:{group.id}")
    assert "duty" not in menu(shop, "all_private_chats")
    assert shop.playground.bot.profile["description", "ru"].startswith("Напишите вопрос")
    assert shop.playground.bot.profile["description", ""].startswith("Write your question")


async def test_every_command_of_a_menu_is_answered(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    await shop.app.menus.refresh()
    offered = menu(shop, f"chat:{boris.id}")
    assert "language" in offered
    for name in offered:
        await boris.says(f"/{name}")
    await shop.settles()
    assert [one.text for one in boris.sees() if "Такой команды нет" in one.text] == []


async def test_menus_are_told_once(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    await shop.app.menus.refresh()
    shop.playground.bot.commands.clear()
    await shop.app.menus.refresh()
    assert shop.playground.bot.commands == {}

    async with shop.app.store.change() as tx:
        from models import people

        row = await people.staff_by_tg(tx, boris.id)
        assert row is not None
        row.role = "admin"
    await shop.app.directory.renew()
    await shop.app.menus.refresh()
    assert "invite" in menu(shop, f"chat:{boris.id}")


async def test_an_admin_who_starts_the_bot_late_gets_the_menu(shop: Shop) -> None:
    olga = await shop.admin()
    await shop.app.menus.refresh()
    assert {"help", "stats", "staff"} <= set(menu(shop, f"chat:{olga.id}"))


async def test_who_left_loses_the_menu(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    await shop.app.menus.refresh()
    assert menu(shop, f"chat:{boris.id}")
    async with shop.app.store.change() as tx:
        from models import people

        row = await people.staff_by_tg(tx, boris.id)
        assert row is not None
        row.active = False
    await shop.app.directory.renew()
    await shop.app.menus.refresh()
    assert menu(shop, f"chat:{boris.id}") == []
