"""Sizes, colours and options of a thing as buttons; folded where they would fill the screen."""

from handlers.buttons import Button
from handlers.texts import Markup, Texts, cut
from handlers.trade.cards.goods import amount
from services.trade.options import Choice, Group, choices_of, groups_of
from services.trade.places import OPTIONS, VARIANTS, mark
from services.trade.shelf_views import ThingView

MOST_VARIANTS, MOST_CHOICES = 30, 40
LABEL, SHORT, MIDDLING = 40, 6, 14
UNFOLDED = 4
Rows = list[list[Button]]


def parts(texts: Texts, view: ThingView, ref: str) -> Rows:
    """Variants and options; many of them are folded, one kind is open at a time."""
    shown = {VARIANTS: _variants(view, ref), OPTIONS: _options(texts, view, ref)}
    if sum(map(len, shown.values())) <= UNFOLDED:
        return [*shown[VARIANTS], *shown[OPTIONS]]
    rows: Rows = []
    for name, part in shown.items():
        rows += _fold(texts, view, ref, name, part) if len(part) > 1 else part
    return rows


def _fold(texts: Texts, view: ThingView, ref: str, name: str, part: Rows) -> Rows:
    is_open = view.now.part == name
    what = view.now.variant.title(view.language) if name == VARIANTS else ""
    what = cut(what or texts.say(view.language, "part-options"), LABEL)
    sign, to = ("▴", "") if is_open else ("▾", name)
    head = [Button(f"{what} {sign}", "part", ref, to)]
    return [head, *part] if is_open else [head]


def chosen_words(view: ThingView) -> str:
    """The variant and the options that are chosen now, in words."""
    variant = view.now.variant.title(view.language) if len(view.thing.variants) > 1 else ""
    known = choices_of(view.thing.product)
    names = [known[one].titles[view.language] for one in view.now.chosen if one in known]
    return cut("; ".join(part for part in (variant, *names) if part), 200)


def _variants(view: ThingView, ref: str) -> list[list[Button]]:
    variants = view.thing.variants[:MOST_VARIANTS]
    if len(variants) < 2:
        return []
    buttons = []
    for one in variants:
        title = cut(one.title(view.language) or one.key, LABEL)
        gone = one.stock is not None and one.stock <= 0
        sign = "● " if one.id == view.now.variant.id else "✕ " if gone else ""
        buttons.append(Button(f"{sign}{title}", "variant", ref, str(one.id)))
    return _packed(buttons)


def _packed(buttons: list[Button]) -> list[list[Button]]:
    """Short names four in a row, longer ones fewer, long ones alone."""
    longest = max(len(one.text) for one in buttons)
    wide = (
        4
        if longest <= SHORT
        else 3
        if longest <= MIDDLING
        else 2
        if longest <= 2 * SHORT + 8
        else 1
    )
    return [buttons[at : at + wide] for at in range(0, len(buttons), wide)]


def _options(texts: Texts, view: ThingView, ref: str) -> Rows:
    groups = groups_of(view.thing.product)
    return [row for group in groups for row in _choices(texts, view, group, ref)][:MOST_CHOICES]


def _choices(texts: Texts, view: ThingView, group: Group, ref: str) -> list[list[Button]]:
    return [
        [Button(_choice(texts, view, group, one), "option", ref, mark(one.id))]
        for one in group.choices
    ]


def _choice(texts: Texts, view: ThingView, group: Group, one: Choice) -> str:
    on, off = ("🔘", "⚪️") if group.most == 1 and group.least else ("☑️", "⬜️")
    sign = on if one.id in view.now.chosen else off
    title = f"{sign} {cut(one.titles[view.language], LABEL)}"
    if not one.price:
        return title
    added = amount(abs(one.price), view.now.variant.currency)
    key = "option-adds" if one.price > 0 else "option-takes"
    return texts.say(view.language, key, title=Markup(title), price=added)
