"""The page in real Chromium: writing, buttons, keyboards, answers."""

from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.page.conftest import Stage, Window, ready

pytestmark = pytest.mark.asyncio(loop_scope="module")

KINDS = ("photo", "video", "document", "voice", "video_note", "sticker", "location", "dice")


async def test_a_button_is_clicked_and_its_answer_is_seen(
    wide: Window, stage: Stage, shots: Path
) -> None:
    anna = wide.column(stage.anna)
    await wide.start(stage.anna)
    await wide.write(stage.anna, "Где мой заказ 1042?")
    echo = anna.get_by_test_id("message").filter(has_text="Вы написали: Где мой заказ 1042?")
    await echo.get_by_role("button", name="Всё верно").click()

    await expect(anna.get_by_test_id("toast")).to_have_text("Принято")
    await expect(anna.get_by_test_id("message").last).to_contain_text("Ответ: yes")
    await expect(anna.get_by_test_id("inline-button")).to_have_count(0)
    await wide.page.screenshot(path=shots / "conversation-1280.png", animations="disabled")


async def test_an_alert_is_a_box_to_be_closed(wide: Window, stage: Stage) -> None:
    await wide.start(stage.anna)
    await wide.write(stage.anna, "Заказ")
    await wide.column(stage.anna).get_by_role("button", name="Подробнее").click()

    await expect(wide.page.get_by_test_id("alert")).to_contain_text("№ 1042 собран")
    await wide.page.get_by_test_id("dialog-ok").click()
    await expect(wide.page.get_by_test_id("dialog")).to_have_count(0)


async def test_a_button_with_an_address_shows_where_it_leads(wide: Window, stage: Stage) -> None:
    await wide.start(stage.anna)
    await wide.write(stage.anna, "Сайт")
    await wide.column(stage.anna).get_by_role("button", name="На сайт").click()

    await expect(wide.page.get_by_test_id("dialog")).to_contain_text("https://shop.example/orders")
    assert len(wide.page.context.pages) == 1


async def test_typing_a_slash_offers_the_commands(wide: Window, stage: Stage) -> None:
    anna = wide.column(stage.anna)
    await wide.start(stage.anna)
    composer = anna.get_by_test_id("composer-input")
    await composer.press_sequentially("/ph")
    await expect(composer).to_have_value("/ph")
    await expect(anna.get_by_test_id("command")).to_have_count(1)
    await composer.press("Enter")

    await expect(anna.get_by_test_id("reply-button")).to_have_count(3)


async def test_the_contact_is_shared_only_after_a_question(wide: Window, stage: Stage) -> None:
    anna = wide.column(stage.anna)
    await wide.start(stage.anna)
    await wide.write(stage.anna, "/phone")
    await anna.get_by_test_id("reply-button").first.click()
    await wide.page.get_by_test_id("dialog-ok").click()

    await expect(anna.locator("[data-kind=contact]")).to_contain_text("+7")
    await expect(anna.get_by_test_id("reply-button")).to_have_count(0)


async def test_a_forced_reply_quotes_the_question(wide: Window, stage: Stage) -> None:
    anna = wide.column(stage.anna)
    await wide.start(stage.anna)
    await wide.write(stage.anna, "/ask")
    await expect(anna.get_by_test_id("composer-mode")).to_contain_text("Какой у вас номер")
    await wide.write(stage.anna, "1042")

    answer = anna.locator("[data-testid=message][data-mine=true]").last
    await expect(answer).to_contain_text("Какой у вас номер заказа?")


async def test_entities_stand_where_utf16_offsets_say(wide: Window, stage: Stage) -> None:
    await wide.start(stage.anna)
    await wide.write(stage.anna, "/formats")
    text = wide.column(stage.anna).get_by_test_id("message-text").last

    await expect(text.locator("strong").first).to_have_text("жирный")
    await expect(text.locator("s")).to_have_text("зачёркнутый")
    await expect(text.locator("blockquote strong")).to_have_text("с жирным")
    await expect(text.locator("pre")).to_have_text("a = 1\nb = 2")
    await text.locator(".spoiler").click()
    await expect(text.locator(".spoiler")).to_have_attribute("aria-expanded", "true")


async def test_markup_in_names_and_texts_stays_text(wide: Window, stage: Stage) -> None:
    mean = stage.playground.user("<img src=x onerror=alert(1)>", language="ru")
    await wide.page.reload()
    await ready(wide.page)
    await wide.page.locator(f"[data-person='{mean.id}']").first.click()
    await wide.start(mean)
    await wide.write(mean, "<b>не жирный</b>")

    column = wide.column(mean)
    await expect(column.get_by_test_id("message").last).to_contain_text("<b>не жирный</b>")
    await expect(column.locator("[data-testid=message-text] b, img[src=x]")).to_have_count(0)


async def test_own_message_is_edited_and_deleted(wide: Window, stage: Stage) -> None:
    anna = wide.column(stage.anna)
    await wide.start(stage.anna)
    await wide.write(stage.anna, "Вилосипед")
    own = anna.locator("[data-testid=message][data-mine=true]").last
    await expect(own).to_contain_text("Вилосипед")
    echo = anna.get_by_test_id("message-text").filter(has_text="Вы написали: Вилосипед")
    await expect(echo).to_be_visible()
    await anna.get_by_test_id("composer-input").press("ArrowUp")
    await expect(anna.get_by_test_id("composer-mode")).to_be_visible()
    await wide.write(stage.anna, "Велосипед")
    await expect(own).to_contain_text("изменено")

    await own.get_by_test_id("bubble").click(button="right")
    await wide.page.get_by_test_id("menu-delete").click()
    await expect(anna.get_by_text("Велосипед", exact=True)).to_have_count(0)


async def test_samples_of_every_kind_are_sent(wide: Window, stage: Stage) -> None:
    anna = wide.column(stage.anna)
    await wide.start(stage.anna)
    for kind in KINDS:
        await anna.get_by_test_id("attach").click()
        await wide.page.get_by_test_id(f"attach-{kind}").click()
        await expect(anna.locator(f"[data-testid=message][data-kind={kind}]")).to_have_count(1)
    await anna.get_by_test_id("attach").click()
    await wide.page.get_by_test_id("attach-album").click()
    await expect(anna.get_by_test_id("album").locator("img")).to_have_count(3)
