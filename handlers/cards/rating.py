"""The question after a resolved ticket: solved or not, one to five, a word if they wish."""

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Texts
from services.card_views import RatingView

POOR = 2


def rating(texts: Texts, view: RatingView) -> Screen:
    """The card as far as it has been answered."""
    asked = view.rating
    if asked.score is not None:
        return _scored(texts, view, asked.score)
    if asked.solved is False:
        return Screen(_say(texts, view, "rating-unsolved"))
    scores = [Button(f"{score} ⭐", "rate", view.ticket.ref, str(score)) for score in range(1, 6)]
    stars, language = [scores] if view.scored else [], view.customer.language
    if asked.solved:
        return Screen(texts.say(language, "rating-score" if stars else "rating-solved"), stars)
    solved = [_button(texts, view, "solved"), _button(texts, view, "unsolved")]
    key = "rating-ask" if stars else "rating-ask-only"
    return Screen(_say(texts, view, key), [solved, *stars])


def _scored(texts: Texts, view: RatingView, score: int) -> Screen:
    asked, language = view.rating, view.customer.language
    mood = "poor" if score <= POOR else "good"
    commented = asked.comment is not None
    mood = "commented" if commented else mood
    text = texts.say(language, f"rating-{mood}", score=str(score))
    comment = [] if commented else [_button(texts, view, "comment")]
    unsolved = [_button(texts, view, "unsolved")] if asked.solved is None else []
    if score > POOR:
        unsolved = []
    return Screen(text, [row for row in (unsolved, comment) if row])


def _say(texts: Texts, view: RatingView, key: str) -> str:
    return texts.say(view.customer.language, key, number=str(view.ticket.id))


def _button(texts: Texts, view: RatingView, verb: str) -> Button:
    return Button(texts.say(view.customer.language, f"button-{verb}"), verb, view.ticket.ref)
