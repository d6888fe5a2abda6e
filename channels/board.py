"""The port between the playground's page and what keeps it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol


class BoardItem(Protocol):
    """One thing on the page: a `text`, `card`, `mail`, `said` or `room`; `version` grows with each change."""

    @property
    def id(self) -> int: ...
    @property
    def version(self) -> int: ...
    @property
    def place(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def body(self) -> Mapping[str, Any]: ...
    @property
    def at(self) -> datetime | None: ...


class BoardFile(Protocol):
    """A file on the page, by its contents."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def media_type(self) -> str: ...
    @property
    def data(self) -> bytes: ...


class Board(Protocol):
    """What the playground shows, kept so that a reload or a kill shows the same page."""

    async def put(self, key: str, place: str, kind: str, body: Mapping[str, Any]) -> int:
        """Add an item, once per key; answers its id (also that of the item which was there)."""

    async def change(self, item: int, body: Mapping[str, Any]) -> None:
        """Replace an item's body; raises KeyError if there is no such item."""

    async def items(self, after: int = 0) -> Sequence[BoardItem]:
        """Everything added or changed after that version, oldest version first."""

    async def item(self, item: int) -> BoardItem | None:
        """One item as it stands, if there is such."""

    async def find(self, key: str) -> BoardItem | None:
        """The item that was put under a key, if one was."""

    async def keep_file(self, id: str, name: str, media_type: str, data: bytes) -> None:
        """Keep a file, once per id."""

    async def file(self, id: str) -> BoardFile | None:
        """The file of that id, if there is such."""
