"""Messages that are edited in place: where each stands and what it last showed."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, String, bindparam, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, key_text
from models.prepared import Prepared


class Card(Row):
    """A message that is edited in place: where it stands and what it last showed.

    `photo_id`: the photo that the message holds; a message of text has none.
    """

    __tablename__ = "card"
    __table_args__ = (Index("ix_card_place", "chat_id", "tg_id"),)
    key: Mapped[str] = mapped_column(key_text(80), primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    thread_id: Mapped[int | None] = mapped_column(BigInteger)
    tg_id: Mapped[int | None] = mapped_column(BigInteger)
    digest: Mapped[str | None] = mapped_column(String(40))
    shown_at: Mapped[datetime | None]
    photo_id: Mapped[int | None] = mapped_column(BigInteger)


CARDS = Card.metadata.tables["card"]
SHOWING_ON = {
    name: (statement := insert(CARDS)).on_conflict_do_update(
        index_elements=["key"],
        set_={
            "tg_id": func.coalesce(statement.excluded.tg_id, CARDS.c.tg_id),
            "thread_id": statement.excluded.thread_id,
            "digest": statement.excluded.digest,
            "shown_at": statement.excluded.shown_at,
            "photo_id": statement.excluded.photo_id,
        },
    )
    for name, insert in (("postgresql", postgresql.insert), ("sqlite", sqlite.insert))
}
SHOWING = Prepared(SHOWING_ON)
FINDING = select(Card).where(Card.key == bindparam("key"))
PLACE = (CARDS.c.tg_id, CARDS.c.digest, CARDS.c.photo_id)
PLACING = Prepared(select(*PLACE).where(CARDS.c.key == bindparam("key")), PLACE)


async def find(tx: AsyncSession, key: str) -> Card | None:
    """Where a card stands."""
    return (await tx.execute(FINDING, {"key": key})).scalar_one_or_none()


async def hold(tx: AsyncSession, key: str) -> Card | None:
    """Where a card stands, held."""
    found: Card | None = await tx.scalar(select(Card).where(Card.key == key).with_for_update())
    return found


async def place(tx: AsyncSession, key: str) -> tuple[int | None, str | None, int | None] | None:
    """Where a card stands, what it last showed and with which photo, when it was ever sent."""
    found = await PLACING.rows(tx, key=key)
    return (found[0][0], found[0][1], found[0][2]) if found else None


async def stands(
    tx: AsyncSession,
    key: str,
    chat_id: int,
    tg_id: int | None,
    digest: str | None,
    now: datetime,
    thread_id: int | None = None,
    photo_id: int | None = None,
) -> None:
    """A card was shown: where it stands (None: where it stood) and what it shows."""
    await SHOWING.run(
        tx,
        key=key,
        chat_id=chat_id,
        tg_id=tg_id,
        thread_id=thread_id,
        digest=digest,
        shown_at=now,
        photo_id=photo_id,
    )


async def doubt(tx: AsyncSession, key: str) -> None:
    """An edit may or may not have reached a card: the next one is made whatever it shows."""
    await tx.execute(update(Card).where(Card.key >= key, Card.key < f"{key};").values(digest=None))


async def standing_at(tx: AsyncSession, chat_id: int, tg_id: int) -> Card | None:
    """The card that stands at a place, if one does."""
    found: Card | None = await tx.scalar(
        select(Card).where(Card.chat_id == chat_id, Card.tg_id == tg_id)
    )
    return found
