"""Working hours: which moments are within, and when the next ones begin, by the clocks of a zone."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.hours import Hours

ZONES = sorted(available_timezones())
SIX_YEARS = 6 * 365 * 24 * 60
moments = st.integers(0, SIX_YEARS).map(lambda minutes: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))


def at(text: str, zone: str = "Europe/Berlin") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


OFFICE = Hours.parse("Mon-Fri 09:00-17:30", "Europe/Berlin")


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        ("2026-11-25 10:00", "2026-11-25 10:00"),
        ("2026-11-25 09:00", "2026-11-25 09:00"),
        ("2026-11-25 08:59", "2026-11-25 09:00"),
        ("2026-11-25 17:29", "2026-11-25 17:29"),
        ("2026-11-25 17:30", "2026-11-26 09:00"),
        ("2026-11-27 18:00", "2026-11-30 09:00"),
        ("2026-11-29 12:00", "2026-11-30 09:00"),
    ],
)
def test_the_next_moment_at_which_the_team_is_at_work(moment: str, opening: str) -> None:
    assert OFFICE.opening(at(moment)) == at(opening)


@pytest.mark.parametrize(
    ("text", "days"),
    [("Mon-Fri 09:00-17:00", {0, 1, 2, 3, 4}), ("mon,WED 08:00-12:00", {0, 2}), ("Sat-Mon 00:00-23:59", {5, 6, 0}),
     ("Sun 10:00-11:00", {6}), ("Mon-Tue, Fri-Sun 09:00-10:00", {0, 1, 4, 5, 6})],
)  # fmt: skip
def test_days_are_listed_or_spanned(text: str, days: set[int]) -> None:
    assert Hours.parse(text, "UTC").days == days


@pytest.mark.parametrize(
    ("text", "zone", "wrong"),
    [
        ("nine to five", "UTC", "are no working hours: write them like"),
        ("Mon-Fri 9:00-17:00", "UTC", "are no working hours"),
        ("Mon-Fri 09:00-25:00", "UTC", "no clock shows"),
        ("Mon-Fri 17:00-09:00", "UTC", "ends before it begins"),
        ("Mon-Fry 09:00-17:00", "UTC", "'Fry' is no day of the week"),
        ("Mon-Fri 09:00-17:00", "Europe/Bermin", "is no time zone"),
        ("Mon-Fri 09:00-17:00", "../etc/passwd", "is no time zone"),
    ],
)
def test_what_is_wrong_is_said(text: str, zone: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        Hours.parse(text, zone)


@pytest.mark.parametrize(
    ("hours", "moment", "opening"),
    [
        # Clocks leap from 2:00 to 3:00: work that begins at 2:30 begins with the leap.
        ("Sun 02:30-12:00", "2026-03-29 01:59", "2026-03-29 03:00"),
        # What is leapt over as a whole comes a week later.
        ("Sun 02:00-02:30", "2026-03-29 01:59", "2026-04-05 02:00"),
    ],
)
def test_clocks_that_leap_over_the_beginning_of_work(hours: str, moment: str, opening: str) -> None:
    assert Hours.parse(hours, "Europe/Berlin").opening(at(moment)) == at(opening)


def test_hours_that_the_clocks_show_twice_open_twice() -> None:
    hours, zone = Hours.parse("Sun 02:00-02:30", "Europe/Berlin"), ZoneInfo("Europe/Berlin")
    once = datetime(2026, 10, 25, 2, 0, tzinfo=zone).astimezone(UTC)
    assert hours.opening(once - timedelta(minutes=9)) == once
    assert hours.opening(once + timedelta(minutes=45)) == once + timedelta(hours=1)


def test_clocks_that_go_back_into_working_hours_open_them_again() -> None:
    hours, zone = Hours.parse("Sun 01:00-02:30", "Europe/Berlin"), ZoneInfo("Europe/Berlin")
    back = datetime(2026, 10, 25, 2, 0, tzinfo=zone, fold=1).astimezone(UTC)
    assert hours.opening(back - timedelta(minutes=10)) == back


def test_the_next_working_day_is_never_the_same_day() -> None:
    assert OFFICE.next_day(at("2026-11-26 08:00")) == at("2026-11-27 09:00")
    assert OFFICE.next_day(at("2026-11-27 10:00")) == at("2026-11-30 09:00")


@settings(max_examples=300, deadline=None)
@given(moments, st.sampled_from(ZONES), st.integers(0, 22), st.integers(1, 60))
def test_an_opening_is_never_before_and_never_more_than_a_week_after(
    moment: datetime, zone: str, hour: int, minutes: int
) -> None:
    hours = Hours.parse(f"Tue {hour:02}:30-{hour + 1:02}:29", zone)
    opening = hours.opening(moment)
    assert moment <= opening <= moment + timedelta(days=15)
    assert hours.opening(opening) == opening and hours.includes(opening)
