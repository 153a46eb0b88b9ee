"""How many customers a second: the whole bot beside a bare echo bot, same server, same run."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.bank import BUILD, Bank
from benchmarks.figures import share, spread, table
from benchmarks.filling import new_database, stored_in
from benchmarks.processes import Report, api_server, echo_bot, load, whole_bot

FIRST = 5_000_000_000
SLOWER = 50.0
SETTLING = 1.5
WARM = 50


@dataclass
class Rounds:
    """What several rounds measured."""

    bot: list[Report] = field(default_factory=list)
    echo: list[Report] = field(default_factory=list)
    calm: list[Report] = field(default_factory=list)
    seen: list[Report] = field(default_factory=list)
    stored: list[dict[str, int]] = field(default_factory=list)


def rate(report: Report) -> float:
    """Messages a second."""
    return float(report["acknowledged"] / report["seconds"])


def given(bank: Bank, url: str, database: str, send_rate: float = 0) -> dict[str, Any]:
    """The settings of a measured bot."""
    paths = {"model": str(bank.model), "shop": str(bank.shop)}
    return {"url": url, "database": database, "send_rate": send_rate, **paths}


async def measure(bank: Bank, rounds: int, texts: Sequence[str]) -> Rounds:
    """Echo and bot in turn."""
    found = Rounds()
    for _ in range(rounds):
        async with api_server() as url, echo_bot(url) as bot:
            await load(url, bot, list(texts[:WARM]), FIRST - WARM)
            found.echo.append(await load(url, bot, list(texts), FIRST))
        await _bot_round(bank, texts, found)
    return found


async def _bot_round(bank: Bank, texts: Sequence[str], found: Rounds) -> None:
    path = BUILD / "throughput.db"
    database = await new_database(bank, path)
    seen: Report = {}
    async with api_server() as url, whole_bot(given(bank, url, database), seen) as bot:
        await load(url, bot, list(texts[:WARM]), FIRST - WARM)
        found.bot.append(await load(url, bot, list(texts), FIRST))
        calm = list(texts[: max(WARM, len(texts) // 8)])
        found.calm.append(await load(url, bot, calm, FIRST + len(texts), SLOWER))
        await asyncio.sleep(SETTLING)
    found.seen.append(seen)
    found.stored.append(stored_in(Path(path)) | {"asked": WARM + len(texts) + len(calm)})


def describe(found: Rounds, texts: int) -> str:
    """The figures as a table, and whether everything was stored."""
    bot, echo = [rate(one) for one in found.bot], [rate(one) for one in found.echo]
    ratios = [ours / bare for ours, bare in zip(bot, echo, strict=True)]
    rows = [
        ["messages a second, bare aiogram echo bot", spread(echo)],
        ["messages a second, whole bot", spread(bot)],
        ["ratio in the same round", spread(ratios, 2)],
        ["processor time a message, echo bot, ms", spread(_costs(found.echo), 2)],
        ["processor time a message, whole bot, ms", spread(_costs(found.bot), 2)],
        ["ratio of processor times", spread(_cheapness(found), 2)],
        [f"arrival to acknowledgement at {SLOWER:.0f} a second, p50", _waits(found.calm, 0.5)],
        [f"arrival to acknowledgement at {SLOWER:.0f} a second, p95", _waits(found.calm, 0.95)],
        [f"the same, all {texts} at once, p50", _waits(found.bot, 0.5)],
        [f"the same, all {texts} at once, p95", _waits(found.bot, 0.95)],
        ["echo bot, all at once, p95", _waits(found.echo, 0.95)],
        ["peak memory, MB", spread([one["peak_mb"] for one in found.seen])],
        ["event loop's longest block, ms", spread([one["blocked_ms"] for one in found.seen])],
        ["calls to Telegram a message", spread([_calls(one) for one in found.bot], 2)],
        ["server's share of one core", spread([one["server_share"] for one in found.bot], 2)],
    ]
    return table(["figure", "median (least–most)"], rows) + "\n\n" + _stored(found)


def _costs(reports: Sequence[Report]) -> list[float]:
    return [1000 * one["processor"] / one["asked"] for one in reports]


def _cheapness(found: Rounds) -> list[float]:
    return [a / b for a, b in zip(_costs(found.echo), _costs(found.bot), strict=True)]


def _waits(reports: Sequence[Report], part: float) -> str:
    return spread([1000 * share(one["waits"], part) for one in reports]) + " ms"


def _calls(report: Report) -> float:
    made = sum(count for name, count in report["calls"].items() if name != "getUpdates")
    return float(made / report["asked"])


def _stored(found: Rounds) -> str:
    short = [one for one in found.stored if set(one.values()) - {0} != {one["asked"]}]
    if short:
        return f"**Not everything was stored:** {short}"
    return f"Every message of every round was stored, handled and acknowledged: {found.stored[0]}"
