"""Subscriptions in the profile: listed, ended; odd buttons do no harm."""

from models.memory.consents import ConsentEvent
from tests.customer.conversation import stored
from tests.desk import Shop
from tests.profile.known import newcomer, subscriptions
from tests.profile.newsstand import opened
from tests.security.forging import answer_to, sealed
from tests.trade.looking import enters, shown


async def test_subscriptions_are_listed_and_ended_in_the_profile(shop: Shop) -> None:
    sold, anna = await opened(shop)
    bell, bikes = sold.things["bell"], sold.shelves["bikes"]
    await enters(shop, anna)
    top = shown(anna)
    for kind, subject in (("back_in_stock", bell), ("category", bikes), ("price_drop", bell)):
        await answer_to(anna, top, sealed(shop, anna.id, "pfwant", kind, str(subject)))
    await anna.waits_for("нужно ваше согласие на новости")
    for kind, subject, said in (
        ("nonsense", "1", "не работает"),
        ("category", "99999", "раздела больше нет"),
        ("price_drop", "99999", "больше не продаётся"),
        ("price_drop", "²", "не работает"),
        ("price_drop", "9" * 17, "не работает"),
    ):
        forged = sealed(shop, anna.id, "pfwant", kind, subject)
        assert said in await answer_to(anna, top, forged)
    for _ in range(2):
        asked = next(one for one in anna.sees() if "нужно ваше согласие" in one.text)
        agree = sealed(shop, anna.id, "pfnews", "", "")
        assert "напишем" in await answer_to(anna, asked, agree)
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
