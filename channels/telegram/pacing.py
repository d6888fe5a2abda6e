"""Keeps sends under Telegram's limits, so that a flood is slowed down here and never refused there.

Telegram states about one message a second in a chat, 20 a minute in a group and 30 a second over all
(https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this); edits count, too.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from channels.base import RetryAfter

IN_A_CHAT, IN_A_GROUP = 1.0, 3.6
"""Seconds between two sends to a chat, and to a group, once its burst is spent."""
LONGEST_WAIT = 20.0
"""Seconds that a send waits here for its turn at most; what would wait longer is told to come back."""


@dataclass(slots=True)
class _Bucket:
    """`burst` sends at once, then one every `every` seconds."""

    every: float
    burst: int
    free_at: float = 0.0

    def wait(self, now: float, count: int) -> float:
        """Until so many may go together: more than a burst, once as many as are beyond it could have gone."""
        return max(0.0, self.free_at - self.every * (self.burst - count) - now)

    def take(self, at: float, count: int) -> None:
        self.free_at = max(self.free_at, at) + self.every * count

    def empty(self, at: float) -> None:
        """Let nothing go before that moment, and no burst then."""
        self.free_at = max(self.free_at, at + self.every * (self.burst - 1))


class Pacer:
    """Gives each send of an account its moment; `elapsed` is a clock in seconds that nobody sets.

    `patience` is how long the sender may keep what it sends, in seconds: a turn is never waited for longer than that.
    """

    def __init__(
        self, elapsed: Callable[[], float], sleep: Callable[[float], Awaitable[None]], patience: float
    ) -> None:
        self._elapsed = elapsed
        self._sleep = sleep
        self._patience = min(LONGEST_WAIT, patience)
        self._all = _Bucket(1 / 25, 5)  # together no more than 30 in any second
        self._chats: dict[int, tuple[_Bucket, ...]] = {}

    async def turn(self, chat: int, count: int = 1) -> None:
        """Wait until something may be sent to a chat; raises RetryAfter if that is too long to wait for here.

        An album is `count` messages for the group and over all, but one send to the chat.
        """
        now = self._elapsed()
        own, *groups = self._of(chat)
        buckets = [(own, 1), (self._all, count), *((bucket, count) for bucket in groups)]
        wait = max(bucket.wait(now, many) for bucket, many in buckets)
        if wait > self._patience:
            raise RetryAfter(wait)
        for bucket, many in buckets:
            bucket.take(now + wait, many)
        if wait > 0:
            await self._sleep(wait)

    def refused(self, chat: int, seconds: float) -> None:
        """Telegram wants us to be silent in a chat for so long.

        It counts what was sent before we were started, too: a burst right after the silence would be refused again.
        """
        for bucket in self._of(chat):
            bucket.empty(self._elapsed() + seconds)

    def _of(self, chat: int) -> tuple[_Bucket, ...]:
        if chat not in self._chats:
            if len(self._chats) > 10_000:
                self._chats.clear()
            # A group's id is negative. A burst and what follows it within a minute are 19 together, under 20.
            groups = (_Bucket(IN_A_GROUP, 3),) if chat < 0 else ()
            self._chats[chat] = (_Bucket(IN_A_CHAT, 4), *groups)
        return self._chats[chat]
