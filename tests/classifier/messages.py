"""A small shop's messages: five topics and strangers, a few voices each."""

from classifier.corpus import Example

QUEUES: dict[str, str | None] = {
    "order_status": "orders",
    "order_change": "orders",
    "refund": "care",
    "warranty_repair": "care",
    "smalltalk": None,
}

_OPENINGS = ("", "здравствуйте ", "скажите ", "добрый день, ", "hello ", "sorry but ")
_MESSAGES = {
    "order_status": (
        "где мой заказ",
        "когда приедет посылка",
        "where is my parcel",
        "трек номер не ищется",
        "order still not here",
    ),
    "order_change": (
        "поменяйте адрес доставки",
        "хочу отменить заказ",
        "cancel my order",
        "добавьте ещё одну пару",
        "change the address please",
    ),
    "refund": (
        "когда вернутся деньги",
        "верните бабки",
        "when do i get my money",
        "деньги на карту не пришли",
        "refund not on my card",
    ),
    "warranty_repair": (
        "сломался насос",
        "телефон не включается",
        "the pump is broken",
        "экран треснул по гарантии",
        "it does not turn on",
    ),
    "smalltalk": ("привет", "спасибо", "thanks bye", "как дела", "ты бот или человек"),
    "out_of_scope": (
        "какая погода завтра",
        "заработок без вложений пиши в личку",
        "solve this equation",
        "ищу работу курьером",
        "crypto profit every day",
    ),
}


def shop_messages() -> list[Example]:
    return [
        Example(opening + text, label, "ru" if text[0] > "z" else "en", f"voice{number}")
        for label, texts in _MESSAGES.items()
        for number, opening in enumerate(_OPENINGS)
        for text in texts
    ]
