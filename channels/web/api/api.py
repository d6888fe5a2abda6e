"""The API as the server mounts it: every request brings a token in its header, and nothing else opens anything."""

import logging
import re
from collections.abc import Awaitable, Callable, Sequence

from aiohttp import web

from channels.web.api import reading
from channels.web.api.openapi import document
from channels.web.api.port import Bearer, House
from channels.web.api.problems import Problem
from channels.web.api.routes import BASE, DOCUMENT, ID, ROUTES, Asked, Route
from channels.web.dashboard.signing_in import Tries

log = logging.getLogger(__name__)

BAD_TRIES, REQUESTS, SECONDS = 30, 600, 60
"""How many bad tokens from one address, and how many requests of one token, are answered within so many seconds."""
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Api:
    """A `Mount` of the web server."""

    def __init__(self, house: House, address: Callable[[], str], routes: Sequence[Route] = ROUTES) -> None:
        """`address` is where the server is found, without a slash at its end."""
        self._house = house
        self._address = address
        self._routes = routes
        self._bad = Tries(BAD_TRIES, SECONDS)
        self._used = Tries(REQUESTS, SECONDS)

    def mount(self, app: web.Application) -> None:
        """Add the routes; whatever else is asked below this address wants a token, too, before it is not found."""
        app.router.add_get(DOCUMENT, self._document)
        for route in self._routes:
            app.router.add_route(
                route.method, BASE + route.path.replace("{id}", f"{{id:{ID}}}"), self._answering(route)
            )
        app.router.add_route("*", "/api/{rest:.*}", self._otherwise)

    async def _document(self, request: web.Request) -> web.Response:
        return web.json_response(document(self._address()))

    def _answering(self, route: Route) -> Handler:
        async def handler(request: web.Request) -> web.StreamResponse:
            try:
                asked = await self._read(route, request, await self._bearer(request))
                answer = await route.call(self._house, asked)
            except Problem as problem:
                return problem.response()
            except Exception:
                log.exception("%s of the API could not be answered", route.name)
                return Problem("failed").response()
            return web.Response(text=answer.model_dump_json(), content_type="application/json")

        return handler

    async def _read(self, route: Route, request: web.Request, bearer: Bearer) -> Asked:
        if route.scope not in bearer.scopes:
            raise Problem("scope-missing", f"The token needs the scope {route.scope}.")
        return Asked(
            bearer,
            request.match_info.get("id", ""),
            reading.query(request, route.query) if route.query else None,
            key=reading.idempotency_key(request) if route.body else "",
            body=await reading.body(request, route.body) if route.body else None,
        )

    async def _bearer(self, request: web.Request) -> Bearer:
        """Whoever asks. An address that tries many bad tokens hears so, and locks out nobody who has a good one."""
        token = reading.bearer_token(request)
        bearer = await self._house.bearer(token) if token else None
        if bearer is None:
            if self._bad.too_many(request.remote or ""):
                raise Problem("too-many", headers={"Retry-After": str(SECONDS)})
            challenge = 'Bearer realm="assent", error="invalid_token"'
            raise Problem("bad-token", headers={"WWW-Authenticate": challenge})
        if self._used.too_many(bearer.token):
            raise Problem("too-many", headers={"Retry-After": str(SECONDS)})
        return bearer

    async def _otherwise(self, request: web.Request) -> web.Response:
        try:
            await self._bearer(request)
        except Problem as problem:
            return problem.response()
        if allowed := [route.method for route in self._routes if _path(route).fullmatch(request.path)]:
            return Problem("bad-method", headers={"Allow": ", ".join(allowed)}).response()
        return Problem("not-found").response()


def _path(route: Route) -> re.Pattern[str]:
    return re.compile(BASE + route.path.replace("{id}", ID))
