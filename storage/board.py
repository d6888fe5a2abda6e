"""What the playground shows, kept once per key; its versions order every change for whoever follows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from engine.ids import HandoffId
from engine.ports import Clock
from engine.values import dump, from_micros, parse, to_micros
from storage.locks import BOARD, exclusive
from storage.models_board import Board, BoardFile
from storage.transaction import Database, Sql, Transaction, insert

GONE = "gone"
"""The kind of an item that was erased: it is not shown, and nothing is written into it any more."""
_OF_THE_REQUEST: Mapping[str, Any] = {
    "status": "", "reason": "", "facts": [], "calls": [], "calls_note": "", "transcript": [],
}  # fmt: skip
"""The parts of a card that tell of its customer, as they are on one that tells nothing."""


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
        "UPDATE board SET body = CASE WHEN kind = ? THEN body ELSE ? END, "
        "version = (SELECT MAX(version) + 1 FROM board) WHERE id = ? RETURNING id",
        (GONE, body, item),
    )
    if not rows:
        raise KeyError(item)


def _keep_file(id: str, name: str, media_type: str, data: bytes) -> Transaction[None]:
    yield insert("board_file", "id, name, media_type, size, data", (id, name, media_type, len(data), data), unless="id")


def clear(place: str, contacts: Collection[str]) -> Transaction[None]:
    """Empty what is shown at a place, and mails to these addresses; pages that are open follow."""
    yield from exclusive(BOARD)
    rows = yield Sql(
        "SELECT id, place, body FROM board WHERE (place = ? OR kind = 'mail') AND kind <> ? ORDER BY id", (place, GONE)
    )
    theirs = {contact.casefold() for contact in contacts}
    for number, where, body in rows:
        if where == place or parse(body).get("address", "").casefold() in theirs:
            yield from _empty(number, body)


def clear_room(handoff: HandoffId) -> Transaction[None]:
    """Empty the room of a request's talk, if it is on the page."""
    places = yield Sql("SELECT place FROM room WHERE handoff_id = ? AND own = ?", (handoff, True))
    for (place,) in places:
        yield from exclusive(BOARD)
        rows = yield Sql("SELECT id, body FROM board WHERE place = ? AND kind <> ? ORDER BY id", (place, GONE))
        for number, body in rows:
            yield from _empty(number, body)


def _empty(item: int, body: str) -> Transaction[None]:
    """Take an item off the page, with the files that came with it."""
    for file in parse(body).get("files", ()):
        yield Sql("DELETE FROM board_file WHERE id = ?", (file.get("ref") or file.get("id", ""),))
    yield from _rewrite(item, GONE, "{}")


def clear_card(handoff: HandoffId) -> Transaction[None]:
    """Take out of a request's cards what they tell of its customer; an edit words them anew."""
    refs = yield Sql("SELECT ref FROM card WHERE handoff_id = ? AND place LIKE 'play:%'", (handoff,))
    for (ref,) in refs:
        yield from exclusive(BOARD)
        for (body,) in (yield Sql("SELECT body FROM board WHERE id = ? AND kind = 'card'", (int(ref),))):
            yield from _rewrite(int(ref), "card", dump({**parse(body), **_OF_THE_REQUEST}))


def _rewrite(item: int, kind: str, body: str) -> Transaction[None]:
    yield Sql(
        "UPDATE board SET kind = ?, body = ?, version = (SELECT MAX(version) + 1 FROM board) WHERE id = ?",
        (kind, body, item),
    )
