"""Keeps the lists of requests up to the record; nobody who decides ever waits for it."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Protocol

from storage.audit import AuditRow
from storage.found import FOLLOWER, Lag

AT_ONCE = 100
"""How many requests are written in one commit: whoever decides at that moment waits for no more."""
MOST_PAGES = 25
"""How many pages of the record one look goes through; the next look is a second later."""
PATIENCE = 0.5
"""Seconds for which a page waits for the lists; then it is made of what there is, and says how old that is."""
FORGOTTEN = "customer.forgotten"


class Kept(Protocol):
    """Where the lists are kept; `storage.found` implements it."""

    async def index(self, subjects: Sequence[str], bots: Mapping[str, str]) -> None: ...
    async def index_conversations(self, conversations: Sequence[int], bots: Mapping[str, str]) -> None: ...
    async def lag(self) -> Lag: ...


class Record(Protocol):
    """What is followed; `storage.following` implements it."""

    async def next(self, name: str, fresh: bool = False) -> tuple[int, Sequence[AuditRow]]: ...
    async def reached(self, name: str, before: int, after: int) -> None: ...


class Indexer:
    """Follows the record. What was written before a kill is written again, and comes to the same."""

    def __init__(self, record: Record, kept: Kept, bots: Mapping[str, str]) -> None:
        """`bots` are the names of the configured bots by their ids."""
        self._record = record
        self._kept = kept
        self._bots = bots
        self._working = asyncio.Lock()

    async def sweep(self) -> None:
        """Go on to the end of the record, or for so long."""
        async with self._working:
            for _ in range(MOST_PAGES):
                if not await self._page():
                    return

    async def catch_up(self) -> Lag:
        """Bring the lists up to the record if they are but a little behind; answers how far they are now."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE), self._working:
                await self._page()
        return await self._kept.lag()

    async def _page(self) -> bool:
        """Write what the next rows of the record are about; False at its end."""
        at, rows = await self._record.next(FOLLOWER)
        if not rows:
            return False
        subjects = list(dict.fromkeys(row.subject for row in rows if row.event != FORGOTTEN))
        for start in range(0, len(subjects), AT_ONCE):
            await self._kept.index(sorted(subjects[start : start + AT_ONCE]), self._bots)
        if forgotten := [int(row.subject) for row in rows if row.event == FORGOTTEN and row.subject.isdecimal()]:
            await self._kept.index_conversations(forgotten, self._bots)
        await self._record.reached(FOLLOWER, at, rows[-1].number)
        return True
