"""Options, rules and attributes as a cell holds them: written by hand, or by the export.

A group of options a line: `Рама: Сталь; Карбон +12000`; with everything said:
`frame=Рама | Frame [1-1]: steel=Сталь | Steel; carbon=Карбон | Carbon +12000`.
A rule a line: `frame.carbon requires wheels.28`. An attribute a line or between semicolons:
`Цвет | Color: красный | red`. A backslash takes the meaning from the sign after it.
"""

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from services.trade.feeds import values
from services.trade.feeds.checks import Wrong

MOST_GROUPS, MOST_CHOICES, MOST_RULES, NAME = 10, 30, 50, 100
_ESCAPED = re.compile(r"([\\;:|=\[])")
_PART = re.compile(r"(\\.|[;:|\n])", re.DOTALL)
_KEY = re.compile(r"([a-z0-9_-]{1,16})=")
_PRICE = re.compile(r" ([+-])([0-9][0-9 .,\u00a0]{0,18})$")
_BOUNDS = re.compile(r" ?\[([0-9]{1,2})(?:-([0-9]{1,2}))?\]$")
_VERBS = {
    "requires": "requires",
    "требует": "requires",
    "excludes": "excludes",
    "исключает": "excludes",
}


def options(cell: str, currency: str) -> list[dict[str, Any]]:
    """The groups of options; Wrong("options") names the line that can't be read."""
    groups = [_group(line, currency) for line in _lines(cell)]
    keys = [group["key"] for group in groups]
    if len(groups) > MOST_GROUPS or len(set(keys)) < len(keys):
        raise Wrong("options", cell)
    return groups


def _group(line: str, currency: str) -> dict[str, Any]:
    head, found, tail = _cut(line, ":")
    choices = [_choice(part, currency) for part in _parts(tail, ";") if part.strip()]
    keys = [choice["key"] for choice in choices]
    if not found or not 1 <= len(choices) <= MOST_CHOICES or len(set(keys)) < len(keys):
        raise Wrong("options", line)
    bounds = _BOUNDS.search(head.strip())
    head = head.strip()[: bounds.start()] if bounds else head.strip()
    least = int(bounds[1]) if bounds else 1
    most = int(bounds[2] or bounds[1]) if bounds else 1
    if not least <= most or not 1 <= most <= len(choices):
        raise Wrong("options", line)
    return {**_names(head, line), "least": least, "most": most, "choices": choices}


def _choice(part: str, currency: str) -> dict[str, Any]:
    words = part.strip()
    found = _PRICE.search(words)
    price = 0
    if found:
        worth = values.amount(found[2], currency)
        if worth is None:
            raise Wrong("options", part)
        price, words = (-worth if found[1] == "-" else worth), words[: found.start()]
    return {**_names(words, part), "price": price}


def _names(words: str, whole: str) -> dict[str, str]:
    keyed = _KEY.match(words)
    words = words[keyed.end() :] if keyed else words
    ru, _, en = (_bare(one) for one in _cut(words, "|"))
    if not ru or max(len(ru), len(en)) > NAME:
        raise Wrong("options", whole)
    return {"key": keyed[1] if keyed else f"{zlib.crc32(ru.encode()):x}", "ru": ru, "en": en}


def rules(cell: str, groups: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """What requires or excludes what; choices by their keys or Russian names."""
    known = {
        name: f"{group['key']}.{choice['key']}"
        for group in groups
        for choice in group["choices"]
        for name in (
            f"{group['key']}.{choice['key']}",
            f"{group['ru']}.{choice['ru']}".casefold(),
        )
    }
    found = [_rule(line, known) for line in _lines(cell)]
    if len(found) > MOST_RULES:
        raise Wrong("rules", cell)
    return found


def _rule(line: str, known: Mapping[str, str]) -> dict[str, str]:
    words = _bare(line)
    for word, verb in _VERBS.items():
        one, found, other = words.partition(f" {word} ")
        ends = [known.get(end.strip().casefold()) for end in (one, other)]
        if found and ends[0] and ends[1] and ends[0] != ends[1]:
            return {"if": ends[0], verb: ends[1]}
    raise Wrong("rules", line)


def attributes(cell: str) -> list[dict[str, Any]]:
    """Names with values; what has no colon says nothing."""
    found: list[dict[str, Any]] = []
    for line in _lines(cell):
        for part in _parts(line, ";"):
            name, colon, value = _cut(part, ":")
            one = _attribute(name, value) if colon else None
            if one is not None:
                found.append(one)
    return found


def _attribute(name: str, value: str) -> dict[str, Any] | None:
    (ru, _, en), (value_ru, _, value_en) = _cut(name, "|"), _cut(value, "|")
    said = [values.one_line(_bare(one)) for one in (ru, en, value_ru, value_en)]
    if not said[0] or not said[2]:
        return None
    names = ("ru", "en", "value_ru", "value_en")
    return dict(zip(names, (said[0][:80], said[1][:80], said[2][:300], said[3][:300]), strict=True))


def options_cell(groups: Sequence[Mapping[str, Any]], currency: str) -> str:
    """The groups as `options` reads them."""
    return "\n".join(
        f"{_said(group)} [{group['least']}-{group['most']}]: "
        + "; ".join(f"{_said(one)}{_plus(one, currency)}" for one in group["choices"])
        for group in groups
    )


def _said(one: Mapping[str, Any]) -> str:
    return f"{one['key']}={_two(one['ru'], one.get('en', ''))}"


def _plus(one: Mapping[str, Any], currency: str) -> str:
    """The price; nought is said where the name itself ends like one."""
    if not one["price"] and not _PRICE.search(_said(one)):
        return ""
    sign = "-" if one["price"] < 0 else "+"
    return f" {sign}{values.money_words(abs(one['price']), currency)}"


def rules_cell(found: Sequence[Mapping[str, str]]) -> str:
    """The rules as `rules` reads them."""
    return "\n".join(
        f"{rule['if']} {verb} {rule[verb]}"
        for rule in found
        for verb in ("requires", "excludes")
        if verb in rule
    )


def attributes_cell(found: Sequence[Mapping[str, Any]]) -> str:
    """The attributes as `attributes` reads them."""
    return "\n".join(
        f"{_two(*_fed(one, 'ru', 'en'))}: {_two(*_fed(one, 'value_ru', 'value_en'))}"
        for one in found
    )


def _fed(one: Mapping[str, Any], *names: str) -> list[str]:
    return [values.as_fed(one.get(name) or "") for name in names]


def _two(ru: str, en: str) -> str:
    return " | ".join(_ESCAPED.sub(r"\\\1", one) for one in (ru, en) if one)


def _lines(cell: str) -> Iterator[str]:
    return (line for line in cell.splitlines() if line.strip())


def _parts(text: str, sign: str) -> list[str]:
    """Split at a sign, except where a backslash stands before it."""
    parts = [""]
    for piece in _PART.split(text):
        if piece == sign:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _cut(text: str, sign: str) -> tuple[str, str, str]:
    first, *rest = _parts(text, sign)
    return first, sign if rest else "", sign.join(rest)


def _bare(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL).strip()
