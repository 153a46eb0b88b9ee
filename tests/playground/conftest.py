"""A running playground and a real aiogram bot that talks to it."""

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from playground.server import Playground


@pytest.fixture
async def pg() -> AsyncIterator[Playground]:
    playground = Playground(token="100:TEST", bot_username="prilavok_bot")
    await playground.start(port=0)
    yield playground
    await playground.stop()


class Session(AiohttpSession):
    """Closes at once, where the library waits a quarter of a second for TLS to end."""

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


@pytest.fixture
async def bot(pg: Playground) -> AsyncIterator[Bot]:
    session = Session(api=TelegramAPIServer.from_base(pg.url))
    async with Bot("100:TEST", session=session) as client:
        yield client
