"""Checks the chain of the record beside everything else: one check at a time, whoever asks for it."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.dashboard.readers import Readers
from bot.desk import Actor
from channels.web.dashboard.audit_views import Check
from channels.web.dashboard.base import Viewer
from engine.step import AuditEntry
from engine.store import Store
from storage.audit import GENESIS, AuditRow, Head
from storage.record import StoredRecord
from storage.verify import Chain, ChainBroken

log = logging.getLogger(__name__)

SLICE = 250
"""How many rows are reckoned through before others have their turn."""
VERIFIED = "audit.verified"
SUBJECT = "record"


@dataclass(slots=True)
class _Standing:
    """How a check stands: none of its ends is set while it is under way."""

    whole: int
    checked: int = 0
    head: Head | None = None
    broken: ChainBroken | None = None
    failed: bool = False
    ended_at: datetime | None = None


class Checking:
    """The last check since the start of this process."""

    def __init__(
        self,
        record: StoredRecord,
        store: Store,
        readers: Readers,
        spawn: Callable[[str, Coroutine[Any, Any, Any]], None],
    ) -> None:
        self._record = record
        self._store = store
        self._readers = readers
        self._spawn = spawn
        self._last: _Standing | None = None

    async def begin(self, actor: Actor) -> bool:
        """Begin a check; False if one is under way, whose result is everybody's."""
        head = await self._record.head()
        if self._last and self._last.ended_at is None:
            return False
        self._last = standing = _Standing(head.number)
        self._spawn("a check of the record", self._check(standing, actor))
        return True

    def shown(self, viewer: Viewer) -> Check | None:
        """How the last check stands, in words; None if there was none."""
        last = self._last
        if last is None:
            return None
        at = self._readers.moment(viewer, last.ended_at) if last.ended_at else None
        whole = max(last.whole, last.checked)
        return Check(at is None, last.checked, whole, self._words(viewer, last), last.head is not None, at)

    def _words(self, viewer: Viewer, last: _Standing) -> str:
        say = self._readers.text
        if last.head:
            return say(viewer, "dash-audit-whole", count=last.head.number, head=last.head.hash)
        if last.broken:
            first, end = last.broken.first, last.broken.last
            rows = {"first": str(first), "last": str(end) if end > first else ""}
            return say(viewer, f"dash-audit-flaw-{last.broken.flaw}", **rows)
        return say(viewer, "dash-audit-unfinished") if last.failed else ""

    async def _check(self, standing: _Standing, actor: Actor) -> None:
        detail: dict[str, str | int] = {}
        try:
            standing.head = await self._walk(standing)
            detail = {"rows": standing.head.number, "head": standing.head.hash}
        except ChainBroken as broken:
            log.warning("the record is not whole: %s", broken)
            standing.broken = broken
            detail = {"broken": broken.first, "why": broken.flaw}
        except Exception:
            standing.failed = True
            raise
        finally:
            standing.ended_at = self._readers.clock.now()
        await self._store.audit(AuditEntry(VERIFIED, SUBJECT, actor.account, standing.ended_at, detail))

    async def _walk(self, standing: _Standing) -> Head:
        """Read the rows in order, as `storage.verify` does, and let others have their turn in between."""
        chain = Chain(GENESIS.hash)
        while True:
            head, rows = await self._record.page(chain.last.number)
            if not rows:
                chain.end(head)
                return chain.last
            for part in _slices(rows):
                for row in part:
                    chain.follow(row)
                standing.checked = chain.last.number
                await asyncio.sleep(0)


def _slices(rows: Sequence[AuditRow]) -> Sequence[Sequence[AuditRow]]:
    return [rows[start : start + SLICE] for start in range(0, len(rows), SLICE)]
