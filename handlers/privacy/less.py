"""What hangs under every message that the shop starts; and the last look before it is shown."""

from datetime import datetime

from handlers.buttons import Button
from handlers.calls import NothingToSend, NotYet
from handlers.texts import Texts
from services.outcomes import Sent
from services.privacy.gate import Drop, Hold
from services.privacy.room import PrivacyViews

Rows = list[list[Button]]


async def under(texts: Texts, views: PrivacyViews, row: Sent, now: datetime) -> Rows:
    """Less of this, no more of this; nothing under an answer.

    Raises NothingToSend when its person has said no since, NotYet when it is quiet now.
    """
    ref = row.payload.get("notice")
    if ref is None:
        return []
    decision, language = await views.releasing.verdict(ref, now)
    if isinstance(decision, Drop):
        raise NothingToSend
    if isinstance(decision, Hold):
        raise NotYet(decision.until)
    less = Button(texts.say(language, "button-less"), "fewer", ref)
    return [[less, Button(texts.say(language, "button-no-more"), "stopkind", ref)]]
