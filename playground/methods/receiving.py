"""How a bot gets its updates: long polling or webhook, and the account's sign-out."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from playground.errors import bad
from playground.registry import Call, Json, method
from playground.updates import BY_DEFAULT
from playground.webhooks import Webhook

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@method("getUpdates")
async def get_updates(call: Call) -> Json:
    events = await call.playground.poller(call.bot).poll(
        offset=call.get("offset", 0),
        limit=call.get("limit", 100),
        patience=call.get("timeout", 0),
        allowed=call.get("allowed_updates"),
    )
    return Json(f"[{','.join(event.text for event in events)}]")


@method("setWebhook")
async def set_webhook(call: Call) -> bool:
    url = call.params["url"]
    if not url:
        return await delete_webhook(call)
    _check_address(url)
    secret = call.get("secret_token", "")
    if secret and not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    call.bot.updates.allow(call.get("allowed_updates"))
    if call.get("drop_pending_updates"):
        call.bot.updates.clear()
    connections = min(max(call.get("max_connections", 40), 1), 100)
    await call.playground.deliver(call.bot, Webhook(url, secret, connections))
    return True


def _check_address(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")


@method("deleteWebhook")
async def delete_webhook(call: Call) -> bool:
    if call.get("drop_pending_updates"):
        call.bot.updates.clear()
    await call.playground.deliver(call.bot, None)
    return True


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> dict[str, Any]:
    webhook, updates = call.bot.webhook, call.bot.updates
    info: dict[str, Any] = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": updates.pending(call.world.clock.now()),
    }
    if webhook:
        info["max_connections"] = webhook.max_connections
    if webhook and webhook.last_error:
        info["last_error_date"] = webhook.last_error_date
        info["last_error_message"] = webhook.last_error
    if updates.allowed != BY_DEFAULT:
        info["allowed_updates"] = sorted(updates.allowed)
    return info


@method("getMe")
def get_me(call: Call) -> dict[str, Any]:
    return call.bot.me()


@method("logOut")
def log_out(call: Call) -> bool:
    call.bot.updates.clear()
    return True


@method("close")
def close(call: Call) -> bool:
    return True
