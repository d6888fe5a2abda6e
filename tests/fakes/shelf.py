"""A channel that hands files over: what it holds by their refs, or what it raises instead."""

import asyncio
from typing import Any

from channels.base import Gone
from channels.views import Attachment

PNG = b"\x89PNG\r\n\x1a\n" + b"." * 992
PDF = b"%PDF-1.7\n" + b"." * 1991


class Shelf:
    """The fetching half of a channel; `asked` is what was wanted of it, `most_at_once` how many at the same time."""

    def __init__(self, **held: Any) -> None:
        self.held = held
        self.asked: list[str] = []
        self.slow = 0.0
        self.most_at_once = 0
        self._under_way = 0

    async def stop(self) -> None:
        """Nothing is heard here."""

    async def close(self) -> None:
        """Nothing is held open."""

    async def fetch(self, file: Attachment) -> bytes:
        self.asked.append(file.ref)
        self._under_way += 1
        self.most_at_once = max(self.most_at_once, self._under_way)
        await asyncio.sleep(self.slow)
        self._under_way -= 1
        found = self.held.get(file.ref, Gone("nothing of that name"))
        if isinstance(found, Exception):
            raise found
        assert isinstance(found, bytes)
        return found


def sent(ref: str, name: str = "", size: int = 1000, **more: Any) -> Attachment:
    """A file that a customer sent to the shelf."""
    return Attachment("shelf", "default", ref, name=name, size=size, **more)
