"""Every sentence: the same in both languages, asked for with its own arguments, ever needed."""

import ast
import html
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from handlers.texts import LANGUAGES, LOCALES, Texts, UnknownText

ROOT = Path(__file__).parent.parent
TEXTS = Texts()
KEYS = sorted(TEXTS.keys("ru") | TEXTS.keys("en"))
NUMBERS = (0, 1, 2, 5, 11, 21, 104)
JARGON = re.compile(r"истинн|доверительн|95 случаях|95 cases|confidence", re.I)
SILENT = {"help-of-agent"}
ROOMS = ("handlers", "services", "bot")
NOT_ARGUMENTS = {
    "thread_id",
    "reply_to",
    "keyboard",
    "priority",
    "ticket",
    "join_key",
    "alert",
    "chat_id",
    "not_before",
}


def test_both_languages_have_the_same_keys() -> None:
    assert TEXTS.keys("ru") == TEXTS.keys("en")


def test_both_languages_take_the_same_arguments() -> None:
    assert {key: TEXTS.names("ru", key) for key in KEYS} == {
        key: TEXTS.names("en", key) for key in KEYS
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said(language: str) -> None:
    assert KEYS
    for key in KEYS:  # one test for all of them: a test each took a minute to say so
        names = TEXTS.names(language, key)
        counted = [name for name in names if _counts(language, key, name)]
        for number in NUMBERS:
            args: dict[str, Any] = {name: f"«{name}» & <b>" for name in names}
            args |= dict.fromkeys(counted, number)
            said = TEXTS.say(language, key, **args)
            assert said.strip() or key in SILENT, key
            assert "{" not in said and "$" not in said, key
            assert "<b>»" not in said, key


def test_no_key_stands_twice() -> None:
    found: dict[str, str] = {}
    for file in sorted(LOCALES.glob("ru*.ftl")):
        for key in re.findall(r"^([a-z][\w-]*) *=", file.read_text(encoding="utf-8"), re.M):
            assert key not in found, f"{key} stands in {file.name} and in {found[key]}"
            found[key] = file.name


def test_how_sure_a_figure_is_is_told_in_plain_words() -> None:
    files = [*LOCALES.glob("*.ftl"), *(ROOT / "docs" / "guides").glob("*.md")]
    said = {file.name: JARGON.search(file.read_text(encoding="utf-8")) for file in files}
    assert [name for name, found in said.items() if found] == []


def test_a_wrong_key_or_argument_is_an_error() -> None:
    for key, args in (("no-such", {}), ("talk-bye", {"name": "x"}), ("mine-choose", {})):
        with pytest.raises(UnknownText):
            TEXTS.say("ru", key, **args)


def test_long_words_of_people_are_said_whole() -> None:
    for words in ("щ" * 3500, "<&" * 1500):
        said = TEXTS.say("ru", "rating-comment", number="1", score="5", text=words)
        assert words in html.unescape(said)


def test_arguments_in_all_their_forms() -> None:
    now = datetime(2026, 11, 23, 9, tzinfo=UTC).isoformat()
    forms = (
        {"key": "talk-bye"},
        {"lines": [{"key": "day-0"}, "<i>"]},
        {"moment": now, "now": now},
        {"by": now, "now": now},
        {"minutes": 5},
        {"html": "<b>x</b>"},
        {"ru": "руль", "en": "bar"},
    )
    for form in forms:
        assert TEXTS.say("en", "contacts", lines=form)
    with pytest.raises(UnknownText):
        TEXTS.say("en", "contacts", lines={"other": 1})


def test_code_asks_only_for_sentences_that_exist_with_their_arguments() -> None:
    wrong = [
        f"{where}: «{key}» takes {sorted(TEXTS.names('ru', key))}, is given {sorted(args)}"
        if key in KEYS
        else f"{where}: no «{key}»"
        for where, key, args in _asked()
        if key not in KEYS or (args is not None and args != TEXTS.names("ru", key))
    ]
    assert wrong == []


def test_no_sentence_is_left_over() -> None:
    patterns = [re.compile(pattern) for pattern in _patterns()]
    left = [key for key in KEYS if not any(pattern.fullmatch(key) for pattern in patterns)]
    assert left == []


def _counts(language: str, key: str, name: str) -> bool:
    """Whether a sentence chooses its words by this number."""
    for file in LOCALES.glob(f"{language}*.ftl"):
        text = file.read_text(encoding="utf-8")
        found = re.search(rf"^{key} *=(.*?)(?=^\S|\Z)", text, re.M | re.S)
        if found is not None:
            return re.search(rf"\$ *{name} *->", found[1]) is not None
    return False


def _trees() -> Iterator[tuple[str, ast.Module]]:
    for room in ROOMS:
        for file in sorted((ROOT / room).rglob("*.py")):
            yield str(file.relative_to(ROOT)), ast.parse(file.read_text(encoding="utf-8"))


def _asked() -> Iterator[tuple[str, str, set[str] | None]]:
    """Where a sentence is asked for by a literal key: the place, the key, the arguments."""
    for file, tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (asked := _call(node)) is not None:
                yield f"{file}:{node.lineno}", *asked


def _call(node: ast.Call) -> tuple[str, set[str] | None] | None:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else None
    name = node.func.id if isinstance(node.func, ast.Name) else name
    place = {"Refusal": 0, "Toast": 0, "say": None, "tell": None, "tell_place": None}
    if name not in place:
        return None
    literal = [
        one.value
        for one in node.args
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    ]
    key = next((one for one in literal if "-" in one or one in KEYS), None)
    if key is None:
        return None
    if name == "Toast":
        return key, _of_dict(node)
    if any(one.arg is None for one in node.keywords):
        return key, None
    return key, {one.arg for one in node.keywords if one.arg not in NOT_ARGUMENTS and one.arg}


def _of_dict(node: ast.Call) -> set[str] | None:
    if len(node.args) < 2:
        return set()
    given = node.args[1]
    if not isinstance(given, ast.Dict):
        return None
    return {str(one.value) for one in given.keys if isinstance(one, ast.Constant)}


def _patterns() -> Iterator[str]:
    """What keys can look like: literals, and literals with something put into them."""
    for _, tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield re.escape(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(str(one.value)) if isinstance(one, ast.Constant) else "[a-z0-9_-]+"
                    for one in node.values
                ]
                if any(
                    isinstance(one, ast.Constant) and "-" in str(one.value) for one in node.values
                ):
                    yield "".join(parts)
