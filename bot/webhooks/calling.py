"""Makes the calls that are due, several at a time, and again and again for about two days where nobody answers."""

import logging
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from yarl import URL

from bot.webhooks.signing import Sealing, signed
from channels.web.outgoing import SECONDS, Undelivered
from engine.effects import Message, SendText
from engine.ids import Place
from engine.ports import Clock
from engine.step import Keyed
from storage.webhook_calls import Call, Claimed

log = logging.getLogger(__name__)

MOST_AT_ONCE = 16
LEASE = timedelta(seconds=6 * SECONDS)
_HOUR = 3600
WAITS = tuple(
    timedelta(seconds=each)
    for each in (5, 30, 120, 600, 1800, _HOUR, 3 * _HOUR, 6 * _HOUR, 12 * _HOUR, 12 * _HOUR, 12 * _HOUR)
)
"""How long after each try the next one comes; behind the last one a call is given up."""
GONE = 410
"""How an address says that it is not there any more."""
Spawn = Callable[[str, Coroutine[Any, Any, None]], None]


class Calls(Protocol):
    """What is to be told; `storage.webhook_calls` implements it."""

    async def claim(self, limit: int, now: datetime, until: datetime) -> Sequence[Claimed]: ...
    async def told(self, call: int, detail: str, at: datetime) -> None: ...
    async def failed(
        self, call: int, detail: str, retry_at: datetime | None, at: datetime, notices: Sequence[Keyed] = ()
    ) -> None: ...


class Post(Protocol):
    """Sends a body to an address; `channels.web.outgoing` implements it."""

    async def post(self, url: str, headers: dict[str, str], body: str) -> int: ...


class Calling:
    """Claims calls and makes them; one that its process did not end is made again when its lease lapses."""

    def __init__(
        self,
        calls: Calls,
        post: Post,
        sealing: Sealing,
        clock: Clock,
        spawn: Spawn,
        operators: Callable[[], Sequence[Place]],
        wake_outbox: Callable[[], None],
    ) -> None:
        """`operators` are the places where it is said that something was given up."""
        self._calls = calls
        self._post = post
        self._sealing = sealing
        self._clock = clock
        self._spawn = spawn
        self._operators = operators
        self._wake_outbox = wake_outbox
        self._under_way = 0

    async def sweep(self) -> None:
        """Begin with whatever is due."""
        now, free = self._clock.now(), MOST_AT_ONCE - self._under_way
        for claimed in await self._calls.claim(free, now, now + LEASE) if free else ():
            self._under_way += 1
            self._spawn(f"webhook call {claimed.id}", self._make(claimed))

    async def _make(self, claimed: Claimed) -> None:
        try:
            await self._try(claimed)
        finally:
            self._under_way -= 1

    async def _try(self, claimed: Claimed) -> None:
        call, now = claimed.call, self._clock.now()
        try:
            headers = signed(self._sealing.opened(claimed.secret, now), name_of(call), now, call.body)
        except ValueError:
            await self._failed(claimed, "sealed", is_final=True)
            return
        try:
            status = await self._post.post(claimed.url, {**_HEADERS, **headers}, call.body)
        except Undelivered as undelivered:
            await self._failed(claimed, undelivered.why)
            return
        if 200 <= status < 300:
            await self._calls.told(claimed.id, str(status), self._clock.now())
        else:
            await self._failed(claimed, str(status), is_final=status == GONE)

    async def _failed(self, claimed: Claimed, why: str, is_final: bool = False) -> None:
        now = self._clock.now()
        if not is_final and claimed.attempts <= len(WAITS):
            await self._calls.failed(claimed.id, why, now + WAITS[claimed.attempts - 1], now)
            return
        log.warning("call %s of webhook %s is given up: %s", claimed.id, claimed.call.webhook, why)
        await self._calls.failed(claimed.id, why, None, now, self._notices(claimed, now))
        self._wake_outbox()

    def _notices(self, claimed: Claimed, now: datetime) -> Sequence[Keyed]:
        """One a day for each address, however much it was to be told."""
        words = Message("operator-webhook", {"host": URL(claimed.url).host or ""})
        key = f"webhook.{claimed.call.webhook}.{now:%Y%m%d}"
        return [Keyed(f"{key}.{number}", SendText(place, words)) for number, place in enumerate(self._operators())]


_HEADERS = {"Content-Type": "application/json", "User-Agent": "Assent-Webhooks/1"}


def name_of(call: Call) -> str:
    """What a call is known by at its other side, the same at every try."""
    return f"msg_{call.webhook}_{call.entry}".replace("-", "p")
