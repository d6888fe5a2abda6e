"""When a team is at work, such as `Mon-Fri 09:00-17:30` in its time zone: outside of it nobody is reminded."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SHAPE = re.compile(r"(?P<days>[A-Za-z, -]+) (?P<start>\d\d:\d\d)-(?P<end>\d\d:\d\d)")
_WRITE = 'write them like "Mon-Fri 09:00-17:30" or "Mon,Wed 08:00-12:00"'


@dataclass(frozen=True, slots=True)
class Hours:
    """Days of the week, and from when to when on each of them, by the clocks of a zone."""

    days: frozenset[int]
    start: time
    end: time
    zone: ZoneInfo

    @classmethod
    def parse(cls, text: str, zone: str) -> "Hours":
        """Read hours and a zone of the IANA database; raises ValueError with what is wrong and how to write it."""
        match = _SHAPE.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"{text!r} are no working hours: {_WRITE}")
        try:
            start, end = (time.fromisoformat(match[name]) for name in ("start", "end"))
        except ValueError:
            raise ValueError(f"{text!r} has a time that no clock shows: {_WRITE}") from None
        if end <= start:
            raise ValueError(f"{text!r} ends before it begins: {_WRITE}")
        try:
            return cls(frozenset(_days(match["days"])), start, end, ZoneInfo(zone or "UTC"))
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            if "day" in str(error):
                raise
            raise ValueError(f"{zone!r} is no time zone: write one like Europe/Berlin") from None

    def opening(self, at: datetime) -> datetime:
        """That moment itself if the team is at work then, else the next one at which it begins; in UTC."""
        local = at.astimezone(self.zone)
        if local.weekday() in self.days and self.start <= local.time() < self.end:
            return at
        today = local.date()
        begins = (self._begin(today + timedelta(days=ahead)) for ahead in range(9))
        return next(moment for moment in begins if moment is not None and moment > at)

    def _begin(self, day: date) -> datetime | None:
        """When work begins on a day; a time that clocks leap over is that long after the leap."""
        if day.weekday() not in self.days:
            return None
        return datetime.combine(day, self.start, tzinfo=self.zone).astimezone(UTC)


def _days(text: str) -> list[int]:
    found: list[int] = []
    for part in text.replace(" ", "").split(","):
        first, _, last = part.partition("-")
        start, end = _day(first), _day(last or first)
        found += [day % 7 for day in range(start, (end if end >= start else end + 7) + 1)]
    return found


def _day(name: str) -> int:
    try:
        return DAYS.index(name.title())
    except ValueError:
        raise ValueError(f"{name!r} is no day of the week: write {', '.join(DAYS)}") from None
