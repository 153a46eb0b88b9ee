"""What the bot asked and waits for, read and forgotten a page at a time."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.cards import Card
from models.fsm import Dialog

PAGE = 200


async def dialogs_after(tx: AsyncSession, key: str) -> Sequence[str]:
    """The next keys of open dialogs, whoever's."""
    walk = select(Dialog.key).where(Dialog.key > key).order_by(Dialog.key).limit(PAGE)
    return (await tx.scalars(walk)).all()


async def dialogs_of(tx: AsyncSession, keys: Collection[str]) -> Sequence[Dialog]:
    """These dialogs, as far as they are still open."""
    return (await tx.scalars(select(Dialog).where(Dialog.key.in_(keys)))).all()


async def cards_after(tx: AsyncSession, name: str, key: str) -> Sequence[str]:
    """The next keys of cards of a name that are told apart by a number first.

    Digits stand before letters however a database sorts; signs do not.
    """
    walk = select(Card.key).where(Card.key > (key or f"{name}:"), Card.key < f"{name}:a")
    return (await tx.scalars(walk.order_by(Card.key).limit(PAGE))).all()


async def forget_cards(
    tx: AsyncSession, keys: Collection[str], ended: str, before: datetime
) -> None:
    """Of these cards take away those that ended, and those shown before a moment."""
    over = or_(Card.digest == ended, Card.shown_at < before)
    await tx.execute(delete(Card).where(Card.key.in_(keys), over))
