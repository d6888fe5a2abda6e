"""Owns every background task by name: a service that dies is started again, work under way is drained at the end."""

import asyncio
import contextvars
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

log = logging.getLogger(__name__)

FIRST_WAIT = 0.5
LONGEST_WAIT = 60.0
DRAIN = 10.0
"""Seconds that work under way gets to finish when the process is asked to stop."""


class Supervisor:
    """Two kinds of tasks: services run until the end, work ends by itself."""

    def __init__(self) -> None:
        self._services: set[asyncio.Task[None]] = set()
        self._work: set[asyncio.Task[Any]] = set()
        # Tasks start from this context, so that none inherits a transaction of whoever spawned it.
        self._context = contextvars.copy_context()

    def service(self, name: str, run: Callable[[], Awaitable[None]]) -> "asyncio.Task[None]":
        """Keep something running: when it fails it is logged and started again, after longer and longer waits."""
        task = asyncio.create_task(self._keep(name, run), name=name, context=self._context.copy())
        self._services.add(task)
        task.add_done_callback(self._services.discard)
        return task

    def spawn(self, name: str, work: Coroutine[Any, Any, Any]) -> None:
        """Start a piece of work; a failure is logged, and found again by the sweep."""
        task = asyncio.create_task(work, name=name, context=self._context.copy())
        self._work.add(task)
        task.add_done_callback(self._ended)

    async def stop(self) -> None:
        """End the services, give the work its time, then cancel what is left: the database knows where it stood."""
        if self._work:
            await asyncio.wait(self._work, timeout=DRAIN)
        left = [*self._services, *self._work]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _keep(self, name: str, run: Callable[[], Awaitable[None]]) -> None:
        wait = FIRST_WAIT
        while True:
            started = asyncio.get_running_loop().time()
            try:
                await run()
                return
            except Exception:
                if asyncio.get_running_loop().time() - started > LONGEST_WAIT:
                    wait = FIRST_WAIT
                log.exception("%s failed and is started again in %.1f s", name, wait)
            await asyncio.sleep(wait)
            wait = min(LONGEST_WAIT, wait * 2)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._work.discard(task)
        if not task.cancelled() and task.exception() is not None:
            log.error("%s failed", task.get_name(), exc_info=task.exception())
