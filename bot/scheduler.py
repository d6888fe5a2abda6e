"""The alarm clock: it only wakes those who look into the database, where what is due stands as rows."""

import logging
from collections.abc import Awaitable, Callable
from datetime import UTC

from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger(__name__)

EVERY = 1.0
"""Seconds between two looks."""


class Scheduler:
    """Runs each sweep every second; a slow one is not started twice, a failing one is logged and tried again."""

    def __init__(self) -> None:
        # A sweep that takes longer than a second is normal, and apscheduler would warn of each.
        logging.getLogger("apscheduler").setLevel(logging.ERROR)
        # A sweep logs its own failure; what else is said of it is that it was ended by `stop`, which is none.
        logging.getLogger("apscheduler.executors").setLevel(logging.CRITICAL)
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )

    def every_second(self, name: str, sweep: Callable[[], Awaitable[None]]) -> None:
        """Add a sweep."""

        async def guarded() -> None:
            try:
                await sweep()
            except Exception:
                log.exception("the sweep for %s failed", name)

        self._scheduler.add_job(guarded, "interval", seconds=EVERY, id=name, replace_existing=True)

    def start(self) -> None:
        """Begin to wake."""
        self._scheduler.start()

    def stop(self) -> None:
        """Wake nobody any more; a sweep under way is ended, it writes whole transactions or none."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
