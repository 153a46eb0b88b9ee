"""Messages of news: what is new, with the way to it; a digest of several."""

from collections.abc import Sequence

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Markup, Texts, cut
from handlers.trade.cards.goods import amount, priced
from services.profile.news_views import Fresh, NewsView
from services.trade.lines import Line

TITLE, BUTTON, LISTED = 80, 40, 10


def fresh(texts: Texts, view: NewsView) -> Screen:
    """One news."""
    one, language = view.items[0], view.customer.language
    return Screen(_said(texts, one, language), _ways(one.lines, language, one.variant))


def digest(texts: Texts, view: NewsView) -> Screen:
    """Ten news at most, and how many more there are."""
    language, items = view.customer.language, view.items[:LISTED]
    said = [texts.say(language, "news-digest")]
    said += [_said(texts, one, language) for one in items]
    if len(view.items) > LISTED:
        said.append(texts.say(language, "news-more", count=len(view.items) - LISTED))
    lines = [one.lines[0] for one in items if one.lines]
    return Screen(Markup("\n\n".join(said)), _ways(lines, language))


def _said(texts: Texts, one: Fresh, language: str) -> Markup:
    if one.guide is not None:
        title, text = str(one.guide["title"]), str(one.guide["text"])
        return texts.say(language, "news-guide", title=title, text=text)
    title = cut(one.titles[language], TITLE)
    if one.kind == "category":
        lines = {"lines": [_line(texts, line, language) for line in one.lines]}
        count = one.count
        return texts.say(language, "news-category", title=title, count=count, lines=lines)
    price = _price(texts, one.lines[0], language)
    if one.kind == "back_in_stock":
        return texts.say(language, "news-back_in_stock", title=title, price=price)
    before = amount(one.before, one.lines[0].currency)
    return texts.say(language, "news-price_drop", title=title, price=price, before=before)


def _line(texts: Texts, line: Line, language: str) -> Markup:
    title = cut(line.product.title(language), TITLE)
    return texts.say(language, "news-line", title=title, price=_price(texts, line, language))


def _price(texts: Texts, line: Line, language: str) -> Markup:
    return priced(texts, language, line.price, line.currency, None, varied=line.varied)


def _ways(lines: Sequence[Line], language: str, variant: int = 0) -> list[list[Button]]:
    size = str(variant) if variant else ""
    return [
        [Button(cut(one.product.title(language), BUTTON), "pfthing", str(one.id), size)]
        for one in lines[:LISTED]
    ]
