"""F14: customers who blocked the bot, a group that migrates, a group that is lost."""

from playground.people import Person
from tests.faults.counter import Counter
from tests.faults.crowd import Crowd, numbers

QUESTION = "Сколько стоит доставка в Тверь?"


async def test_a_tenth_has_blocked_the_bot(counter: Counter, full: bool) -> None:
    """Each is marked once; the others get their answers; staff see which did not arrive."""
    customers = 1000 if full else 20
    agent = await counter.admin()
    crowd = Crowd(counter, agent, customers)
    await counter.opens()
    await crowd.writes(customers, 100.0)
    await counter.settles(600)
    for number in range(1, customers + 1):
        await agent.says(f"/take {number}")
    await crowd.is_done(within=600)
    gone = crowd.customers[::10]
    for customer in gone:
        await customer.blocks()
    await counter.settles(120)
    calls = counter.playground.calls.total
    for message in [one for one in agent.sees() if "Вопрос" in one.text]:
        who = numbers(crowd.question, [message.text])[0][0]
        await agent.says(f"Ответ {who}.1", reply_to=message)
    await counter.settles(600)
    refused = [one for one in counter.playground.calls if one.n > calls and one.status == 403]
    tries = {one.params["chat_id"] for one in refused}
    assert len(refused) == len(tries)
    await counter.ends_well("Покупатель", "Тверь", within=120)
    for who, customer in enumerate(crowd.customers):
        assert crowd.heard(who) == ([] if customer in gone else [(who, 1)])
    marked = counter.ledger.number("SELECT count(*) FROM customer WHERE NOT reachable")
    assert marked == len(gone)
    told = sum("аблокировал" in text for text in counter.shown(agent))
    print(f"F14: {len(gone)} of {customers} blocked the bot, {len(refused)} calls refused")
    assert told >= len(gone)


async def test_the_group_migrates(counter: Counter) -> None:
    """A plain group becomes a supergroup under load: its board goes on in the new one."""
    await counter.opens()
    admin = await counter.admin()
    group = await counter.group("Заказы", "orders", forum=False)
    anna = await _asks(counter, "Анна")
    await admin.waits_for("№1", chat=group)
    await group.migrates()
    boris = await _asks(counter, "Борис")
    await admin.waits_for("№2", chat=group)
    await counter.settles(60)
    calls = len([one for one in counter.playground.calls if one.status == 400])
    assert calls <= 4, "every call to the old id is one too many"
    for customer in (anna, boris):
        assert sum("№" in text for text in counter.shown(customer)) == 1
    await counter.ends_well("Анна", "Борис", "Тверь")


async def test_the_bot_is_thrown_out_of_the_group(counter: Counter) -> None:
    """Nobody's ticket disappears with the group: its board and its talks go to the staff."""
    await counter.opens()
    admin = await counter.admin()
    group = await counter.group("Заказы", "orders")
    anna = await _asks(counter, "Анна")
    await admin.waits_for("№1", chat=group)
    await admin.presses("Взять №1", chat=group)
    await admin.waits_for(QUESTION, chat=group)
    await group.remove_bot()
    await admin.waits_for("больше не может писать в группу")
    copy = await admin.waits_for(
        lambda one: one.text == QUESTION, since=0, chat=counter.playground.bot
    )
    await counter.settles()  # nobody answers before it is stored where the copy stands
    await admin.says("Двести рублей", reply_to=copy)
    await anna.waits_for("Двести рублей")
    await _asks(counter, "Борис")
    await admin.waits_for("№2", chat=counter.playground.bot)
    await counter.ends_well("Анна", "Борис", "Тверь")


async def _asks(counter: Counter, name: str) -> Person:
    customer = counter.playground.user(name, language="ru")
    await customer.says(QUESTION)
    await customer.waits_for("№")
    return customer
