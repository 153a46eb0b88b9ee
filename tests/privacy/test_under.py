"""What hangs under the shop's own messages works at once, for its own person only, once."""

from models.memory.notices import DROPPED, SENT, WAITING, ContactPreference
from playground.messages import Message
from playground.people import Person
from services.privacy.kinds import KINDS
from tests.desk import Shop
from tests.privacy.offering import (
    agrees,
    becomes,
    customer_of,
    from_bot,
    greets,
    minutes,
    offers,
    stored,
    wishes,
)
from tests.security.forging import answer_to, sealed


async def wishes_of(shop: Shop, person: Person) -> ContactPreference | None:
    customer = await customer_of(shop, person)
    async with shop.looks() as tx:
        return await tx.get(ContactPreference, customer.id)


async def told(shop: Shop, person: Person, kind: str = "campaign", dedup: str = "1") -> Message:
    before = len(from_bot(shop, person))
    assert await offers(shop, person, kind, dedup)
    await person.waits_until(lambda: len(from_bot(shop, person)) > before, timeout=15)
    await shop.settles()
    return from_bot(shop, person)[-1]  # type: ignore[no-any-return]


async def test_news_need_a_yes_and_come_once(shop: Shop) -> None:
    anna = await greets(shop)
    assert await offers(shop, anna, dedup="a")
    await becomes(shop, 1, DROPPED, "no_consent")
    await agrees(shop, anna)
    message = await told(shop, anna, dedup="b")
    assert message.buttons == ["Меньше такого", "Не присылать"]
    assert not await offers(shop, anna, dedup="b"), "never the same twice"
    one = await becomes(shop, 2, SENT)
    assert one.tg_id is not None


async def test_no_more_of_this_at_once_even_for_what_was_promised(shop: Shop) -> None:
    anna = await greets(shop)
    await agrees(shop, anna)
    message = await told(shop, anna)
    shop.clock.passes(hours=5)
    seen = len(from_bot(shop, anna))
    await offers(shop, anna, dedup="2")
    async with shop.app.store.change() as tx:  # the gate and the press, before the sender looks
        page = shop.app.desk.privacy.releasing
        await page._page(tx, shop.clock())
        row = ContactPreference(
            customer_id=1, muted=["campaign"], fewer={}, changed_at=shop.clock()
        )
        tx.add(row)
    await becomes(shop, 2, DROPPED, "not_shown")
    await shop.settles()
    assert len(from_bot(shop, anna)) == seen
    await wishes(shop, anna, muted=[])
    await anna.presses(message, "Не присылать")
    await anna.waits_for("больше не пришлём: рассылки и акции")
    await offers(shop, anna, dedup="3")
    await becomes(shop, 3, DROPPED, "muted")
    again = sealed(shop, anna.id, "stopkind", ref_of(message))
    assert "Уже не присылаем" in await answer_to(anna, message, again)


def ref_of(message: Message) -> str:
    return data(message, 0).split("|")[2]


async def test_less_of_this_spaces_and_a_second_press_is_no_second_wish(shop: Shop) -> None:
    anna = await greets(shop, language="en")
    await agrees(shop, anna)
    first = await told(shop, anna, "guide")
    await anna.presses(first, "Less of this")
    answer = await anna.waits_for("at most once in 14 days")
    assert "already" in await answer_to(anna, first, data(first, 0))
    assert (await wishes_of(shop, anna)).fewer == {"guide": 14}  # type: ignore[union-attr]
    shop.clock.passes(days=8)
    await offers(shop, anna, "guide", "2")
    await becomes(shop, 2, WAITING, "fewer")
    await anna.presses(answer, "Undo")
    await becomes(shop, 2, SENT)
    assert (await wishes_of(shop, anna)).fewer == {}  # type: ignore[union-attr]


def data(message: Message, row: int, at: int = 0) -> str:
    return str(message.button_rows[row][at]["callback_data"])


async def test_quiet_hours_hold_and_their_end_lets_go(shop: Shop) -> None:
    anna = await greets(shop)
    now = shop.clock()
    await wishes(
        shop, anna, time_zone="UTC", quiet_from=minutes(now, -60), quiet_to=minutes(now, 60)
    )
    assert await offers(shop, anna, "welcome")
    held = await becomes(shop, 1, WAITING, "quiet")
    assert 0 < (held.not_before - now).total_seconds() <= 3600
    shop.clock.passes(minutes=61)
    await becomes(shop, 1, SENT)


async def test_another_persons_button_is_refused(shop: Shop) -> None:
    anna, vera = await greets(shop), await greets(shop, "Вера")
    message = await told(shop, anna, "welcome")
    hers = from_bot(shop, vera)[-1]
    for verb in ("fewer", "stopkind", "lessundo"):
        forged = sealed(shop, vera.id, verb, ref_of(message))
        assert "не работает" in await answer_to(vera, hers, forged)
        assert "не работает" in await answer_to(vera, hers, sealed(shop, vera.id, verb, "nothing"))
    assert await wishes_of(shop, anna) is None and await wishes_of(shop, vera) is None


async def test_every_kind_has_its_name_in_both_languages(shop: Shop) -> None:
    for kind in KINDS:
        for language in ("ru", "en"):
            assert shop.app.texts.say(language, f"notice-{kind}")
    assert await stored(shop) == []
