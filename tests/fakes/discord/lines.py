"""A gateway connection: what is sent goes out in order, compressed as the client asked."""

from __future__ import annotations

import asyncio
import contextlib
import json
import zlib
from collections.abc import Callable
from typing import Any

from aiohttp import web

COMPRESSIONS = {"", "zlib-stream"}


class Line:
    """One websocket. `compression` is its query parameter."""

    def __init__(self, request: web.Request, socket: web.WebSocketResponse, compression: str) -> None:
        self.request = request
        self.socket = socket
        self.pack = _packer(compression)
        self.waiting: asyncio.Queue[str | int] = asyncio.Queue()
        self.done = False

    def send(self, op: int, data: Any = None, **more: Any) -> None:
        """Queue a payload."""
        self.say(json.dumps({"op": op, "d": data, "s": None, "t": None, **more}))

    def say(self, text: str) -> None:
        """Queue a payload's text."""
        self.waiting.put_nowait(text)

    def close(self, code: int) -> None:
        """Close the connection, after what is queued."""
        self.waiting.put_nowait(code)

    def cut(self) -> None:
        """Reset the connection."""
        self.done = True
        if self.request.transport is not None:
            self.request.transport.abort()

    async def pump(self) -> None:
        """Send what is queued until the connection ends."""
        with contextlib.suppress(ConnectionError):
            while not self.done:
                said = await self.waiting.get()
                if isinstance(said, int):
                    self.done = True
                    await self.socket.close(code=said)
                elif self.pack is None:
                    await self.socket.send_str(said)
                else:
                    await self.socket.send_bytes(self.pack(said.encode()))


def _packer(compression: str) -> Callable[[bytes], bytes] | None:
    """zlib-stream: one context for the whole connection, flushed after each payload (page "Gateway")."""
    if compression != "zlib-stream":
        return None
    stream = zlib.compressobj()
    return lambda data: stream.compress(data) + stream.flush(zlib.Z_SYNC_FLUSH)
