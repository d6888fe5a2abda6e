"""Reads the whole record: to check its chain, or to hand its rows to whoever keeps them elsewhere."""

from collections.abc import AsyncIterator
from datetime import datetime
from enum import StrEnum

from engine.values import to_micros
from storage import audit
from storage.audit import GENESIS, AuditRow, Head
from storage.db import Database


class Flaw(StrEnum):
    """What is wrong with a record."""

    MISSING = "missing"
    CHANGED = "changed"
    CUT = "cut"
    """The end is missing."""
    REWRITTEN = "rewritten"
    """The end is not the one that the record remembers."""
    UNMET = "unmet"
    """The head that was kept elsewhere is not there."""


class ChainBroken(Exception):
    """The record is not as it was written; the text names the first bad row, as `first` does."""

    def __init__(self, text: str, flaw: Flaw, first: int, last: int = 0) -> None:
        super().__init__(text)
        self.flaw = flaw
        self.first = first
        self.last = last or first


class Chain:
    """The rows that were met so far, and whether the remembered head was among them."""

    def __init__(self, remembered: str) -> None:
        self.last = GENESIS
        self._remembered = remembered
        self._met = remembered == GENESIS.hash

    def follow(self, row: AuditRow) -> None:
        """Take the next row; raises ChainBroken if it is not the one that was written next."""
        if row.number != self.last.number + 1:
            gap = self.last.number + 1, row.number - 1
            raise ChainBroken(f"{_rows(*gap)} missing", Flaw.MISSING, *gap)
        if not row.follows(self.last.hash):
            what = f"Row {row.number} ({row.event} of {row.moment.isoformat(timespec='seconds')})"
            raise ChainBroken(
                f"{what} is not as it was written: it was edited, moved, or put in later", Flaw.CHANGED, row.number
            )
        self.last = Head(row.number, row.hash)
        self._met = self._met or row.hash == self._remembered

    def end(self, head: Head) -> None:
        """No row is left; raises ChainBroken if there should be more, or the remembered head was not met."""
        if head.number > self.last.number:
            gap = self.last.number + 1, head.number
            raise ChainBroken(f"{_rows(*gap)} missing: the end was cut off", Flaw.CUT, *gap)
        if head != self.last:
            raise ChainBroken(
                f"Row {head.number} is not the end that the record remembers: rows were put in or rewritten",
                Flaw.REWRITTEN, head.number,
            )  # fmt: skip
        if not self._met:
            what = f"No row has the remembered head {self._remembered}"
            raise ChainBroken(
                f"{what}: behind it the end was cut off, or all was rewritten", Flaw.UNMET, self.last.number
            )


def _rows(first: int, last: int) -> str:
    return f"Row {first} is" if first == last else f"Rows {first} to {last} are"


async def verify(database: Database, remembered: str | None = None) -> Head:
    """Walk the whole chain beside whoever writes to it, and answer its head; raises ChainBroken."""
    chain = Chain(remembered or GENESIS.hash)
    while True:
        head, rows = await database.run(audit.page(chain.last.number))
        if not rows:
            chain.end(head)
            return chain.last
        for row in rows:
            chain.follow(row)


async def rows(database: Database, since: datetime | None = None) -> AsyncIterator[AuditRow]:
    """Every row not older than that moment, in order."""
    last, earliest = 0, to_micros(since) if since else 0
    while True:
        _, page = await database.run(audit.page(last, earliest))
        if not page:
            return
        for row in page:
            yield row
        last = page[-1].number
