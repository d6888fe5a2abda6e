"""What follows the record row by row, such as lists that can be searched; each follower remembers how far it is."""

from collections.abc import Sequence

from storage import audit, notes
from storage.audit import AuditRow
from storage.transaction import Database, Sql, Transaction

_NAME = "follows "


class Following:
    """The places of followers in the record of one database."""

    def __init__(self, database: Database) -> None:
        self._run = database.run

    async def next(self, name: str, fresh: bool = False) -> tuple[int, Sequence[AuditRow]]:
        """How far a follower is, and the rows that come next, at most `audit.PAGE`.

        A `fresh` follower that was never here before begins at the end of the record, any other at its beginning.
        """
        return await self._run(_next(name, fresh))

    async def reached(self, name: str, before: int, after: int) -> None:
        """A follower that was there has come so far; one that others have moved meanwhile stays where it is."""
        await self._run(_reached(name, before, after))

    async def tide(self) -> str:
        """A text that is another one whenever something was put on record or said."""
        return await self._run(_tide())


def place_of(name: str) -> Transaction[int]:
    """How far a follower is."""
    return int((yield from notes.read(_NAME + name)) or 0)


def _next(name: str, fresh: bool) -> Transaction[tuple[int, Sequence[AuditRow]]]:
    known = yield from notes.read(_NAME + name)
    head = yield from audit.head()
    if not known and fresh:
        yield from notes.keep(_NAME + name, str(head.number))
        return head.number, ()
    at = int(known or 0)
    if at >= head.number:
        return at, ()
    _, rows = yield from audit.page(at)
    return at, rows


def _reached(name: str, before: int, after: int) -> Transaction[None]:
    known = yield from notes.read(_NAME + name)
    if int(known or 0) == before:
        yield from notes.keep(_NAME + name, str(after))


def _tide() -> Transaction[str]:
    head = yield from audit.head()
    rows = yield Sql("SELECT COALESCE(MAX(id), 0) FROM message")
    return f"{head.number}.{rows[0][0]}"
