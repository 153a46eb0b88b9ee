"""What people said messages are about: the training data that work leaves behind."""

from sqlalchemy import inspect, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from models.labels import Label
from models.schema import sqlite_file


async def labels_in(url: str) -> list[tuple[str, str]]:
    """(text, topic) of every label; reads only, and finds none where there is no database yet."""
    path = sqlite_file(url)
    if path is not None and not path.exists():
        return []
    engine = create_async_engine(url, poolclass=NullPool)
    try:
        async with engine.connect() as connection:
            has_table = await connection.run_sync(lambda sync: inspect(sync).has_table("label"))
            if not has_table:
                return []
            statement = select(Label.text, Label.topic_key).order_by(Label.id)
            return [(str(text), str(topic)) for text, topic in await connection.execute(statement)]
    except DBAPIError:
        return []
    finally:
        await engine.dispose()
