"""One small web server: whether the process is alive and ready, and whatever is mounted on it."""

import errno
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Protocol

from aiohttp import web

from channels.web.guard import Guard, dress
from channels.web.settings import WebSettings

Ready = Callable[[], Awaitable[Sequence[tuple[str, bool, str]]]]
"""Answers one `(name, ok, detail)` for each part of the process."""

MOST_BODY_BYTES = 25 * 2**20
"""Room for the longest message that is accepted, even when JSON spells each of its characters with six."""

SECONDS_TO_FINISH = 5.0


class PortInUse(Exception):
    """Another program listens on the port already."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(f"port {port} on {host} is taken by another program")
        self.host = host
        self.port = port


class Mount(Protocol):
    """Something that the server shows."""

    def mount(self, app: web.Application) -> None:
        """Add routes and signals."""


class WebServer:
    """Serves once from `start` to `stop`; mounts are added before the start."""

    def __init__(self, settings: WebSettings, ready: Ready, mounts: Iterable[Mount] = ()) -> None:
        self._settings = settings
        self._ready = ready
        self._guard = Guard(settings.public_url)
        self._app = web.Application(middlewares=[self._guard.__call__], client_max_size=MOST_BODY_BYTES)
        self._app.on_response_prepare.append(dress)
        self._app.router.add_get("/healthz", _alive)
        self._app.router.add_get("/readyz", self._readiness)
        for mount in mounts:
            mount.mount(self._app)
        if settings.playground and not _has_front_page(self._app):
            self._app.router.add_get("/", _to_playground)
        self._runner: web.AppRunner | None = None

    @property
    def port(self) -> int:
        """The port that is really listened on; 0 before the start."""
        return self._guard.port

    @property
    def address(self) -> str:
        """Where a browser on this machine finds the server."""
        host = self._settings.host
        if host in ("", "0.0.0.0", "::"):
            host = "127.0.0.1"
        return f"http://[{host}]:{self.port}" if ":" in host else f"http://{host}:{self.port}"

    async def start(self) -> None:
        """Listen; raises PortInUse, or OSError when the address cannot be had for another reason."""
        runner = web.AppRunner(self._app, access_log=None, shutdown_timeout=SECONDS_TO_FINISH)
        await runner.setup()
        try:
            await web.TCPSite(runner, self._settings.host, self._settings.port).start()
        except OSError as error:
            await runner.cleanup()
            if error.errno == errno.EADDRINUSE:
                raise PortInUse(self._settings.host, self._settings.port) from error
            raise
        self._runner = runner
        self._guard.port = runner.addresses[0][1]

    async def stop(self) -> None:
        """Stop listening, end the streams, let what is being answered finish."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _readiness(self, _request: web.Request) -> web.Response:
        parts = await self._ready()
        lines = [f"{'ok' if ok else 'failed'} {name}{': ' + detail if detail else ''}" for name, ok, detail in parts]
        return web.Response(status=200 if all(ok for _, ok, _ in parts) else 503, text="\n".join(lines) + "\n")


def _has_front_page(app: web.Application) -> bool:
    return any(resource.canonical == "/" for resource in app.router.resources())


async def _to_playground(_request: web.Request) -> web.Response:
    return web.Response(status=302, headers={"Location": "/play"})


async def _alive(_request: web.Request) -> web.Response:
    return web.Response(text="ok\n")
