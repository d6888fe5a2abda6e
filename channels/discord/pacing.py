"""Keeps the calls of a route under its limit, as Discord tells it with every answer; it names no figures beforehand.

The library waits for a used-up limit inside of the call that used it up, whose answer comes as much later, and by no
clock of ours. So the last call that a limit allows is left alone, and a wait comes before a call.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from channels.base import RetryAfter

LONGEST_WAIT = 20.0
"""Seconds that a call waits here for its turn at most; what would wait longer is told to come back."""
SPARED = 1
"""So many calls of each limit are left alone."""
MOMENT = 0.1
"""Seconds after which is looked again, at the earliest, whether a limit is over or a call has told more."""
MOST_ROUTES = 10_000


@dataclass(slots=True)
class _Route:
    """`left` calls may be begun until `until`; behind that one call tells the others how many are left."""

    left: int = 0
    until: float = 0.0
    under_way: int = 0

    def wait(self, now: float) -> float:
        if now >= self.until:
            return MOMENT if self.under_way else 0.0
        return 0.0 if self.left - self.under_way > SPARED else max(MOMENT, self.until - now)

    def learn(self, headers: Mapping[str, str], now: float) -> None:
        try:
            left, until = int(headers["X-RateLimit-Remaining"]), now + float(headers["X-RateLimit-Reset-After"])
        except (KeyError, ValueError):
            return
        self.left, self.until = left, until


class Pacer:
    """Gives each call of an account its moment; `elapsed` is a clock in seconds that nobody sets.

    `patience` is how long the sender may keep what it sends, in seconds: a turn is never waited for longer than that.
    """

    def __init__(
        self, elapsed: Callable[[], float], sleep: Callable[[float], Awaitable[None]], patience: float
    ) -> None:
        self._elapsed = elapsed
        self._sleep = sleep
        self._patience = min(LONGEST_WAIT, patience)
        self._routes: dict[str, _Route] = {}

    async def begin(self, name: str) -> None:
        """Wait until a route may be called; raises RetryAfter if that is too long to wait for here."""
        if len(self._routes) > MOST_ROUTES:
            self._routes = {name: route for name, route in self._routes.items() if route.under_way}
        route = self._routes.setdefault(name, _Route())
        patient_until = self._elapsed() + self._patience
        while (wait := route.wait(now := self._elapsed())) > 0:
            if now + wait > patient_until:
                raise RetryAfter(wait)
            await self._sleep(wait)
        route.under_way += 1

    def ended(self, name: str, headers: Mapping[str, str]) -> None:
        """A call has come back with these headers, or with none."""
        if route := self._routes.get(name):
            route.under_way -= 1
            route.learn(headers, self._elapsed())
