"""`GET /metrics`: what monitoring reads, written anew at each scrape."""

from collections.abc import Awaitable, Callable

from aiohttp import web


class MetricsPage:
    """A mount of the web server."""

    def __init__(self, write: Callable[[], Awaitable[bytes]], content_type: str) -> None:
        self._write = write
        self._headers = {"Content-Type": content_type}

    def mount(self, app: web.Application) -> None:
        """Add the route."""
        app.router.add_get("/metrics", self._scraped)

    async def _scraped(self, _request: web.Request) -> web.Response:
        return web.Response(body=await self._write(), headers=self._headers)
