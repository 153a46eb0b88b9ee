"""People wait for what they see, and can't do what is impossible."""

import asyncio

import pytest
from aiogram import Bot

from playground.errors import Refusal
from playground.people import NotSeen
from playground.server import Playground
from playground.world import FIRST_PERSON


async def test_waiting_is_for_news_since_the_last_act(pg: Playground, bot: Bot) -> None:
    anna = pg.user("Anna")
    await anna.starts()
    await bot.send_message(anna.id, "answer 1")
    await anna.says("again")
    with pytest.raises(NotSeen):
        await anna.waits_for("answer", timeout=0.02)
    await bot.send_message(anna.id, "answer 2")
    await bot.send_message(anna.id, "answer 3")
    assert (await anna.waits_for("answer")).text == "answer 2"
    assert (await anna.waits_for(lambda message: "3" in message.text)).text == "answer 3"
    assert (await anna.waits_for("answer 1", since=0)).text == "answer 1"


async def test_waiting_ends_when_the_message_comes(pg: Playground, bot: Bot) -> None:
    anna = pg.user("Anna")
    await anna.starts()
    waiting = asyncio.create_task(anna.waits_for("later"))
    await asyncio.sleep(0)
    await bot.send_message(anna.id, "sooner")
    await bot.send_message(anna.id, "later")
    assert (await waiting).text == "later"
    sent = anna.sees()[-1]
    gone = asyncio.create_task(anna.waits_until(lambda: sent.deleted))
    await bot.delete_message(anna.id, sent.id)
    await gone


async def test_thousands_may_wait_at_once(pg: Playground, bot: Bot) -> None:
    people = [pg.user(f"P{number}") for number in range(300)]
    for person in people:
        await person.starts()
    waiting = [asyncio.create_task(p.waits_for("hello")) for p in people]
    await asyncio.gather(*[bot.send_message(person.id, "hello") for person in people])
    assert len(await asyncio.gather(*waiting)) == 300


async def test_edits_deletions_and_refusals(pg: Playground, bot: Bot) -> None:
    anna = pg.user("Anna")
    said = await anna.says("black one")
    await anna.edits(said, "red one")
    edited = (await bot.get_updates())[-1].edited_message
    assert edited and edited.text == "red one" and edited.edit_date
    photo = await anna.sends("photo", caption="old")
    await anna.edits(photo, "new")
    assert photo.content["caption"] == "new"
    before = pg.bot.updates.next_id
    await anna.deletes(said)
    assert pg.bot.updates.next_id == before, "bots are told nothing of deletions"
    answer = await bot.send_message(anna.id, "x")
    for act in (
        anna.edits(answer.message_id, "mine now"),
        anna.says(""),
        anna.says("x" * 4097),
        anna.reacts(photo, "✅"),
        anna.presses("No such button"),
        anna.says("x", chat=-5),
        anna.sends("gift"),
        anna.sends_album("voice"),
    ):
        with pytest.raises(Refusal):
            await act
    await anna.blocks()
    with pytest.raises(Refusal, match="unblock"):
        await anna.says("x")
    await anna.starts()
    assert anna.sees()[-1].text == "/start"


async def test_several_bots_live_apart(pg: Playground, bot: Bot) -> None:
    other = pg.add_bot("200:OTHER", "other_bot", "Other")
    anna = pg.user("Anna")
    await anna.says("to the first")
    await anna.says("to the other", chat=other)
    assert [u.message.text for u in await bot.get_updates() if u.message] == ["to the first"]
    assert other.updates.pending(pg.clock.now()) == 1
    assert [m.text for m in anna.sees(chat=other)] == ["to the other"]
    with pytest.raises(ValueError, match="a token looks like"):
        pg.add_bot("nonsense", "x")


async def test_private_message_ids_run_over_all_chats_of_a_bot(pg: Playground) -> None:
    anna, boris = pg.user("Anna"), pg.user("Boris")
    ids = [(await person.says("x")).id for person in (anna, boris, anna)]
    assert ids == [1, 2, 3]


async def test_a_new_person_never_gets_the_number_of_somebody_who_is_there(pg: Playground) -> None:
    olga = pg.user("Olga", id=FIRST_PERSON + 1)
    people = [pg.user(name) for name in ("Anna", "Boris", "Vera")]
    assert len({one.id for one in (olga, *people)}) == 4
    assert pg.world.users[olga.id].first_name == "Olga"


async def test_reset_empties_the_world(pg: Playground, bot: Bot) -> None:
    anna = pg.user("Anna")
    await anna.starts()
    pg.faults.share_500 = 1.0
    pg.reset()
    assert pg.faults.quiet and len(pg.calls) == 0 and not pg.world.users
    assert (await bot.get_me()).username == "prilavok_bot"
