"""The words that people agree to: in full, by purpose and language, kept as they were shown."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from models.memory import agreeing
from models.memory.consents import PolicyText
from models.store import Session
from services import contacts
from services.shop import Shop

VERSION = "2026-11"
TEXTS = 64  # of all purposes, in all languages
Say = Callable[..., str]


def bare(language: str, key: str, /, **args: Any) -> str:
    """What is kept by a program that has no sentences: which ones they are, and of which shop."""
    return f"{language} {key} {sorted(args.items())}"


@dataclass(frozen=True, slots=True)
class Policies:
    """Renders the texts; `say` looks a sentence up in a language."""

    say: Say = bare

    def words(self, shop: Shop, purpose: str, language: str) -> str:
        """The whole text for a purpose, with the shop's name and where to write."""
        contact = shop.facts.get("contacts", {})
        whom = contact.get("email") or contact.get("phone") or contact.get("site") or "—"
        name = contacts.name_of(shop, language)
        return str(self.say(language, f"policy-{purpose}", shop=name, whom=str(whom)))


@lru_cache(TEXTS)
def hash_of(words: str) -> str:
    """What tells one text from another: the SHA-256 of its UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


async def kept(
    tx: Session, now: datetime, policies: Policies, shop: Shop, purpose: str, language: str
) -> int:
    """Within a story: the id of today's text, archived when it is shown for the first time."""
    words = policies.words(shop, purpose, language)
    sha256 = hash_of(words)
    known = await agreeing.text_of(tx, purpose, language, sha256)
    if known is not None:
        return known
    text = PolicyText(
        purpose=purpose,
        language=language,
        version=VERSION,
        sha256=sha256,
        text=words,
        first_at=now,
    )
    tx.add(text)
    await tx.flush()
    return text.id
