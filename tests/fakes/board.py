"""Memory that stands in for storage and bot behind a channel: a board, an intake, and a desk."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from channels.base import Inbound, Tap
from channels.views import Answer


@dataclass(frozen=True, slots=True)
class ShownItem:
    """A `channels.board.BoardItem`."""

    id: int
    version: int
    place: str
    kind: str
    body: Mapping[str, Any]
    at: datetime | None


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A `channels.board.BoardFile`."""

    id: str
    name: str
    media_type: str
    data: bytes


class MemoryBoard:
    """A `Board` in a dictionary."""

    def __init__(self) -> None:
        self._items: dict[int, ShownItem] = {}
        self._keys: dict[str, int] = {}
        self.files: dict[str, ShownFile] = {}
        self._version = 0

    async def put(self, key: str, place: str, kind: str, body: Mapping[str, Any]) -> int:
        if key not in self._keys:
            self._keys[key] = item = len(self._items) + 1
            self._store(item, place, kind, body, datetime.now(UTC))
        return self._keys[key]

    async def change(self, item: int, body: Mapping[str, Any]) -> None:
        old = self._items[item]
        self._store(item, old.place, old.kind, body, old.at)

    async def items(self, after: int = 0) -> Sequence[ShownItem]:
        return sorted((item for item in self._items.values() if item.version > after), key=lambda item: item.version)

    async def item(self, item: int) -> ShownItem | None:
        return self._items.get(item)

    async def find(self, key: str) -> ShownItem | None:
        return self._items.get(self._keys.get(key, 0))

    async def keep_file(self, id: str, name: str, media_type: str, data: bytes) -> None:
        self.files.setdefault(id, ShownFile(id, name, media_type, data))

    async def file(self, id: str) -> ShownFile | None:
        return self.files.get(id)

    def _store(self, item: int, place: str, kind: str, body: Mapping[str, Any], at: datetime | None) -> None:
        self._version += 1
        self._items[item] = ShownItem(item, self._version, place, kind, body, at)


class MemoryIntake:
    """An `Intake` that keeps what it heard; `broken` makes it fail as a database would."""

    def __init__(self) -> None:
        self.heard: list[Inbound] = []
        self.broken = False

    async def hear(self, inbound: Inbound) -> bool:
        if self.broken:
            raise OSError("the database is away")
        if any(known.update_id == inbound.update_id for known in self.heard):
            return False
        self.heard.append(inbound)
        return True


class MemoryDesk:
    """A `Desk` that answers with what `reply` says."""

    def __init__(self) -> None:
        self.taps: list[Tap] = []
        self.reply: Callable[[Tap], Answer] = lambda tap: Answer(f"{tap.user_name}: {tap.token}")

    async def tap(self, tap: Tap) -> Answer:
        self.taps.append(tap)
        return self.reply(tap)
