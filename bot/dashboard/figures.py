"""How statistics are reckoned: spreads of times, and how many waited when."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import TypeVar

from bot.admin.reports import at
from engine.transitions import AGREED, HandoffState
from engine.values import from_micros, to_micros
from storage.statistics import QUARTER, Flow, Taken

KeyT = TypeVar("KeyT", bound=Hashable)
HALF, MOST = 0.5, 0.9
"""The parts of all decisions whose times are told."""
MOST_POINTS = 62
_DAYS = (1, 7, 28, 91, 364)
"""How many days may lie between two points of a line of time."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How many were decided, how many of those each way, and how long that took (None where there are none)."""

    count: int = 0
    agreed: int = 0
    rejected: int = 0
    half: timedelta | None = None
    most: timedelta | None = None


def spread(taken: Iterable[Taken]) -> Spread:
    """The spread of these."""
    listed = list(taken)
    if not listed:
        return Spread()
    spans = sorted(each.closed_at - each.opened_at for each in listed)
    states = Counter(each.state for each in listed)
    half, most = (timedelta(microseconds=at(spans, part)) for part in (HALF, MOST))
    return Spread(len(listed), sum(states[state] for state in AGREED), states[HandoffState.REJECTED], half, most)


def spreads(taken: Iterable[Taken], key: Callable[[Taken], KeyT]) -> Mapping[KeyT, Spread]:
    """The spread of each group."""
    groups = defaultdict[KeyT, list[Taken]](list)
    for each in taken:
        groups[key(each)].append(each)
    return {name: spread(group) for name, group in groups.items()}


def by_hour(counts: Mapping[int, int], since: datetime, until: datetime, zone: tzinfo) -> Sequence[int]:
    """How many of what is counted by quarters of an hour fall into each hour of the day of a zone."""
    hours = [0] * 24
    first, end = to_micros(since) // QUARTER, to_micros(until)
    for quarter, count in counts.items():
        if first <= quarter and quarter * QUARTER < end:
            hours[hour_of(quarter * QUARTER, zone)] += count
    return hours


def hour_of(micros: int, zone: tzinfo) -> int:
    """The hour of the day by the clock of a zone."""
    return from_micros(micros).astimezone(zone).hour


def points(since: datetime, until: datetime, zone: tzinfo) -> Sequence[datetime]:
    """Moments from one to another, both of them included: hours within two days, else midnights of a zone."""
    if until - since <= timedelta(days=2):
        between = _hours(since, until)
    else:
        days = (until - since) / timedelta(days=1)
        step = next((each for each in _DAYS if days / each <= MOST_POINTS), _DAYS[-1])
        between = _midnights(since, until, zone, step)
    return [since, *between, until]


def _hours(since: datetime, until: datetime) -> Iterator[datetime]:
    moment = since.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    while moment < until:
        if moment > since:
            yield moment
        moment += timedelta(hours=1)


def _midnights(since: datetime, until: datetime, zone: tzinfo, step: int) -> Iterator[datetime]:
    day = since.astimezone(zone).date() + timedelta(days=1)
    while (moment := datetime(day.year, day.month, day.day, tzinfo=zone)) < until:
        if moment > since:
            yield moment
        day += timedelta(days=step)


def waited(flow: Flow, open_now: int, moments: Sequence[datetime]) -> Sequence[int]:
    """How many were open at each of these moments, reckoned back from now: what came since was not there yet."""
    changes = Counter(flow.opened)
    changes.subtract(flow.closed)
    later, first = sorted(changes.items(), reverse=True), min(moments)
    found, count, place = list[int](), open_now, 0
    for moment in sorted(moments, reverse=True):
        edge = to_micros(moment)
        # The flow begins with the first moment, be it in the middle of a quarter.
        while place < len(later) and (moment == first or later[place][0] * QUARTER >= edge):
            count -= later[place][1]
            place += 1
        found.append(max(0, count))
    return found[::-1]
