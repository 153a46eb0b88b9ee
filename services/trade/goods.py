"""Which catalogue it is: a number that rises whenever what is sold has changed."""

from models import queues
from models.store import Session

REVISION = "catalogue_revision"


class Goods:
    """`revision`: the catalogue's, as last seen; who keeps an index of it compares."""

    def __init__(self) -> None:
        self.revision = 0

    async def renew(self, tx: Session) -> int:
        """Look which catalogue it is now."""
        self.revision = await revision_of(tx)
        return self.revision


async def revision_of(tx: Session) -> int:
    """The catalogue's revision, as stored."""
    return int((await queues.read_setting(tx, REVISION) or {}).get("number", 0))


async def changed(tx: Session) -> int:
    """The catalogue is another one from this commit on; its new revision."""
    number = await revision_of(tx) + 1
    await queues.write_setting(tx, REVISION, {"number": number})
    return number
