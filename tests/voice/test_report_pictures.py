"""Pictures of reports: as wide as a phone, whatever a shop has behind it, in both languages."""

import struct
from collections.abc import Callable
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.painting import paint_feedback, paint_service, paint_wishes
from bot.reports.canvas import Words
from bot.reports.service import unit_of
from models.memory.wishes import WishGroup
from models.memory.wishing import Counted
from services.drift import Share
from services.shop import Shop, TopicView
from services.voice.reports.feedback_figures import FeedbackFigures, FeedbackWeek
from services.voice.reports.scores import Scale, Scores
from services.voice.reports.service_figures import ServiceFigures, ServiceWeek, Times
from services.voice.wish_views import WishWeeks
from services.weeks import mondays

DAYS = mondays(date(2026, 11, 23))
NAMES = {"ru": "Доставка за 5$ и за 10$, очень длинное название", "en": "<b> & delivery"}
TOPICS = {f"t{number}": TopicView(number, f"t{number}", NAMES, 1) for number in range(1, 26)}
SHOP = Shop({}, ZoneInfo("Europe/Moscow"), {}, TOPICS)
NEVER = Times(0, 0, 0, None, None, None, None, Share(0, 0))
BUSY = Times(90, 80, 70, (31.0, 400.0), (50.0, 900.0), (99.0, 999.0), (99.0, 999.0), Share(70, 80))
Paint = Callable[[Path, str], None]


def test_an_english_day_is_no_riddle() -> None:
    day = date(2026, 9, 14)
    assert (Words("en", {}).day(day), Words("ru", {}).day(day)) == ("14 Sep", "14.09")


@pytest.mark.parametrize(
    ("longest", "unit", "shown"), [(0.05, "seconds", 3), (40, "minutes", 40), (600, "hours", 10)]
)
def test_the_axis_of_waits_is_in_whole_numbers(longest: float, unit: str, shown: float) -> None:
    assert unit_of(longest) == (unit, pytest.approx(shown / longest))


def feedback(scores: Scores) -> Paint:
    topics: dict[int | None, Scores] = dict.fromkeys((*range(1, 26), None), scores)
    weeks = tuple(
        FeedbackWeek(day, scores, Scores() if at % 2 else scores) for at, day in enumerate(DAYS)
    )
    empty = Scale()
    found = FeedbackFigures(weeks, topics, {}, {}, {}, empty, empty, (), {}, SHOP)
    return lambda path, language: paint_feedback(found, language, path)


def service(times: Times, topics: int) -> Paint:
    about: dict[int | None, int] = {number or None: number for number in range(topics)}
    weeks = tuple(ServiceWeek(day, times, 3, about) for day in DAYS)
    by: dict[int | None, Times] = dict.fromkeys(about, times)
    found = ServiceFigures(weeks, times, by, {}, {}, Share(9, 10), 3, {}, SHOP)
    return lambda path, language: paint_service(found, language, path)


def wishes(many: int) -> Paint:
    rows = tuple(
        (Counted(WishGroup(ref=f"r{at}", title=""), at, "хочу <b>$5$ " * 20), (0, *range(11)))
        for at in range(1, many + 1)
    )
    found = WishWeeks(tuple(DAYS), rows, tuple(range(12)))
    return lambda path, language: paint_wishes(found, language, path)


PICTURES = {
    "nobody answered": feedback(Scores(9)),
    "few answered": feedback(Scores(9, (1, 0, 0, 0, 3))),
    "many answered": feedback(Scores(300, (9, 8, 7, 60, 80))),
    "no tickets": service(NEVER, 0),
    "many tickets": service(BUSY, 25),
    "one wish": wishes(1),
    "many wishes": wishes(30),
}


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_for_a_phone(tmp_path: Path, name: str, language: str) -> None:
    path = tmp_path / "folder" / "picture.png"
    for _ in range(2):  # the second time over the first
        PICTURES[name](path, language)
    assert [one.name for one in path.parent.iterdir()] == ["picture.png"]
    width, height = struct.unpack(">II", path.read_bytes()[16:24])
    assert width == 1080 and 300 < height < 2.2 * 1080


@pytest.mark.parametrize("name", ["many answered", "many tickets", "many wishes"])
def test_what_can_not_be_written_leaves_no_half_a_file(tmp_path: Path, name: str) -> None:
    taken = tmp_path / "returns"
    taken.write_text("a file where the folder should be", "utf-8")
    with pytest.raises(OSError):
        PICTURES[name](taken / "picture.png", "ru")
    assert [one.name for one in tmp_path.iterdir()] == ["returns"]
