"""Files that contradict themselves: categories in circles, keys that stand twice."""

from tests.databases import database_url, empty_database_url, store
from tests.trade.feed_files import offer, yml
from tests.trade.feed_shop import FedShop, fed

__all__ = ["database_url", "empty_database_url", "fed", "store"]


async def test_circles_strangers_and_copies_among_categories(fed: FedShop) -> None:
    shelves = (
        '<category id="1" parentId="2">А</category><category id="2" parentId="1">Б</category>'
        '<category id="3" parentId="99">В</category><category id="3">Г</category>'
    )
    found = await fed.applies(yml(offer("a"), shelves=shelves))
    assert [one[1] for one in found["first"]].count("category-parent") >= 2
    assert "category-twice" in [one[1] for one in found["first"]]
    assert (await fed.sold())["a"]["path"][-1] == ("Б", "")


async def test_twice_the_same_key_and_far_too_many_variants(fed: FedShop) -> None:
    many = [offer(f"v{key}", group_id="g") for key in range(1003)]
    found = await fed.applies(yml(offer("a"), offer("a", price="5"), *many))
    assert [one[1] for one in found["first"]] == ["key-twice", *["variants"] * 3]
    assert len((await fed.sold())["g"]["variants"]) == 1000
