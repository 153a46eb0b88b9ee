"""Which ticket a message belongs to."""

from models.messages import Message
from models.tickets import Ticket
from tests.customer.conversation import (
    DELIVERY,
    STOCK,
    customer,
    how_many,
    messages,
    reactions,
    takes,
    texts,
)
from tests.desk import Shop


async def test_a_greeting_and_then_the_question_is_one_ticket_about_the_question(
    shop: Shop,
) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says("здравствуйте")
    await anna.says(DELIVERY)
    await anna.waits_for("Доставка")
    (ticket,) = await shop.tickets()
    assert ticket.subject == DELIVERY


async def test_three_fast_first_messages_are_one_ticket_and_one_confirmation(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(DELIVERY)
    await anna.says("и ещё")
    await anna.says("можно привезти вечером?")
    await anna.waits_for("№1")
    await anna.waits_until(lambda: reactions(anna) == ["", "👀", "👀"])
    assert await how_many(shop, Ticket) == 1
    assert len(texts(anna)) == 1


async def test_words_answer_what_a_voice_message_left_open(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.sends("voice")
    await anna.waits_for("о чём оно")
    await anna.says(DELIVERY)
    await anna.waits_for("Передали ваш вопрос в отдел «Заказы»", since=0)
    assert len(texts(anna)) == 1


async def test_small_talk_joins_a_live_ticket_and_keeps_nobody_waiting(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(DELIVERY)
    await anna.waits_for("№1")
    await takes(shop, boris, group)
    question = await boris.waits_for("доставка курьером", chat=group, since=0)
    await boris.says("350 рублей", chat=group, thread=question.topic)
    await anna.waits_for("350 рублей")
    await anna.says("спасибо!")
    await boris.waits_for("спасибо!", chat=group)
    (ticket,) = await shop.tickets()
    assert ticket.waiting_since is None
    await anna.says("а по субботам привозите?")
    await boris.waits_for("по субботам", chat=group)
    (ticket,) = await shop.tickets()
    assert ticket.waiting_since is not None


async def test_after_the_end_small_talk_stays_talk_and_the_same_matter_reopens(
    shop: Shop,
) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(DELIVERY)
    await anna.waits_for("№1")
    await takes(shop, boris, group)
    await boris.presses("✅ Решено")
    await anna.waits_for("Вопрос решён?")
    await anna.says("спасибо большое")
    await anna.waits_for("Обращайтесь")
    assert [one.state for one in await shop.tickets()] == ["resolved"]
    await anna.says("а сколько идёт доставка курьером в Москву?")
    await anna.waits_for("Вам помогает Борис")
    await boris.waits_for("снова открыл №1", chat=group)
    (ticket,) = await shop.tickets()
    assert (ticket.state, ticket.reopened) == ("taken", 1)
    await boris.waits_for("в Москву", chat=group, since=0)


async def test_after_the_end_another_matter_or_a_late_word_is_a_new_ticket(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    first = await anna.says(DELIVERY)
    await anna.waits_for("№1")
    await takes(shop, boris, group)
    await boris.presses("✅ Решено")
    await anna.waits_for("Вопрос решён?")
    await anna.says(STOCK)
    await anna.waits_for("№2")
    await anna.says("и вот что ещё про это", reply_to=first)
    await anna.waits_for("№1")
    assert [one.state for one in await shop.tickets()] == ["taken", "open"]
    assert [one.ticket_id for one in await messages(shop)] == [1, 2, 1]


async def test_a_settled_matter_is_meant_again_although_another_one_is_open(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(DELIVERY)
    await anna.waits_for("№1")
    await takes(shop, boris, group)
    await boris.presses("✅ Решено")
    await anna.waits_for("Вопрос решён?")
    await anna.says(STOCK)
    await anna.waits_for("№2")
    await anna.says("а сколько идёт доставка курьером в Москву?")
    await boris.waits_for("снова открыл №1", chat=group)
    assert [one.state for one in await shop.tickets()] == ["taken", "open"]
    assert [one.ticket_id for one in await messages(shop)] == [1, 2, 1]


async def test_a_word_after_three_days_is_a_new_ticket(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    first = await anna.says(DELIVERY)
    await anna.waits_for("№1")
    await takes(shop, boris, group)
    await boris.presses("✅ Решено")
    await anna.waits_for("Вопрос решён?")
    shop.clock.passes(hours=73)
    await anna.says(DELIVERY, reply_to=first)
    await anna.waits_for("№2")


async def test_an_album_is_one_question_with_one_reaction(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.sends_album("photo", 10, caption=DELIVERY)
    await anna.waits_for("Доставка")
    await anna.sends_album("photo", 4)
    await anna.waits_until(lambda: reactions(anna)[10] == "👀")
    await shop.settles()
    assert reactions(anna)[11:] == ["", "", ""]
    assert await how_many(shop, Ticket) == 1
    assert await how_many(shop, Message) == 14


async def test_blocked_and_back_again_is_silence(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says("здравствуйте")
    await anna.waits_for("Здравствуйте")
    await anna.blocks()
    await shop.settles()
    assert not (await customer(shop, anna)).reachable
    await anna.unblocks()
    await shop.settles()
    assert (await customer(shop, anna)).reachable
    assert len(texts(anna)) == 1
