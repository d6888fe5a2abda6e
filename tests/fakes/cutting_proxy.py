"""A proxy in front of PostgreSQL's socket that cuts the line at a COMMIT, before or after the server has seen it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

COMMIT = b"COMMIT\x00"


@dataclass
class CuttingProxy:
    """Passes bytes both ways; `cuts` holds, for the next COMMITs, whether the server gets to see each."""

    socket: str
    cuts: list[bool] = field(default_factory=list)
    port: int = 0
    cut: int = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        from_server, to_server = await asyncio.open_unix_connection(self.socket)
        back = asyncio.create_task(_pump(from_server, writer))
        try:
            while data := await reader.read(65536):
                if COMMIT in data and self.cuts:
                    self.cut += 1
                    if self.cuts.pop(0):
                        back.cancel()
                        await asyncio.wait({back})
                        to_server.write(data)
                        await to_server.drain()
                        await from_server.read(1)
                    return
                to_server.write(data)
                await to_server.drain()
        finally:
            back.cancel()
            to_server.transport.abort()
            writer.transport.abort()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(ConnectionError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
        writer.close()


@asynccontextmanager
async def cutting_proxy(socket: str) -> AsyncIterator[CuttingProxy]:
    """A proxy on a free loopback port in front of a Unix socket."""
    proxy = CuttingProxy(socket)
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    proxy.port = server.sockets[0].getsockname()[1]
    try:
        yield proxy
    finally:
        server.close()
