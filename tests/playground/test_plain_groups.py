"""Supergroups without topics."""

from aiogram import Bot

from playground.server import Playground


async def test_a_reply_in_a_plain_supergroup_has_a_thread_but_no_topic(
    pg: Playground, bot: Bot
) -> None:
    boris = pg.user("Boris")
    group = pg.group("Plain", supergroup=True, members=[boris])
    await group.add_bot()
    first = await boris.says("question", chat=group)
    await boris.says("answer", chat=group, reply_to=first)
    message = (await bot.get_updates())[-1].message
    assert message and message.message_thread_id == first.id and not message.is_topic_message
    assert message.reply_to_message and message.reply_to_message.text == "question"
