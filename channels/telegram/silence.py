"""Notices when nothing could be heard for so long that Telegram has thrown taps away.

Telegram keeps a message for 24 hours, and a tap for 150 seconds only (tdlib/telegram-bot-api, `Client.cpp`).
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from channels.base import Notes

MOST = timedelta(seconds=100)
"""The longest silence after which no tap can have been lost, with room for a late one."""
KEPT_EVERY = timedelta(seconds=15)
"""How often the last moment of hearing is written down."""


class Silence:
    """Keeps when an account last heard Telegram, over restarts."""

    def __init__(
        self,
        name: str,
        notes: Notes,
        now: Callable[[], datetime],
        missed: Callable[[datetime, datetime], Awaitable[None]],
    ) -> None:
        self._key = f"{name}/heard"
        self._notes = notes
        self._now = now
        self._missed = missed
        self._kept: datetime | None = None
        self._last: datetime | None = None

    async def heard(self) -> None:
        """Telegram has just answered: tell what may have been missed before, and remember the moment."""
        now = self._now()
        if self._last is None or now - self._last > MOST:
            self._last = await self._last_of_all(now)
        if now - self._last > MOST:
            await self._missed(self._last, now)
        self._last = now
        if self._kept is None or now - self._kept >= KEPT_EVERY:
            await self._notes.keep_note(self._key, now.isoformat())
            self._kept = now

    async def _last_of_all(self, now: datetime) -> datetime:
        """When Telegram was heard last, by this process or by another one that listened meanwhile."""
        text = await self._notes.note(self._key)
        known = [datetime.fromisoformat(text)] if text else []
        return max([*known, *([self._last] if self._last else [])], default=now)
