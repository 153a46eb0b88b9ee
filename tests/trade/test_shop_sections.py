"""What `shop.toml` says of selling: read exactly, wrong entries named in plain words."""

from pathlib import Path

import pytest
from sqlalchemy import select

from models.trade.money import Promo
from services.shop_file import ShopFileError, read_shop_file
from services.trade.selling import ON_DELIVERY, TELEGRAM, selling_of
from services.trade.shop_facts import renew
from tests.desk import Shop
from tests.trade.market import PROMO, selling

ROOT = Path(__file__).parents[2]
BEFORE, _, REST = (ROOT / "shop.toml").read_text("utf-8").partition("# Ways of delivery")
QUEUES = "[queues.sales]" + REST.partition("[queues.sales]")[2]


def shop_file(tmp_path: Path, sections: str) -> Path:
    """The shop's file with other words about selling."""
    path = tmp_path / "shop.toml"
    path.write_text(f"{BEFORE}{sections}\n{QUEUES}", "utf-8")
    return path


def test_the_shop_that_ships_sells() -> None:
    facts = read_shop_file(ROOT / "shop.toml").facts
    assert facts["delivery"]["courier"]["price"] == 39000
    assert facts["delivery"]["courier"]["free_from"] == 1500000
    assert facts["orders"]["queue"] == "orders" and facts["currency"] == "RUB"


def test_prices_are_exact(tmp_path: Path) -> None:
    said = '[delivery.x]\ntitle_ru = "Икс"\ntitle_en = "X"\nprice = 0.29\nfree_from = "1 000,10"'
    (way,) = read_shop_file(shop_file(tmp_path, said)).facts["delivery"].values()
    assert (way["price"], way["free_from"]) == (29, 100010)


WAY = 'title_ru = "А"\ntitle_en = "A"\n'


@pytest.mark.parametrize(
    ("sections", "said"),
    [
        (f"[delivery.x]\n{WAY}price = 1.005", r"\[delivery.x\] price"),
        (f"[delivery.x]\n{WAY}price = -1", r"\[delivery.x\] price"),
        ("[delivery.x]\nprice = 1", "title_ru"),
        (f"[delivery.X]\n{WAY}", "small Latin letters"),
        (f'[delivery.x]\n{WAY}address = "да"', "true or false"),
        ('[payment]\nways = ["cash"]', "on_delivery, invoice, telegram"),
        ("[payment]\nways = []", "on_delivery, invoice, telegram"),
        ("[returns]\ndays = 1.5", r"\[returns\] days must be a whole number"),
        ("[welcome]\nname_ru = 5", r"\[welcome\] name_ru must be text"),
        ("[promo.X]\npercent = 10", "2 to 40"),
        ("[promo.XX]", "either percent"),
        ("[promo.XX]\npercent = 101", "from 1 to 100"),
        ("[promo.XX]\npercent = 10\nuses = 1.5", "whole number"),
        ('[promo.XX]\npercent = 10\nuntil = "31.12.2026"', "without quotes"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, sections: str, said: str) -> None:
    with pytest.raises(ShopFileError, match=said):
        read_shop_file(shop_file(tmp_path, sections))


def test_returns_and_welcome_are_read(tmp_path: Path) -> None:
    said = '[returns]\ndays = 30\n[welcome]\nname_ru = "Ольга"\ncheckup_days = 3'
    facts = read_shop_file(shop_file(tmp_path, said)).facts
    assert facts["returns"] == {"days": 30} and facts["welcome"]["checkup_days"] == 3


async def test_a_shop_from_before_goes_on(shop: Shop) -> None:
    book = shop.app.book.shop
    old = type(book)({"name": "Старый"}, book.zone, book.queues, book.topics)
    found = selling_of(old, False)
    assert list(found.ways) == ["pickup"] and found.ways["pickup"].price_for(100) == 0
    assert ON_DELIVERY in found.payments and TELEGRAM not in found.payments


async def test_the_file_is_the_truth_at_every_start(shop: Shop) -> None:
    given = selling(shop.app._seed, payment={"ways": ["invoice"]}, currency="USD").facts
    codes = {"SPRING": {**PROMO, "uses": 5}, "NEW": {**PROMO, "code": "NEW", "from": "2026-03-01"}}
    async with shop.app.store.change() as tx:
        await renew(tx, {**given, "promo": codes})
    book = await shop.app.book.renew()
    assert selling_of(book, True).payments == ("invoice",)
    async with shop.app.store.change() as tx:
        await renew(tx, {**given, "promo": {"NEW": codes["NEW"]}})
        rows = {row.code: row for row in (await tx.execute(select(Promo))).scalars()}
    assert (rows["SPRING"].active, rows["SPRING"].left) == (False, 5)
    assert rows["NEW"].active and str(rows["NEW"].starts_at) == "2026-02-28 21:00:00+00:00"
