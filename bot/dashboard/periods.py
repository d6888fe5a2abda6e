"""The period that somebody asks figures for, by their own calendar."""

from datetime import date, datetime, timedelta, tzinfo

from channels.web.dashboard.statistics_views import USUAL_DAYS, AskedFigures
from storage.statistics import Period

_INSTANT = timedelta(microseconds=1)


def period(asked: AskedFigures, now: datetime, zone: tzinfo) -> Period:
    """Whole days of a zone, or so many days until now; nothing lies in the future."""
    end = now + _INSTANT
    if not (asked.since or asked.until):
        return Period(now - timedelta(days=asked.days), end)
    until = min(midnight(asked.until + timedelta(days=1), zone), end) if asked.until else end
    since = midnight(asked.since, zone) if asked.since else until - timedelta(days=USUAL_DAYS)
    return Period(min(since, until), until)


def midnight(day: date, zone: tzinfo) -> datetime:
    """When a day begins in a zone."""
    return datetime(day.year, day.month, day.day, tzinfo=zone)
