"""What chosen options cost, whether they go together, and how they are named."""

from collections.abc import Iterator, Sequence
from typing import Any

from models.trade.products import Product, Variant
from services.errors import Refusal


def choice_of(chosen: Sequence[str]) -> str:
    """Chosen options as one text, the same for the same options."""
    return ",".join(sorted(chosen))


def price_of(product: Product, variant: Variant, chosen: Sequence[str]) -> int:
    """What one piece costs with these options, in minor units."""
    known = dict(_choices(product))
    return variant.price + sum(int(known[one].get("price", 0)) for one in chosen if one in known)


def check(product: Product, chosen: Sequence[str]) -> None:
    """Refuse options that the product does not have, or that do not go together."""
    known = dict(_choices(product))
    if not set(chosen) <= set(known):
        raise Refusal("options-changed")
    for rule in product.rules:
        other = rule.get("requires") or rule.get("excludes")
        if rule["if"] in chosen and (other in chosen) is not ("requires" in rule):
            raise Refusal("options-changed")


def title_of(product: Product, variant: Variant, chosen: Sequence[str], language: str) -> str:
    """The product, the variant and its options, in a language."""
    known = dict(_choices(product))
    extras = [str(known[one].get(language) or known[one]["ru"]) for one in chosen if one in known]
    parts = [part for part in (variant.title(language), *extras) if part]
    return product.title(language) + (f" ({', '.join(parts)})" if parts else "")


def _choices(product: Product) -> Iterator[tuple[str, dict[str, Any]]]:
    for group in product.options:
        for choice in group["choices"]:
            yield f"{group['key']}.{choice['key']}", choice
