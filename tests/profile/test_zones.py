"""Time zones as people name them, beside the full hour as well."""

from datetime import UTC, datetime

import pytest

from services.errors import Refusal
from services.profile.zones import zone_of

NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("+5", "Etc/GMT-5"),
        ("МСК+2", "Etc/GMT-5"),
        ("+5:30", "Asia/Kolkata"),
        ("UTC+5:45", "Asia/Kathmandu"),
        ("14:30", "Asia/Kolkata"),
        ("14:27", "Asia/Kolkata"),
        ("12:35", "Asia/Tehran"),
        ("14:05", "Etc/GMT-5"),
        ("12:00", "Europe/Moscow"),
        ("Дели", "Asia/Kolkata"),
    ],
)
def test_a_zone_is_understood(said: str, zone: str) -> None:
    assert zone_of(said, NOW) == zone


@pytest.mark.parametrize("said", ["+5:17", "11:30", "25:00", "нигде"])
def test_what_is_no_zone_is_asked_again(said: str) -> None:
    with pytest.raises(Refusal):
        zone_of(said, NOW)
