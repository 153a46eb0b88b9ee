"""`python -m playground --port 8090`: the playground by itself, until Ctrl-C."""

import argparse
import asyncio
import sys
from collections.abc import Callable

from playground.server import Playground


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


async def serve(port: int, token: str, username: str, ready: Callable[[str], None] = say) -> None:
    playground = Playground(token, username)
    await playground.start(port)
    ready(f"{playground.url}  (bot token {token})")
    try:
        await asyncio.Event().wait()
    finally:
        await playground.stop()


def main() -> None:
    parser = argparse.ArgumentParser(prog="playground", description=__doc__)
    parser.add_argument("--port", type=int, default=8090)
    parser.add_argument("--token", default="100:TEST")
    parser.add_argument("--username", default="prilavok_bot")
    chosen = parser.parse_args()
    try:
        asyncio.run(serve(chosen.port, chosen.token, chosen.username))
    except KeyboardInterrupt:
        say("")


if __name__ == "__main__":
    main()
