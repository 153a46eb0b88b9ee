"""The whole bot as its own process, with a watch on how long its event loop was ever blocked."""

import asyncio
import json
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

import structlog

from benchmarks.processes import peak_mb
from bot.app import App
from bot.settings import Settings, read_settings
from bot.tuning import tune
from classifier import storage
from classifier.apart import encoder_apart
from classifier.model import TopicModel
from services.shop_file import read_shop_file

BEAT = 0.005


class Watch:
    """Sleeps very shortly again and again; a late waking is a blocked loop."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            began = time.monotonic()
            await asyncio.sleep(BEAT)
            self.longest = max(self.longest, time.monotonic() - began - BEAT)


async def main(given: dict[str, Any]) -> None:
    """Run the program with these settings until SIGTERM, then say what the watch saw."""
    settings = read_settings(
        bot_token="100:BENCH",
        bot_api_url=given["url"],
        database_url=given["database"],
        send_rate=given["send_rate"],
        _env_file=None,
    )
    with encoder_apart() as encoder:
        model = storage.load(Path(given["model"]), encoder)
        blocked = await _serve(settings, model, Path(given["shop"]))
        held = [os.getpid(), *([encoder.pid] if encoder else [])]
        _say({"blocked_ms": blocked * 1000, "peak_mb": sum(map(peak_mb, held))})


async def _serve(settings: Settings, model: TopicModel, shop: Path) -> float:
    app = App(settings, model, read_shop_file(shop))
    await app.start()
    tune()
    watch = Watch()
    watching = asyncio.create_task(watch.run())
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, app.supervisor.stopping.set)
    _say({"ready": True})
    await app.supervisor.stopping.wait()
    watching.cancel()
    await app.stop()
    return watch.longest


def _say(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    asyncio.run(main(json.loads(sys.argv[1])))
