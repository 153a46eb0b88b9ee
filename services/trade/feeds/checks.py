"""What every offer must have, in whatever file: a key, a name, a price."""

from classifier.intake.table import tidy
from services.trade.feeds import values
from services.trade.feeds.lines import KEY, TITLE


class Wrong(Exception):
    """A cell for which an offer is not taken."""

    def __init__(self, why: str, value: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.value = value


def key_of(cell: str, what: str = "key") -> str:
    """A key that fits; a group's may be empty."""
    key = tidy(cell)
    if len(key) > KEY:
        raise Wrong(f"{what}-long", key)
    if not key and what == "key":
        raise Wrong("key")
    return key


def title_of(cell: str) -> str:
    """A name that fits."""
    title = values.one_line(cell)
    if not title:
        raise Wrong("name")
    if len(title) > TITLE:
        raise Wrong("name-long", title)
    return title


def price_of(cell: str, currency: str) -> int:
    """A price above nought, exactly."""
    if not cell.strip():
        raise Wrong("price-none")
    price = values.amount(cell, currency)
    if price is None:
        raise Wrong("price", cell.strip())
    if price == 0:
        raise Wrong("price-none")
    return price
