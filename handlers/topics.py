"""Forum topics of tickets: made, renamed, closed, reopened."""

from aiogram.methods import (
    CloseForumTopic,
    CreateForumTopic,
    DeleteForumTopic,
    EditForumTopic,
    ReopenForumTopic,
)

from handlers.calls import Call, NothingToSend
from handlers.texts import Texts, clean, cut
from services.card_views import TicketView
from services.outcomes import Sent

TITLE = 128


def change(texts: Texts, view: TicketView, row: Sent) -> Call:
    """The call that brings a ticket's forum topic to where it should be."""
    verb, thread = row.payload["verb"], row.payload.get("thread") or 0
    if verb == "create":
        if view.ticket.place_thread_id is not None or view.ticket.place_chat_id != row.chat_id:
            raise NothingToSend
        create = CreateForumTopic(chat_id=row.chat_id, name=_title(texts, view))
        return Call(create, form="topic")
    if verb == "close":
        close = CloseForumTopic(chat_id=row.chat_id, message_thread_id=thread)
        return Call(close, repeatable=True, thread_id=thread)
    if verb == "reopen":
        again = ReopenForumTopic(chat_id=row.chat_id, message_thread_id=thread)
        return Call(again, repeatable=True, thread_id=thread)
    rename = EditForumTopic(chat_id=row.chat_id, message_thread_id=thread, name=_title(texts, view))
    return Call(rename, repeatable=True, thread_id=thread)


def gone(row: Sent) -> Call:
    """The call that deletes a topic with everything in it; its ticket is nobody's by now."""
    method = DeleteForumTopic(chat_id=row.chat_id, message_thread_id=row.payload.get("thread") or 0)
    return Call(method, repeatable=True)


def _title(texts: Texts, view: TicketView) -> str:
    language = view.shop.language
    topic = view.topic.titles[language] if view.topic else texts.say(language, "topic-none")
    name = clean(view.customer.name).strip() or str(view.customer.tg_id)
    return cut(f"№{view.ticket.id} {name} · {topic}", TITLE)
