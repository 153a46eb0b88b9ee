"""On what terms a file is taken: how it begins, in which currency, what is asked about twice."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from models.trade.feeds import READING, Feed

NAME = 80
MUCH = 3  # a file that hides more than one product in so many is asked about twice


def opened(now: datetime, author_tg_id: int, name: str, file: str) -> Feed:
    """A file that is to be read."""
    return Feed(
        author_tg_id=author_tg_id,
        name=name[:NAME],
        file=file,
        state=READING,
        found={},
        created_at=now,
    )


def currency_of(facts: Mapping[str, Any]) -> str:
    """The shop's currency."""
    return str(facts.get("currency") or "RUB")


def hides_much(found: Mapping[str, Any]) -> bool:
    """Whether more would be hidden than a shop usually stops selling."""
    gone = int(found["counts"].get("products_gone", 0))
    return gone * MUCH > int(found["sold"])
