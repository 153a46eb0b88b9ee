"""The page's files: words complete in both languages, no foreign address, no markup from data."""

import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "playground" / "page"
KEY = re.compile(r'^  "([^"]+)":', re.MULTILINE)
USED = re.compile(r'\bt\("([^"]+)"')
ADDRESS = re.compile(r"https?://(?!www\.w3\.org/2000/svg)[\w.]+")
LONGEST_FILE = 200


def words(language: str) -> list[str]:
    return KEY.findall((PAGE / "words" / f"{language}.js").read_text())


def test_both_languages_have_the_same_words() -> None:
    assert words("ru") == words("en")


def test_every_key_in_use_has_words() -> None:
    used = {key for path in PAGE.glob("js/*.js") for key in USED.findall(path.read_text())}
    assert used - set(words("ru")) == set()


def test_nothing_is_loaded_from_elsewhere_or_made_from_markup() -> None:
    for path in [*PAGE.rglob("*.js"), *PAGE.rglob("*.css"), PAGE / "index.html"]:
        text = path.read_text()
        assert not ADDRESS.findall(text), path.name
        assert "innerHTML" not in text and "insertAdjacentHTML" not in text, path.name


def test_files_stay_short() -> None:
    long = [p.name for p in PAGE.rglob("*.*s") if len(p.read_text().splitlines()) > LONGEST_FILE]
    assert long == []
