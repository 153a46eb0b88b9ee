"""One message after the other, for an admin to say what each is about."""

from datetime import datetime

from handlers.buttons import Button
from handlers.cards.figures import signed
from handlers.screen import Screen
from handlers.texts import Markup, Texts, cut
from services.shop import TopicView
from services.teaching_views import Opinion, Question, ReviewView

TEXT = 900
TITLE = 60
NAME = 40
GUESSES = 3
WORTH_SAYING = 0.02
ON_PAGE = 12


def review(texts: Texts, view: ReviewView, language: str, now: datetime) -> Screen:
    """The message with what is known of it, and a button for each likely topic."""
    head = texts.say(language, "review-head", today=view.today, left=view.left)
    if view.question is None:
        back = _undo(texts, view, language)
        rows = [[back]] if back else []
        return Screen("\n\n".join([head, texts.say(language, "review-empty")]), rows)
    text = "\n\n".join([head, _asked(texts, view.question, language, now)])
    if view.page is not None:
        return Screen(text, _all(texts, view, view.question, view.page, language))
    return Screen(text, _likely(texts, view, view.question, language))


def _asked(texts: Texts, question: Question, language: str, now: datetime) -> str:
    lines: list[str] = [
        texts.say(
            language,
            "review-message",
            origin=_origin(texts, question, language, now),
            why=texts.say(language, f"review-why-{question.reason}"),
            text=cut(question.text, TEXT),
        ),
        "",
    ]
    guess = [one for one in question.guess if one[1] >= WORTH_SAYING][:GUESSES]
    if guess:
        topics = " · ".join(
            f"{_title(one, language)} {signed(chance, language, 0)}" for one, chance in guess
        )
        lines.append(texts.say(language, "review-model", topics=topics))
    lines += [_opinion(texts, one, language) for one in question.opinions]
    return "\n".join([*lines, "", texts.say(language, "review-ask")])


def _origin(texts: Texts, question: Question, language: str, now: datetime) -> Markup:
    if question.number is None:
        return texts.say(language, "review-from-file", name=cut(question.file, NAME))
    when = texts.moment(language, question.opened_at, now)
    return texts.say(language, "review-from-ticket", number=str(question.number), when=when)


def _opinion(texts: Texts, one: Opinion, language: str) -> str:
    name = cut(one.who, NAME) or texts.say(language, "review-former")
    topic = _title(one.topic, language) if one.topic else texts.say(language, "topic-none")
    key = "review-customer" if one.by_customer else "review-staff"
    return texts.say(language, key, name=name, topic=topic)


def _likely(
    texts: Texts, view: ReviewView, question: Question, language: str
) -> list[list[Button]]:
    ref = str(question.id)
    rows = [[_topic(one, ref, language)] for one in question.offered]
    rows += [
        [
            Button(texts.say(language, "button-review-more"), "alltopics", ref, "0"),
            Button(texts.say(language, "button-review-new"), "newtopic", ref),
        ],
        [
            Button(texts.say(language, "button-review-skip"), "skip", ref),
            Button(texts.say(language, "button-review-unfit"), "unfit", ref),
        ],
    ]
    back = _undo(texts, view, language)
    return [*rows, [back]] if back else rows


def _all(
    texts: Texts, view: ReviewView, question: Question, page: int, language: str
) -> list[list[Button]]:
    """Every topic, a dozen at a time."""
    ref, topics = str(question.id), list(view.shop.topics.values())
    last = (len(topics) - 1) // ON_PAGE
    page = min(page, last)
    shown = topics[page * ON_PAGE : (page + 1) * ON_PAGE]
    buttons = [_topic(one, ref, language) for one in shown]
    rows = [buttons[at : at + 2] for at in range(0, len(buttons), 2)]
    turning = []
    if last:
        onward = 0 if page == last else page + 1
        said = texts.say(language, "button-review-page", page=page + 1, pages=last + 1)
        turning = [Button(said, "alltopics", ref, str(onward))]
    back = Button(texts.say(language, "button-back"), "alltopics", ref)
    return [*rows, [back, *turning]]


def _topic(topic: TopicView, ref: str, language: str) -> Button:
    return Button(_title(topic, language), "teach", ref, str(topic.id))


def _title(topic: TopicView, language: str) -> str:
    return cut(topic.titles[language], TITLE)


def _undo(texts: Texts, view: ReviewView, language: str) -> Button | None:
    said = texts.say(language, "button-review-undo")
    return Button(said, "unteach") if view.may_undo else None
