"""A night's figures for very many customers: time, processor time and peak memory of the child.

`python -m benchmarks.customers [--people 1000000]`
"""

import argparse
import asyncio
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from models.schema import upgrade

NOW = datetime(2026, 11, 28, 0, 30, tzinfo=UTC)
DAYS, MEAN, AT_ONCE = 720, 3.0, 50_000
FORM = "%Y-%m-%d %H:%M:%S.000000"
CUSTOMER = (
    "INSERT INTO customer (id, tg_id, name, language, language_chosen, reachable, banned,"
    " created_at, seen_at) VALUES (?, ?, 'x', 'ru', 0, 1, 0, ?, ?)"
)
ORDER = (
    "INSERT INTO shop_order (id, ref, customer_id, state, step, notes, currency, goods_total,"
    " discount, delivery_price, total, delivery, address, contact_name, contact_phone, comment,"
    " payment, paid, carrier, tracking, tracking_url, reason, wish, created_at, placed_at,"
    " changed_at, owed, proposal) VALUES (?, ?, ?, 'delivered', '', '[]', 'RUB', ?, 0, 0, ?, '',"
    " '', '', '', '', '', 'no', '', '', '', '', '', ?, ?, ?, 0, '{}')"
)


def fill(path: Path, people: int) -> int:
    """Customers with three orders each on average, spread over two years; how many orders."""
    chance = np.random.default_rng(1)
    made = NOW.strftime(FORM)
    link = sqlite3.connect(path)
    link.executemany(CUSTOMER, ((one, one, made, made) for one in range(1, people + 1)))
    many = chance.geometric(1 / MEAN, people)
    who = np.repeat(np.arange(1, people + 1), many)
    first = np.repeat(chance.uniform(0, DAYS, people), many)
    day = np.minimum(first + chance.exponential(40, len(who)) * (np.arange(len(who)) % 4), DAYS)
    money = np.rint(chance.lognormal(12, 0.6, len(who))).astype(np.int64)
    start = NOW - timedelta(days=DAYS + 1)
    for at in range(0, len(who), AT_ONCE):
        rows = []
        for place in range(at, min(at + AT_ONCE, len(who))):
            moment = (start + timedelta(days=float(day[place]))).strftime(FORM)
            sum_ = int(money[place])
            rows.append(
                (place + 1, f"b{place}", int(who[place]), sum_, sum_, moment, moment, moment)
            )
        link.executemany(ORDER, rows)
    link.commit()
    link.close()
    return len(who)


def main() -> None:
    """Fill a database, let the child reckon a night, print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1_000_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "shop.db"
        url = f"sqlite+aiosqlite:///{path}"
        asyncio.run(upgrade(url))
        orders = fill(path, asked.people)
        (folder / "plan").mkdir()
        began = time.perf_counter()
        words = ["--database", url, "--folder", str(folder / "plan"), "--at", NOW.isoformat()]
        words += ["--currency", "RUB", "--horizon", "90", "--vip-share", "0.1"]
        words += ["--vip-orders", "3", "--people", "unless_refused"]
        with subprocess.Popen(
            [sys.executable, "-m", "bot.reckoner", *words], stdin=subprocess.PIPE
        ) as child:
            child.wait()
        took = time.perf_counter() - began
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        plan = (folder / "plan" / "pages.jsonl").stat().st_size
    print(f"{asked.people} customers, {orders} orders")
    print(f"{took:.0f} s, {used.ru_utime + used.ru_stime:.0f} s of a processor")
    print(f"{used.ru_maxrss / 1024:.0f} MB at most, a plan of {plan / 2**20:.0f} MB")


if __name__ == "__main__":
    main()
