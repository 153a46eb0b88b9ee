"""What an order costs after a change: whole minor units, never a fraction."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from services.errors import Refusal

AMOUNT = re.compile(r"(\d{1,3}(?:[ \u00a0]\d{3})+|\d{1,9})(?:[.,](\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class Figures:
    """What an order comes to."""

    goods: int
    discount: int
    delivery: int

    @property
    def total(self) -> int:
        """What is to be paid."""
        return self.goods - self.discount + self.delivery


def figures(
    bought: Iterable[tuple[int, int]], discount: int, percent: int, delivery: int
) -> Figures:
    """The amounts for (price, quantity) pairs.

    A discount in per cent follows the goods, a fixed one stays, and never exceeds them.
    """
    goods = sum(price * quantity for price, quantity in bought)
    kept = goods * percent // 100 if percent else discount
    return Figures(goods, min(kept, goods), delivery)


def owed_after(paid: bool, owed: int, before: int, after: int) -> int:
    """What the shop owes back once a total changes; below nought the customer owes."""
    return owed + before - after if paid else owed


def amount_of(text: str) -> int:
    """An amount as people type it, in hundredths: 350, 1 200, 99,90."""
    found = AMOUNT.fullmatch(text.strip().removesuffix("₽").removesuffix("р").strip())
    if found is None:
        raise Refusal("amount-odd")
    return int("".join(found[1].split())) * 100 + int((found[2] or "0").ljust(2, "0"))
