"""Watches what goes out to Discord: when it may, whether it had left when it failed, how much of it was refused.

Discord shuts an address out after 10,000 answers of 401, 403 or 429 within ten minutes, and allows a bot 50 calls a
second (https://docs.discord.com/developers/topics/rate-limits).
"""

from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from types import SimpleNamespace

import aiohttp

from channels.base import RetryAfter
from channels.discord.pacing import Pacer

MOST_REFUSED = 500
"""How many refusals within ten minutes stop everything that could be refused again."""
SPAN = 600.0
EVERY = 1 / 40
"""Seconds between two calls at least; what a process posts in a flood stays below what Discord allows."""
_TOO_MANY = 429
_REFUSALS = {401, 403, _TOO_MANY}


@dataclass(slots=True)
class Departure:
    """Whether a call may have been carried out, which the library may make several times; and its last answer."""

    has_left: bool = False
    before: bool = False
    """What `has_left` was before the last try."""
    headers: Mapping[str, str] = field(default_factory=dict)


class Traffic:
    """Of one account; `elapsed` is a clock in seconds that nobody sets, `patience` as for a `Pacer`."""

    def __init__(
        self, elapsed: Callable[[], float], sleep: Callable[[float], Awaitable[None]], patience: float
    ) -> None:
        self.elapsed = elapsed
        self._sleep = sleep
        self._pacer = Pacer(elapsed, sleep, patience)
        self._refused: deque[float] = deque()
        self._free_at = 0.0
        self._departure: ContextVar[Departure | None] = ContextVar("departure", default=None)

    def trace(self) -> aiohttp.TraceConfig:
        """What the library's HTTP client is given to tell of its calls."""
        config = aiohttp.TraceConfig()
        config.on_request_headers_sent.append(self._left)
        config.on_request_end.append(self._answered)
        return config

    @asynccontextmanager
    async def turn(self, route: str) -> AsyncIterator[Departure]:
        """Wait for the moment of a call and watch it; calls of one `route` keep to its limit, if it has a name.

        Raises RetryAfter while too many have been refused, or where the moment is too far away.
        """
        self._check()
        if route:
            await self._pacer.begin(route)
        departure = Departure()
        token = self._departure.set(departure)
        try:
            await self._space()
            yield departure
        finally:
            self._departure.reset(token)
            if route:
                self._pacer.ended(route, departure.headers)

    def _check(self) -> None:
        now = self.elapsed()
        while self._refused and self._refused[0] <= now - SPAN:
            self._refused.popleft()
        if len(self._refused) >= MOST_REFUSED:
            raise RetryAfter(self._refused[0] + SPAN - now, f"Discord refused {len(self._refused)} calls lately")

    async def _space(self) -> None:
        now = self.elapsed()
        wait = self._free_at - now
        self._free_at = max(now, self._free_at) + EVERY
        if wait > 0:
            await self._sleep(wait)

    async def _left(self, session: aiohttp.ClientSession, context: SimpleNamespace, told: object) -> None:
        departure = self._departure.get()
        if departure is not None:
            departure.before, departure.has_left = departure.has_left, True

    async def _answered(
        self, session: aiohttp.ClientSession, context: SimpleNamespace, told: aiohttp.TraceRequestEndParams
    ) -> None:
        status, departure = told.response.status, self._departure.get()
        if status in _REFUSALS:
            self._refused.append(self.elapsed())
        if departure is not None:
            departure.headers = told.response.headers
            if status == _TOO_MANY:
                departure.has_left = departure.before
