"""What can go wrong on the line or at Telegram's end, switched on by tests."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import web

from tests.fakes.telegram.errors import OTHER_POLLER, Refused, conflict, flooded

Answering = Callable[[], Awaitable[web.StreamResponse]]
BROKEN = '{"ok":true,"result":[{"update_id":1,'


@dataclass
class Fault:
    """One kind of trouble for the next `times` calls of a method, or of any."""

    kind: str
    method: str | None
    times: int
    code: int = 0
    seconds: int = 0


@dataclass
class Faults:
    """Each verb arms one fault; faults are met in the order in which they were armed."""

    armed: list[Fault] = field(default_factory=list)
    met: int = 0

    def drop_before(self, method: str | None = None, times: int = 1) -> None:
        """Cut the line before the call is carried out."""
        self.armed.append(Fault("before", method, times))

    def drop_after(self, method: str | None = None, times: int = 1) -> None:
        """Carry the call out, then cut the line without an answer."""
        self.armed.append(Fault("after", method, times))

    def status(self, code: int, method: str | None = None, times: int = 1) -> None:
        """Answer with a server error; the call is not carried out."""
        self.armed.append(Fault("status", method, times, code=code))

    def gateway(self, method: str | None = None, times: int = 1, code: int = 502) -> None:
        """Carry the call out, then answer with a proxy's HTML page."""
        self.armed.append(Fault("gateway", method, times, code=code))

    def flood(self, seconds: int, method: str | None = None, times: int = 1) -> None:
        """Answer 429."""
        self.armed.append(Fault("flood", method, times, seconds=seconds))

    def hang(self, method: str | None = None, times: int = 1) -> None:
        """Never answer; the call is not carried out."""
        self.armed.append(Fault("hang", method, times))

    def conflict(self, method: str | None = "getUpdates", times: int = 1) -> None:
        """Answer 409, as if another poller had come."""
        self.armed.append(Fault("conflict", method, times))

    def broken_json(self, method: str | None = None, times: int = 1) -> None:
        """Carry the call out, then answer 200 with half of a JSON text."""
        self.armed.append(Fault("broken", method, times))

    def clear(self) -> None:
        """End all trouble."""
        self.armed.clear()

    def take(self, method: str) -> Fault | None:
        """The fault that this call meets."""
        for fault in self.armed:
            if fault.method is None or fault.method.lower() == method.lower():
                fault.times -= 1
                self.met += 1
                if fault.times <= 0:
                    self.armed.remove(fault)
                return fault
        return None


async def met(fault: Fault, request: web.Request, answer: Answering) -> web.StreamResponse:
    """Meet a fault in the place of an answer; raises `Refused`."""
    match fault.kind:
        case "before":
            return cut(request)
        case "status":
            raise Refused(fault.code, "Internal Server Error" if fault.code == 500 else "Bad Gateway")
        case "flood":
            raise flooded(fault.seconds)
        case "conflict":
            raise conflict(OTHER_POLLER)
        case "hang":
            await asyncio.Event().wait()
    done = await answer()
    if fault.kind == "after":
        return cut(request)
    if fault.kind == "gateway":
        return web.Response(status=fault.code, text="<html><h1>Bad Gateway</h1></html>", content_type="text/html")
    return web.Response(text=BROKEN, content_type="application/json") if fault.kind == "broken" else done


def cut(request: web.Request) -> web.Response:
    """Reset the connection."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)
