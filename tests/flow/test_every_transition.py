"""Every change of clocks in every time zone from 2025 to 2030, with reminders, time-outs and escalations around it.

Each happens once, at most a minute after the first moment at which it may, whatever else befalls the clock: it is swept
once a minute here, processes end and begin, and clocks are set an hour forward or back. `FULL=1` plays all of it, each
change with every mishap; otherwise a sample, by `SEED`.
"""

import os
import random
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.settings import Settings
from engine.handoff import Handoff
from tests.fakes.timed import Process, World, asks, world

FROM, TO = datetime(2025, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SEED = int(os.environ.get("SEED", "20261128"))
IS_FULL = bool(os.environ.get("FULL"))
SAMPLE = 60
PARTS = 16
MISHAPS = {"none": timedelta(), "forward": HOUR, "back": -HOUR}
EVENTS = {"remind": "handoff.reminded", "timeout": "handoff.timed_out", "escalate": "handoff.escalated"}
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time that the clock shows; it leaps from the end of one to the beginning of the next."""

    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Hours:
    """Working hours, looked up minute by minute: slow, and nothing that could be wrong."""

    days: tuple[int, ...]
    begins: str
    ends: str
    zone: ZoneInfo

    def __str__(self) -> str:
        return f"{','.join(DAYS[day] for day in self.days)} {self.begins}-{self.ends}"

    def include(self, moment: datetime) -> bool:
        local = moment.astimezone(self.zone)
        return local.weekday() in self.days and self.begins <= local.strftime("%H:%M") < self.ends


@cache
def transitions() -> Sequence[tuple[str, datetime]]:
    """Every moment at which the clocks of a zone are changed, found by looking at its offset hour by hour."""
    return [(zone, moment) for zone in sorted(available_timezones()) for moment in _changes(ZoneInfo(zone))]


def _changes(zone: ZoneInfo) -> Iterator[datetime]:
    day, offset = FROM, FROM.astimezone(zone).utcoffset()
    while day < TO:
        if (day + DAY).astimezone(zone).utcoffset() != offset:
            least, most = day, day + DAY
            while most - least > timedelta(seconds=1):
                middle = least + (most - least) // 2
                least, most = (middle, most) if middle.astimezone(zone).utcoffset() == offset else (least, middle)
            yield most.replace(microsecond=0)
            offset = most.astimezone(zone).utcoffset()
        day += DAY


def test_the_changes_of_clocks_are_all_found() -> None:
    found = transitions()
    assert ("Europe/Berlin", datetime(2026, 3, 29, 1, tzinfo=UTC)) in found
    assert ("Australia/Lord_Howe", datetime(2027, 4, 3, 15, tzinfo=UTC)) in found
    assert len([moment for zone, moment in found if zone == "America/New_York"]) == 12
    assert len(found) > 2_000


@pytest.fixture
async def waiting(tmp_path: Path) -> AsyncIterator[World]:
    async with world(f"sqlite://{tmp_path / 'assent.db'}", FROM) as made:
        yield made


@pytest.mark.parametrize("part", range(PARTS if IS_FULL else 1))
async def test_everything_happens_once_and_in_time(waiting: World, part: int) -> None:
    stories = [(zone, moment, mishap) for zone, moment in transitions() for mishap in MISHAPS]
    chosen = stories[part::PARTS] if IS_FULL else random.Random(SEED).sample(stories, SAMPLE)
    for zone, moment, mishap in chosen:
        await Story(waiting, zone, moment, mishap).plays()


class Story:
    """Three requests around one change of clocks: one is recalled, one has a deadline, one is asked of others."""

    def __init__(self, waiting: World, zone: str, moment: datetime, mishap: str) -> None:
        self._rng = rng = random.Random(f"{SEED} {zone} {moment} {mishap}")
        self._name = f"SEED={SEED} {zone} {moment} {mishap}"
        self._world = waiting
        self._opened = moment - MINUTE * rng.randrange(1, 36 * 60)
        self._after = max(moment - self._opened + MINUTE * rng.randrange(-180, 180), MINUTE)
        self._hours = self._around(ZoneInfo(zone), moment) if rng.random() < 0.8 else None
        self._last = self._opened + self._after + 20 * DAY
        slip = self._opened + MINUTE * rng.randrange(1, int((self._after + 3 * HOUR) / MINUTE))
        leap = MISHAPS[mishap]
        self._path = [Stretch(self._opened, slip), Stretch(slip + leap, self._last)]
        self._beat = timedelta(seconds=rng.randrange(60))

    def _around(self, zone: ZoneInfo, moment: datetime) -> Hours:
        """Hours that begin or end near the change, on some days of the week, always on that one and another."""
        near = moment.astimezone(zone) + MINUTE * self._rng.randrange(-150, 150)
        other = self._rng.randrange(24 * 60 - 1)
        begins, ends = sorted({near.hour * 60 + near.minute, other, 24 * 60 - 1})[:2]
        days = {near.weekday(), self._rng.randrange(7), self._rng.randrange(7)}
        clock = "{:02}:{:02}".format
        return Hours(tuple(sorted(days)), clock(*divmod(begins, 60)), clock(*divmod(ends, 60)), zone)

    async def plays(self) -> None:
        await self._world.forget()
        self._world.clock.moment = self._opened
        process = await self._process()
        waiting = {kind: await self._world.opens(process, kind) for kind in EVENTS}
        for number, stretch in enumerate(self._path):
            self._world.clock.moment = stretch.begins
            await self._lives(stretch, number)
        for kind, handoff in waiting.items():
            await self._check(kind, handoff)

    async def _lives(self, stretch: Stretch, number: int) -> None:
        """Sweep at every beat at which something could be due, at the one before it, and at the end."""
        beat = stretch.begins + (self._beat if number else timedelta())
        while (due := await self._world.due()) is not None and due < stretch.ends:
            beats = max(-((due - beat) // -MINUTE), 0)
            if beats:
                await self._sweeps(beat + (beats - 1) * MINUTE)
            if beat + beats * MINUTE >= stretch.ends:
                break
            await self._sweeps(beat + beats * MINUTE)
            beat += (beats + 1) * MINUTE
        await self._sweeps(stretch.ends - timedelta(seconds=1))

    async def _sweeps(self, moment: datetime) -> None:
        self._world.clock.moment = moment
        await (await self._process()).sweep()

    async def _process(self) -> Process:
        """Another life of the process: each sweep is the first of one."""
        hours = {"hours": str(self._hours), "timezone": self._hours.zone.key} if self._hours else {}
        team = {"members": ["ana"], **hours}
        settings = {
            "people": {"ana": {"play": "ana"}},
            "teams": {"finance": {**team, "post": ["play:review"]}, "directors": {**team, "post": ["play:directors"]}},
            "bots": {kind: {"team": "finance", "remind": []} for kind in EVENTS},
        }
        span = f"{int(self._after.total_seconds())}s"
        later = f"{int((self._after + 25 * DAY).total_seconds())}s"
        asked = {"remind": [span, later], "timeout": span, "escalate": {"after": span, "to": "directors"}}
        workflows = {kind: asks(**{kind: value}) for kind, value in asked.items()}
        return await self._world.process(Settings.model_validate(settings), workflows)

    async def _check(self, kind: str, handoff: Handoff) -> None:
        fired = await self._world.fired(handoff.id, EVENTS[kind])
        expected = self._expected(None if kind == "timeout" else self._hours)
        told = f"{self._name}: {kind} after {self._after} from {self._opened}, hours {self._hours}, path {self._path}"
        assert len(fired) == 1, f"{told}: {fired}"
        assert expected <= fired[0] <= expected + MINUTE, f"{told}: {fired[0]} and not {expected}"
        if kind == "escalate":
            assert "play:directors" in (await self._world.handoff(handoff.id)).places

    def _expected(self, hours: Hours | None) -> datetime:
        """The first minute, as the clock shows them, at which it may happen."""
        due = self._opened + self._after
        for stretch in self._path:
            moment = max(stretch.begins, due)
            while moment < stretch.ends:
                if hours is None or hours.include(moment):
                    return moment
                moment += MINUTE
        raise AssertionError(f"{self._name}: never")
