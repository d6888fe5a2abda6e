"""What can go wrong on the line or at Discord's end, switched on by tests; the gateway has its own in `gateway`."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import web

from tests.fakes.discord.errors import RateLimited, Refused

Answering = Callable[[], Awaitable[web.StreamResponse]]
BROKEN = '{"id": "1", "channel_id":'
PAGE = "<html><h1>502 Bad Gateway</h1></html>"


@dataclass
class Fault:
    """One kind of trouble for the next `times` calls of an operation, or of any."""

    kind: str
    operation: str | None
    times: int
    code: int = 0
    seconds: float = 0.0
    everywhere: bool = False
    spared: int = 0
    """So many calls go well before."""


@dataclass
class Faults:
    """Each verb arms one fault; faults are met in the order in which they were armed."""

    armed: list[Fault] = field(default_factory=list)
    met: int = 0

    def drop_before(self, operation: str | None = None, times: int = 1) -> None:
        """Cut the line before the call is carried out."""
        self.armed.append(Fault("before", operation, times))

    def drop_after(self, operation: str | None = None, times: int = 1) -> None:
        """Carry the call out, then cut the line without an answer."""
        self.armed.append(Fault("after", operation, times))

    def status(self, code: int, operation: str | None = None, times: int = 1) -> None:
        """Answer with a server error; the call is not carried out."""
        self.armed.append(Fault("status", operation, times, code=code))

    def refuse(self, refused: Refused, operation: str | None = None, times: int = 1) -> None:
        """Answer with a refusal of `errors`; the call is not carried out."""
        self.armed.append(_Refusal("refuse", operation, times, refused=refused))

    def bad_gateway(self, operation: str | None = None, times: int = 1, code: int = 502) -> None:
        """Carry the call out, then answer with a proxy's HTML page."""
        self.armed.append(Fault("gateway", operation, times, code=code))

    def flood(
        self, seconds: float, operation: str | None = None, times: int = 1, *, everywhere: bool = False, spared: int = 0
    ) -> None:
        """Answer 429, of one route or of all."""
        self.armed.append(Fault("flood", operation, times, seconds=seconds, everywhere=everywhere, spared=spared))

    def hang(self, operation: str | None = None, times: int = 1) -> None:
        """Never answer; the call is not carried out."""
        self.armed.append(Fault("hang", operation, times))

    def slow(self, seconds: float, operation: str | None = None, times: int = 1) -> None:
        """Carry the call out, then wait so many real seconds before answering."""
        self.armed.append(Fault("slow", operation, times, seconds=seconds))

    def late(self, seconds: float, operation: str | None = None, times: int = 1) -> None:
        """Wait so many real seconds on the way to Discord, then carry the call out."""
        self.armed.append(Fault("late", operation, times, seconds=seconds))

    def broken_json(self, operation: str | None = None, times: int = 1) -> None:
        """Carry the call out, then answer 200 with half of a JSON text."""
        self.armed.append(Fault("broken", operation, times))

    def clear(self) -> None:
        """End all trouble."""
        self.armed.clear()

    def take(self, operation: str) -> Fault | None:
        """The fault that this call meets."""
        for fault in self.armed:
            if fault.operation in (None, operation):
                if fault.spared:
                    fault.spared -= 1
                    continue
                fault.times -= 1
                self.met += 1
                if fault.times <= 0:
                    self.armed.remove(fault)
                return fault
        return None


@dataclass
class _Refusal(Fault):
    refused: Refused | None = None


async def met(fault: Fault, request: web.Request, answer: Answering) -> web.StreamResponse:
    """Meet a fault in the place of an answer; raises `Refused`."""
    match fault.kind:
        case "before":
            return cut(request)
        case "status":
            raise Refused(fault.code, 0, f"{fault.code}: Internal Server Error")
        case "refuse":
            assert isinstance(fault, _Refusal) and fault.refused is not None
            raise fault.refused
        case "flood":
            raise RateLimited(fault.seconds, everywhere=fault.everywhere)
        case "hang":
            await asyncio.Event().wait()
        case "late":
            await asyncio.sleep(fault.seconds)
    done = await answer()
    match fault.kind:
        case "after":
            return cut(request)
        case "gateway":
            return web.Response(status=fault.code, text=PAGE, content_type="text/html")
        case "slow":
            await asyncio.sleep(fault.seconds)
        case "broken":
            return web.Response(text=BROKEN, content_type="application/json")
    return done


def cut(request: web.Request) -> web.Response:
    """Reset the connection."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)
