"""Programs that the bot starts beside itself: they end with their input, and share its database."""

import asyncio
import os
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATHS = (str(ROOT), os.environ.get("PYTHONPATH", ""))
LONGEST_LINE = 2**20


async def begin(command: Sequence[str], given: Sequence[str], database: str) -> Process:
    """Start a child; Ctrl+C is for the bot, the child ends with its input.

    The database's address may hold a password, which no list of processes shall show.
    """
    paths = os.pathsep.join(filter(None, PATHS))
    return await asyncio.create_subprocess_exec(
        *command,
        *given,
        stdin=PIPE,
        stdout=PIPE,
        limit=LONGEST_LINE,
        env={**os.environ, "DATABASE_URL": database, "PYTHONPATH": paths},
        start_new_session=True,
    )
