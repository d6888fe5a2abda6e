"""Taps that are being carried out, remembered over a kill: they are acknowledged, so nobody reads that they failed."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from channels.base import Desk, Notes

log = logging.getLogger(__name__)

PATIENCE = 0.3
"""Seconds that a tap waits until it is noted: a database that is slow must not keep it from being acknowledged."""


class UnderWay:
    """Of one account. There is one note for all taps, with the time of the first; it is "" while there are none."""

    def __init__(self, name: str, notes: Notes, desk: Desk, now: Callable[[], datetime]) -> None:
        self._name = name
        self._notes = notes
        self._desk = desk
        self._now = now
        self._taps = 0
        self._wanted = self._written = ""
        self._writing: asyncio.Task[None] | None = None

    @property
    def _key(self) -> str:
        return f"{self._name}/taps"

    async def look(self) -> None:
        """Have the open cards say so, when an earlier process was killed while it carried out taps."""
        if not self._taps and (since := await self._notes.note(self._key)):
            await self._desk.missed(self._name, datetime.fromisoformat(since), self._now())
            await self._notes.keep_note(self._key, "")

    @asynccontextmanager
    async def tap(self) -> AsyncIterator[None]:
        """A tap is carried out within."""
        self._taps += 1
        self._wanted = self._wanted or self._now().isoformat()
        writing = self._write()
        try:
            if not self._written:
                await asyncio.wait({writing}, timeout=PATIENCE)
            yield
        finally:
            self._taps -= 1
            if not self._taps:
                self._wanted = ""
                self._write()

    async def settled(self, within: float) -> None:
        """Wait until what is wanted is noted, or cannot be, so many seconds at most."""
        if self._writing is not None:
            await asyncio.wait({self._writing}, timeout=within)

    def _write(self) -> "asyncio.Task[None]":
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._follow())
        return self._writing

    async def _follow(self) -> None:
        while self._written != (wanted := self._wanted):
            try:
                await self._notes.keep_note(self._key, wanted)
            except Exception as error:
                log.warning("that taps are carried out could not be noted (%s)", type(error).__name__)
                return
            self._written = wanted
