"""The Bot API's methods, by what they are about; importing a module registers its methods."""

from playground.methods import (
    chats,
    copying,
    media,
    messages,
    payments,
    places,
    profile,
    queries,
    receiving,
    removing,
    topics,
)

__all__ = [
    "chats",
    "copying",
    "media",
    "messages",
    "payments",
    "places",
    "profile",
    "queries",
    "receiving",
    "removing",
    "topics",
]
