"""The HTTP side: `POST /bot<token>/<method>` and `GET /file/bot<token>/<path>`, on loopback."""

import contextlib
import inspect
import json
from collections.abc import AsyncIterator
from typing import Any

from aiohttp import web

from tests.fakes.telegram import faults, hooks, methods
from tests.fakes.telegram.accounts import BotAccount
from tests.fakes.telegram.calls import Call
from tests.fakes.telegram.errors import NOT_FOUND, UNAUTHORIZED, Refused, bad
from tests.fakes.telegram.files import Upload
from tests.fakes.telegram.world import Called, World

LARGEST = 100 << 20
EMPTY = {"chat_id": "chat_id is empty"}
QUIET = {"text", "caption"}
"""Clients leave these out when they are empty; Telegram has an answer of its own for that."""

Parts = tuple[dict[str, Any], dict[str, Upload]]


class Server:
    """`address` is what a client takes for https://api.telegram.org."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.faults = faults.Faults()
        self.address = ""
        world.perform = self.perform

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Serve on a free loopback port."""
        app = web.Application(client_max_size=LARGEST)
        app.router.add_route("*", "/bot{token}/{method}", self._method)
        app.router.add_get("/file/bot{token}/{path:.+}", self._file)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.05, handler_cancellation=True)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.address = "http://{}:{}".format(*runner.addresses[0][:2])
        try:
            yield
        finally:
            for bot in self.world.bots.values():
                await hooks.stop(bot)
            await runner.cleanup()

    def _bot(self, token: str) -> BotAccount:
        if not token.partition(":")[0].isdigit():
            raise NOT_FOUND
        bot = self.world.bots.get(token)
        if bot is None or bot.revoked:
            raise UNAUTHORIZED
        return bot

    async def _method(self, request: web.Request) -> web.StreamResponse:
        """Every request is logged, also one that meets a fault or has a bad token."""
        method = methods.spelling(request.match_info["method"], self.world.schema)
        fault = self.faults.take(method)
        entry = self._enter(request.match_info["token"], method)
        try:
            raw, files = await parts(request)
            entry.params, entry.files = raw, {name: (file.name, len(file.data)) for name, file in files.items()}
            if fault is None:
                return await self._answered(entry, files)
            entry.fault = fault.kind
            return await faults.met(fault, request, lambda: self._answered(entry, files))
        except Refused as refused:
            entry.answer = refused.body()
            return _json(entry.answer, refused.code)
        finally:
            self.world.changed()

    def _enter(self, token: str, method: str) -> Called:
        entry = Called(token, method, {}, self.world.now())
        self.world.log.append(entry)
        return entry

    async def _answered(self, entry: Called, files: dict[str, Upload]) -> web.StreamResponse:
        try:
            bot = self._bot(entry.bot)
        except Refused as refused:
            entry.answer = refused.body()
            return _json(entry.answer, refused.code)
        answer = await self._carry_out(bot, entry, files)
        return _json(answer, answer.get("error_code", 200))

    async def perform(
        self, bot: BotAccount, method: str, raw: dict[str, Any], files: dict[str, Upload]
    ) -> dict[str, Any]:
        """Carry out a call that did not come as a request; the answer's JSON."""
        entry = self._enter(bot.token, methods.spelling(method, self.world.schema))
        entry.params = raw
        return await self._carry_out(bot, entry, files)

    async def _carry_out(self, bot: BotAccount, entry: Called, files: dict[str, Upload]) -> dict[str, Any]:
        method = entry.method
        try:
            call = Call(self.world, bot, method, self._checked(method, entry.params, files), files)
            entry.params = call.params
            result = methods.METHODS[method](call)
            result = await result if inspect.isawaitable(result) else result
            self.world.violate(self.world.schema.answer(method, result) if method != "getUpdates" else [])
            entry.answer = {"ok": True, "result": result}
        except Refused as refused:
            entry.answer = refused.body()
        except Exception as failure:
            self.world.violate([f"{method}: the fake failed: {failure!r} {entry.params}"])
            entry.answer = {"ok": False, "error_code": 500, "description": "Internal Server Error"}
        return entry.answer

    def _checked(self, method: str, raw: dict[str, Any], files: dict[str, Upload]) -> dict[str, Any]:
        """The parameters, held against the document; what breaks it is refused and noted."""
        fields = {field["name"] for field in self.world.schema.methods.get(method, {}).get("fields", [])}
        taken = fields or methods.FILES
        attached = {name: f"attach://{name}" for name in files if name not in raw and name in taken}
        params, problems = self.world.schema.request(method, {**raw, **attached})
        missing = {f"{method}: {name!r} is required" for name in QUIET}
        problems = [problem for problem in problems if problem not in missing]
        if method not in methods.METHODS:
            known = method in self.world.schema.methods
            self.world.violate([f"{method}: the fake does not model it" if known else f"{method}: no such method"])
            raise bad(f"method {method} is not served")
        self.world.violate(problems)
        if problems:
            gone = next((text for name, text in EMPTY.items() if f"{method}: {name!r} is required" in problems), None)
            raise bad(gone or problems[0])
        return params

    async def _file(self, request: web.Request) -> web.StreamResponse:
        """A file; its trouble is armed under the method `file`."""
        fault = self.faults.take("file")
        try:
            if fault is not None:
                return await faults.met(fault, request, lambda: self._given(request))
        except Refused as refused:
            return _json(refused.body(), refused.code)
        return await self._given(request)

    async def _given(self, request: web.Request) -> web.StreamResponse:
        try:
            self._bot(request.match_info["token"])
            stored = self.world.files.at(request.match_info["path"])
            if stored is None:
                raise NOT_FOUND
        except Refused as refused:
            return _json(refused.body(), refused.code)
        return web.Response(body=stored.upload.data, content_type="application/octet-stream")


async def parts(request: web.Request) -> Parts:
    """Parameters and files, from the address, JSON, a form or multipart."""
    raw: dict[str, Any] = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "application/json":
        try:
            raw |= await request.json()
        except (ValueError, TypeError):
            raise bad("can't parse the request body") from None
        return raw, files
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = Upload(value.filename, value.file.read(), value.content_type)
        else:
            raw[name] = value.decode() if isinstance(value, bytes | bytearray) else value
    return raw, files


def _json(body: dict[str, Any], status: int) -> web.Response:
    text = json.dumps(body, ensure_ascii=False)
    return web.Response(text=text, status=status, content_type="application/json")
