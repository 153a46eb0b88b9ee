"""Every handler declares a role and runs for nobody below it; forged commands change nothing."""

from collections.abc import Iterator
from typing import Any

import pytest
from aiogram import Router
from aiogram.dispatcher.event.handler import HandlerObject
from sqlalchemy import select

from bot.menus import ADMIN_MENU, STAFF_MENU, commands_built
from handlers.roles import Gate
from models.labels import Label
from models.people import Invite, Staff
from models.queues import Queue, Topic
from playground.people import Person
from services.errors import Refusal
from services.people import RANKS, Actor
from tests.desk import Shop
from tests.security.forging import answer_to, sealed

QUESTION = "сколько стоит доставка в Тверь и сколько дней идёт?"


def handlers_of(router: Router) -> Iterator[tuple[str, HandlerObject]]:
    """Every handler of every router, with where it stands."""
    for part in router.chain_tail:
        for kind, observer in part.observers.items():
            if kind == "update":
                continue
            for handler in observer.handlers:
                yield f"{part.name}: {kind}: {handler.callback.__name__}", handler


async def test_every_handler_declares_a_role(shop: Shop) -> None:
    found = dict(handlers_of(shop.app.dispatcher))
    assert len(found) > 20
    nameless = [name for name, handler in found.items() if handler.flags.get("role") not in RANKS]
    assert nameless == []


async def test_every_handler_runs_for_nobody_below_its_role(shop: Shop) -> None:
    gate, ran = Gate(), []

    async def runs(event: Any, data: dict[str, Any]) -> None:
        ran.append(data["actor"].role)

    for name, handler in handlers_of(shop.app.dispatcher):
        for role in RANKS:
            actor, before = Actor(1, "Некто", role), len(ran)
            may = RANKS[role] >= RANKS[handler.flags["role"]]
            try:
                await gate(runs, None, {"handler": handler, "actor": actor})  # type: ignore[arg-type]
            except Refusal:
                assert not may, name
            assert (len(ran) > before) is may, name


async def test_a_handler_without_a_role_never_runs() -> None:
    async def handler(event: Any) -> None:
        raise AssertionError("it ran")

    forgotten = HandlerObject(callback=handler)
    with pytest.raises(RuntimeError, match="without a role"):
        await Gate()(handler, None, {"handler": forgotten, "actor": Actor(1, "Ольга", "admin")})  # type: ignore[arg-type]


async def former(shop: Shop, name: str, role: str) -> Person:
    """Somebody who was on the staff once."""
    person = await shop.agent(name, "orders", role=role)
    async with shop.app.store.change() as tx:
        row = (await tx.execute(select(Staff).where(Staff.tg_id == person.id))).scalar_one()
        row.active = False
    await shop.app.directory.renew()
    return person


async def setup_of(shop: Shop) -> tuple[Any, ...]:
    """What nobody but staff may change."""
    async with shop.looks() as tx:
        staff = (
            await tx.execute(select(Staff.tg_id, Staff.role, Staff.active, Staff.on_duty))
        ).all()
        queues = (await tx.execute(select(Queue.key, Queue.chat_id))).all()
        invites = (await tx.execute(select(Invite.id))).all()
        topics = (await tx.execute(select(Topic.key, Topic.queue_id, Topic.active))).all()
        labels = (await tx.execute(select(Label.id))).all()
    tickets = [(t.id, t.state, t.agent_id, t.queue_id) for t in await shop.tickets()]
    return staff, queues, invites, tickets, topics, labels


ARGS = {
    "bind": "care",
    "invite": "admin",
    "take": "1",
    "duty": "off",
    "transfer": "care",
    "topic": "refund",
    "note": "тайна",
}


async def test_no_command_of_staff_works_for_others_in_the_group(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    eve, anna = (shop.playground.user(name, language="ru") for name in ("Ева", "Анна"))
    ida = await former(shop, "Ида", "admin")
    group = await shop.group("Заказы", "orders", boris, eve, anna, ida)
    await anna.says(QUESTION)
    board = await boris.waits_for("№1", chat=group)
    await shop.settles()
    before = await setup_of(shop)

    built = commands_built(shop.app.dispatcher)
    commands = [name for name in (*STAFF_MENU, *ADMIN_MENU) if name in built]
    assert {"bind", "invite", "staff", "duty"} <= set(commands)
    for person in (eve, anna, ida):
        for name in commands:
            await person.says(f"/{name} {ARGS.get(name, '')}".strip(), chat=group)
            await person.says(f"/{name} {ARGS.get(name, '')}".strip(), chat=group, reply_to=board)
    await shop.settles()
    assert await setup_of(shop) == before


async def test_no_stolen_button_works_for_others(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    roma = await shop.agent("Рома", "care")
    eve, anna = (shop.playground.user(name, language="ru") for name in ("Ева", "Анна"))
    ida = await former(shop, "Ида", "admin")
    group = await shop.group("Заказы", "orders", boris, roma, eve, anna, ida)
    await anna.says(QUESTION)
    board = await boris.waits_for("№1", chat=group)
    await shop.settles()
    (ticket,) = await shop.tickets()
    before = await setup_of(shop)
    async with shop.looks() as tx:
        boris_id = await tx.scalar(select(Staff.id).where(Staff.tg_id == boris.id))

    buttons = [
        *((verb, ticket.ref, "") for verb in ("take", "resolve", "giveback", "pending", "ban")),
        ("oldest", "orders", ""),
        ("role", str(boris_id), "admin"),
        ("member", str(boris_id), "1"),
        ("dismiss", str(boris_id), ""),
        ("staff", "", "list"),
        ("topics", "", "list"),
        *((verb, "1", "2") for verb in ("movetopic", "mergetopic", "retiretopic")),
        *((verb, "1", "2") for verb in ("restoretopic", "renametopic", "addtopic", "newtopic")),
        *((verb, "1", "2") for verb in ("teach", "skip", "unfit", "unteach", "alltopics")),
        *((verb, "1", "text") for verb in ("importstore", "importdrop", "importundo", "import")),
        *((verb, "1", "1") for verb in ("importcolumn", "importtopic", "importline")),
        ("importswitch", "1", "twins"),
        ("export", "", "csv"),
    ]
    for person in (eve, anna, ida, roma):
        for verb, ref, arg in buttons:
            said = await answer_to(person, board, sealed(shop, group.id, verb, ref, arg))
            assert said, f"{verb} by {person} was not refused"
    await shop.settles()
    assert await setup_of(shop) == before


async def test_customers_commands_in_private_set_nothing_up(shop: Shop) -> None:
    await shop.admin()
    eve = shop.playground.user("Ева", language="ru")
    ida = await former(shop, "Ида", "admin")
    before = (await setup_of(shop))[:3]
    for person in (eve, ida):
        for name in ADMIN_MENU:
            await person.says(f"/{name} {ARGS.get(name, '')}".strip())
    await shop.settles()
    assert (await setup_of(shop))[:3] == before


async def test_what_a_supervisor_may_not(shop: Shop) -> None:
    sonya = await shop.agent("Соня", role="supervisor")
    before = (await setup_of(shop))[:3]
    for words in ("/invite admin", "/staff", "/bind orders", "/review", "/topics"):
        await sonya.says(words)
        await sonya.waits_for("У вашей роли")
    assert (await setup_of(shop))[:3] == before
