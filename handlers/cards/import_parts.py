"""What the pages of a brought file have in common."""

from handlers.buttons import Button
from handlers.texts import Texts, cut
from services.import_views import ImportView
from services.shop import Shop

TITLE, NAME, QUOTE = 40, 60, 110
Rows = list[list[Button]]


def head(texts: Texts, view: ImportView, language: str) -> str:
    """The file and how many rows it has."""
    return texts.say(language, "import-head", name=name_of(view), count=view.found["rows"])


def name_of(view: ImportView) -> str:
    """The file's name."""
    return cut(view.name, NAME)


def drop(texts: Texts, view: ImportView, language: str) -> Button:
    """Nothing of it is wanted."""
    return Button(texts.say(language, "button-import-drop"), "importdrop", str(view.id))


def back(texts: Texts, view: ImportView, language: str, page: str = "") -> Button:
    """To another page."""
    return Button(texts.say(language, "button-back"), "import", str(view.id), page)


def title_of(texts: Texts, shop: Shop, key: str, language: str) -> str:
    """What a topic is called; a former one, too."""
    if key == "-":
        return texts.say(language, "import-unfit")
    topic = shop.topics.get(key) or shop.former.get(key)
    return cut(topic.titles[language], TITLE) if topic else cut(key, TITLE)
