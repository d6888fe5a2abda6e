"""A clock for limits that would take an hour: it hurries while nobody is in the middle of anything."""

import asyncio
import contextlib
import heapq
import itertools
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta

from bot.clock import SystemClock

LOOK = 0.002
LEAP = 2.0
"""Seconds that pass at once, at most: a sleeper wakes at its time and not behind it."""


class RushClock(SystemClock):
    """Stands while the look-out says that something is under way; else it goes as usual, or leaps while in a `hurry`.

    So it does not matter how slow the machine is: what takes long there takes no time by this clock.
    """

    def __init__(self) -> None:
        super().__init__()
        self.hurry = False
        self._start = super().now()
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()

    def now(self) -> datetime:
        return self._start + self._ahead

    def elapsed(self) -> float:
        return self._ahead.total_seconds()

    async def sleep(self, seconds: float) -> None:
        woken = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.elapsed() + seconds, next(self._numbers), woken))
        await woken

    @contextlib.asynccontextmanager
    async def running(self, is_quiet: Callable[[], bool]) -> AsyncIterator[None]:
        """Time passes in this block."""
        ticking = asyncio.create_task(self._tick(is_quiet))
        try:
            yield
        finally:
            ticking.cancel()

    async def _tick(self, is_quiet: Callable[[], bool]) -> None:
        while True:
            await asyncio.sleep(LOOK)
            if is_quiet():
                due = self._sleepers[0][0] - self.elapsed() if self._sleepers else LEAP
                self._ahead += timedelta(seconds=min(LEAP, max(LOOK, due)) if self.hurry else LOOK)
            while self._sleepers and self._sleepers[0][0] <= self.elapsed():
                _, _, woken = heapq.heappop(self._sleepers)
                if not woken.done():
                    woken.set_result(None)
