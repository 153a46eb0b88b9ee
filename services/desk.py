"""The whole desk: every story, by who it serves."""

from collections.abc import Mapping
from typing import Any

from services import promises
from services.binding import Binding
from services.choosing import Choosing
from services.context import Context
from services.corrections import Corrections
from services.customers import Customers
from services.exporting import Exporting
from services.faults import Faults
from services.feedback import Feedback
from services.finding import Finding
from services.gaps import Gaps
from services.gathering import Gathering
from services.groups import Groups
from services.importing import Importing
from services.invitations import Invitations
from services.moving import Moving
from services.notes import Notes
from services.offering import Offering
from services.people import Actor
from services.presence import Presence
from services.privacy.room import Privacy
from services.profile.room import Profile
from services.promoting import Promoting
from services.quality import Quality
from services.reacting import Reacting
from services.reception import Reception
from services.registry import Registry
from services.retraining import Retraining
from services.reviewing import Reviewing
from services.rooms import Report, Room
from services.segments.room import Segments
from services.settling import Settling
from services.splitting import Splitting
from services.spot import Spot, answer
from services.staffing import Staffing
from services.topic_list import TopicList
from services.tracing import Tracing
from services.trade.trade import Trade
from services.turn import Turn
from services.unsending import Unsending
from services.upkeep import Upkeep
from services.voice.room import Voice
from services.watch import Watch
from services.work import Work


class Desk:
    """What handlers are given."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.bot_username = ""
        self.reception = Reception(context)
        self.corrections = Corrections(context, self.reception)
        self.customers = Customers(context)
        self.choosing = Choosing(context)
        self.splitting = Splitting(context)
        self.feedback = Feedback(context)
        self.work = Work(context)
        self.reacting = Reacting(context)
        self.settling = Settling(context)
        self.moving = Moving(context)
        self.offering = Offering(context)
        self.notes = Notes(context)
        self.unsending = Unsending(context)
        self.finding = Finding(context)
        self.tracing = Tracing(context)
        self.staffing = Staffing(context)
        self.invitations = Invitations(context)
        self.presence = Presence(context)
        self.binding = Binding(context)
        self.groups = Groups(context)
        self.watch = Watch(context)
        self.upkeep = Upkeep(context)
        self.faults = Faults(context)
        self.topic_list = TopicList(context)
        self.gathering = Gathering(context)
        self.reviewing = Reviewing(context, self.topic_list)
        self.importing = Importing(context)
        self.exporting = Exporting(context)
        self.registry = Registry(context)
        self.promoting = Promoting(context, self.registry)
        self.retraining = Retraining(context, self.registry, self.promoting)
        self.quality = Quality(context)
        self.trade = Trade(context)
        self.privacy = Privacy(context)
        self.voice = Voice(context)
        self.profile = Profile(context)
        self.segments = Segments(context)
        self.gaps = Gaps(context, self.trade.reminding.after_gap)

    @property
    def rooms(self) -> tuple[Room, ...]:
        """The parts that bring their own scheduled work and reports."""
        return (self.privacy, self.voice, self.profile, self.segments)

    @property
    def reports(self) -> Mapping[str, Report]:
        """What `/stats WORD` shows, by word."""
        found: dict[str, Report] = {"returns": self.trade.return_report}
        return found | {word: one for room in self.rooms for word, one in room.reports.items()}

    async def offer_reports(self, turn: Turn, actor: Actor, spot: Spot) -> None:
        """A button for each report, where it was asked for."""
        keyboard = {"name": "stats", "words": list(self.reports)}
        async with self.context.store.change(turn) as tx:
            await answer(tx, turn, spot, actor, "stats-menu", keyboard=keyboard)

    async def close(self, turn: Turn) -> None:
        """The update is dealt with and leaves nothing but its answer."""
        async with self.context.store.change(turn):
            pass

    async def reply(
        self,
        turn: Turn,
        chat_id: int,
        person_tg_id: int,
        language_code: str | None,
        key: str,
        *,
        thread_id: int | None = None,
        reply_to: int | None = None,
        keyboard: dict[str, Any] | None = None,
        **args: Any,
    ) -> None:
        """Answer where no story of its own is told, in the person's language."""
        language = await self.language(person_tg_id, language_code)
        async with self.context.store.change(turn) as tx:
            await promises.say(
                tx,
                turn.now,
                chat_id,
                language,
                key,
                thread_id=thread_id,
                reply_to=reply_to,
                keyboard=keyboard,
                **args,
            )

    async def language(self, person_tg_id: int, language_code: str | None) -> str:
        """The language a person chose, or the one of their Telegram."""
        return await self.tracing.language(person_tg_id, language_code)
