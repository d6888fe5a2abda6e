"""Tells open pages that something has changed, by server-sent events; what has changed they fetch themselves."""

from contextlib import aclosing, suppress

from aiohttp import web

from channels.web.dashboard.base import Tide
from channels.web.dashboard.door import Door, Visit


class Live:
    """One stream per open page, until the page is closed or the server stops."""

    def __init__(self, door: Door, tide: Tide) -> None:
        self._door = door
        self._tide = tide

    def mount(self, app: web.Application) -> None:
        """Add the route."""
        app.router.add_get("/live", self._door.seen(self._follow), allow_head=False)

    async def _follow(self, visit: Visit) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "X-Accel-Buffering": "no"})
        with suppress(ConnectionResetError):  # a page may be closed at any moment
            await response.prepare(visit.request)
            await response.write(b"retry: 1000\n\n")
            async with aclosing(self._tide.follow()) as states:  # type: ignore[type-var]
                async for state in states:
                    if visit.request.transport is None or visit.request.transport.is_closing():
                        break
                    await response.write(_event(state))
        return response


def _event(state: str) -> bytes:
    return f"event: tide\ndata: {state}\n\n".encode() if state else b": still here\n\n"
