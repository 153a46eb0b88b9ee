"""Questions lead nobody: no praise, no plea, and both ends of every scale are named."""

import re

import pytest

from handlers.texts import Texts

TEXTS = Texts()
QUESTIONS = (
    *("rating-ask", "rating-ask-only", "rating-score", "liked-ask", "thing-ask"),
    *("nps-ask", "ces-ask", "better-ask", "survey-why-ask", "comment-ask"),
)
SCALES = {
    "rating-ask": ("1", "5"),
    "rating-score": ("1", "5"),
    "liked-ask": ("1", "5"),
    "thing-ask": ("1", "5"),
    "nps-ask": ("0", "10"),
    "ces-ask": ("1", "5"),
}
LEADING = {
    "ru": (
        *("надеемся", "рады", "любим", "отлично", "прекрасн", "замечательн", "лучший", "здорово"),
        *("поставьте 5", "пять звёзд", "высок", "поддерж", "важно для нас", "правда", "ведь"),
    ),
    "en": (
        *("hope", "glad", "love", "great", "excellent", "wonderful", "best", "awesome"),
        *("5 stars", "five stars", "please give", "high score", "support us", "important to us"),
    ),
}


def said(language: str, key: str) -> str:
    names = TEXTS.names(language, key)
    return str(TEXTS.say(language, key, **dict.fromkeys(names, "7")))


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("key", QUESTIONS)
def test_no_question_leads(language: str, key: str) -> None:
    words = said(language, key).lower()
    assert not [one for one in LEADING[language] if re.search(rf"\b{one}", words)]
    assert "!" not in words.replace("спасибо!", "").replace("thank you!", "")


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("key", SCALES)
def test_both_ends_of_a_scale_are_named_alike(language: str, key: str) -> None:
    low, high = SCALES[key]
    dash = "—" if language == "ru" else "is"
    ends = re.search(rf"\b{low} {dash} ([^,]+), {high} {dash} ([^.]+)\.", said(language, key))
    assert ends is not None
    assert abs(len(ends[1].split()) - len(ends[2].split())) <= 1
