"""What the playground shows, kept once per key; its versions order every change for whoever follows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from engine.ports import Clock
from engine.values import dump, from_micros, parse, to_micros
from storage import models
from storage.locks import BOARD, exclusive
from storage.transaction import Database, Sql, Transaction


@dataclass(frozen=True, slots=True)
class StoredItem:
    """One thing on the page."""

    id: int
    version: int
    place: str
    kind: str
    body: Mapping[str, Any]
    at: datetime | None


class StoredBoard:
    """The playground's board in the database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def put(self, key: str, place: str, kind: str, body: Mapping[str, Any]) -> int:
        """Add an item, once per key; answers its id, also that of the item which was there."""
        return await self._database.run(_put(key, place, kind, dump(body), to_micros(self._clock.now())))

    async def change(self, item: int, body: Mapping[str, Any]) -> None:
        """Replace an item's body; raises KeyError if there is no such item."""
        await self._database.run(_change(item, dump(body)))

    async def items(self, after: int = 0) -> Sequence[StoredItem]:
        """Everything added or changed after that version, oldest version first."""
        query = models.Board.filter(version__gt=after).order_by("version")
        return [
            StoredItem(row.id, row.version, row.place, row.kind, parse(row.body), from_micros(row.at))
            for row in await query
        ]


def _put(key: str, place: str, kind: str, body: str, at: int) -> Transaction[int]:
    yield from exclusive(BOARD)  # versions are committed in their order, so that a follower misses none
    rows = yield Sql("SELECT id FROM board WHERE key = ?", (key,))
    if not rows:
        rows = yield Sql(
            "INSERT INTO board (key, version, place, kind, body, at) "
            "VALUES (?, (SELECT COALESCE(MAX(version), 0) + 1 FROM board), ?, ?, ?, ?) RETURNING id",
            (key, place, kind, body, at),
        )
    return int(rows[0][0])


def _change(item: int, body: str) -> Transaction[None]:
    yield from exclusive(BOARD)
    rows = yield Sql(
        "UPDATE board SET body = ?, version = (SELECT MAX(version) + 1 FROM board) WHERE id = ? RETURNING id",
        (body, item),
    )
    if not rows:
        raise KeyError(item)
