"""The cards of NPS and CES: the question with its scale, then thanks."""

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Texts
from services.voice.surveys import CES, NPS, SCORES
from services.voice.surveys_views import SurveyView

ROWS = {NPS: ((0, 6), (6, 11)), CES: ((1, 6),)}
VERBS = {NPS: "npsrate", CES: "cesrate"}


def survey(texts: Texts, view: SurveyView) -> Screen:
    """As far as it has been answered."""
    one, language = view.survey, view.customer.language
    if one.score is None:
        args = {"number": str(one.ticket_id)} if one.kind == CES else {}
        rows = [
            [Button(str(score), VERBS[one.kind], one.ref, str(score)) for score in range(*row)]
            for row in ROWS[one.kind]
        ]
        return Screen(texts.say(language, f"{one.kind}-ask", **args), rows)
    key = "survey-commented" if one.comment else "survey-thanks"
    said = texts.say(language, key, score=str(one.score), most=str(max(SCORES[one.kind])))
    if one.comment:
        return Screen(said)
    return Screen(said, [[Button(texts.say(language, "button-survey-why"), "surveywhy", one.ref)]])
