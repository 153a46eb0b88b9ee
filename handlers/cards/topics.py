"""The topics as admins keep them: the list, and one topic's pages; all in one message."""

from handlers.buttons import Button
from handlers.cards.confusion import confused
from handlers.screen import Screen
from handlers.texts import Texts, cut
from services.shop import SMALLTALK, TopicView
from services.topic_list import LIST
from services.topic_views import TopicLine, TopicsView

TITLE = 60
SHOWN = 90
ROOM = 3000


def topics(texts: Texts, view: TopicsView, language: str) -> Screen:
    """The page that was asked for."""
    if view.subject is None:
        return _list(texts, view, language)
    pages = {"queue": _queues, "merge": _merge, "retire": _retire}
    return pages.get(view.page, _topic)(texts, view, view.subject, language)


def _list(texts: Texts, view: TopicsView, language: str) -> Screen:
    said: list[str] = [texts.say(language, "topics-head", count=len(view.lines)), ""]
    said += _fitting([_line(texts, one, language) for one in view.lines])
    if view.former:
        left = ROOM - sum(map(len, said))
        said += ["", texts.say(language, "topics-former")]
        said += _fitting([_line(texts, one, language) for one in view.former], left)
    if view.mistaken:
        said += ["", texts.say(language, "topics-mistaken")]
        said += [
            texts.say(
                language,
                "topics-pair",
                one=_title(one, language),
                other=_title(other, language),
                count=count,
            )
            for one, other, count in view.mistaken
        ]
    if view.confused:
        said += ["", *confused(texts, view.confused, language)]
    lines = [*view.lines, *view.former][:SHOWN]
    buttons = [
        _to(_title(one.topic, language), one.topic) for one in lines if one.topic.key != SMALLTALK
    ]
    rows = [buttons[at : at + 2] for at in range(0, len(buttons), 2)]
    add = Button(texts.say(language, "button-topic-add"), "addtopic")
    return Screen("\n".join(said), [[add], *rows])


def _fitting(lines: list[str], room: int = ROOM) -> list[str]:
    """As many lines as a message holds beside the rest; every topic has its button anyway."""
    for number, line in enumerate(lines):
        room -= len(line) + 1
        if room < 0:
            return [*lines[:number], "…"]
    return lines


def _line(texts: Texts, one: TopicLine, language: str) -> str:
    return texts.say(
        language,
        "topics-line",
        topic=_title(one.topic, language),
        queue=_queue(texts, one, language),
        count=one.labels,
    )


def _queue(texts: Texts, one: TopicLine, language: str) -> str:
    return one.queue.titles[language] if one.queue else texts.say(language, "topic-no-queue")


def _topic(texts: Texts, view: TopicsView, one: TopicLine, language: str) -> Screen:
    topic = one.topic
    said = texts.say(
        language,
        "topic-page",
        ru=topic.titles["ru"],
        en=topic.titles["en"],
        queue=_queue(texts, one, language),
        count=one.labels,
    )
    back = Button(texts.say(language, "button-back"), "topics", "", LIST)
    if view.is_former:
        return Screen(
            "\n\n".join([said, _gone(texts, view, topic, language)]),
            _again(texts, topic, language, back),
        )
    rows = [
        [Button(texts.say(language, "button-topic-rename"), "renametopic", str(topic.id))],
        [_to(texts.say(language, "button-topic-queue"), topic, "queue")],
        [_to(texts.say(language, "button-topic-merge"), topic, "merge")],
        [_to(texts.say(language, "button-topic-retire"), topic, "retire")],
        [back],
    ]
    return Screen(said, rows)


def _again(texts: Texts, topic: TopicView, language: str, back: Button) -> list[list[Button]]:
    return [
        [Button(texts.say(language, "button-topic-back"), "restoretopic", str(topic.id))],
        [back],
    ]


def _gone(texts: Texts, view: TopicsView, topic: TopicView, language: str) -> str:
    key = topic.merged_into
    into = view.shop.topics.get(key or "") or view.shop.former.get(key or "")
    if into is None:
        return texts.say(language, "topic-is-retired")
    return texts.say(language, "topic-is-merged", into=_title(into, language))


def _queues(texts: Texts, view: TopicsView, one: TopicLine, language: str) -> Screen:
    rows = [
        [Button(queue.titles[language], "movetopic", str(one.topic.id), str(queue.id))]
        for queue in view.shop.queues.values()
        if not queue.is_triage and queue.id != one.topic.queue_id
    ]
    said = texts.say(language, "topic-queue-which", topic=_title(one.topic, language))
    return Screen(said, [*rows, [_back(texts, one, language)]])


def _merge(texts: Texts, view: TopicsView, one: TopicLine, language: str) -> Screen:
    title, chosen = _title(one.topic, language), view.shop.topic_by_id(_number(view.arg))
    if chosen is not None:
        text = texts.say(
            language,
            "topic-merge-sure",
            topic=title,
            into=_title(chosen, language),
            count=one.labels,
        )
        said = texts.say(language, "button-topic-merge-yes")
        yes = Button(said, "mergetopic", str(one.topic.id), str(chosen.id))
        return Screen(text, [[yes], [_back(texts, one, language)]])
    buttons = [
        _to(_title(other.topic, language), one.topic, f"merge.{other.topic.id}")
        for other in view.lines[:SHOWN]
        if other.topic.key not in (SMALLTALK, one.topic.key)
    ]
    rows = [buttons[at : at + 2] for at in range(0, len(buttons), 2)]
    text = texts.say(language, "topic-merge-which", topic=title)
    return Screen(text, [*rows, [_back(texts, one, language)]])


def _retire(texts: Texts, view: TopicsView, one: TopicLine, language: str) -> Screen:
    text = texts.say(language, "topic-retire-sure", topic=_title(one.topic, language))
    yes = Button(texts.say(language, "button-topic-retire-yes"), "retiretopic", str(one.topic.id))
    return Screen(text, [[yes], [_back(texts, one, language)]])


def _to(text: str, topic: TopicView, page: str = "") -> Button:
    return Button(text, "topics", "", f"{topic.id}.{page}".rstrip("."))


def _back(texts: Texts, one: TopicLine, language: str) -> Button:
    return _to(texts.say(language, "button-back"), one.topic)


def _title(topic: TopicView, language: str) -> str:
    return cut(topic.titles[language], TITLE)


def _number(words: str) -> int | None:
    return int(words) if words.isdigit() else None
