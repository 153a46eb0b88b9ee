"""Invoices of Telegram: drawn just before they are sent, sealed to whom they are sent to."""

from aiogram.methods import SendInvoice
from aiogram.types import LabeledPrice

from handlers.buttons import Sealer
from handlers.calls import Call, NothingToSend
from handlers.texts import Texts, clean, cut
from services.contacts import name_of
from services.outcomes import Sent
from services.views import Views

VERB, SEPARATOR = "pay", "|"
TITLE, ABOUT = 32, 255


def packed(sealer: Sealer, chat_id: int, ref: str, amount: int) -> str:
    """What an invoice carries: the order and the sum, sealed to a chat."""
    return SEPARATOR.join((ref, str(amount), sealer.seal(chat_id, VERB, ref, str(amount))))


def ref_of(sealer: Sealer, chat_id: int, payload: str) -> str | None:
    """The order of an invoice that is ours and was sent to this chat; None for any other."""
    parts = payload.split(SEPARATOR)
    if len(parts) != 3 or not parts[1].isdecimal():
        return None
    ours = packed(sealer, chat_id, parts[0], int(parts[1]))
    return parts[0] if ours == payload else None


async def invoice(texts: Texts, views: Views, sealer: Sealer, row: Sent, token: str) -> Call:
    """The call that asks for an order's money; nothing once it is paid or closed."""
    found = await views.trade.checkout.invoice(int(row.payload["order"]))
    if found is None or not token:
        raise NothingToSend
    order, language = found[0], found[1].language
    number, shop = str(order.id), name_of(views.trade.context.shop, language)
    title = cut(clean(texts.say(language, "invoice-title", number=number)), TITLE)
    method = SendInvoice(
        chat_id=row.chat_id,
        title=title,
        description=cut(clean(f"{shop}. {title}"), ABOUT),
        payload=packed(sealer, row.chat_id, order.ref, order.total),
        provider_token=token,
        currency=order.currency,
        prices=[LabeledPrice(label=title, amount=order.total)],
    )
    return Call(method, once=True)
