"""What is seen of a person without a message: typing, having read."""

from __future__ import annotations

from playground.chats import Chat
from playground.people.actor import Actor, Where
from playground.views import chat_view, mark_read, unread_event


class Presence(Actor):
    async def types(self, *, chat: Where = None, thread: int | None = None) -> None:
        """Shows "typing" to the other people in the chat; bots see nothing of it."""
        place = self.chat(chat)
        who = {"id": self.id, "first_name": self.user.first_name}
        for user in place.users():
            if user is not self.user:
                event = {"type": "typing", "chat": place.id_for(user), "thread": thread}
                self.world.hub.say(user.id, {**event, "who": who, "action": "typing"})

    async def reads(self, *, chat: Where = None, thread: int | None = None) -> None:
        """Marks the chat, or one topic, as read."""
        place = self.known_chat(chat)
        if place is not None:
            mark_read(place, self.user, thread)
            self.world.hub.tell(self.id, lambda: unread_event(place, self.user, thread))

    def chat_changed(self, chat: Chat) -> None:
        """Open pages of this person draw the chat anew."""
        event = {"type": "chat", "chat": chat.id_for(self.user), "thread": None}
        self.world.hub.tell(self.id, lambda: {**event, "chat_info": chat_view(chat, self.user)})
