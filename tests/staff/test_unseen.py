"""A press on a message that Telegram no longer shows: nobody can tell the topic it stands in."""

from playground.messages import Message
from tests.desk import Shop
from tests.staff.scenes import PATIENCE, in_forum
from tests.voice.test_wishing import wishes


def unseen(message: Message) -> dict[str, object]:
    """All that Telegram says of such a message."""
    return {"chat": message.json()["chat"], "message_id": message.id, "date": 0}


async def test_nothing_is_asked_where_the_answer_would_go_to_the_customer(shop: Shop) -> None:
    scene = await in_forum(shop)
    card = next(one for one in scene.boris.sees(chat=scene.group) if "💡 Пожелание" in one.buttons)
    data = next(
        one["callback_data"] for row in card.button_rows for one in row if "💡" in one["text"]
    )
    query = scene.boris._query(card)
    pressed = {"id": query.id, "from": scene.boris.user.json(), "data": data}
    more = {"message": unseen(card), "chat_instance": "1"}
    shop.playground.bot.queries[query.id] = query
    shop.playground.push({"callback_query": pressed | more})
    assert "в какой теме" in str((await query.answered())["text"])
    await scene.writes("сейчас посмотрю")
    await scene.anna.waits_for("сейчас посмотрю", timeout=PATIENCE)
    assert await wishes(shop) == []
