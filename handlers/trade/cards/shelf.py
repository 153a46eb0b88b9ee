"""A page of the catalogue: shelves, things, what was found; all in one message."""

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Markup, Texts, cut
from handlers.trade.cards.goods import badged, priced, stocked
from services.trade.lines import Line
from services.trade.shelf_views import PAGE, ShelfView

TITLE, LABEL = 70, 44
MOST_SHELVES = 40
PAIR = 13


def shelf(texts: Texts, view: ShelfView) -> Screen:
    """The page in the customer's language."""
    said, first = [_head(texts, view)], view.page * PAGE
    said += [_line(texts, view, one, first + at) for at, one in enumerate(view.lines, 1)]
    rows = [
        *_shelves(view),
        *([_thing(view, one, first + at)] for at, one in enumerate(view.lines, 1)),
        *_pages(texts, view),
        *_ways(texts, view),
    ]
    return Screen("\n\n".join(said), rows, view.picture)


def _head(texts: Texts, view: ShelfView) -> Markup:
    language = view.language
    if view.words is not None:
        words = cut(view.words, TITLE)
        if not view.lines:
            return texts.say(language, "found-none", words=words)
        if not view.whole:
            return texts.say(language, "found-near", words=words)
        return texts.say(language, "found-head", words=words, count=view.total)
    if view.path:
        title = " › ".join(cut(one.titles[language], TITLE) for one in view.path)
        if not view.lines and not view.below:
            return texts.say(language, "shelf-empty", title=title)
        return texts.say(language, "shelf-head", title=title, count=view.path[-1].total)
    key = "shelf-top" if view.below or view.lines else "shelf-nothing"
    return texts.say(language, key)


def _line(texts: Texts, view: ShelfView, one: Line, number: int) -> Markup:
    language = view.language
    price = priced(texts, language, one.price, one.currency, one.old_price, varied=one.varied)
    said = texts.say(
        language,
        "shelf-line",
        number=str(number),
        title=cut(one.product.title(language), TITLE),
        price=price,
    )
    more = [badged(texts, language, one.product.badges)]
    if one.left is not None and one.left <= 5:
        more.append(stocked(texts, language, one.left))
    return Markup(" · ".join([said, *(part for part in more if part)]))


def _shelves(view: ShelfView) -> list[list[Button]]:
    buttons = [
        Button(
            f"{cut(one.titles[view.language], LABEL)} · {one.total}", "category", str(one.id), "0"
        )
        for one in view.below[:MOST_SHELVES]
    ]
    rows: list[list[Button]] = []
    for button in buttons:
        fits = rows and len(rows[-1]) == 1 and len(button.text) <= PAIR >= len(rows[-1][0].text)
        if fits:
            rows[-1].append(button)
        else:
            rows.append([button])
    return rows


def _thing(view: ShelfView, one: Line, number: int) -> Button:
    title = cut(one.product.title(view.language), LABEL)
    return Button(f"{number}. {title}", "thing", str(one.id))


def _pages(texts: Texts, view: ShelfView) -> list[list[Button]]:
    if view.pages < 2:
        return []
    verb, ref = ("found", "") if view.words is not None else ("category", _ref(view.category_id))
    row = []
    if view.page:
        row.append(Button("◀", verb, ref, str(view.page - 1)))
    row.append(Button(f"{view.page + 1} / {view.pages}", verb, ref, str(view.page)))
    if view.page + 1 < view.pages:
        row.append(Button("▶", verb, ref, str(view.page + 1)))
    return [row]


def _ways(texts: Texts, view: ShelfView) -> list[list[Button]]:
    language = view.language
    find = Button(texts.say(language, "button-find"), "find")
    cart = Button(texts.say(language, "button-cart"), "cart", "", "anew")
    person = Button(texts.say(language, "button-ask-person"), "operator")
    rows = [[find, cart]]
    if view.words is not None:
        if not view.lines or not view.whole:
            rows.append([person])
        rows.append([Button(texts.say(language, "button-whole-catalog"), "category", "", "0")])
    elif view.path:
        follow = "button-unfollow" if view.followed else "button-follow"
        shelf_id = _ref(view.category_id)
        rows.append([Button(texts.say(language, follow), "pfwant", "category", shelf_id)])
        up = view.path[-1].parent_id
        key = "button-back" if up is not None else "button-whole-catalog"
        rows.append([Button(texts.say(language, key), "category", _ref(up), "0")])
    return rows


def _ref(category_id: int | None) -> str:
    return str(category_id) if category_id is not None else ""
