"""What the playground shows, kept once per key; its versions order every change for whoever follows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from engine.ports import Clock
from engine.values import dump, from_micros, parse, to_micros
from storage.locks import BOARD, exclusive
from storage.models_board import Board, BoardFile
from storage.transaction import Database, Sql, Transaction, insert


@dataclass(frozen=True, slots=True)
class StoredItem:
    """One thing on the page."""

    id: int
    version: int
    place: str
    kind: str
    body: Mapping[str, Any]
    at: datetime | None


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file by its contents."""

    id: str
    name: str
    media_type: str
    data: bytes = field(repr=False)


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
        return [_item(row) for row in await Board.filter(version__gt=after).order_by("version")]

    async def item(self, item: int) -> StoredItem | None:
        """One item as it stands, if there is such."""
        row = await Board.get_or_none(id=item)
        return None if row is None else _item(row)

    async def find(self, key: str) -> StoredItem | None:
        """The item that was put under a key, if one was."""
        row = await Board.get_or_none(key=key)
        return None if row is None else _item(row)

    async def keep_file(self, id: str, name: str, media_type: str, data: bytes) -> None:
        """Keep a file, once per id."""
        await self._database.run(_keep_file(id, name, media_type, data))

    async def file(self, id: str) -> StoredFile | None:
        """The file of that id, if there is such."""
        row = await BoardFile.get_or_none(id=id)
        return None if row is None else StoredFile(row.id, row.name, row.media_type, bytes(row.data))


def _item(row: Board) -> StoredItem:
    return StoredItem(row.id, row.version, row.place, row.kind, parse(row.body), from_micros(row.at))


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


def _keep_file(id: str, name: str, media_type: str, data: bytes) -> Transaction[None]:
    yield insert("board_file", "id, name, media_type, size, data", (id, name, media_type, len(data), data), unless="id")
