"""A channel is no place for a support desk: the bot goes, and says so to whoever added it."""

from sqlalchemy import func, select

from bot.intake import ALLOWED_UPDATES
from models.inbox import DEAD, Inbox
from models.outbox import UNDELIVERABLE, Outbox
from tests.desk import Shop


async def test_a_channel_is_left_and_the_one_who_added_the_bot_is_told(shop: Shop) -> None:
    eve = shop.playground.user("Ева", language="ru")
    await eve.starts()
    channel = shop.playground.group("Новости", supergroup=True, members=[eve])
    channel.chat.kind = "channel"
    await channel.add_bot(by=eve)
    await eve.waits_until(lambda: shop.playground.bot.id not in channel.chat.members)
    await eve.waits_for("добавили меня в канал «Новости»", chat=shop.playground.bot)
    await shop.settles()
    said = [one.text for one in channel.sees() if one.sender is shop.playground.bot and one.text]
    assert said == []


async def test_who_never_wrote_to_the_bot_is_not_told_and_nothing_breaks(shop: Shop) -> None:
    eve = shop.playground.user("Ева", language="ru")
    channel = shop.playground.group("Новости", supergroup=True, members=[eve])
    channel.chat.kind = "channel"
    await channel.add_bot(rights=["can_pin_messages"], by=eve)
    await eve.waits_until(lambda: shop.playground.bot.id not in channel.chat.members)
    await shop.settles()
    async with shop.looks() as tx:
        told = await tx.scalar(select(Outbox.status).where(Outbox.chat_id == eve.id))
        broken = await tx.scalar(select(func.count()).where(Inbox.status == DEAD))
    assert (told, broken) == (UNDELIVERABLE, 0)


def test_what_is_posted_in_channels_is_never_asked_for() -> None:
    assert not {"channel_post", "edited_channel_post"} & set(ALLOWED_UPDATES)
