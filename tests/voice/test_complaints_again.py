"""What was decided or taken for none may come back: with new deadlines, asked about again."""

from datetime import timedelta

from models.memory.complaints import Complaint
from models.tickets import Ticket
from models.trade.orders import OrderLine
from models.turn import Turn
from playground.people import Person
from services.reopening import reopen
from tests.customer.conversation import stored, toast
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.trade.ordered import customer, orders, stocked
from tests.voice.scene import PATIENCE, LetDown, complaints, let_down, notices, sees, wants


def said_after(person: Person, words: str) -> str:
    """What stands in somebody's chat below a message."""
    return "\n".join(one.text for one in person.sees()).partition(words)[2]


async def test_a_low_score_opens_again_what_was_decided_and_anew_what_was_none(
    shop: Shop,
) -> None:
    vera = await shop.agent("Вера", "orders", role="supervisor")
    anna = await customer(shop)
    things = ((await stocked(shop), 1), (await stocked(shop, "Звонок"), 1))
    placed = await orders(shop, anna, *things, state="delivered", delivered_at=shop.clock())
    somewhere = anna.sees()[-1]
    await answer_to(anna, somewhere, sealed(shop, anna.id, "orate", placed.ref, "2"))
    card = await vera.waits_for("2 из 5", since=0, timeout=PATIENCE)
    one = (await complaints(shop))[0]
    await answer_to(vera, card, sealed(shop, vera.id, "cplain", one.ref, "replacement"))
    assert (await complaints(shop))[0].state == "closed"
    shop.clock.passes(days=10)
    for line in await stored(shop, OrderLine):
        score = sealed(shop, anna.id, "thingrate", placed.ref, f"{line.id}.1")
        await answer_to(anna, somewhere, score)
        if len(await complaints(shop)) == 1:
            await vera.waits_for("Жалоба открыта снова, с новыми", since=0, timeout=PATIENCE)
            await anna.waits_until(
                lambda: "Разберёмся" in said_after(anna, "Решение по обращению"), timeout=PATIENCE
            )
            again = (await complaints(shop))[0]
            assert (again.state, again.outcome) == ("open", "")
            assert again.decide_due_at > one.decide_due_at + timedelta(days=9)
            await _is_reminded_at_half_of_the_new_time(shop, vera)
            await _was_none(shop)
    assert [found.state for found in await complaints(shop)] == ["closed", "open"]


async def _is_reminded_at_half_of_the_new_time(shop: Shop, vera: Person) -> None:
    shop.clock.passes(minutes=128)
    await shop.app.desk.voice.complaint_watch.look(shop.clock())
    await vera.waits_for("половина срока", since=0, timeout=PATIENCE)


async def _was_none(shop: Shop) -> None:
    async with shop.app.store.change() as tx:
        known = await tx.get_one(Complaint, 1)
        known.state, known.outcome = "closed", "mistaken"


async def _decides(scene: LetDown, outcome: str, words: str = "") -> None:
    shop, vera, one = scene.shop, scene.vera, (await complaints(scene.shop))[0]
    verb = "cdecide" if words else "cplain"
    press = sealed(shop, vera.id, verb, one.ref, outcome)
    somewhere = next(seen for seen in vera.sees() if seen.buttons)
    said = await answer_to(vera, somewhere, press)
    if words:
        await vera.says(words)
        shown = await vera.waits_for("Покупатель увидит", since=0, timeout=PATIENCE)
        said = await toast(await vera.presses(shown, "Отправить"))
    assert "Решение отправлено" in said
    await shop.settles()


async def _days_later(scene: LetDown, days: int) -> None:
    scene.shop.clock.passes(days=days)
    await scene.shop.app.desk.privacy.releasing.release(scene.shop.clock())
    await scene.shop.settles()


async def test_every_decision_is_asked_about_and_none_at_once(shop: Shop) -> None:
    scene = await let_down(shop)
    anna = scene.anna
    await scene.scores(1)
    await scene.vera.waits_for("Жалоба №2", since=0, timeout=PATIENCE)
    await wants(shop)
    await _decides(scene, "apology")
    await anna.waits_for("Приносим извинения", since=0, timeout=PATIENCE)
    assert sees(anna, "№2 закрыто. Вопрос решён?") == 0
    shop.clock.passes(days=1)
    async with shop.app.store.change() as tx:
        ticket = await tx.get_one(Ticket, 2)
        turn = Turn(bot_id=0, now=shop.clock())
        await reopen(tx, shop.app.desk.context, turn, ticket, anna.id, by_customer=True)
    await _days_later(scene, 3)
    assert [one.state for one in await notices(shop, "followup")] == ["dropped"]
    assert (await complaints(shop))[0].asked_at is None and sees(anna, "Стало лучше?") == 0

    await _decides(scene, "refund", "1500, вернули на карту")
    await _days_later(scene, 4)
    ask = await anna.waits_for("Стало лучше?", since=0, timeout=PATIENCE)
    worse = sealed(shop, anna.id, "worse", (await complaints(shop))[0].ref)
    assert await answer_to(anna, ask, worse) == "Открыли обращение снова."

    await _decides(scene, "discount")
    early = await answer_to(anna, ask, worse)
    assert "не работает" in early, "the question before this decision says nothing of it"
    await _days_later(scene, 4)
    last = await anna.waits_for("Стало лучше?", since=anna.mark, timeout=PATIENCE)
    assert await answer_to(anna, last, worse) == "Открыли обращение снова."
    assert len(await notices(shop, "followup")) == 3
    card = await scene.vera.waits_for("Скидка. Покупатель потом: лучше", since=0, timeout=PATIENCE)
    assert "Извинения" in card.text and "Извинения. Покупатель" not in card.text
    assert "Возврат денег, 1\u00a0500\u00a0₽. Покупатель потом: лучше не стало" in card.text
    assert "Написали покупателю: вернули на карту" in card.text
