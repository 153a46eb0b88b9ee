"""Who draws for the running bot: what draws is loaded with the first picture, in its thread."""

from collections.abc import Mapping
from pathlib import Path

from services.desk import Desk
from services.segments.report import CustomerFigures
from services.trade.return_report import ProductReturns
from services.voice.reports.feedback_figures import FeedbackFigures
from services.voice.reports.service_figures import ServiceFigures
from services.voice.wish_views import WishWeeks
from services.weeks import Weeks


def hand_brushes(desk: Desk) -> None:
    """Tell the stories who draws for them."""
    desk.quality.paint = paint
    desk.trade.return_report.paint = paint_returns
    desk.voice.feedback_report.drawing.paint = paint_feedback
    desk.voice.service_report.drawing.paint = paint_service
    desk.segments.customers_report.drawing.paint = paint_customers
    desk.voice.wish_groups.drawing.paint = paint_wishes


def paint(found: Weeks, titles: Mapping[str, str], language: str, folder: Path) -> None:
    """The model's work by week, as files in a folder; raises OSError."""
    from bot.reports.quality import draw

    draw(found, titles, language, folder)


def paint_returns(found: tuple[ProductReturns, ...], days: int, language: str, path: Path) -> None:
    """Why things come back, as a file; raises OSError."""
    from bot.reports.returns import draw

    draw(found, days, language, path)


def paint_feedback(found: FeedbackFigures, language: str, path: Path) -> None:
    """What customers say, as a file; raises OSError."""
    from bot.reports.feedback import draw

    draw(found, language, path)


def paint_service(found: ServiceFigures, language: str, path: Path) -> None:
    """How customers are served, as a file; raises OSError."""
    from bot.reports.service import draw

    draw(found, language, path)


def paint_wishes(found: WishWeeks, language: str, path: Path) -> None:
    """What customers wish for, as a file; raises OSError."""
    from bot.reports.wishes import draw

    draw(found, language, path)


def paint_customers(found: CustomerFigures, language: str, path: Path) -> None:
    """Where customers stand, as a file; raises OSError."""
    from bot.reports.customers import draw

    draw(found, language, path)
