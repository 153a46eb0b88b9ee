"""Every story of consents and of what the shop may write; and what its cards show."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from services.context import Context
from services.privacy.card import Choices, PrivacyView, read_choices, read_privacy
from services.privacy.choosing import Privacies
from services.privacy.less import Less
from services.privacy.own_data import files
from services.privacy.own_data.asking import EraseAsking
from services.privacy.own_data.erasing import Erasing
from services.privacy.own_data.exporting import OwnExport
from services.privacy.own_data.keeping import Keeping
from services.privacy.releasing import Releasing
from services.rooms import Report, Work


class Privacy:
    """What handlers are given for what people agreed to and what the shop may write to them."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.own_export = OwnExport(context)
        self.releasing = Releasing(context)
        self.less = Less(context)
        self.erase_asking = EraseAsking(context)
        self.erasing = Erasing(context)
        self.keeping = Keeping(context)
        self.choosing = Privacies(context)

    @property
    def jobs(self) -> tuple[tuple[Work, timedelta], ...]:
        """Scheduled work, and how often it looks round."""
        return (
            (self.releasing.release, timedelta(seconds=1)),
            (self.own_export.forget_old, timedelta(minutes=10)),
            (self.erasing.finish, timedelta(minutes=1)),
            (self.erasing.sweep, timedelta(seconds=20)),
            (self.keeping.purge, timedelta(minutes=1)),
        )

    @property
    def reports(self) -> Mapping[str, Report]:
        """What `/stats WORD` shows, by word."""
        return {}


class PrivacyViews:
    """Reads what the cards of this room show."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.releasing = Releasing(context)

    def own_file(self, name: str) -> Path:
        """Where the file of an export lies."""
        return files.path_of(self.context.shelf.folder, name)

    async def privacy(self, customer_id: int) -> PrivacyView | None:
        """A person's data, consents and wishes; None when they are gone."""
        return await read_privacy(self.context, customer_id)

    async def choices(self, customer_id: int) -> Choices | None:
        """What a newcomer is asked, and what they said; None when they are gone."""
        return await read_choices(self.context, customer_id)
