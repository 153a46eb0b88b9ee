"""Transfer to a queue and to a person, topic as a label, a colleague asked in."""

from models.tickets import Ticket
from tests.desk import Shop
from tests.staff.scenes import PATIENCE, QUESTION, in_forum, in_private, labels, ticket, toast


async def test_to_another_queue_with_the_whole_history(shop: Shop) -> None:
    scene = await in_forum(shop)
    vera = await shop.agent("Вера", "care")
    care = await shop.group("Забота", "care", vera)
    await scene.writes("сейчас передам коллегам")
    await scene.writes("/transfer care")
    await vera.waits_for("№1", chat=care, timeout=PATIENCE)
    await vera.presses("Взять №1", chat=care)
    await vera.waits_for("доставка в Тверь", chat=care, timeout=PATIENCE)
    told = await vera.waits_for("сейчас передам", chat=care, timeout=PATIENCE)
    assert told.text.startswith("Борис:")
    await shop.settles()
    one = await ticket(shop)
    assert one.state == "taken" and one.place_chat_id == care.id
    old = [topic for topic in scene.group.topics.values() if topic.id]
    assert [topic.closed for topic in old] == [True]


async def test_queues_and_colleagues_are_offered_as_buttons(shop: Shop) -> None:
    scene = await in_private(shop)
    vera = await shop.agent("Вера", "orders")
    await scene.boris.presses("Передать")
    offer = await scene.boris.waits_for("Куда передать", timeout=PATIENCE)
    assert any("Вера" in text for text in offer.buttons)
    assert any("Забота" in text for text in offer.buttons)
    await scene.writes("// важно: постоянный клиент")
    await shop.settles()
    await scene.boris.presses(offer, "👤 Вера")
    await vera.waits_for("передаёт вам №1", timeout=PATIENCE)
    question = await vera.waits_for("доставка в Тверь", timeout=PATIENCE)
    await vera.waits_for("постоянный клиент", timeout=PATIENCE)
    await shop.settles()
    assert offer.deleted
    await vera.says("350 рублей", reply_to=question)
    answer = await scene.anna.waits_for("350 рублей", timeout=PATIENCE)
    assert answer.text.startswith("Вера:")
    again = await scene.boris.presses("Решено")
    await toast(again)


async def test_a_colleague_asked_in_reads_and_answers(shop: Shop) -> None:
    scene = await in_private(shop)
    vera = await shop.agent("Вера", "care")
    await scene.boris.presses("Подозвать коллегу")
    offer = await scene.boris.waits_for("Кого подозвать", timeout=PATIENCE)
    await scene.boris.presses(offer, "👤 Вера")
    question = await vera.waits_for(lambda one: "Тверь" in one.text, timeout=PATIENCE)
    await shop.settles()
    question = next(one for one in vera.sees() if one.text.startswith("сколько стоит"))
    await vera.says("// я проверила склад", reply_to=question)
    await scene.boris.waits_for("📝 Вера:\nя проверила склад", timeout=PATIENCE)
    await vera.says("отправим завтра", reply_to=question)
    await scene.anna.waits_for("Вера:\nотправим завтра", timeout=PATIENCE)
    await scene.boris.waits_for("Вера:\nотправим завтра", timeout=PATIENCE)
    await scene.anna.says("спасибо, жду посылку")
    await vera.waits_for("жду посылку", timeout=PATIENCE)
    await scene.boris.waits_for("жду посылку", timeout=PATIENCE)
    await shop.settles()
    assert "проверила" not in scene.customer_sees()


async def test_a_topic_is_a_label_and_moving_is_offered(shop: Shop) -> None:
    scene = await in_forum(shop)
    await scene.writes("/topic refund")
    offer = await scene.boris.waits_for("Забота", chat=scene.group, timeout=PATIENCE)
    assert [(one.topic_key, one.origin) for one in await labels(shop)] == [
        ("refund", "staff_topic")
    ]
    assert (await ticket(shop)).certainty == "staff"
    model_s = "Тему указал сотрудник. Модель предполагала: Доставка"
    await scene.boris.waits_for(model_s, chat=scene.group, since=0, timeout=PATIENCE)
    await scene.boris.presses(offer, "Оставить здесь")
    await scene.boris.waits_until(lambda: offer.deleted, timeout=PATIENCE)
    await shop.settles()
    assert "Возврат денег" in scene.group.topics[await scene.thread()].name
    await scene.writes("/topic payment")
    await shop.settles()
    one = await ticket(shop)
    assert one.state == "taken" and len(await labels(shop)) == 2


async def test_the_offer_moves_the_ticket(shop: Shop) -> None:
    scene = await in_forum(shop)
    await scene.writes("/topic")
    choices = await scene.boris.waits_for("на самом деле", chat=scene.group, timeout=PATIENCE)
    await scene.boris.presses(choices, "Возврат денег")
    offer = await scene.boris.waits_for("Передать?", chat=scene.group, timeout=PATIENCE)
    await scene.boris.presses(offer, "Передать")
    await scene.boris.waits_for("№1 → Забота", chat=scene.group, timeout=PATIENCE)
    assert (await ticket(shop)).state == "open"


async def test_wrong_names_show_what_there_is(shop: Shop) -> None:
    scene = await in_forum(shop)
    await scene.writes("/transfer куда-нибудь")
    await scene.boris.waits_for("/transfer care", chat=scene.group, timeout=PATIENCE)
    await scene.writes("/topic что-то")
    await scene.boris.waits_for("/topic delivery", chat=scene.group, timeout=PATIENCE)
    await scene.writes("/transfer orders")
    await scene.boris.waits_for("и так в очереди", chat=scene.group, timeout=PATIENCE)


async def test_a_transfer_is_a_weak_word_on_the_topic(shop: Shop) -> None:
    scene = await in_forum(shop)
    async with shop.app.store.change() as tx:
        row = await tx.get(Ticket, 1)
        assert row is not None
        row.runners_up = [["delivery", 0.9], ["order_new", 0.05], ["refund", 0.03]]
    await scene.writes("/transfer triage")
    await shop.settles()
    assert await labels(shop) == []
    olga = await shop.admin()
    for queue in ("care", "orders"):
        await olga.says(f"/transfer 1 {queue}")
        await olga.waits_for("№1", timeout=PATIENCE)
        await shop.settles()
    (said,) = await labels(shop)
    assert (said.topic_key, said.origin, said.author_tg_id, said.text) == (
        "refund",
        "transfer",
        olga.id,
        QUESTION,
    )
