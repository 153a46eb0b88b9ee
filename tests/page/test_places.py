"""The page in real Chromium: people, columns, groups, narrow screens, faults, calls."""

import re
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.page.conftest import Stage, Window

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_wide_screen_shows_a_customer_beside_staff(wide: Window, stage: Stage) -> None:
    columns = wide.page.get_by_test_id("column")
    await expect(columns).to_have_count(2)
    await expect(columns.first).to_have_attribute("data-person", str(stage.anna.id))
    await expect(columns.last).to_have_attribute("data-person", str(stage.boris.id))


async def test_columns_are_added_and_removed(wide: Window, stage: Stage) -> None:
    await expect(wide.page.get_by_test_id("column-add")).to_be_disabled()
    await wide.page.get_by_test_id("people-menu").click()
    await wide.page.get_by_test_id("person-new").click()
    await wide.page.get_by_label("Имя", exact=True).fill("Вера")
    await wide.page.get_by_test_id("dialog-ok").click()
    await wide.page.get_by_test_id("column-add").click()
    await expect(wide.page.get_by_test_id("column").last).to_contain_text("Вера")
    await wide.column(stage.anna).get_by_test_id("column-remove").click()
    await expect(wide.column(stage.anna)).to_have_count(0)


async def test_choosing_a_person_shown_elsewhere_swaps_the_columns(
    wide: Window, stage: Stage
) -> None:
    switch = wide.column(stage.anna).locator("[data-testid=person-switch][title='Борис']")
    await switch.click()
    first = wide.page.get_by_test_id("column").first
    await expect(first).to_have_attribute("data-person", str(stage.boris.id))
    await wide.start(stage.anna)
    await expect(wide.column(stage.anna).get_by_test_id("message").last).to_contain_text("Здравств")


async def test_unread_marks_come_and_go(wide: Window, stage: Stage) -> None:
    boris = wide.column(stage.boris)
    item = boris.get_by_test_id("chat-item").filter(has_text="Велосипеды")
    await stage.bot.send_message(stage.group.id, "Новый вопрос")
    await expect(item.get_by_test_id("unread")).to_be_visible()
    await item.click()
    topic = boris.get_by_test_id("chat-item").filter(has_text="Общая")
    await expect(topic).to_contain_text("Новый вопрос")
    await topic.click()
    await expect(boris.get_by_test_id("message").last).to_contain_text("Новый вопрос")
    await expect(topic.get_by_test_id("unread")).to_have_count(0)


async def test_a_topic_is_created_written_in_and_closed(wide: Window, stage: Stage) -> None:
    boris = wide.column(stage.boris)
    await boris.get_by_test_id("chat-item").filter(has_text="Велосипеды").click()
    await boris.get_by_test_id("topic-new").click()
    await wide.page.get_by_label("Название темы").fill("№ 17 · Анна")
    await wide.page.get_by_test_id("dialog-ok").click()
    await expect(boris.get_by_test_id("thread-title")).to_have_text("№ 17 · Анна")
    await wide.write(stage.boris, "Беру")
    await expect(boris.get_by_test_id("message").last).to_contain_text("Беру")
    await boris.get_by_test_id("chat-menu").click()
    await wide.page.get_by_test_id("menu-topic-close").click()
    await expect(boris.get_by_test_id("service").last).to_contain_text("закрывает тему")


async def test_the_bots_typing_is_shown(wide: Window, stage: Stage) -> None:
    await wide.start(stage.anna)
    await stage.bot.send_chat_action(stage.anna.id, "typing")
    await expect(wide.column(stage.anna).get_by_test_id("typing")).to_have_text("Prilavok печатает")


async def test_new_messages_do_not_move_a_reader_who_scrolled_up(
    wide: Window, stage: Stage
) -> None:
    await wide.start(stage.anna)
    for number in range(30):
        await stage.bot.send_message(stage.anna.id, f"Сообщение {number}")
    anna = wide.column(stage.anna)
    await expect(anna.get_by_test_id("message").last).to_contain_text("Сообщение 29")
    scroller = anna.locator(".scroller")
    await scroller.evaluate("element => element.scrollTop = 100")
    await expect(anna.get_by_test_id("new-messages")).to_be_visible()
    await stage.bot.send_message(stage.anna.id, "Ещё одно")
    await expect(anna.get_by_test_id("new-messages")).to_contain_text("1 новое")
    assert await scroller.evaluate("element => element.scrollTop") == 100
    await anna.get_by_test_id("new-messages").click()
    await expect(anna.get_by_test_id("new-messages")).to_be_hidden()


async def test_a_phone_shows_one_person_at_a_time(phone: Window, stage: Stage, shots: Path) -> None:
    await expect(phone.page.locator("[data-testid=column]:visible")).to_have_count(1)
    await phone.page.get_by_test_id("hint").get_by_role("button").click()
    await phone.start(stage.anna)
    anna = phone.column(stage.anna)
    await phone.write(stage.anna, "Сколько стоит доставка?")
    await anna.get_by_role("button", name="Не о том").click()
    await expect(anna.get_by_test_id("toast")).to_be_visible()
    await phone.page.screenshot(path=shots / "conversation-390.png", animations="disabled")
    await anna.get_by_test_id("back").click()
    await expect(anna.get_by_test_id("chat-list")).to_be_visible()
    await anna.get_by_role("button", name=re.compile("^Борис")).click()
    await expect(phone.column(stage.boris).get_by_test_id("chat-list")).to_be_visible()
    await expect(phone.column(stage.anna)).to_be_hidden()
    width = await phone.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390


async def test_a_fault_is_switched_on_seen_and_switched_off(wide: Window, stage: Stage) -> None:
    await wide.page.get_by_test_id("faults-toggle").click()
    await wide.page.get_by_test_id("fault-share_429").click()
    await expect(wide.page.get_by_test_id("fault-mark")).to_contain_text("429")
    assert stage.playground.faults.share_429 > 0
    await wide.page.get_by_test_id("faults-off").click()
    await expect(wide.page.get_by_test_id("fault-mark")).to_be_hidden()
    assert stage.playground.faults.share_429 == 0


async def test_the_bots_calls_are_listed(wide: Window, stage: Stage) -> None:
    await wide.start(stage.anna)
    await wide.page.get_by_test_id("calls-toggle").click()
    call = wide.page.get_by_test_id("calls-list").locator("li[data-method=sendmessage]").first
    await call.locator("summary").click()
    await expect(call).to_contain_text('"chat_id": 5000001')


async def test_blocking_the_bot_is_one_click_away(wide: Window, stage: Stage) -> None:
    anna = wide.column(stage.anna)
    await wide.start(stage.anna)
    await anna.get_by_test_id("chat-menu").click()
    await wide.page.get_by_test_id("menu-block").click()
    await anna.get_by_test_id("unblock").click()
    await expect(anna.get_by_test_id("composer-input")).to_be_visible()


async def test_the_page_speaks_english_when_asked(wide: Window, stage: Stage) -> None:
    await wide.page.get_by_test_id("lang-switch").click()
    await expect(wide.page.get_by_test_id("faults-toggle")).to_have_text("Faults")
    await expect(wide.page.locator("html")).to_have_attribute("lang", "en")
    await expect(wide.column(stage.anna).get_by_test_id("start")).to_have_text("Start")


async def test_a_broken_connection_is_shown_and_repaired(wide: Window, stage: Stage) -> None:
    anna = wide.column(stage.anna)
    await wide.start(stage.anna)
    await expect(anna.get_by_test_id("message").last).to_contain_text("Здравствуйте")
    await stage.playground.refuse_connections()
    await expect(anna).to_contain_text("соединение…")
    await stage.anna.says("Написано с другого телефона")
    await stage.playground.accept_connections()

    written = anna.get_by_text("Написано с другого телефона")
    await expect(written.last).to_be_visible()
    await expect(wide.page.get_by_text("соединение…")).to_have_count(0)
    wide.complaints.clear()


async def test_a_deep_link_is_opened_as_somebody_else(wide: Window, stage: Stage) -> None:
    await wide.start(stage.anna)
    await stage.bot.send_message(stage.anna.id, "https://t.me/prilavok_bot?start=invite_7")
    await wide.column(stage.anna).get_by_role("button", name="t.me/prilavok_bot").click()
    await wide.page.get_by_role("menuitem", name="Открыть бота как Борис").click()

    boris = wide.column(stage.boris)
    await expect(boris.get_by_test_id("message").first).to_contain_text("/start invite_7")
