"""Topics that the model takes for each other, with what can be done about it."""

from collections.abc import Sequence

from handlers.texts import Texts, cut
from services.confusion import Confused

TITLE = 60


def confused(texts: Texts, found: Sequence[Confused], language: str) -> list[str]:
    """A headline, and two lines for each pair; nothing where none is mistaken."""
    if not found:
        return []
    lines: list[str] = [texts.say(language, "confused-head")]
    for one in found:
        lines += _pair(texts, one, language)
    return lines


def _pair(texts: Texts, one: Confused, language: str) -> list[str]:
    topic, other = (cut(view.titles[language], TITLE) for view in (one.topic, one.taken_for))
    said = [
        texts.say(
            language,
            "confused-pair",
            topic=topic,
            other=other,
            count=str(one.count),
            messages=one.messages,
        )
    ]
    if one.back:
        said.append(texts.say(language, "confused-back", count=str(one.back), messages=one.others))
    advice = "confused-merge" if one.in_one_queue else "confused-teach"
    return [" ".join([*said, texts.say(language, advice)])]
