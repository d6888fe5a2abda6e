"""The board and a bell: whoever follows the page hears at once that something was added or changed."""

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import Any

from channels.board import Board, BoardItem

SECONDS_BETWEEN_LOOKS = 1.0
"""How long a change by another process can stay unseen."""


class Feed:
    """A board whose changes can be followed until it is closed."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._bell = asyncio.Event()
        self._open = True

    async def put(self, key: str, place: str, kind: str, body: Mapping[str, Any]) -> int:
        """As `Board.put`, and ring."""
        item = await self._board.put(key, place, kind, body)
        self._ring()
        return item

    async def change(self, item: int, body: Mapping[str, Any]) -> None:
        """As `Board.change`, and ring."""
        await self._board.change(item, body)
        self._ring()

    async def items(self) -> Sequence[BoardItem]:
        """Everything on the page."""
        return _ours(await self._board.items())

    async def item(self, item: int) -> BoardItem | None:
        """As `Board.item`."""
        return await self._board.item(item)

    async def find(self, key: str) -> BoardItem | None:
        """As `Board.find`."""
        return await self._board.find(key)

    async def follow(self, after: int) -> AsyncGenerator[Sequence[BoardItem], None]:
        """What came after that version, batch by batch; an empty batch about once a second, until closed."""
        while self._open:
            bell = self._bell
            batch = await self._board.items(after)
            yield _ours(batch)
            if batch:
                after = batch[-1].version
            else:
                await _heard(bell, SECONDS_BETWEEN_LOOKS)

    def open(self) -> None:
        """Let it be followed."""
        self._open = True

    def close(self) -> None:
        """Let all who follow come to their end."""
        self._open = False
        self._ring()

    def _ring(self) -> None:
        self._bell.set()
        self._bell = asyncio.Event()


def _ours(items: Sequence[BoardItem]) -> Sequence[BoardItem]:
    """Those of the page; what is said on the dashboard is kept on the same board and is no part of it."""
    return [item for item in items if not item.place.startswith("web:")]


async def _heard(bell: asyncio.Event, seconds: float) -> bool:
    try:
        async with asyncio.timeout(seconds):
            return await bell.wait()
    except TimeoutError:
        return False
