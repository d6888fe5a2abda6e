"""An MCP transport over streamable HTTP that survives its server, and knows which calls were never executed.

A network error inside the SDK's transport would cancel the whole connection and every call on it. Here it becomes an
error response to the one request that met it; the session is told and connects anew.
"""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import httpx2
from mcp.client._transport import TransportStreams
from mcp.client.streamable_http import streamable_http_client

from bot.mcp_wire import MAX_MESSAGE, Attempt, Wire, current_attempt

CONNECT_TIMEOUT = 10.0
COURTESY_TIMEOUT = 5.0
"""Seconds for a notification or a goodbye: nobody waits for its answer, and it must not hold up what comes after."""
READ_TIMEOUT = 3600.0
"""Seconds; each call brings its own, shorter time-out."""
DECLINED = frozenset({401, 403, 404, 405, 413, 429})
"""Statuses by which a server turns a request away at the door, before any tool runs."""


@asynccontextmanager
async def http_transport(url: str, headers: Mapping[str, str], wire: Wire) -> AsyncIterator[TransportStreams]:
    """Yield the streams of a session with the server at `url`; `headers` go with every request.

    Each request has a connection of its own: on a pooled one that the server has just closed, a call that was never
    heard could not be told from one that was.
    """
    timeout = httpx2.Timeout(READ_TIMEOUT, connect=CONNECT_TIMEOUT, write=CONNECT_TIMEOUT, pool=CONNECT_TIMEOUT)
    inner = httpx2.AsyncHTTPTransport(limits=httpx2.Limits(max_keepalive_connections=0))
    async with (
        httpx2.AsyncClient(
            transport=_Watched(inner, wire), headers={"accept-encoding": "identity", **headers}, timeout=timeout
        ) as client,
        streamable_http_client(url, http_client=client, max_sse_event_size=MAX_MESSAGE) as streams,
    ):
        yield streams


class _Watched(httpx2.AsyncBaseTransport):
    """Turns network errors into responses, and notes on the current call what they mean for it."""

    def __init__(self, inner: httpx2.AsyncBaseTransport, wire: Wire) -> None:
        self._inner = inner
        self._wire = wire

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        message = _json_rpc(request)
        attempt = current_attempt.get() if message.get("method") == "tools/call" else None
        if request.method == "DELETE" or (request.method == "POST" and "id" not in message):
            request.extensions["timeout"] = httpx2.Timeout(COURTESY_TIMEOUT).as_dict()
        try:
            response = await self._inner.handle_async_request(request)
        except httpx2.TransportError as error:
            return self._failed(error, attempt)
        return self._answered(response, attempt, bounded=request.method == "POST")

    async def aclose(self) -> None:
        await self._inner.aclose()

    def _failed(self, error: httpx2.TransportError, attempt: Attempt | None) -> httpx2.Response:
        """503 if the request cannot have left (name lookup, connecting, TLS come before its first byte), else 502."""
        unreached = isinstance(error, httpx2.ConnectError | httpx2.ConnectTimeout | httpx2.PoolTimeout)
        if not unreached:
            self._wire.note(f"the connection broke ({type(error).__name__})")
            return httpx2.Response(502)
        self._wire.lose(f"it cannot be reached ({type(error).__name__})")
        if attempt is not None:
            attempt.declined = "the server could not be reached"
        return httpx2.Response(503)

    def _answered(self, response: httpx2.Response, attempt: Attempt | None, *, bounded: bool) -> httpx2.Response:
        if response.status_code >= 400:
            self._wire.note(f"it answered HTTP {response.status_code}")
            if attempt is not None and response.status_code in DECLINED:
                attempt.declined = f"the server declined the request (HTTP {response.status_code})"
            if attempt is not None and response.status_code == 404:
                self._wire.lose("it has forgotten the session")
        if isinstance(response.stream, httpx2.AsyncByteStream):
            response.stream = _Body(response.stream, self._wire, MAX_MESSAGE if bounded else None)
        return response


class _Body(httpx2.AsyncByteStream):
    """A response body that ends, instead of raising, where the connection breaks or the limit is passed."""

    def __init__(self, inner: httpx2.AsyncByteStream, wire: Wire, limit: int | None) -> None:
        self._inner = inner
        self._wire = wire
        self._limit = limit

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        try:
            async for chunk in self._inner:
                size += len(chunk)
                if self._limit is not None and size > self._limit:
                    return
                yield chunk
        except httpx2.TransportError as error:
            self._wire.note(f"the connection broke ({type(error).__name__})")

    async def aclose(self) -> None:
        await self._inner.aclose()


def _json_rpc(request: httpx2.Request) -> Mapping[str, object]:
    """The JSON-RPC message that a POST carries; empty for anything else."""
    if request.method != "POST":
        return {}
    try:
        message = json.loads(request.content)
    except (ValueError, httpx2.RequestNotRead):
        return {}
    return message if isinstance(message, dict) else {}
