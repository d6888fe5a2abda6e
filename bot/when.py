"""Moments as people type them: `mon`, `2026-12-01`, `3d`, `18:00`."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from engine.durations import parse_duration

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"\d{1,2}:\d{2}")
WEEK = 7


def read_moment(text: str, now: datetime, zone: tzinfo, days: Sequence[str]) -> datetime | None:
    """The moment that is meant, in UTC; None for a text that means none. It may be over, if a date says so.

    A day is its beginning in the zone, a day of the week its next beginning, a time its next coming; a span is counted
    from now. `days` are names of the days of the week, from Monday on, as often over as there are ways to name them.
    """
    text, local = text.strip().casefold(), now.astimezone(zone)
    if not text:
        return None
    if text in days:
        ahead = (days.index(text) - local.weekday()) % WEEK or WEEK
        return _at(local.date() + timedelta(days=ahead), time.min, zone)
    try:
        if _DATE.fullmatch(text):
            return _at(date.fromisoformat(text), time.min, zone)
        if _TIME.fullmatch(text):
            clock = time.fromisoformat(text.zfill(len("00:00")))
            today = _at(local.date(), clock, zone)
            return today if today > now else _at(local.date() + timedelta(days=1), clock, zone)
        return now + parse_duration(text)
    except (ValueError, OverflowError):
        return None


def _at(day: date, clock: time, zone: tzinfo) -> datetime:
    """A time of a day; one that clocks leap over is that long after the leap."""
    return datetime.combine(day, clock, tzinfo=zone).astimezone(UTC)
