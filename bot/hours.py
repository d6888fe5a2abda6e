"""When a team is at work, such as `Mon-Fri 09:00-17:30` in its time zone: outside of it nobody is reminded."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SHAPE = re.compile(r"(?P<days>[A-Za-z, -]+) (?P<start>\d\d:\d\d)-(?P<end>\d\d:\d\d)")
_STEP = timedelta(milliseconds=100)
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

    def includes(self, at: datetime) -> bool:
        """Whether the team is at work at that moment."""
        local = at.astimezone(self.zone)
        return local.weekday() in self.days and self.start <= local.time() < self.end

    def opening(self, at: datetime) -> datetime:
        """That moment itself if the team is at work then, else the next one at which it is; in UTC."""
        if self.includes(at):
            return at
        # Clocks can leap over all of a day's hours, and that day of the week comes again.
        today = at.astimezone(self.zone).date()
        begins = (moment for ahead in range(-1, 22) for moment in self._begins(today + timedelta(days=ahead)))
        return next(moment for moment in begins if moment > at)

    def next_day(self, at: datetime) -> datetime:
        """The next moment at which the team is at work on a later day than that moment's."""
        tomorrow = at.astimezone(self.zone).date() + timedelta(days=1)
        return self.opening(begin_of(tomorrow, time(), self.zone))

    def _begins(self, day: date) -> list[datetime]:
        """When work may begin on a day, in order: by the clocks, twice if they go back over it, or as they change."""
        begins = [datetime.combine(day, self.start, self.zone).replace(fold=fold).astimezone(UTC) for fold in (0, 1)]
        midnight, next_midnight = (begin_of(each, time(), self.zone) for each in (day, day + timedelta(days=1)))
        change = _change(midnight, next_midnight, self.zone)
        found = {*begins, change} if change else set(begins)
        return sorted(moment for moment in found if self.includes(moment))


def begin_of(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The first moment, in UTC, at which the clocks of a zone show that time of that day or a later one."""
    at = datetime.combine(day, clock, zone)
    before, after = at.astimezone(UTC), at.replace(fold=1).astimezone(UTC)
    if before <= after:
        return before
    # Clocks leap over it: the moment of the leap lies between what either side of it would call that time.
    return _change(after, before, zone) or before


def _change(least: datetime, most: datetime, zone: ZoneInfo) -> datetime | None:
    """The moment between these two at which the clocks of a zone are changed, if they are."""
    offset = least.astimezone(zone).utcoffset()
    if most.astimezone(zone).utcoffset() == offset:
        return None
    while most - least > _STEP:
        middle = least + (most - least) / 2
        is_before = middle.astimezone(zone).utcoffset() == offset
        least, most = (middle, most) if is_before else (least, middle)
    return most.replace(microsecond=0)


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
