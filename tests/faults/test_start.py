"""Starts that Telegram or the settings make hard."""

from tests.faults.counter import Counter


async def test_telegram_is_away_at_the_start(counter: Counter) -> None:
    """The program waits for Telegram and serves when it is back."""
    await counter.playground.refuse_connections()
    await counter.program.starts()
    await counter.program.says("telegram_unreachable")
    await counter.playground.accept_connections()
    await counter.program.serves()
    await counter.ends_well()


async def test_asked_to_end_while_telegram_is_away(counter: Counter) -> None:
    """SIGTERM ends a program that still waits for Telegram."""
    await counter.playground.refuse_connections()
    await counter.program.starts()
    await counter.program.says("telegram_unreachable")
    assert await counter.program.terminates() == 0
    await counter.playground.accept_connections()


async def test_a_token_that_telegram_does_not_know(counter: Counter) -> None:
    """Plain words, exit code 2, and the token is not repeated."""
    await counter.program.starts(BOT_TOKEN="999:STRANGE-TOKEN")
    assert await counter.program.ends() == 2
    said = counter.program.said()
    assert "BOT_TOKEN" in said and "STRANGE-TOKEN" not in said and "Traceback" not in said
