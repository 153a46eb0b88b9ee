"""Handlers and stories can't send: the bot they see refuses, and no code of theirs tries."""

import ast
from pathlib import Path

import aiogram.methods
import pytest
from aiogram.methods import SendMessage

from bot import stock
from bot.stock import QUIET, SendingForbidden

ROOT = Path(__file__).parent.parent.parent
SENDERS = {"bot", "message", "event", "press", "query", "callback", "update", "chat", "user"}
VERBS = (
    *("send_", "answer", "reply", "edit_", "forward", "copy_", "delete", "pin", "unpin"),
    *("react", "leave", "ban", "restrict", "promote", "stop_poll", "set_", "create_", "close_"),
)
SHOWS = ("send", "edit", "delete", "forward", "copy", "pin", "set", "create", "ban", "leave")


def calls_of(path: Path) -> list[str]:
    """Calls in a file that would show something to somebody."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        func = node.func
        if isinstance(func, ast.Name) and func.id == "bot":
            found.append(f"{path}:{node.lineno} bot(…)")
        if not isinstance(func, ast.Attribute) or not func.attr.startswith(VERBS):
            continue
        owner = func.value.attr if isinstance(func.value, ast.Attribute) else None
        name = func.value.id if isinstance(func.value, ast.Name) else owner
        if name in SENDERS:
            found.append(f"{path}:{node.lineno} {name}.{func.attr}")
    return found


def test_no_handler_and_no_story_calls_telegram() -> None:
    files = [path for room in ("handlers", "services") for path in (ROOT / room).rglob("*.py")]
    assert len(files) > 30
    assert [call for path in files for call in calls_of(path)] == []


def test_the_check_finds_what_it_looks_for(tmp_path: Path) -> None:
    file = tmp_path / "bad.py"
    file.write_text(
        "async def f(bot, message, event):\n"
        "    await bot.send_message(1, 'x')\n"
        "    await message.answer('x')\n"
        "    await event.message.edit_text('x')\n"
        "    await bot(method)\n"
    )
    assert len(calls_of(file)) == 4


async def test_the_handlers_bot_refuses_to_send() -> None:
    session = stock.session("http://127.0.0.1:9")
    bot = stock.quiet_bot("100:TEST", session)
    with pytest.raises(SendingForbidden):
        await bot.send_message(1, "привет")
    with pytest.raises(SendingForbidden):
        await bot(SendMessage(chat_id=1, text="привет"))
    await session.close()


def test_nothing_that_shows_is_among_the_quiet() -> None:
    methods = (getattr(aiogram.methods, name) for name in aiogram.methods.__all__)
    known = {getattr(method, "__api_method__", "") for method in methods}
    assert known >= QUIET
    assert [name for name in QUIET if name.startswith(SHOWS)] == []
