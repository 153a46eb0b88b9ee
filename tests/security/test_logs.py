"""Token and personal data never reach the logs, not even when everything goes wrong."""

import io
import logging
import sys
from collections.abc import Iterator

import pytest
import structlog

from bot import logs
from playground.faults import Next
from tests.conftest import OpenShop
from tests.desk import Shop

TOKEN = "100:CANARYcanaryCANARY"
PHONE = "+7 916 555-31-87"
MAIL = "kanareika@spoke.example"
WORDS = "канареечный секрет"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Everything that is logged, at the noisiest level."""
    buffer, root = io.StringIO(), logging.getLogger()
    handlers, level = list(root.handlers), root.level
    forget_cached_loggers()
    monkeypatch.setattr(sys, "stderr", buffer)
    logs.set_up("DEBUG")
    structlog.configure(cache_logger_on_first_use=False)
    yield buffer
    structlog.reset_defaults()
    root.handlers[:], root.level = handlers, level


def forget_cached_loggers() -> None:
    """Loggers that an earlier test has set up for good."""
    for module in list(sys.modules.values()):
        log = getattr(module, "__dict__", {}).get("log")
        if isinstance(log, structlog._config.BoundLoggerLazyProxy):
            log.__dict__.pop("bind", None)


async def test_canaries_stay_out_of_the_logs(
    written: io.StringIO, open_shop: OpenShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    from playground.server import Playground

    canary = Playground(token=TOKEN)
    await canary.start(0)
    shop = await open_shop(bot_token=TOKEN, bot_api_url=canary.url)
    shop.playground = canary
    try:
        await everything_goes_wrong(shop, monkeypatch)
    finally:
        await shop.closes()
        await canary.stop()
    said = written.getvalue()
    assert "update_failed" in said
    assert "update_set_aside" in said
    for secret in (TOKEN, TOKEN.partition(":")[2], PHONE, "555-31-87", MAIL, WORDS):
        assert secret not in said, secret


async def everything_goes_wrong(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна Канарейкина", language="ru", phone=PHONE)
    text = f"где мой заказ? {WORDS} {PHONE} {MAIL}"
    faults = shop.playground.faults
    faults.next = [Next(method="sendMessage", kind=kind) for kind in ("500", "429", "lost")]
    await anna.says(text)
    await anna.waits_for("№1")
    await anna.shares_contact()
    await boris.waits_for("№1", chat=group)

    async def fails(*args: object, **given: object) -> None:
        raise RuntimeError(f"{text} {TOKEN}")

    monkeypatch.setattr(shop.app.desk.reception, "inquiry", fails)
    monkeypatch.setattr("bot.worker.FIRST_PAUSE", 0.01)
    await anna.says(text)
    await anna.waits_for("вышла ошибка")
    shop.playground.push({"message": {"text": text, "from": {"id": anna.id}}})
    shop.playground.push({"message": text})
    await shop.settles()
