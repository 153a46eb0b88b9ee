"""Pictures of the weeks: as wide as a phone, drawn of whatever a shop has behind it."""

import struct
from datetime import date
from pathlib import Path

import pytest

from bot.painting import paint
from models.quality import Counts
from services.weeks import NO_TOPIC, Week, Weeks, mondays

NEVER = Counts()
BUSY = Counts(tickets=90, routed=60, asked=20, triage=10, wrong=3, corrected=2, judged=50)
MANY = {f"t{number}": number + 1 for number in range(25)}
SHOPS = {
    "one ticket without words": [(Counts(tickets=1), {NO_TOPIC: 1})],
    "a week": [(BUSY, {"delivery": 60, "refund": 30})],
    "a gap": [(BUSY, {"delivery": 90}), (NEVER, {}), (BUSY, {"refund": 90})],
    "many topics": [(BUSY, MANY)] * 12,
    "all wrong": [(Counts(tickets=5, routed=5, wrong=5, judged=5), {"delivery": 5})] * 3,
    "a quiet present": [(BUSY, MANY), (NEVER, {})],
}


def weeks(told: list[tuple[Counts, dict[str, int]]]) -> Weeks:
    days = mondays(date(2026, 11, 16))
    before = [Week(day, NEVER) for day in days[: -len(told)]]
    after = [Week(day, *one) for day, one in zip(days[-len(told) :], told, strict=True)]
    return Weeks((*before, *after), is_over=len(told) > 1)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", SHOPS)
def test_two_pictures_for_a_phone(tmp_path: Path, name: str, language: str) -> None:
    folder = tmp_path / "now-ru"
    titles = {"delivery": "Доставка за 5$ и за 10$, очень длинное название", "t3": "<b>"}
    for _ in range(2):  # the second time over the first
        paint(weeks(SHOPS[name]), titles, language, folder)
    assert sorted(path.name for path in folder.iterdir()) == ["drift.png", "weeks.png"]
    for path in folder.iterdir():
        width, height = struct.unpack(">II", path.read_bytes()[16:24])
        assert width == 1080 and 300 < height < 2 * 1080


def test_what_can_not_be_written_leaves_no_half_a_file(tmp_path: Path) -> None:
    taken = tmp_path / "week-ru"
    taken.write_text("a file where the folder should be", "utf-8")
    with pytest.raises(OSError):
        paint(weeks(SHOPS["a week"]), {}, "ru", taken)
    assert [path.name for path in tmp_path.iterdir()] == ["week-ru"]
