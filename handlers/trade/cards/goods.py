"""Words about a thing that several cards say: its price, its stock, its badges."""

from typing import Any

from handlers.texts import Markup, Texts, escape


def amount(minor: int, currency: str) -> dict[str, Any]:
    """Money as an argument of a sentence."""
    return {"money": minor, "currency": currency}


def priced(
    texts: Texts,
    language: str,
    price: int,
    currency: str,
    old: int | None = None,
    *,
    varied: bool = False,
) -> Markup:
    """A price, the former one struck out beside it; "from" when variants differ."""
    said = texts.say(
        language, "price-from" if varied else "price-plain", price=amount(price, currency)
    )
    if old is None or old <= price:
        return said
    return texts.say(language, "price-was", price=said, old=amount(old, currency))


def stocked(texts: Texts, language: str, left: int | None, few: int = 5) -> Markup:
    """How much there is, in words; exactly only when it is little."""
    if left is not None and left <= 0:
        return texts.say(language, "stock-none")
    if left is not None and left <= few:
        return texts.say(language, "stock-left", count=left)
    return texts.say(language, "stock-there")


def badged(texts: Texts, language: str, badges: list[Any], most: int = 3) -> Markup:
    """Badges in words of ours where we have some, else as the shop wrote them."""
    known = texts.keys(language)
    said = (
        texts.say(language, f"badge-{one}") if f"badge-{one}" in known else escape(str(one)[:30])
        for one in badges[:most]
    )
    return Markup(" · ".join(said))
