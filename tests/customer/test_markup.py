"""Names and texts that are markup, run the other way, or are very long, in every sentence."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from handlers.cards.mine import mine
from handlers.texts import clean, cut, escape
from services.people import Actor
from tests.customer.shopfront import at, texts, ticket_view

TEXTS = texts()
ALLOWED = {"b", "i", "a", "code", "pre", "s", "u", "blockquote"}
names = st.text(max_size=80) | st.sampled_from(
    ["</b><a href='x'>", "<script>", "&lt;b&gt;", "\u202eevil", "שלום", "a\x00b", "\ud83d", "%s{0}"]
)


class Seen(HTMLParser):
    """What Telegram would see of a message."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.depth = 0
        self.said: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        self.depth -= 1

    def handle_data(self, data: str) -> None:
        self.said.append(data)


@given(names, st.sampled_from(["ru", "en"]))
def test_a_name_adds_no_markup_and_is_said_as_it_is(name: str, language: str) -> None:
    said = TEXTS.say(language, "start", name=name, shop=name)
    seen = Seen(said)
    assert seen.tags == [] and seen.depth == 0
    assert clean(name) in "".join(seen.said)
    said.encode("utf-8")


@given(names, st.sampled_from(["ru", "en"]))
def test_a_card_keeps_its_own_markup_whatever_the_name(name: str, language: str) -> None:
    agent = Actor(7, name, "agent", "ru", 1)
    view = ticket_view(language, at(23, 12), state="taken", agent=agent)
    seen = Seen(mine(TEXTS, view, at(23, 12)).text)
    assert seen.tags == ["b"] and seen.depth == 0


@given(st.text(), st.integers(1, 60))
def test_a_cut_text_fits_as_telegram_counts(text: str, units: int) -> None:
    kept = cut(text, units)
    assert len(kept.encode("utf-16-le", "surrogatepass")) // 2 <= units
    assert kept == text or kept.endswith("…")


@given(st.text())
def test_an_escaped_text_can_be_stored_and_turns_nothing_around(text: str) -> None:
    safe = escape(text)
    safe.encode("utf-8")
    assert "\x00" not in safe and "\u202e" not in safe
    assert safe.count("\u2068") - text.count("\u2068") == safe.count("\u2069") - 0
