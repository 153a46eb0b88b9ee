"""Why somebody is at risk, in words."""

from dataclasses import replace

from handlers.texts import Texts
from insight.stages import AT_RISK
from services.segments.reasons import Figures, why

REGULAR = Figures(
    orders=26,
    year_orders=26,
    age=356.0,
    idle=6.0,
    gap=14.0,
    silence=14.0,
    late=False,
    window=0.0,
    got=0.0,
    due=0.0,
    vip=False,
    fell=60.0,
    paid=121_345,
    usual=456_789,
    currency="RUB",
)


def _said(found: Figures, language: str) -> list[str]:
    texts = Texts()
    return [
        texts.say(language, one["key"], **one["args"]).replace("\N{NO-BREAK SPACE}", " ")
        for one in why(AT_RISK, found, None)
    ]


def test_smaller_orders_are_told_in_round_sums() -> None:
    assert _said(REGULAR, "ru") == [
        "средний заказ за последние 60 дней — около 1 200 ₽, обычно около 4 600 ₽"
    ]
    assert _said(REGULAR, "en") == [
        "an average order in the last 60 days: about RUB 1,200, usually about RUB 4,600"
    ]


def test_fewer_orders_and_silence_are_told_before_sums() -> None:
    fewer = replace(REGULAR, window=60.0, got=1.0, due=4.0)
    assert _said(fewer, "ru") == ["за последние 60 дней заказов: 1, обычно около 4"]
    assert "обычно заказывает" in _said(replace(REGULAR, late=True), "ru")[0]
