"""Markup becomes entities with UTF-16 offsets, or an error that names the place."""

import html
from typing import Any

import pytest
from aiogram.utils.text_decorations import html_decoration, markdown_decoration
from hypothesis import given
from hypothesis import strategies as st

from playground.entities import parsed
from playground.errors import ApiError

PLAIN = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80)


def kinds(source: str, mode: str = "HTML") -> list[tuple[str, str]]:
    text, entities = parsed(source, mode, None)
    units = text.encode("utf-16-le")
    return [(e["type"], _cut(units, e)) for e in entities]


def _cut(units: bytes, entity: dict[str, Any]) -> str:
    start = entity["offset"] * 2
    return units[start : start + entity["length"] * 2].decode("utf-16-le")


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<b>жирный</b> 😀 <i>курсив</i>", [("bold", "жирный"), ("italic", "курсив")]),
        ("😀😀<u>x</u>", [("underline", "x")]),
        ("<b>a<i>b</i></b>", [("bold", "ab"), ("italic", "b")]),
        ('<a href="https://x.org/?a=1&amp;b=2">ссылка</a>', [("text_link", "ссылка")]),
        ("<tg-spoiler>x</tg-spoiler>", [("spoiler", "x")]),
        ('<span class="tg-spoiler">x</span>', [("spoiler", "x")]),
        ('<pre><code class="language-python">x=1</code></pre>', [("pre", "x=1")]),
        ("<blockquote expandable>q</blockquote>", [("expandable_blockquote", "q")]),
        ("<code>/start @anna_b</code>", [("code", "/start @anna_b")]),
        ("&lt;b&gt; &#1078; &unknown;", []),
        ("<b></b>x", []),
        ("/start to @someone", [("bot_command", "/start"), ("mention", "@someone")]),
        ("see https://x.org/a.", [("url", "https://x.org/a")]),
        ("mail a@b.ru #тег", [("email", "a@b.ru"), ("hashtag", "#тег")]),
    ],
)
def test_html(source: str, found: list[tuple[str, str]]) -> None:
    assert kinds(source) == found


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>я</i>", 'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"'),
        ("<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("5 < 6", 'Unsupported start tag "" at byte offset 2'),
        ("<Имя>", 'Unsupported start tag "Имя" at byte offset 0'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_html(source: str, said: str) -> None:
    with pytest.raises(ApiError) as error:
        parsed(source, "HTML", None)
    assert error.value.description == f"Bad Request: can't parse entities: {said}"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("*жирный* _курсив_", [("bold", "жирный"), ("italic", "курсив")]),
        ("__u__ ~s~ ||x||", [("underline", "u"), ("strikethrough", "s"), ("spoiler", "x")]),
        ("[a](https://x.org) `c`", [("text_link", "a"), ("code", "c")]),
        ("```py\nx\n```", [("pre", "x")]),
        (">quote\nafter", [("blockquote", "quote")]),
        (r"1\.5 \- x\!", []),
    ],
)
def test_markdown(source: str, found: list[tuple[str, str]]) -> None:
    assert kinds(source, "MarkdownV2") == found


@pytest.mark.parametrize("source", ["1.5", "*x", "[a](b", "a]", "`x", "x!"])
def test_broken_markdown(source: str) -> None:
    with pytest.raises(ApiError, match="can't parse entities: "):
        parsed(source, "MarkdownV2", None)


def test_old_markdown() -> None:
    assert kinds("*b* _i_ [a](x.ru) `c`", "Markdown") == [
        ("bold", "b"),
        ("italic", "i"),
        ("text_link", "a"),
        ("code", "c"),
    ]
    with pytest.raises(ApiError, match="Can't find end of the entity starting at byte offset 2"):
        parsed("a *b", "Markdown", None)


def test_trimming_moves_entities() -> None:
    text, entities = parsed("  <b> x </b>  ", "HTML", None)
    assert (text, entities) == ("x", [{"type": "bold", "offset": 0, "length": 1}])


@given(PLAIN)
def test_escaped_text_arrives_as_it_was(text: str) -> None:
    assert parsed(f"<b>{html.escape(text)}</b>", "HTML", None)[0] == text.strip()
    assert parsed(html_decoration.quote(text), "HTML", None)[0] == text.strip()
    assert parsed(markdown_decoration.quote(text), "MarkdownV2", None)[0] == text.strip()


@given(st.text(max_size=60))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    for mode in ("HTML", "MarkdownV2", "Markdown"):
        try:
            parsed(text, mode, None)
        except ApiError as error:
            assert error.code == 400
