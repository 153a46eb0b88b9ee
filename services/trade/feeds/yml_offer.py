"""One `<offer>`: simplified or vendor.model, whatever its parts are called."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from services.trade.feeds import values
from services.trade.feeds.checks import Wrong, key_of, price_of, title_of
from services.trade.feeds.lines import ABOUT, BRAND, Fault, Item, Offer

Element = tuple[str, Mapping[str, str], str]
VARIANT = "вариант"
COUNTS = ("count", "stock_quantity", "quantity", "quantity_in_stock")
PARAMS = {
    "country_of_origin": "Страна производства",
    "weight": "Вес, кг",
    "dimensions": "Размеры, см",
}


def items_of(
    line: int, attrs: Mapping[str, str], parts: Sequence[Element], currency: str
) -> Iterator[Item]:
    """The offer, and what is wrong with it; nothing of one that is switched off."""
    first: dict[str, str] = {}
    for name, _, text in parts:
        first.setdefault(name, text.strip())
    if _is_off(attrs, first):
        return
    key = (attrs.get("id") or "").strip()
    faults: list[Item] = []
    try:
        offer = Offer(line, key_of(key), key_of(attrs.get("group_id", "").strip(), "group"))
        offer.said = _said(attrs, first, parts, currency, line, key, faults)
        yield offer
    except Wrong as wrong:
        yield Fault(line, wrong.why, wrong.value[:80], key)
    yield from faults


def _is_off(attrs: Mapping[str, str], first: Mapping[str, str]) -> bool:
    said = (
        *(attrs.get("deleted", ""), attrs.get("disabled", "")),
        *(first.get("deleted", ""), first.get("disabled", "")),
    )
    return any(one.strip().casefold() in ("true", "1", "yes") for one in said)


def _said(
    attrs: Mapping[str, str],
    first: Mapping[str, str],
    parts: Sequence[Element],
    currency: str,
    line: int,
    key: str,
    faults: list[Item],
) -> dict[str, Any]:
    own = values.currency_of(first.get("currencyId") or currency)
    if own != currency:
        raise Wrong("currency", own)
    said: dict[str, Any] = {
        "title_ru": title_of(_name(first)),
        "price": price_of(first.get("price", ""), currency),
        "currency": currency,
        "old_price": None,
        "about_ru": values.plain(first.get("description", ""))[:ABOUT],
        "brand": values.one_line(first.get("vendor", ""))[:BRAND],
        "stock": _stock(attrs, first, parts),
        "photos": [],
        "params": [],
    }
    if first.get("categoryId"):
        said["shelf"] = first["categoryId"]
    old = first.get("oldprice") or first.get("old_price")
    if old:
        worth = values.amount(old, currency)
        if worth is None:
            faults.append(Fault(line, "old-price", old[:80], key))
        elif worth > said["price"]:
            said["old_price"] = worth
    for part in parts:
        _many(part, said, line, key, faults)
    return said


def _many(part: Element, said: dict[str, Any], line: int, key: str, faults: list[Item]) -> None:
    """What an offer may have several of."""
    name, attrs, text = part
    if name == "picture":
        address = text.strip()
        if values.is_picture(address):
            said["photos"].append(address)
        elif address:
            faults.append(Fault(line, "picture", address[:80], key))
        return
    title = attrs.get("name", "") if name == "param" else PARAMS.get(name, "")
    if not title:
        return
    unit = attrs.get("unit", "").strip()
    value = f"{text.strip()} {unit}" if unit and text.strip() else text
    if title.strip().casefold() == VARIANT:
        said["variant_ru"] = values.one_line(value)
    elif (found := values.named(title, value)) is not None:
        said["params"].append(found)


def _name(first: Mapping[str, str]) -> str:
    if first.get("name"):
        return first["name"]
    words = (first.get(one, "") for one in ("typePrefix", "vendor", "model"))
    return " ".join(word for word in words if word) or first.get("title", "")


def _stock(
    attrs: Mapping[str, str], first: Mapping[str, str], parts: Sequence[Element]
) -> int | None:
    """How many there are; an offer that is said not to be available has none."""
    said = next((first[name] for name in COUNTS if first.get(name)), None)
    at_outlets = [one["instock"] for name, one, _ in parts if name == "outlet" and "instock" in one]
    available = (attrs.get("available") or first.get("available") or "true").strip().casefold()
    count: int | None = None
    if said is not None:
        count = _counted(said)
    elif at_outlets:
        found = [_counted(one) for one in at_outlets]
        count = None if None in found else sum(one or 0 for one in found)
    return 0 if available in ("false", "0", "no") else count


def _counted(words: str) -> int | None:
    is_said, count = values.stock(words)
    if not is_said:
        raise Wrong("stock", words)
    return count
