"""Who may talk to the server: the names it answers to, the origins it believes, the headers that every answer wears.

A page of another site can make a browser send us requests, and can point its own name at this machine. So a name that
is not ours is refused, and so is a POST that does not come from a page of ours.
"""

import ipaddress
import re
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

PROBES = frozenset({"/healthz", "/readyz", "/metrics"})
"""Asked by programs under whatever address they know; they show nothing of anybody."""

LINKS = "/a/"
"""Pages behind the links of mails. They send no referrer, so browsers send their forms with the origin `null`; that a
form comes from such a page is shown by a value in it."""

MACHINES = ("/telegram/", "/webhooks/")
"""Where platforms call, each with a secret of its own and under whatever name they were given; no browser does."""

API = "/api/"
"""Where programs call with a key in a header, which no browser adds by itself; no cookie counts there."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[^\[\]:@/]+)(?::(?P<port>[0-9]{1,5}))?")


def refusal(status: int, text: str) -> web.Response:
    """An answer that says no in words, as `{"error": text}`."""
    return web.json_response({"error": text}, status=status)


async def dress(_request: web.Request, response: web.StreamResponse) -> None:
    """Put the security headers on an answer before it leaves; data is not stored unless its handler says otherwise."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Cache-Control", "no-store")


class Guard:
    """Knows the server's own names; `port` is what the server really listens on."""

    def __init__(self, public_url: str = "") -> None:
        parts = urlsplit(public_url)
        self.port = 0
        self._public_host = parts.netloc.lower()
        self._public_origin = f"{parts.scheme}://{parts.netloc}".lower()

    def origin_of(self, host: str) -> str | None:
        """The origin of our pages under this `Host`; None for a name that is not ours."""
        host = host.lower()
        if host and host == self._public_host:
            return self._public_origin
        match = _HOST.fullmatch(host)
        ours = match and int(match["port"] or 80) == self.port and _is_loopback(match["name"])
        return f"http://{host}" if ours else None

    def objection(self, request: web.Request) -> str | None:
        """Why this request is refused; None when it may pass."""
        if request.path in PROBES and request.method in ("GET", "HEAD"):
            return None
        if request.path.startswith(MACHINES) and request.method == "POST":
            return None
        if request.path.startswith(API):
            return None
        origin = self.origin_of(request.headers.get("Host", ""))
        if origin is None:
            return "This server does not answer under that name; open it as localhost or under its public address."
        if request.method in ("GET", "HEAD"):
            return None
        known = (origin, "null") if request.path.startswith(LINKS) else (origin,)
        if request.headers.get("Origin", "").lower() not in known:
            return "Only a page of this server may send this; the request has no Origin, or that of another site."
        if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
            return "Only a page of this server may send this; the browser says that another site did."
        return None

    @web.middleware
    async def __call__(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        objection = self.objection(request)
        return await handler(request) if objection is None else refusal(403, objection)


def _is_loopback(name: str) -> bool:
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False
