"""What every story works with: the store, the shop, the staff, the model, the boards."""

from dataclasses import dataclass, field
from datetime import datetime

from models.store import Store
from services.boards import Boards
from services.people import Directory
from services.privacy.policies import Policies
from services.shelf import Shelf
from services.shop import Shop, ShopBook
from services.trade.finder import Finder
from services.trade.goods import Goods
from services.understanding import Understanding
from services.voice.reports.recent import Recent


@dataclass(frozen=True, slots=True)
class Context:
    """Built once, in `bot/app.py`."""

    store: Store
    book: ShopBook
    directory: Directory
    understanding: Understanding
    boards: Boards
    shelf: Shelf
    finder: Finder = field(default_factory=Finder)
    goods: Goods = field(default_factory=Goods)
    recent: Recent = field(default_factory=Recent)
    telegram_payments: bool = False
    policies: Policies = field(default_factory=Policies)

    @property
    def shop(self) -> Shop:
        """The shop as it is now."""
        return self.book.shop

    async def show_boards(self, now: datetime, *queue_ids: int) -> None:
        """Show boards where they stand now that shop or staff were renewed; all when none named."""
        async with self.store.change() as tx:
            for queue_id in queue_ids or tuple(self.shop.queues):
                await self.boards.show(tx, now, queue_id)
