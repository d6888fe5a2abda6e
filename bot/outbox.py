"""Sends what was committed: per place one after the other, again when that can help, and never silently not at all."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from bot.delivery import Delivery
from channels.base import ChannelError, Gone, RetryAfter, Unconfirmed, Unreachable
from engine.effects import (
    CloseRoom,
    EditCard,
    EditStatus,
    Effect,
    Message,
    OpenRoom,
    PostCard,
    PostFiles,
    PostStatus,
    Relay,
    SendMail,
    SendText,
)
from engine.ids import Place
from engine.ports import Clock
from engine.step import Keyed
from engine.store import Claimed, Store

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)
MOST_AT_ONCE = 32
MOST_ATTEMPTS = 30
LONGEST = 300
"""How much of a refusal's text the operators read."""
UNCONFIRMED_WAIT = timedelta(seconds=30)
"""After so long a message that may have arrived is sent once more, and then no more."""
_LONGEST_WAIT = timedelta(minutes=5)
_EDITS = (EditCard, EditStatus)
_NOTICE = "undelivered."
"""How the keys of notices to the operators begin."""
_KINDS: Mapping[type[Effect], str] = {
    SendText: "text", SendMail: "mail", PostCard: "card", EditCard: "edit", PostFiles: "files", PostStatus: "text",
    EditStatus: "edit", OpenRoom: "room", CloseRoom: "room", Relay: "relay",
}  # fmt: skip


class Outbox:
    """Claims effects and delivers them; woken after a commit, and by the sweep for what was left."""

    def __init__(
        self,
        store: Store,
        delivery: Delivery,
        clock: Clock,
        lease: timedelta = LEASE,
        operators: Callable[[], Sequence[Place]] = tuple,
        counted: Callable[[str, str], None] = lambda lane, result: None,
    ) -> None:
        """`counted` is told the lane and the result of each try: `sent`, `later` or `dead`."""
        self._store = store
        self._delivery = delivery
        self._clock = clock
        self._lease = lease
        self._operators = operators
        """Where it is said that something could not be delivered."""
        self._counted = counted
        self._closed: set[str] = set()
        """Lanes of which the operators know that nothing arrives there."""
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Look for effects now."""
        self._woken.set()

    async def run(self) -> None:
        """Deliver until cancelled; what is being sent then is found again by its key. No place waits for another."""
        async with asyncio.TaskGroup() as sends:
            while True:
                await self._woken.wait()
                self._woken.clear()
                for claimed in await self._store.claim_effects(MOST_AT_ONCE, self._clock.now() + self._lease):
                    sends.create_task(self._deliver(claimed))

    async def _deliver(self, claimed: Claimed) -> None:
        try:
            await self._try(claimed)
        except Exception:
            log.exception("what became of effect %s could not be written down", claimed.key)
        else:
            self.wake()  # the next effect of this place may go

    async def _try(self, claimed: Claimed) -> None:
        try:
            posted = await self._delivery.carry_out(claimed)
        except RetryAfter as later:
            await self._put_off(claimed, later, timedelta(seconds=later.seconds))
        except Unreachable as outage:
            await self._put_off(claimed, outage, _longer(claimed))
        except Unconfirmed as doubt:
            await self._once_more(claimed, doubt)
        except ChannelError as refused:
            await self._give_up(claimed, "operator-undelivered", refused)
        except Exception as error:
            log.exception("effect %s failed", claimed.key)
            if claimed.attempts < MOST_ATTEMPTS:
                await self._put_off(claimed, error, _longer(claimed))
            else:
                await self._give_up(claimed, "operator-undelivered", error)
        else:
            if not isinstance(claimed.effect, _EDITS):  # of which there may have been no copy to edit
                self._closed.discard(claimed.lane)
            await self._store.effect_sent(claimed.id, posted)
            self._counted(claimed.lane, "sent")

    async def _put_off(self, claimed: Claimed, error: Exception, wait: timedelta) -> None:
        await self._store.effect_failed(claimed.id, _spoken(error), self._clock.now() + wait)
        self._counted(claimed.lane, "later")

    async def _once_more(self, claimed: Claimed, doubt: Unconfirmed) -> None:
        """An edit may be made again and again; a message twice at most, then somebody is told that it may be there."""
        if isinstance(claimed.effect, _EDITS):
            await self._put_off(claimed, doubt, _longer(claimed))
        elif claimed.last_trouble.startswith(Unconfirmed.__name__):
            await self._give_up(claimed, "operator-unconfirmed", doubt)
        else:
            await self._put_off(claimed, doubt, UNCONFIRMED_WAIT)

    async def _give_up(self, claimed: Claimed, words: str, error: Exception) -> None:
        """Never try again, and let the operators know, in the same commit; of a lost notice no other one tells.

        A place where nothing arrives is spoken of once, until something arrives there again.
        """
        log.error("effect %s is given up: %s", claimed.key, _spoken(error))
        known = claimed.lane in self._closed
        if isinstance(error, Gone):
            self._closed.add(claimed.lane)
        notices: list[Keyed] = []
        if not claimed.key.startswith(_NOTICE) and not known:
            args = {"kind": _KINDS[type(claimed.effect)], "place": claimed.lane, "detail": _spoken(error)[:LONGEST]}
            told = enumerate(place for place in self._operators() if place not in self._closed)
            notices = [
                Keyed(f"{_NOTICE}{claimed.id}.{number}", SendText(place, Message(words, args)))
                for number, place in told
            ]
        if isinstance(claimed.effect, Relay) and claimed.effect.place:
            unsure = isinstance(error, Unconfirmed)
            lost = Relay(claimed.effect.handoff, Message("talk-unconfirmed" if unsure else "talk-undelivered"))
            notices.append(Keyed(f"{_NOTICE}{claimed.id}.room", lost))
        await self._store.effect_failed(claimed.id, _spoken(error), None, notices)
        self._counted(claimed.lane, "dead")


def _longer(claimed: Claimed) -> timedelta:
    return min(_LONGEST_WAIT, timedelta(seconds=2 ** min(claimed.attempts, 10)))


def _spoken(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
