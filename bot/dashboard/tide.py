"""Whether anything has changed since: one look for all open pages, and none where no page is open."""

import asyncio
from collections.abc import AsyncIterator
from typing import Protocol

SECONDS = 0.4
"""Between two looks: what somebody decides elsewhere stands on a page within a second."""
BEATS = 40
"""After so many looks without news a beat is sent, so that a broken line is noticed."""


class Kept(Protocol):
    """What is looked at; `storage.following` implements it."""

    async def tide(self) -> str: ...


class TideWatch:
    """`channels.web.dashboard.base.Tide`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._open = True
        self._now: asyncio.Task[str] | None = None

    async def follow(self) -> AsyncIterator[str]:
        """The present state, every new one, and "" for a beat."""
        last, quiet = "", 0
        while self._open:
            state = await self._look()
            quiet = quiet + 1 if state == last else 0
            if state != last or quiet >= BEATS:
                yield "" if state == last else state
                last, quiet = state, 0
            await asyncio.sleep(SECONDS)

    def close(self) -> None:
        """Let all streams come to their end."""
        self._open = False

    async def _look(self) -> str:
        """Look, together with everybody who looks at this moment."""
        if self._now is None or self._now.done():
            self._now = asyncio.ensure_future(self._kept.tide())
        return await asyncio.shield(self._now)
