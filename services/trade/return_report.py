"""Why things come back, product by product: counted, told in words, drawn."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import structlog

from models import outbox
from models.outbox import CARD
from models.trade import giving_back
from models.turn import Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.people import Actor
from services.trade.return_rules import REASONS

log = structlog.get_logger()
DAYS = 90
MOST = 10
FOLDER = "returns"
NARROW = "\u202f"


@dataclass(frozen=True, slots=True)
class ProductReturns:
    """One product: how many were delivered and came back, and why; pieces."""

    product_id: int
    titles: tuple[str, str]
    sold: int
    reasons: tuple[tuple[str, int], ...]

    @property
    def back(self) -> int:
        """How many came back."""
        return sum(count for _, count in self.reasons)

    @property
    def share(self) -> float | None:
        """Of those delivered; None when it is not known how many were."""
        return min(self.back / self.sold, 1.0) if self.sold else None

    def title(self, language: str) -> str:
        """The product's name."""
        return (self.titles[1] or self.titles[0]) if language == "en" else self.titles[0]


Rows = Sequence[tuple[int, str, str, str, int]]
Paint = Callable[[tuple[ProductReturns, ...], int, str, Path], None]


def report_of(rows: Rows, sold: dict[int, int]) -> tuple[ProductReturns, ...]:
    """Counts by product and reason as products, those that come back most first."""
    found: dict[int, tuple[tuple[str, str], dict[str, int]]] = {}
    for product_id, ru, en, reason, count in rows:
        _, reasons = found.setdefault(product_id, ((ru, en), {}))
        reasons[reason] = reasons.get(reason, 0) + count
    products = [
        ProductReturns(
            product_id,
            titles,
            sold.get(product_id, 0),
            tuple((key, reasons[key]) for key in REASONS if key in reasons),
        )
        for product_id, (titles, reasons) in found.items()
    ]
    return tuple(sorted(products, key=lambda one: (-one.back, one.product_id)))


def _paints_nothing(
    found: tuple[ProductReturns, ...], days: int, language: str, path: Path
) -> None:
    """Until the program says who draws."""


class ReturnReport:
    """`/stats returns` for supervisors and admins."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._drawing = asyncio.Lock()
        self.paint: Paint = _paints_nothing

    async def show(self, turn: Turn, actor: Actor) -> None:
        """The last three months in words and in a picture; Refusal when nothing came back."""
        since = turn.now - timedelta(days=DAYS)
        async with self._context.store.look() as tx:
            rows = await giving_back.reasons_by_product(tx, since)
            ids = sorted({row[0] for row in rows})
            sold = await giving_back.sold_by_product(tx, ids, since)
        found = report_of(rows, sold)
        if not found:
            raise Refusal("returns-none", days=DAYS)
        drawn = await self._draw(found, actor.language)
        async with self._context.store.change(turn) as tx:
            await promises.tell(
                tx,
                turn.now,
                actor,
                "returns-report",
                days=DAYS,
                back=sum(one.back for one in found),
                lines={"lines": [_line(one, actor.language) for one in found[:MOST]]},
            )
            if drawn:
                given = {"picture": f"{FOLDER}-{actor.language}"}
                await outbox.promise(tx, actor.tg_id, "album", given, turn.now, priority=CARD)

    async def _draw(self, found: tuple[ProductReturns, ...], language: str) -> bool:
        path = picture_of(self._context, f"{FOLDER}-{language}")
        async with self._drawing:
            try:
                await asyncio.to_thread(self.paint, found[:MOST], DAYS, language, path)
            except OSError:
                log.error("picture_not_drawn", name=path.name, exc_info=True)
                return False
        return True


def picture_of(context: Context, name: str) -> Path:
    """Where the newest picture of a name lies."""
    return context.shelf.folder / FOLDER / f"{Path(name).name}.png"


def _line(one: ProductReturns, language: str) -> dict[str, Any]:
    key = "returns-line" if one.share is not None else "returns-line-bare"
    args: dict[str, Any] = {
        "product": one.title(language),
        "back": one.back,
        "why": {
            "lines": [
                {
                    "key": "returns-why",
                    "args": {"why": {"key": f"giveback-reason-{key}"}, "count": n},
                }
                for key, n in sorted(one.reasons, key=lambda pair: -pair[1])[:3]
            ]
        },
    }
    if one.share is not None:
        args |= {"sold": one.sold, "share": _percent(one.share, language)}
    return {"key": key, "args": args}


def _percent(share: float, language: str) -> str:
    return f"{share * 100:.0f}{NARROW if language == 'ru' else ''}%"
