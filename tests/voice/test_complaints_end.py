"""How complaints do not end: by silence; and how they do: with a ban."""

from datetime import timedelta

from sqlalchemy import select

from models.memory.complaints import Complaint
from tests.conftest import OpenShop
from tests.customer.conversation import toast
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.voice.scene import PATIENCE, let_down


async def test_silence_closes_no_complaint(open_shop: OpenShop) -> None:
    shop = await open_shop()
    scene = await let_down(shop)
    await scene.scores(1)
    card = await scene.vera.waits_for("Жалоба №2", since=0, timeout=PATIENCE)
    await scene.vera.presses(card, "Беру")
    await scene.vera.waits_until(lambda: "Беру" not in card.buttons, timeout=PATIENCE)
    ref = (await shop.tickets())[1].ref
    pause = sealed(shop, scene.vera.id, "pending", ref)
    assert await answer_to(scene.vera, card, pause)
    assert (await shop.tickets())[1].state == "pending"
    context = shop.app.desk.context
    context.shop.facts["close_pending_hours"] = 1  # type: ignore[index]
    later = shop.clock() + timedelta(hours=5)
    await shop.app.desk.upkeep.close_silent(later)
    assert (await shop.tickets())[1].state == "pending"


async def test_a_ban_ends_the_complaint_too(shop: Shop) -> None:
    scene = await let_down(shop)
    await scene.scores(1)
    card = await scene.vera.waits_for("Жалоба №2", since=0, timeout=PATIENCE)
    ref = (await shop.tickets())[1].ref
    banned = await scene.vera.presses(card, data=sealed(shop, scene.vera.id, "banyes", ref))
    assert await toast(banned)
    async with shop.looks() as tx:
        one = (await tx.execute(select(Complaint))).scalar_one()
    assert (one.state, one.outcome) == ("closed", "mistaken")
