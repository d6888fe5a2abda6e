"""Moments as people type them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.when import read_moment

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
SATURDAY = datetime(2026, 11, 28, 17, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "zone", "meant"),
    [
        ("mon", UTC, "2026-11-30T00:00"),
        ("Mon", UTC, "2026-11-30T00:00"),
        ("sat", UTC, "2026-12-05T00:00"),
        ("sun", UTC, "2026-11-29T00:00"),
        ("mon", BERLIN, "2026-11-29T23:00"),
        ("mo", UTC, "2026-11-30T00:00"),
        ("2026-12-01", UTC, "2026-12-01T00:00"),
        ("2026-12-01", BERLIN, "2026-11-30T23:00"),
        ("2026-12-01", NEW_YORK, "2026-12-01T05:00"),
        ("18:00", UTC, "2026-11-28T18:00"),
        ("18:00", BERLIN, "2026-11-29T17:00"),
        ("9:05", UTC, "2026-11-29T09:05"),
        ("17:30", UTC, "2026-11-29T17:30"),
        ("3d", UTC, "2026-12-01T17:30"),
        ("90m", NEW_YORK, "2026-11-28T19:00"),
        ("2026-11-01", UTC, "2026-11-01T00:00"),
    ],
)
def test_a_moment_is_read_by_the_clocks_of_the_zone(text: str, zone: ZoneInfo, meant: str) -> None:
    days = ("mo", "di", "mi", "do", "fr", "sa", "so", *DAYS)
    assert read_moment(text, SATURDAY, zone, days) == datetime.fromisoformat(meant).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["", " ", "soon", "25:00", "12:60", "2026-13-01", "2026-02-30", "0d", "-3d", "3", "monday or so", "9" * 9 + "d"],
)
def test_what_is_no_moment_is_none(text: str) -> None:
    assert read_moment(text, SATURDAY, UTC, DAYS) is None


def test_a_day_on_which_clocks_change_begins_at_its_own_midnight() -> None:
    before = datetime(2026, 3, 28, 12, tzinfo=UTC)
    assert read_moment("sun", before, BERLIN, DAYS) == datetime(2026, 3, 28, 23, tzinfo=UTC)
    assert read_moment("mon", before, BERLIN, DAYS) == datetime(2026, 3, 29, 22, tzinfo=UTC)


def test_a_time_that_clocks_leap_over_is_that_long_after_the_leap() -> None:
    night = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    assert read_moment("2:30", night, BERLIN, DAYS) == night + timedelta(hours=1)
