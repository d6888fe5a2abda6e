"""The HTTP side: `/api/v10`, the gateway's websocket and the files, on loopback."""

from __future__ import annotations

import contextlib
import json
import traceback
from collections.abc import AsyncIterator
from typing import Any

from aiohttp import web

from tests.fakes.discord import bodies, errors, faults
from tests.fakes.discord.accounts import Application
from tests.fakes.discord.calls import Call, Reply
from tests.fakes.discord.errors import RateLimited, Refused
from tests.fakes.discord.files import Upload
from tests.fakes.discord.gateway import Gateway
from tests.fakes.discord.operations import OPERATIONS, Routes
from tests.fakes.discord.world import Called, World

API = "/api/v10"
LARGEST = 100 << 20
BANNED = "<html><h1>Error 1015</h1>You are being rate limited</html>"
MAJOR = ("channel_id", "guild_id", "webhook_id", "webhook_token")
"""What gives a route a bucket of its own ("Rate Limits")."""
COUNTED = {401, 403, 429}


class Server:
    """`root` is what a client takes for https://discord.com; the API is under it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.faults = faults.Faults()
        self.gateway = Gateway(world)
        self.routes = Routes(world.schema)
        self.root = ""

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Serve on a free loopback port."""
        app = web.Application(client_max_size=LARGEST)
        app.router.add_get("/gateway", self.gateway.serve)
        app.router.add_get("/gateway/", self.gateway.serve)
        app.router.add_get("/attachments/{path:.+}", self._file)
        app.router.add_route("*", "/{path:.*}", self._request)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.05, handler_cancellation=True)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        self.root = self.world.content_address = f"http://{host}:{port}"
        self.world.gateway_address = f"ws://{host}:{port}/gateway"
        try:
            yield
        finally:
            self.gateway.open()
            self.gateway.drop()
            await runner.cleanup()

    async def _request(self, request: web.Request) -> web.StreamResponse:
        """Every request is logged, also one that meets a fault or has a bad token."""
        path = request.path.removeprefix(API) if request.path.startswith(f"{API}/") else ""
        operation, variables = self.routes.find(request.method, path)
        token = request.headers.get("Authorization", "").removeprefix("Bot ")
        entry = Called(token, operation, variables, self.world.now(), dict(request.query))
        self.world.log.append(entry)
        if not operation:
            return self._lost(entry, request, path)
        fault = self.faults.take(operation)
        try:
            entry.body, files = await bodies.decoded(request)
            entry.files = {one.field: (one.name, len(one.data)) for one in files}
            if fault is None:
                return await self._answered(entry, files)
            entry.fault = fault.kind
            return await faults.met(fault, request, lambda: self._answered(entry, files))
        except Refused as refused:
            return self._refused(entry, refused)
        finally:
            self.world.changed()

    def _lost(self, entry: Called, request: web.Request, path: str) -> web.Response:
        self.world.violate([f"{request.method} {request.path}: no such route"])
        known = bool(path) and self.routes.known_path(path)
        return self._refused(entry, errors.NO_METHOD if known else errors.NOT_FOUND)

    async def _answered(self, entry: Called, files: list[Upload]) -> web.Response:
        """Carry a request out."""
        headers: dict[str, str] = {}
        if self.world.limits.invalid <= self.world.limits.invalid_requests(self.world.now()):
            entry.status = 429
            return web.Response(status=429, text=BANNED, content_type="text/html", headers={"Retry-After": "600"})
        try:
            app = self._caller(entry)
            headers = self._spend(entry)
            call = self._checked(entry, app, files)
            reply = await OPERATIONS[entry.operation].run(call)
        except Refused as refused:
            return self._refused(entry, refused, headers)
        except Exception:
            self.world.violate([f"{entry.operation}: the fake failed: {entry.body} {traceback.format_exc()}"])
            return self._refused(entry, Refused(500, 0, "500: Internal Server Error"), headers)
        self.world.violate(self.world.schema.answer(entry.operation, reply.status, reply.body))
        return self._reply(entry, reply, headers)

    def _caller(self, entry: Called) -> Application:
        """The bot: by its token, or where the path holds a token, by that."""
        operation = OPERATIONS.get(entry.operation)
        if operation is None:
            self.world.violate([f"{entry.operation}: the fake does not model it"])
            raise errors.NOT_FOUND
        app = self.world.by_token(entry.token)
        if app is None and operation.keyed:
            token = entry.path.get("interaction_token") or entry.path.get("webhook_token", "")
            press = self.world.presses.get(token)
            app = press.app if press is not None else next(iter(self.world.apps.values()))
        if app is None:
            raise errors.UNAUTHORIZED
        return app

    def _spend(self, entry: Called) -> dict[str, str]:
        major = "/".join(entry.path[name] for name in MAJOR if name in entry.path)
        return self.world.limits.spend(entry.operation, major, entry.token, self.world.now())

    def _checked(self, entry: Called, app: Application, files: list[Upload]) -> Call:
        """The call, held against the document; what breaks it is refused and noted, what is too long is refused."""
        problems = self.world.schema.request(entry.operation, entry.query, entry.body)
        self.world.violate(f"{entry.operation}: {problem}" for problem in problems if problem.contract)
        if problems:
            raise errors.invalid(problems)
        return Call(self.world, app, entry.operation, entry.path, entry.query, entry.body, files)

    def _refused(self, entry: Called, refused: Refused, headers: dict[str, str] | None = None) -> web.Response:
        """A refusal; those of Discord itself carry `Via`, and a 429 its waiting time."""
        headers = dict(headers or {})
        if refused.status in COUNTED:
            self.world.limits.blame(self.world.now())
        if isinstance(refused, RateLimited):
            headers["Retry-After"] = str(max(1, round(refused.retry_after)))
            headers["X-RateLimit-Scope"] = "global" if refused.everywhere else "user"
            if refused.everywhere:
                headers["X-RateLimit-Global"] = "true"
        return self._reply(entry, Reply(refused.status, refused.body()), headers)

    def _reply(self, entry: Called, reply: Reply, headers: dict[str, str]) -> web.Response:
        entry.status, entry.answer = reply.status, reply.body
        if self.world.limits.via:
            headers = {**headers, "Via": "1.1 google"}
        if reply.body is None:
            return web.Response(status=reply.status, headers=headers)
        return _json(reply.body, reply.status, headers)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        stored = self.world.attachments.get(request.path)
        if stored is None:
            return web.Response(status=404, text="This content is no longer available.")
        return web.Response(body=stored.upload.data, content_type="application/octet-stream")


def _json(body: Any, status: int, headers: dict[str, str]) -> web.Response:
    """Exactly `application/json`: discord.py does not decode what has a charset."""
    data = json.dumps(body, ensure_ascii=False).encode()
    return web.Response(body=data, status=status, headers={**headers, "Content-Type": "application/json"})
