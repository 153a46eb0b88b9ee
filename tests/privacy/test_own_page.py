"""The page of one's own data, as a customer reads it: no tags, no codes, no minutes of a day."""

import re
from typing import Any

import pytest

from handlers.privacy.own_page import page
from handlers.texts import Texts
from models.own.inventory import SECTIONS

AT = "2026-05-01T19:00:00+00:00"
TEXT = "<b>Зачем.</b> Писать &amp; звать"
CONTACT = {"time_zone": "Etc/GMT-5", "quiet_from": 1320, "quiet_to": 480, "muted": ["nps"]}
SHOWN = {
    "consents": [{"purpose": "service", "given": True, "at": AT}],
    "consent_log": [{"purpose": "news", "action": "given", "text": TEXT, "source": "privacy"}],
    "contact": [CONTACT],
    "notices": [{"kind": "csat", "state": "dropped", "reason": "no_consent"}],
    "profile": [{"field": "birthday", "value": "02-29"}, {"field": "called", "value": "<Аня>"}]
    + [{"field": f"about.{one}", "value": "да"} for one in ("bike", "dog")],
    "order_events": [{"at": AT, "verb": "comment", "details": {"words": "ремешок жмёт"}}],
    "log": [{"at": AT, "verb": "hand_over"}, {"at": AT, "verb": "unheard_of"}],
    "complaints": [{"cause": "nps_score"}, {"cause": "never_known"}],
}
CODES = ("hand_over", "unheard_of", "nps_score", "never_known", "about.")


def drawn(language: str) -> str:
    found: dict[str, Any] = {"shop": "Спица", "made_at": AT, "time_zone": "Europe/Moscow"}
    found |= {"currency": "RUB", "purposes": [{"purpose": "service"}], "recipients": ["staff"]}
    found["kept"] = {"orders_years": 5.0, "bodies_days": 7.0, "audit_days": None}
    found["asked"] = {"bike": "Какой у вас велосипед?" if language == "ru" else "Which bike?"}
    found["sections"] = {one.section: SHOWN.get(one.section, []) for one in SECTIONS}
    return "".join(page(Texts(), language, found))


def test_in_words() -> None:
    said = drawn("ru")
    for words in (
        *("2 мая 2026, 0:00", "Время — UTC+5", "с 22:00 до 8:00", "29 февраля", "сообщено"),
        *("Зачем. Писать &amp; звать", "экран «Ваши данные»", "5 лет", "7 дней", "нет согласия"),
        *("оценка ответа", "не отправлено", "посоветуете ли нас", "ремешок жмёт", "&lt;Аня&gt;"),
        *("обращение передали коллеге", "вы не посоветовали бы нас", "Какой у вас велосипед?"),
        *("сделано другое действие", "другой повод", "Вопрос магазина"),
    ):
        assert words in said, words
    assert "overflow-wrap:anywhere" not in said


@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_codes_and_nothing_empty_but_one_line(language: str) -> None:
    said = drawn(language)
    text = re.sub(r"<[^>]*>", " ", said.partition("</style>")[2])
    for code in (
        *CODES,
        "csat",
        "no_consent",
        "birthday" if language == "ru" else "02-29",
        "Etc/",
        "T19:",
    ):
        assert code not in text, code
    assert "1320" not in text and "<b>" not in said and "&lt;b&gt;" not in said
    assert said.count('class="none"') == 1 and said.count("<h2>") == 3 + len(SHOWN)
