"""The addresses that are told of handoffs: set up, given another secret, tried, and removed."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.webhooks.signing import Sealing, new_secret
from bot.webhooks.telling import EVENTS
from channels.web.outgoing import Reach
from engine.ports import Clock
from engine.values import dump, to_micros
from storage.webhook_calls import Call, Told
from storage.webhooks import Webhook

PING = "ping"
"""What an address is told to try whether it listens."""


class Unfit(Exception):
    """An address that cannot be set up; `why` says what is wrong with it."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Kept(Protocol):
    """Where addresses are kept; `storage.webhooks` implements it."""

    async def add(self, webhook: Webhook, who: str) -> bool: ...
    async def all(self) -> Sequence[Webhook]: ...
    async def find(self, id: str) -> Webhook | None: ...
    async def renew(self, id: str, secret: str, who: str, at: datetime) -> bool: ...
    async def end(self, id: str, who: str, at: datetime) -> bool: ...


class Calls(Protocol):
    """What they were told; `storage.webhook_calls` implements it."""

    async def tell(self, calls: Sequence[Call], at: datetime) -> None: ...
    async def listed(self, webhook: str) -> Sequence[Told]: ...
    async def again(self, webhook: str, call: int, at: datetime) -> bool: ...


class Hooks:
    """What operators do with addresses."""

    def __init__(
        self,
        kept: Kept,
        calls: Calls,
        reach: Reach,
        sealing: Sealing,
        clock: Clock,
        new_id: Callable[[], str],
        bots: Collection[str],
    ) -> None:
        self._kept = kept
        self._calls = calls
        self._reach = reach
        self._sealing = sealing
        self._clock = clock
        self._new_id = new_id
        self.bots = bots

    async def all(self) -> Sequence[Webhook]:
        """Every address, the newest first."""
        return await self._kept.all()

    async def told(self, id: str) -> Sequence[Told]:
        """What an address was told last, and is to be told, the newest first."""
        return await self._calls.listed(id)

    async def add(self, person: str, who: str, url: str, events: Collection[str], bot: str) -> str:
        """Set an address up; answers its secret, to be shown once. Raises Unfit."""
        if why := self._reach.objection(url):
            raise Unfit(why)
        wanted = tuple(event for event in EVENTS if event in events)
        if not wanted or len(wanted) < len(set(events)) or bot not in ("", *self.bots):
            raise Unfit("incomplete")
        secret = new_secret()
        hook = Webhook(self._new_id(), url, self._sealing.first(secret), wanted, bot, person, self._clock.now())
        if not await self._kept.add(hook, who):
            raise Unfit("too-many")
        return secret

    async def renew(self, id: str, who: str) -> str:
        """Give an address another secret; answers it, "" for an address that is not there."""
        hook, now, secret = await self._kept.find(id), self._clock.now(), new_secret()
        if hook is None:
            return ""
        try:
            sealed = self._sealing.next(hook.secret, secret, now)
        except ValueError:  # another instance has sealed the one before
            sealed = self._sealing.first(secret)
        return secret if await self._kept.renew(id, sealed, who, now) else ""

    async def end(self, id: str, who: str) -> bool:
        """Remove an address; False if it is not there."""
        return await self._kept.end(id, who, self._clock.now())

    async def ping(self, id: str) -> bool:
        """Have an address called that tells nothing; False if it is not there."""
        if await self._kept.find(id) is None:
            return False
        now = self._clock.now()
        body = dump({"type": PING, "timestamp": now.isoformat(), "data": {}})
        await self._calls.tell([Call(id, -to_micros(now), PING, body)], now)
        return True

    async def again(self, id: str, call: int) -> bool:
        """Make a call once more, now; False if there is no such."""
        return await self._calls.again(id, call, self._clock.now())
