"""Short words that mean "write to me no more": a whole message of these, in either language."""

import re

POLITE = re.compile(r"\b(?:пожалуйста|пж|please|pls|спасибо|thanks|thank you)\b")
SIGNS = re.compile(r"[^\w\s']+")
WORDS = frozenset(
    {
        *("стоп", "стоп рассылка", "отписка", "отписаться", "отпишите", "отпишите меня"),
        *("отпиши меня", "не пишите", "не пишите мне", "не пишите больше", "не пишите мне больше"),
        *("больше не пишите", "больше не пишите мне", "больше мне не пишите", "хватит рассылок"),
        *("хватит мне писать", "хватит писать", "хватит спама", "хватит спамить", "не спамьте"),
        *("отключите рассылку", "отключите рассылки", "уберите меня из рассылки"),
        *("прекратите рассылку", "прекратите мне писать", "не присылайте рассылку"),
        *("stop", "stop it", "unsubscribe", "unsubscribe me", "opt out", "opt me out"),
        *("stop writing to me", "stop writing me", "stop messaging me", "stop texting me"),
        *("don't write to me", "don't write to me anymore", "do not write to me", "no more news"),
        *("don't message me", "no more messages", "stop the newsletter", "no more newsletters"),
        *("stop spam", "stop spamming", "stop spamming me", "stop sending me messages"),
    }
)


def wants_less(text: str) -> bool:
    """Whether that is all that is said; a longer message is a question like any other."""
    plain = text[:80].lower().replace("ё", "е").replace("’", "'")
    return len(text) <= 80 and " ".join(POLITE.sub(" ", SIGNS.sub(" ", plain)).split()) in WORDS
