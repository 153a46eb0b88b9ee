"""Invoices and the bot's word before a payment."""

from __future__ import annotations

from typing import Any

from playground.errors import bad
from playground.methods.queries import open_query
from playground.methods.sending import send
from playground.queries import Query
from playground.registry import Call, method

PAY = {"inline_keyboard": [[{"text": "Pay", "pay": True}]]}


@method("sendInvoice")
def send_invoice(call: Call) -> dict[str, Any]:
    params = call.params
    prices = params["prices"]
    total = sum(price["amount"] for price in prices)
    if not prices or total <= 0:
        raise bad("CURRENCY_TOTAL_AMOUNT_INVALID")
    if params["currency"] != "XTR" and not params.get("provider_token"):
        raise bad("PAYMENT_PROVIDER_INVALID")
    if not 1 <= len(params["payload"].encode()) <= 128:
        raise bad("INVOICE_PAYLOAD_INVALID")
    params.setdefault("reply_markup", PAY)
    invoice = {
        "title": params["title"],
        "description": params["description"],
        "start_parameter": params.get("start_parameter", ""),
        "currency": params["currency"],
        "total_amount": total,
    }
    message = send(call, "invoice", {"invoice": invoice})
    call.bot.invoices[message.chat.id, message.id] = params["payload"]
    return message.json()


@method("answerPreCheckoutQuery")
def answer_pre_checkout(call: Call) -> bool:
    query = open_query(call, call.params["pre_checkout_query_id"], "pre_checkout_query")
    agreed, reason = call.params["ok"], call.get("error_message", "")
    if not agreed and not reason:
        raise bad("error_message is required when the answer is no")
    query.settle({"ok": agreed, "text": reason, "alert": not agreed, "url": None})
    if agreed:
        _pay(call, query)
    else:
        toast = {"type": "toast", "query": query.id, "text": reason, "alert": True}
        call.world.hub.say(query.user.id, toast)
    return True


def _pay(call: Call, query: Query) -> None:
    invoice = query.message.content["invoice"]
    payment = {
        "currency": invoice["currency"],
        "total_amount": invoice["total_amount"],
        "invoice_payload": call.bot.invoices[query.message.chat.id, query.message.id],
        "telegram_payment_charge_id": f"playground-{query.id}",
        "provider_payment_charge_id": f"playground-{query.id}",
    }
    content = {"successful_payment": payment}
    call.world.service(query.message.chat, query.user, content)
