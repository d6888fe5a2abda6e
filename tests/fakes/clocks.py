"""A clock by hand, for tests in which time passes only when they say so."""

import asyncio
from datetime import datetime, timedelta


class HandClock:
    """Stands until it is moved, or until somebody sleeps."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def elapsed(self) -> float:
        return self.moment.timestamp()

    async def sleep(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)
        await asyncio.sleep(0)
