"""One-time links: who may make them, who may use them, once and for a day."""

import asyncio
import re

from sqlalchemy import select

from models.journal import Audit
from models.people import Invite, Membership, Staff
from playground.people import Person
from tests.desk import Shop


async def link_for(shop: Shop, words: str) -> str:
    """The secret part of a fresh invitation's link."""
    olga = await shop.admin()
    await olga.says(f"/invite {words}")
    said = await olga.waits_for("t.me/prilavok_bot?start=inv_")
    found = re.search(r"start=(inv_[\w-]+)", said.text)
    assert found is not None
    return found[1]


async def staff_of(shop: Shop, person: Person) -> Staff | None:
    async with shop.looks() as tx:
        return (
            await tx.execute(select(Staff).where(Staff.tg_id == person.id))
        ).scalar_one_or_none()


async def test_an_invited_person_becomes_an_agent_of_the_queue(shop: Shop) -> None:
    link = await link_for(shop, "agent orders")
    olga = await shop.admin()
    lev = shop.playground.user("Лев", last_name="Толстой", language="ru")

    await lev.starts(link)

    said = await lev.waits_for("Добро пожаловать")
    assert "сотрудник, очередь «Заказы»" in said.text
    assert "под именем «Лев»" in said.text
    await olga.waits_for("новый человек: Лев")
    staff = await staff_of(shop, lev)
    assert staff is not None
    assert (staff.role, staff.active, staff.language) == ("agent", True, "ru")
    async with shop.looks() as tx:
        assert len(list(await tx.execute(select(Membership)))) == 1
        verbs = set((await tx.execute(select(Audit.verb))).scalars())
        stored = (await tx.execute(select(Invite))).scalar_one()
    assert {"invite", "join_staff"} <= verbs
    assert link.removeprefix("inv_") not in stored.secret_hash


async def test_the_name_customers_see_can_be_changed(shop: Shop) -> None:
    link = await link_for(shop, "agent orders")
    lev = shop.playground.user("Лев", language="ru")
    await lev.starts(link)
    await lev.waits_for("Добро пожаловать")
    await lev.presses("Изменить имя")
    await lev.waits_for("Как вас будут видеть")
    await lev.says("x" * 65)
    await lev.waits_for("от 1 до 64")
    await lev.says("  Лев   Николаевич ")
    await lev.waits_for("имя «Лев Николаевич»")
    staff = await staff_of(shop, lev)
    assert staff is not None
    assert staff.name == "Лев Николаевич"


async def test_a_link_works_once(shop: Shop) -> None:
    link = await link_for(shop, "supervisor")
    lev, eve = (shop.playground.user(name, language="ru") for name in ("Лев", "Ева"))
    await lev.starts(link)
    await lev.waits_for("старший")
    await eve.starts(link)
    await eve.waits_for("уже использовали")
    assert await staff_of(shop, eve) is None


async def test_of_two_at_once_one_succeeds(shop: Shop) -> None:
    link = await link_for(shop, "agent orders")
    people = [shop.playground.user(f"Гость {number}", language="ru") for number in range(8)]
    await asyncio.gather(*(person.starts(link) for person in people))
    await shop.settles()
    hired = [person for person in people if await staff_of(shop, person) is not None]
    assert len(hired) == 1
    for person in people:
        told = "Добро пожаловать" if person in hired else "уже использовали"
        await person.waits_for(told, since=0)


async def test_a_link_ends_after_a_day(shop: Shop) -> None:
    link = await link_for(shop, "agent orders")
    lev = shop.playground.user("Лев", language="ru")
    async with shop.app.store.change() as tx:
        row = (await tx.execute(select(Invite))).scalar_one()
        row.expires_at = row.created_at
    await lev.starts(link)
    await lev.waits_for("больше не действует")
    assert await staff_of(shop, lev) is None


async def test_a_former_admins_link_is_void(shop: Shop) -> None:
    ida = await shop.agent("Ида", role="admin")
    await ida.says("/invite admin")
    said = await ida.waits_for("start=inv_")
    link = said.text.rpartition("start=")[2].strip()
    olga = await shop.admin()
    staff = await staff_of(shop, ida)
    assert staff is not None
    await olga.says("/staff")
    await olga.waits_for("В составе: 2")
    await olga.presses("Ида")
    await olga.waits_for("Обращений в работе нет")
    await olga.presses("Убрать из состава")
    await olga.waits_for("Убрать из состава: Ида?")
    await olga.presses("Да, убрать")
    await ida.waits_for("больше не в составе")

    await ida.starts(link)
    await ida.waits_for("Это ваше приглашение")
    lev = shop.playground.user("Лев", language="ru")
    await lev.starts(link)
    await lev.waits_for("больше не действует")
    assert await staff_of(shop, lev) is None


async def test_unknown_own_and_needless_links_are_answered(shop: Shop) -> None:
    link = await link_for(shop, "agent orders")
    olga = await shop.admin()
    boris = await shop.agent("Борис", "orders")
    mary = shop.playground.user("Mary", language="en")
    await mary.starts("inv_" + "A" * 32)
    await mary.waits_for("no such invitation")
    await olga.starts(link)
    await olga.waits_for("Это ваше приглашение")
    await boris.starts(link)
    await boris.waits_for("Вы уже в составе")


async def queues_of(shop: Shop, person: Person) -> set[str]:
    actor = shop.app.directory.find(person.id)
    return {shop.app.book.shop.queues[queue_id].key for queue_id in actor.queues}


async def test_a_further_invitation_gives_an_agent_one_more_queue(shop: Shop) -> None:
    lev = shop.playground.user("Лев", language="ru")
    await lev.starts(await link_for(shop, "agent orders"))
    await lev.waits_for("Добро пожаловать")
    olga = await shop.admin()
    await lev.starts(await link_for(shop, "agent care"))
    await lev.waits_for("Теперь вы отвечаете в очереди «Забота»")
    await olga.waits_for("Лев теперь отвечает и в очереди «Забота»")
    await shop.settles()
    assert await queues_of(shop, lev) == {"orders", "care"}


async def test_an_invitation_never_changes_the_role_of_who_is_on_the_staff(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    for words in ("admin", "supervisor", "supervisor care", "agent orders"):
        await boris.starts(await link_for(shop, words))
        await boris.waits_for("Вы уже в составе")
    staff = await staff_of(shop, boris)
    assert staff is not None
    assert staff.role == "agent"
    assert await queues_of(shop, boris) == {"orders"}


async def test_wrong_words_are_explained(shop: Shop) -> None:
    olga = await shop.admin()
    for words in ("", " чепуха", " agent", " agent nowhere", " supervisor nowhere"):
        await olga.says(f"/invite{words}")
        said = await olga.waits_for("Например: /invite agent orders")
        assert "orders — Заказы" in said.text


async def test_in_a_group_no_link_is_shown(shop: Shop) -> None:
    olga = await shop.admin()
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris, olga)
    await olga.says("/invite admin", chat=group)
    await olga.waits_for("в личной переписке", chat=group)
    async with shop.looks() as tx:
        assert (await tx.execute(select(Invite))).first() is None


async def test_a_former_agent_comes_back_by_invitation_without_old_queues(shop: Shop) -> None:
    lev = await shop.agent("Лев", "orders", "care")
    async with shop.app.store.change() as tx:
        staff = (await tx.execute(select(Staff).where(Staff.tg_id == lev.id))).scalar_one()
        staff.active = False
    await shop.app.directory.renew()
    await lev.starts(await link_for(shop, "agent sales"))
    await lev.waits_for("очередь «Продажи»")
    await shop.settles()
    assert await queues_of(shop, lev) == {"sales"}
