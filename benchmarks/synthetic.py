"""As many labelled messages as asked, made of real ones: parts joined anew, with errors of typing.

Two messages of one topic lend their clauses, a greeting or a thank-you may stand around them, words
get lost or swapped, letters go wrong: hardly a message is made twice.
"""

import random
import re
from collections.abc import Iterator, Sequence

from classifier.corpus import Example, by_label

_PARTS = re.compile(r"[^.!?,;]+[.!?,;]*\s*")
_AROUND = {
    "ru": (
        (
            "привет",
            "здравствуйте",
            "добрый день",
            "добрый вечер",
            "скажите",
            "подскажите",
            "ребята",
        ),
        ("спасибо", "заранее благодарю", "жду ответа", "очень нужно", "это срочно", "помогите"),
    ),
    "en": (
        (
            "hi",
            "hello",
            "good morning",
            "hey there",
            "quick question",
            "sorry to bother",
            "excuse me",
        ),
        ("thanks", "thank you", "waiting for your reply", "it is urgent", "please help", "cheers"),
    ),
}
_LETTERS = {"ru": "абвгдежзиклмнопрстуфхцчшыьэюя", "en": "abcdefghiklmnoprstuvwy"}
AROUND, JOINED, LOST, TYPO = 0.4, 0.6, 0.15, 0.25


def synthetic(messages: Sequence[Example], count: int, seed: int = 0) -> Iterator[Example]:
    """So many messages, topics and languages in the proportions of the real ones."""
    dice = random.Random(seed)
    groups = {
        (label, language): [_PARTS.findall(one.text) or [one.text] for one in rows]
        for label, all_of in by_label(messages).items()
        for language in ("ru", "en")
        if (rows := [one for one in all_of if one.language == language])
    }
    sizes = [len(rows) for rows in groups.values()]
    for label, language in dice.choices(list(groups), sizes, k=count):
        text = _made(groups[label, language], language, dice)
        yield Example(text, label, language)


def _made(group: Sequence[Sequence[str]], language: str, dice: random.Random) -> str:
    parts = list(dice.choice(group))
    if dice.random() < JOINED:
        parts.insert(dice.randrange(len(parts) + 1), dice.choice(dice.choice(group)))
    words = " ".join(parts).split()
    if len(words) > 3 and dice.random() < LOST:
        del words[dice.randrange(len(words))]
    if len(words) > 3 and dice.random() < LOST:
        place = dice.randrange(len(words) - 1)
        words[place], words[place + 1] = words[place + 1], words[place]
    if dice.random() < TYPO:
        place = dice.randrange(len(words))
        words[place] = _mistyped(words[place], language, dice)
    before, after = _AROUND[language]
    if dice.random() < AROUND:
        words.insert(0, dice.choice(before))
    if dice.random() < AROUND:
        words.append(dice.choice(after))
    return " ".join(words)


def _mistyped(word: str, language: str, dice: random.Random) -> str:
    place, letter = dice.randrange(len(word)), dice.choice(_LETTERS[language])
    return word[:place] + dice.choice(("", letter, letter + word[place])) + word[place + 1 :]
