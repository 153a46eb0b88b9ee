"""Every story of what customers say of the shop; and what its cards show."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from services.context import Context
from services.rooms import Report, Work
from services.voice.complaint_watch import ComplaintWatch
from services.voice.complaints import Complaints
from services.voice.complaints_views import ComplaintView, read_better, read_complaint
from services.voice.following_up import FollowingUp
from services.voice.reports.feedback import Comment, FeedbackReport, read_comments, read_feedback
from services.voice.reports.feedback_figures import FeedbackFigures
from services.voice.reports.service import ServiceReport, read_service
from services.voice.reports.service_figures import ServiceFigures
from services.voice.surveys import Surveys
from services.voice.surveys_views import SurveyView, read_survey
from services.voice.wish_digest import WishDigest
from services.voice.wish_finding import WishFinding
from services.voice.wish_groups import WishGroups
from services.voice.wish_views import WishGroupView, WishList, read_group, read_list
from services.voice.wishing import Wishing


class Voice:
    """What handlers are given for what customers say of the shop."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.complaints = Complaints(context)
        self.following_up = FollowingUp(context)
        self.complaint_watch = ComplaintWatch(context)
        self.feedback_report = FeedbackReport(context)
        self.service_report = ServiceReport(context)
        self.surveys = Surveys(context)
        self.wishing = Wishing(context)
        self.wish_groups = WishGroups(context)
        self.wish_finding = WishFinding(context)
        self.wish_digest = WishDigest(context, self.wish_groups.drawing)

    @property
    def jobs(self) -> tuple[tuple[Work, timedelta], ...]:
        """Scheduled work, and how often it looks round."""
        seconds = timedelta(seconds=10)
        return (
            (self.complaint_watch.look, seconds),
            (self.surveys.look, 3 * seconds),
            (self.wish_finding.look, timedelta(seconds=5)),
            (self.wish_digest.weekly, timedelta(minutes=1)),
        )

    @property
    def reports(self) -> Mapping[str, Report]:
        """What `/stats WORD` shows, by word."""
        return {
            "feedback": self.feedback_report,
            "service": self.service_report,
            "wishes": self.wish_groups,
        }


class VoiceViews:
    """Reads what the cards of this room show."""

    def __init__(self, context: Context) -> None:
        self.context = context

    async def complaint(self, complaint_id: int) -> ComplaintView | None:
        """A complaint, for the staff's card."""
        return await read_complaint(self.context, complaint_id)

    async def better(self, complaint_id: int) -> ComplaintView | None:
        """The question some days after a complaint was decided."""
        return await read_better(self.context, complaint_id)

    async def survey(self, survey_id: int) -> SurveyView | None:
        """A question of NPS or CES."""
        return await read_survey(self.context, survey_id)

    def language_at(self, chat_id: int) -> str:
        """What is spoken in a chat of the staff."""
        known = self.context.directory.find(chat_id) if chat_id > 0 else None
        return known.language if known else self.context.shop.language

    async def feedback(self, now: datetime) -> FeedbackFigures:
        """What customers said in the last weeks."""
        return await read_feedback(self.context, now)

    async def comments(
        self, kind: str, topic_id: int | None, page: int, now: datetime
    ) -> tuple[list[Comment], bool]:
        """A page of comments, and whether there are more."""
        return await read_comments(self.context, kind, topic_id, page, now)

    async def service(self, now: datetime) -> ServiceFigures:
        """How customers were served in the last weeks."""
        return await read_service(self.context, now)

    async def wishes(self, state: str, page: int, now: datetime) -> WishList:
        """A page of groups of wishes."""
        return await read_list(self.context, state, page, now)

    async def wish_group(
        self, ref: str, page: int, now: datetime, *, merging: bool = False
    ) -> WishGroupView | None:
        """One group of wishes."""
        return await read_group(self.context, ref, page, now, merging=merging)

    def decides(self, chat_id: int) -> bool:
        """Whether who reads a private card may decide about wishes."""
        return self.context.directory.find(chat_id).is_at_least("admin")
