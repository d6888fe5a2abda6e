"""The clocks: the machine's, and one that a playground may move forward."""

import asyncio
import time
from datetime import UTC, datetime, timedelta

_STEADY = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


class SystemClock:
    """The machine's time, moved forward by what the playground's people wished."""

    def __init__(self) -> None:
        self._ahead = timedelta(0)

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC) + self._ahead

    def elapsed(self) -> float:
        """Seconds since some moment, steadily: nobody sets this clock, and it does not stand while the machine does."""
        return time.clock_gettime(_STEADY)

    async def sleep(self, seconds: float) -> None:
        """Let that much of the machine's time pass."""
        await asyncio.sleep(seconds)

    async def advance(self, by: timedelta) -> None:
        """Move on; raises ValueError for going back, since a deadline that passed must not un-pass."""
        if by < timedelta(0):
            raise ValueError("time only moves forward")
        self._ahead += by
