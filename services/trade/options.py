"""A product's options: what they cost, which go together, what is wrong with a choice and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.trade.products import Product, Variant
from services.errors import Refusal

Titles = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One option; `id` is "group.choice", `price` what it adds in minor units."""

    id: str
    titles: Titles
    price: int


@dataclass(frozen=True, slots=True)
class Group:
    """Options of which at least `least` and at most `most` are chosen."""

    titles: Titles
    least: int
    most: int
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a choice can't be ordered: a sentence and what fills it."""

    key: str
    args: Mapping[str, Any]


def groups_of(product: Product) -> tuple[Group, ...]:
    """A product's options as they are now."""
    return tuple(_group(one) for one in product.options)


def _group(one: Mapping[str, Any]) -> Group:
    choices = tuple(
        Choice(f"{one['key']}.{choice['key']}", _titles(choice), int(choice.get("price") or 0))
        for choice in one["choices"]
    )
    most = int(one.get("most") or len(choices))
    return Group(_titles(one), min(int(one.get("least") or 0), most), most, choices)


def _titles(one: Mapping[str, Any]) -> Titles:
    russian = str(one.get("ru") or one.get("en") or one["key"])
    return {"ru": russian, "en": str(one.get("en") or russian)}


def choices_of(product: Product) -> dict[str, Choice]:
    """Every option by its id."""
    return {choice.id: choice for group in groups_of(product) for choice in group.choices}


def choice_of(chosen: Iterable[str]) -> str:
    """Chosen options as one text, the same for the same options in any order."""
    return ",".join(sorted(chosen))


def price_of(product: Product, variant: Variant, chosen: Iterable[str]) -> int:
    """What one piece costs with these options, in minor units; never below nothing."""
    known = choices_of(product)
    return max(0, variant.price + sum(known[one].price for one in set(chosen) if one in known))


def title_of(product: Product, variant: Variant, chosen: Iterable[str], language: str) -> str:
    """What is ordered, in words: the product, its variant, its options in the shop's order."""
    wanted = set(chosen)
    extras = [one.titles[language] for one in choices_of(product).values() if one.id in wanted]
    parts = ", ".join(part for part in (variant.title(language), *extras) if part)
    return f"{product.title(language)} ({parts})" if parts else product.title(language)


def check(product: Product, chosen: Sequence[str]) -> None:
    """Refuse a choice that can't be ordered; the refusal says in words what is wrong."""
    for problem in problems(product, chosen):
        raise Refusal(problem.key, **problem.args)


def problems(product: Product, chosen: Sequence[str]) -> list[Problem]:
    """Everything that is wrong with a choice, the worst first."""
    known = choices_of(product)
    if len(set(chosen)) < len(chosen) or any(one not in known for one in chosen):
        return [Problem("option-gone", {})]
    found = [_amount(group, chosen) for group in groups_of(product)]
    found += [_rule(rule, known, chosen) for rule in product.rules]
    return [one for one in found if one is not None]


def _amount(group: Group, chosen: Sequence[str]) -> Problem | None:
    count = sum(one.id in chosen for one in group.choices)
    if count < group.least:
        return Problem("option-choose", {"group": group.titles, "count": group.least})
    if count > group.most:
        return Problem("option-most", {"group": group.titles, "count": group.most})
    return None


def _rule(
    rule: Mapping[str, str], known: Mapping[str, Choice], chosen: Sequence[str]
) -> Problem | None:
    one, needed, barred = rule.get("if", ""), rule.get("requires"), rule.get("excludes")
    if one not in chosen:
        return None
    if needed in known and needed not in chosen:
        return _pair("option-needs", known[one], known[str(needed)])
    if barred in chosen:
        return _pair("option-excludes", known[one], known[str(barred)])
    return None


def _pair(key: str, one: Choice, other: Choice) -> Problem:
    return Problem(key, {"one": one.titles, "other": other.titles})


def fitting(product: Product, chosen: Iterable[str]) -> list[str]:
    """A choice brought to the options as they are now: what is gone goes, what must be is there."""
    wanted, found = set(chosen), list[str]()
    for group in groups_of(product):
        kept = [one.id for one in group.choices if one.id in wanted][: group.most]
        fresh = [one.id for one in group.choices if one.id not in kept]
        found += kept + fresh[: max(0, group.least - len(kept))]
    return found


def toggled(product: Product, chosen: Sequence[str], choice: str) -> list[str]:
    """The choice after a tap: one of one is replaced, one of many is put on or taken off."""
    group = next(
        (one for one in groups_of(product) if any(each.id == choice for each in one.choices)), None
    )
    if group is None:
        raise Refusal("option-gone")
    own = [one.id for one in group.choices if one.id in chosen]
    rest = [one for one in chosen if one not in own]
    if choice in own:
        kept = [one for one in own if one != choice]
        return list(chosen) if len(kept) < group.least else rest + kept
    if group.most == 1:
        return [*rest, choice]
    if len(own) >= group.most:
        raise Refusal("option-most", group=group.titles, count=group.most)
    return [*chosen, choice]
