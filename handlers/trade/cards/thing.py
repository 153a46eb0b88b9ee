"""One thing: picture, price, sizes and colours, options, stock, and what can be done."""

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Markup, Texts, cut, escape
from handlers.trade.cards.goods import amount, badged, priced, stocked
from handlers.trade.cards.parts import chosen_words, parts
from services.trade.places import MOST
from services.trade.shelf_views import ThingView, back_to

CAPTION = 1024
ATTRIBUTES = 5
TITLE = 200
LEAST_ABOUT = 40
SIZE = 24


def thing(texts: Texts, view: ThingView) -> Screen:
    """The card in the customer's language; a caption holds 1,024 characters, so words are cut."""
    before, after = _before(texts, view), _after(texts, view)
    room = CAPTION - sum(len(part) + 2 for part in (*before, *after))
    about = view.thing.product.about(view.language)
    words = [escape(cut(" ".join(about.split()), room))] if about and room > LEAST_ABOUT else []
    said = "\n\n".join(part for part in (*before, *words, *after) if part)
    return Screen(said, _rows(texts, view), view.picture)


def _before(texts: Texts, view: ThingView) -> list[Markup]:
    language, variant = view.language, view.now.variant
    added = view.price - variant.price
    old = variant.old_price + added if variant.old_price else None
    head = texts.say(
        language,
        "thing-head",
        title=cut(view.thing.product.title(language), TITLE),
        price=priced(texts, language, view.price, variant.currency, old),
    )
    stock = stocked(texts, language, variant.stock)
    badges = badged(texts, language, view.thing.product.badges)
    lines = [head, Markup(" · ".join(part for part in (stock, badges) if part))]
    return [Markup("\n".join(lines))]


def _after(texts: Texts, view: ThingView) -> list[Markup]:
    language = view.language
    product = view.thing.product
    lines = [_attribute(texts, one, language) for one in product.attributes[:ATTRIBUTES]]
    chosen = chosen_words(view)
    if chosen:
        lines.append(texts.say(language, "thing-chosen", what=chosen))
    problems = [
        Markup(f"⚠️ {texts.say(language, one.key, **one.args)}") for one in view.problems[:3]
    ]
    if view.now.puts:
        problems.append(texts.say(language, "thing-in-cart"))
    return [Markup("\n".join(lines)), Markup("\n".join(problems))]


def _attribute(texts: Texts, one: dict[str, str], language: str) -> Markup:
    name, value = one.get(language) or one["ru"], one.get(f"value_{language}") or one["value_ru"]
    return texts.say(language, "thing-attribute", name=cut(name, 60), value=cut(value, 80))


def _rows(texts: Texts, view: ThingView) -> list[list[Button]]:
    ref = str(view.thing.product.id)
    rows = [_photos(view, ref), *parts(texts, view, ref)]
    rows += [*_buying(texts, view, ref), *_ways(texts, view, ref)]
    return [row for row in rows if row]


def _photos(view: ThingView, ref: str) -> list[Button]:
    count, now = len(view.thing.photos), view.now.photo
    if count < 2:
        return []
    return [
        Button("◀ 📷", "picture", ref, str((now - 1) % count)),
        Button(f"{now + 1} / {count}", "picture", ref, str(now)),
        Button("📷 ▶", "picture", ref, str((now + 1) % count)),
    ]


def _buying(texts: Texts, view: ThingView, ref: str) -> list[list[Button]]:
    language, now = view.language, view.now
    if now.variant.stock is not None and now.variant.stock <= 0:
        return []
    most = now.variant.stock if now.variant.stock is not None else MOST
    count = texts.say(language, "button-pieces", count=now.quantity)
    pieces = [
        Button("−", "many", ref, str(max(1, now.quantity - 1))),
        Button(count, "many", ref, str(now.quantity)),
        Button("+", "many", ref, str(now.quantity + 1)),
    ]
    total = amount(view.price * now.quantity, now.variant.currency)
    key = "button-put-more" if now.puts else "button-put"
    put = Button(texts.say(language, key, total=total), "put", str(now.variant.id), now.seal)
    return [pieces if most > 1 else [], [put]]


def _ways(texts: Texts, view: ThingView, ref: str) -> list[list[Button]]:
    language, stock = view.language, view.now.variant.stock
    key = "button-about-gone" if stock is not None and stock <= 0 else "button-about"
    back = Button(texts.say(language, "button-back"), *back_to(view.back))
    cart = Button(texts.say(language, "button-cart"), "cart", "", "anew")
    return [
        [Button(texts.say(language, key), "about", ref)],
        *_wanting(texts, view, ref),
        [back, cart],
    ]


def _wanting(texts: Texts, view: ThingView, ref: str) -> list[list[Button]]:
    """What can be asked to hear of: when it or this size is there again, when it is cheaper."""
    kind = "price_drop" if view.there else "back_in_stock"
    key = f"button-unwant-{kind}" if kind in view.wanted else f"button-want-{kind}"
    rows = [[Button(texts.say(view.language, key), "pfwant", kind, ref)]]
    if not view.missing:
        return rows
    key = "button-unwant-size" if view.size_wanted else "button-want-size"
    size = cut(view.now.variant.title(view.language), SIZE)
    said = texts.say(view.language, key, size=size)
    return [[Button(said, "pfwant", "back_in_stock", view.missing)], *rows]
