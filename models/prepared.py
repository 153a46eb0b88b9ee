"""Statements written out once: their values are bound and their rows read without building them.

SQLAlchemy looks a statement up, compiles it and wraps its result at every call, which costs
several times what SQLite needs to run it. What every message passes through is prepared here;
everything else is said to the session as usual. The statements, the types of their values and
the errors are SQLAlchemy's own.
"""

import sqlite3
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import BigInteger, ClauseElement, ColumnElement, Dialect, bindparam
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.type_api import TypeEngine

from models.engines import link_of

Values = Mapping[str, Any]
Convert = Callable[[Any], Any] | None
LINK, DIALECT = "link", "dialect"


@dataclass(slots=True)
class Written:
    """A statement in the words of one database, and how its values and columns are converted."""

    sql: str
    binds: tuple[tuple[str, Convert], ...]
    constants: Values
    kinds: tuple[TypeEngine[Any], ...]
    dialect: Dialect
    readers: tuple[Convert, ...] | None = None

    def bound(self, values: Values) -> list[Any]:
        """The values as the driver wants them, in the order of `binds`."""
        known = {**self.constants, **values} if self.constants else values
        return [convert(known[name]) if convert else known[name] for name, convert in self.binds]

    def read(self, answer: "Answer") -> list[tuple[Any, ...]]:
        """The rows as the program wants them; how, the first answer's column codes tell."""
        readers = self.readers
        if readers is None:
            codes = answer.codes or (None,) * len(self.kinds)
            pairs = zip(self.kinds, codes, strict=True)
            readers = self.readers = tuple(
                _reader(kind, self.dialect, code) for kind, code in pairs
            )
        return [
            tuple(
                convert(value) if convert else value
                for convert, value in zip(readers, row, strict=True)
            )
            for row in answer.rows
        ]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a database said: rows, how many were touched, its codes for the columns' types."""

    rows: Sequence[Sequence[Any]]
    touched: int
    codes: Sequence[Any] = ()


class Prepared:
    """One statement; for each database its own where they are not said alike."""

    def __init__(
        self,
        statement: ClauseElement | Mapping[str, ClauseElement],
        columns: Sequence[ColumnElement[Any]] = (),
    ) -> None:
        self._statement = statement
        self._columns = tuple(columns)
        self._written: dict[tuple[str, tuple[str, ...]], Written] = {}

    async def run(self, tx: AsyncSession, **values: Any) -> int:
        """Do it; returns how many rows it touched."""
        return (await self._execute(tx, self._for(tx, values), values)).touched

    async def rows(self, tx: AsyncSession, **values: Any) -> list[tuple[Any, ...]]:
        """The rows it answers with; what the session still holds back is stored before."""
        kept = tx.sync_session
        if kept.identity_map.check_modified() or kept.new or kept.deleted:
            await tx.flush()
        written = self._for(tx, values)
        return written.read(await self._execute(tx, written, values))

    async def _execute(self, tx: AsyncSession, written: Written, values: Values) -> Answer:
        bound = written.bound(values)
        if written.dialect.name == "sqlite":
            return await _in_place(tx, written, bound)
        connection = await tx.connection()
        result = await connection.exec_driver_sql(
            written.sql, dict(zip((name for name, _ in written.binds), bound, strict=True))
        )
        if not self._columns:
            return Answer((), result.rowcount)
        codes = [column[1] for column in result.cursor.description]
        return Answer(result.all(), result.rowcount, codes)

    def _for(self, tx: AsyncSession, values: Values) -> Written:
        dialect = tx.info.get(DIALECT)
        if dialect is None:
            dialect = tx.info[DIALECT] = tx.get_bind().dialect
        key = (dialect.name, tuple(values))
        known = self._written.get(key)
        if known is None:
            known = self._written[key] = self._write(dialect, key[1])
        return known

    def _write(self, dialect: Dialect, names: tuple[str, ...]) -> Written:
        statement = self._statement
        if isinstance(statement, Mapping):
            statement = statement[dialect.name]
        keys = list(names) if getattr(statement, "is_dml", False) else None
        compiled = cast(SQLCompiler, statement.compile(dialect=dialect, column_keys=keys))
        if compiled.prefetch:
            raise ValueError(f"every column needs a value: {compiled.prefetch}")
        order = compiled.positiontup if compiled.positional else compiled.binds
        return Written(
            str(compiled),
            tuple((name, _binder(compiled.binds[name].type, dialect)) for name in order or ()),
            {name: bind.value for name, bind in compiled.binds.items() if not bind.required},
            tuple(column.type for column in self._columns),
            dialect,
        )


class Sized:
    """A statement with a list of numbers in it, written out for lists of 1, 2, 4, 8 … numbers.

    Shorter lists are filled up with zeros, which no row and no chat is called.
    """

    def __init__(self, name: str, make: Callable[[Sequence[ColumnElement[int]]], Prepared]) -> None:
        self._name = name
        self._make = make
        self._by_size: dict[int, Prepared] = {}

    def given(self, numbers: Collection[int]) -> tuple[Prepared, dict[str, int]]:
        """The statement for a list of this length, and the list as its values."""
        size = 1 << (len(numbers) - 1).bit_length() if numbers else 0
        names = [f"{self._name}_{place}" for place in range(size)]
        listed = [*numbers, *[0] * (size - len(numbers))]
        if size not in self._by_size:
            self._by_size[size] = self._make([bindparam(name, type_=BigInteger) for name in names])
        return self._by_size[size], dict(zip(names, listed, strict=True))


async def _in_place(tx: AsyncSession, written: Written, values: list[Any]) -> Answer:
    link = tx.info.get(LINK)
    if link is None:
        await tx.connection()
        link = tx.info[LINK] = link_of(tx.sync_session.connection())
    try:
        return Answer(*link.run(written.sql, values))
    except sqlite3.Error as error:
        raise DBAPIError.instance(
            written.sql, values, error, sqlite3.Error, dialect=cast(DefaultDialect, written.dialect)
        ) from error


def _binder(kind: TypeEngine[Any], dialect: Dialect) -> Convert:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _reader(kind: TypeEngine[Any], dialect: Dialect, code: Any) -> Convert:
    return kind.dialect_impl(dialect).result_processor(dialect, code)
