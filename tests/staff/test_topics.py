"""A topic deleted by hand is made anew with nothing lost; closed ones do not matter."""

from tests.desk import Shop
from tests.staff.scenes import PATIENCE, QUESTION, Scene, in_forum, ticket


async def texts_of(scene: Scene) -> list[str]:
    """The conversation as it stands in the ticket's present topic, the card left out."""
    await scene.shop.settles()
    seen = scene.boris.sees(chat=scene.group, thread=await scene.thread())
    return [one.text for one in seen if one.kind != "service" and "№1 ·" not in one.text]


async def test_the_next_message_makes_it_anew_with_everything(shop: Shop) -> None:
    scene = await in_forum(shop)
    old = await scene.thread()
    await scene.writes("350 рублей")
    await scene.writes("// постоянный клиент")
    await shop.settles()
    await scene.anna.sends_album("photo", 3, caption="вот адрес")
    await shop.settles()
    await scene.group.deletes_topic(old)
    await scene.anna.says("а в Клин?")
    await scene.boris.waits_for("а в Клин?", chat=scene.group, timeout=PATIENCE)
    said = await texts_of(scene)
    assert await scene.thread() != old
    assert said == [
        QUESTION,
        "Борис:\n350 рублей",
        "📝 Борис:\nпостоянный клиент",
        "вот адрес",
        "",
        "",
        "а в Клин?",
    ]
    await scene.writes("в Клин 200")
    await scene.anna.waits_for("в Клин 200", timeout=PATIENCE)


async def test_while_many_rows_are_on_their_way(shop: Shop) -> None:
    scene = await in_forum(shop)
    old = await scene.thread()
    for number in range(6):
        await scene.anna.says(f"слово {number}")
    await scene.group.deletes_topic(old)
    await scene.anna.says("слово последнее")
    await scene.boris.waits_until(
        lambda: any("последнее" in one.text for one in scene.boris.sees(chat=scene.group)),
        timeout=PATIENCE,
    )
    said = "\n".join(await texts_of(scene))
    for number in range(6):
        assert said.count(f"слово {number}") == 1
    assert said.count("последнее") == 1
    general = scene.boris.sees(chat=scene.group, thread=0)
    assert not [one for one in general if "слово" in one.text]


async def test_two_topics_lost_in_a_row(shop: Shop) -> None:
    scene = await in_forum(shop)
    for word in ("раз", "два"):
        await shop.settles()
        await scene.group.deletes_topic(await scene.thread())
        await scene.anna.says(word)
        await scene.boris.waits_for(word, chat=scene.group, timeout=PATIENCE)
    said = "\n".join(await texts_of(scene))
    assert said.count(QUESTION) == said.count("раз") == said.count("два") == 1


async def test_a_line_of_the_bot_survives_the_loss(shop: Shop) -> None:
    scene = await in_forum(shop)
    shop.playground.faults.next_calls("blocked", method="sendMessage", chat=scene.anna.id)
    mine = await scene.writes("350 рублей")
    await scene.group.deletes_topic(await scene.thread())
    assert mine.deleted
    await scene.boris.waits_for("заблокировал бота", chat=scene.group, timeout=PATIENCE)
    said = await texts_of(scene)
    assert QUESTION in said


async def test_a_topic_closed_by_hand_does_not_matter(shop: Shop) -> None:
    scene = await in_forum(shop)
    await scene.group.closes_topic(await scene.thread())
    await scene.anna.says("а в Клин?")
    await scene.boris.waits_for("а в Клин?", chat=scene.group, timeout=PATIENCE)
    await scene.writes("в Клин 200")
    await scene.anna.waits_for("в Клин 200", timeout=PATIENCE)


async def test_resolving_closes_the_topic_and_reopening_opens_it(shop: Shop) -> None:
    scene = await in_forum(shop)
    topic = scene.group.topics[await scene.thread()]
    await scene.writes("/resolve")
    await scene.boris.waits_until(lambda: topic.closed, timeout=PATIENCE)
    await scene.boris.says("/reopen 1", chat=scene.group)
    await scene.boris.waits_until(lambda: not topic.closed, timeout=PATIENCE)
    assert (await ticket(shop)).state == "taken"


async def test_a_settled_ticket_gets_no_new_topic(shop: Shop) -> None:
    scene = await in_forum(shop)
    await scene.group.deletes_topic(await scene.thread())
    await scene.boris.says("/resolve 1", chat=scene.group)
    await scene.anna.waits_for("Вопрос решён?", timeout=PATIENCE)
    await shop.settles()
    assert not [topic for topic in scene.group.topics.values() if topic.id]
    await scene.anna.says("а доставка в Тверь точно два дня?")
    await scene.boris.waits_for("№1", chat=scene.group, timeout=PATIENCE)
    assert (await ticket(shop)).state == "open"
