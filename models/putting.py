"""Rows of the hot path: stored and read by prepared statements, then the session's as any other."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import Select, Table, inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import make_transient_to_detached
from sqlalchemy.orm.attributes import instance_dict

from models.base import Row
from models.prepared import Prepared

R = TypeVar("R", bound=Row)


class Rows(Generic[R]):
    """The rows of one class, whose key is `id`; `unique` names what else tells them apart."""

    def __init__(self, kind: type[R], unique: Sequence[str] = ()) -> None:
        mapper = inspect(kind)
        table: Table = mapper.local_table  # type: ignore[assignment]
        self._new = mapper.class_manager.new_instance
        self._identity = mapper.identity_key_from_primary_key
        self.columns = tuple(table.columns)
        self._names = tuple(column.name for column in self.columns)
        self._defaults = {column.name: column.default for column in self.columns}
        self._key = self._names.index("id")
        putting: dict[str, Any] = {}
        for name, insert in (("postgresql", postgresql.insert), ("sqlite", sqlite.insert)):
            statement = insert(table)
            if unique:
                statement = statement.on_conflict_do_nothing(index_elements=unique)
            putting[name] = statement.returning(table.c.id)
        self._putting = Prepared(putting, [table.c.id])

    async def put(self, tx: AsyncSession, row: R) -> bool:
        """Store a new row, which has its id from now on; False when its place is taken."""
        given = instance_dict(row)
        values = {
            name: given[name] if name in given else self._default(name)
            for name in self._names
            if name != "id"
        }
        stored = await self._putting.rows(tx, **values)
        if not stored:
            return False
        given.update(values, id=stored[0][0])
        self._hand_over(tx, row)
        return True

    def prepare(self, statement: Select[Any]) -> Prepared:
        """A question that is answered with rows of this class."""
        return Prepared(statement, self.columns)

    async def all(self, tx: AsyncSession, question: Prepared, **values: Any) -> list[R]:
        """The rows that answer a question."""
        return [self.row(tx, found) for found in await question.rows(tx, **values)]

    async def one(self, tx: AsyncSession, question: Prepared, **values: Any) -> R | None:
        """The first row that answers a question."""
        found = await question.rows(tx, **values)
        return self.row(tx, found[0]) if found else None

    def row(self, tx: AsyncSession, values: Sequence[Any]) -> R:
        """A row as the session knows it, or as it was just read."""
        known = tx.sync_session.identity_map.get(self._identity((values[self._key],)))
        if known is not None:
            return cast(R, known)
        row = cast(R, self._new())
        instance_dict(row).update(zip(self._names, values, strict=True))
        self._hand_over(tx, row)
        return row

    def _default(self, name: str) -> Any:
        default: Any = self._defaults[name]
        if default is None:
            return None
        return default.arg(None) if default.is_callable else default.arg

    def _hand_over(self, tx: AsyncSession, row: R) -> None:
        make_transient_to_detached(row)
        tx.add(row)
