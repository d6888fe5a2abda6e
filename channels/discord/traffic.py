"""Watches what goes out to Discord: whether a call had left when it failed, and how many calls were refused.

Discord shuts an address out after 10,000 answers of 401, 403 or 429 within ten minutes, and allows a bot 50 calls a
second (https://docs.discord.com/developers/topics/rate-limits).
"""

from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import SimpleNamespace

import aiohttp

from channels.base import RetryAfter

MOST_REFUSED = 500
"""How many refusals within ten minutes stop everything that could be refused again."""
SPAN = 600.0
EVERY = 1 / 40
"""Seconds between two calls at least; what a process posts in a flood stays below what Discord allows."""
_REFUSALS = {401, 403, 429}


class Departure:
    """Whether a call has left."""

    has_left = False


class Traffic:
    """Of one account; `elapsed` is a clock in seconds that nobody sets."""

    def __init__(self, elapsed: Callable[[], float], sleep: Callable[[float], Awaitable[None]]) -> None:
        self._elapsed = elapsed
        self._sleep = sleep
        self._refused: deque[float] = deque()
        self._free_at = 0.0
        self._departure: ContextVar[Departure | None] = ContextVar("departure", default=None)

    def trace(self) -> aiohttp.TraceConfig:
        """What the library's HTTP client is given to tell of its calls."""
        config = aiohttp.TraceConfig()
        config.on_request_headers_sent.append(self._left)
        config.on_request_end.append(self._answered)
        return config

    @contextmanager
    def watched(self) -> Iterator[Departure]:
        """Learn whether the call within leaves."""
        departure = Departure()
        token = self._departure.set(departure)
        try:
            yield departure
        finally:
            self._departure.reset(token)

    async def turn(self) -> None:
        """Wait for the moment of a call; raises RetryAfter while too many have been refused."""
        now = self._elapsed()
        while self._refused and self._refused[0] <= now - SPAN:
            self._refused.popleft()
        if len(self._refused) >= MOST_REFUSED:
            raise RetryAfter(self._refused[0] + SPAN - now, f"Discord refused {len(self._refused)} calls lately")
        wait = self._free_at - now
        self._free_at = max(now, self._free_at) + EVERY
        if wait > 0:
            await self._sleep(wait)

    async def _left(self, session: aiohttp.ClientSession, context: SimpleNamespace, told: object) -> None:
        departure = self._departure.get()
        if departure is not None:
            departure.has_left = True

    async def _answered(
        self, session: aiohttp.ClientSession, context: SimpleNamespace, told: aiohttp.TraceRequestEndParams
    ) -> None:
        if told.response.status in _REFUSALS:
            self._refused.append(self._elapsed())
