"""Subscriptions in the profile: listed, ended; odd buttons do no harm."""

import asyncio
from datetime import timedelta

from models.memory.consents import ConsentEvent
from models.memory.notices import ContactPreference, Notice
from models.turn import Turn
from playground.people import Person
from services.incoming import Sender
from tests.customer.conversation import stored
from tests.desk import Shop
from tests.profile.known import newcomer, preference, subscriptions
from tests.profile.newsstand import changes, looks_round, news, noon, opened
from tests.security.forging import answer_to, sealed
from tests.trade.looking import enters, shown


async def presses_want(shop: Shop, person: Person, kind: str, subject: int) -> str:
    """The button under a thing, as its handler has it; the key of its toast."""
    turn = Turn(bot_id=0, now=shop.clock())
    sender = Sender(person.id, "Анна", None, "ru")
    await shop.app.desk.profile.subscribing.want(turn, sender, kind, str(subject))
    assert turn.toast is not None
    return turn.toast.key


async def wishes(shop: Shop, customer_id: int, **given: object) -> None:
    """How a person wants to be written to."""
    async with shop.app.store.change() as tx:
        row = ContactPreference(customer_id=customer_id, fewer={}, changed_at=shop.clock())
        row.muted = []
        for name, value in given.items():
            setattr(row, name, value)
        await tx.merge(row)


async def test_what_was_promised_is_told_whatever_was_switched_off_before(shop: Shop) -> None:
    sold, anna = await opened(shop, "news")
    bell = sold.things["bell"]
    await wishes(shop, 1, muted=["back_in_stock", "digest", "nps"])
    assert await presses_want(shop, anna, "back_in_stock", bell) == "toast-subscribed"
    assert (await preference(shop)).muted == ["digest", "nps"]
    for off, said in (
        ({"stopped_at": shop.clock()}, "просили не писать вам совсем"),
        ({"paused_until": shop.clock() + timedelta(days=7)}, "у вас пауза до"),
    ):
        await wishes(shop, 1, **off)
        assert await presses_want(shop, anna, "price_drop", bell) == "toast-subscribed-agree"
        asked = await anna.waits_for(said)
        await anna.presses(asked, "Снова можно писать")
        await anna.waits_for("Спасибо! Напишем")
        row = await preference(shop)
        assert row.stopped_at is None and row.paused_until is None
        assert await presses_want(shop, anna, "price_drop", bell) == "toast-unsubscribed"


async def test_news_held_by_the_night_is_not_told_after_it_was_called_off(shop: Shop) -> None:
    sold, anna = await opened(shop, "news")
    await wishes(shop, 1, quiet_from=21 * 60, quiet_to=9 * 60)
    await presses_want(shop, anna, "back_in_stock", sold.things["bell"])
    shop.clock.passes(hours=13)
    await looks_round(shop)
    await changes(shop, "bell", stock=1)
    await looks_round(shop)
    (held,) = await stored(shop, Notice)
    assert (held.state, held.reason) == ("waiting", "quiet")
    await presses_want(shop, anna, "back_in_stock", sold.things["bell"])
    noon(shop)
    await looks_round(shop)
    async with asyncio.timeout(10):
        while (await stored(shop, Notice))[0].reason != "not_shown":  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    assert news(shop, anna, "Снова в продаже") == []


async def test_subscriptions_are_listed_and_ended_in_the_profile(shop: Shop) -> None:
    sold, anna = await opened(shop)
    bell, bikes = sold.things["bell"], sold.shelves["bikes"]
    await enters(shop, anna)
    top = shown(anna)
    for kind, subject in (("back_in_stock", bell), ("category", bikes), ("price_drop", bell)):
        await answer_to(anna, top, sealed(shop, anna.id, "pfwant", kind, str(subject)))
    await anna.waits_for("только с вашего согласия")
    for kind, subject, said in (
        ("nonsense", "1", "не работает"),
        ("category", "99999", "раздела больше нет"),
        ("price_drop", "99999", "больше не продаётся"),
        ("price_drop", "²", "не работает"),
        ("price_drop", "9" * 17, "не работает"),
    ):
        forged = sealed(shop, anna.id, "pfwant", kind, subject)
        assert said in await answer_to(anna, top, forged)
    asked = next(one for one in anna.sees() if "только с вашего согласия" in one.text)
    refuse, agree = (sealed(shop, anna.id, verb, "", "") for verb in ("pfnonews", "pfnews"))
    assert "Хорошо" in await answer_to(anna, asked, refuse)
    await anna.waits_for("без вашего согласия писать не будем")
    for _ in range(2):
        assert "напишем" in await answer_to(anna, asked, agree)
    await anna.waits_for("Спасибо! Напишем")
    (given,) = [one for one in await stored(shop, ConsentEvent) if one.action == "given"]
    assert (given.purpose, given.source, given.message_tg_id) == ("news", "subscribing", asked.id)
    await anna.says("/profile")
    await anna.waits_for("3 подписки")
    await anna.presses("Подписки")
    await anna.waits_for("Снова в продаже: Шлем Bell Nomad")
    ref = next(one.ref for one in await subscriptions(shop) if one.kind == "category")
    await anna.presses("Советы и обзоры")
    await anna.waits_for("1. Советы и обзоры")
    end = sealed(shop, anna.id, "pfend", ref, "0")
    eve = await newcomer(shop, "Ева")
    await enters(shop, eve)
    hers = sealed(shop, eve.id, "pfend", ref, "0")
    assert "уже нет" in await answer_to(eve, shown(eve), hers)
    assert "Больше не будем" in await answer_to(anna, top, end)
    assert "уже нет" in await answer_to(anna, top, end)
    kinds = {one.kind for one in await subscriptions(shop)}
    assert kinds == {"back_in_stock", "price_drop", "guide"}
