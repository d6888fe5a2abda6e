"""Wrappers for the ports to the outside: they note every crash point that is passed, and die at the chosen one."""

import functools
import os
import signal
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self, runtime_checkable

from mcp.server.mcpserver.exceptions import ToolError

from bot.mcp_results import Policy
from bot.tools import McpTools, ServerStatus
from channels.web.playground import Playground
from engine.tools import CallOutcome, Returned, ToolCall, ToolSpec
from engine.values import parse
from examples.refund.orders import get_order
from examples.refund.payments import create_refund
from storage.store import SqlStore
from tests.faults.points import AFTER, BEFORE, BIRTH, CLAIMS, INSTEAD, SENDS, WRITES, Point


class Fault(OSError):
    """A call that a test had fail."""


class Tripwire:
    """Writes its birth and the passed points down, one per line, and kills this process at those it is given."""

    def __init__(self, journal: Path, points: Collection[Point]) -> None:
        self._journal = os.open(journal, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(self._journal, f"{BIRTH}\n".encode())
        self._points = frozenset(points)
        self._counts: Counter[str] = Counter()

    async def cross(self, name: str, work: Callable[[], Awaitable[Any]]) -> Any:
        """Do the work between its two points."""
        number = self._counts[name] + 1
        if name not in CLAIMS:
            self._counts[name] = number
        self._pass(Point(name, number, BEFORE))
        if Point(name, number, INSTEAD) in self._points:
            raise Fault(f"{name} was told to fail")
        result = await work()
        if name not in CLAIMS or result:
            self._counts[name] = max(number, self._counts[name])
            self._pass(Point(name, number, AFTER))
        return result

    def _pass(self, point: Point) -> None:
        os.write(self._journal, f"{point}\n".encode())
        if point in self._points:
            os.kill(os.getpid(), signal.SIGKILL)


class Watched:
    """A port whose named verbs are crossed under a tripwire; everything else is the port's own."""

    def __init__(self, port: Any, verbs: Collection[str], wire: Tripwire) -> None:
        self._port = port
        self._verbs = verbs
        self._wire = wire

    def __getattr__(self, name: str) -> Any:
        attribute = getattr(self._port, name)
        if name not in self._verbs:
            return attribute

        @functools.wraps(attribute)
        async def crossing(*args: Any, **options: Any) -> Any:
            called = args[0].tool if name == "call" else name
            return await self._wire.cross(called, lambda: attribute(*args, **options))

        return crossing

    async def __aenter__(self) -> Self:
        await self._port.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._port.__aexit__(kind, error, trace)


class LedgerTools:
    """The refund example's servers without their processes: the same functions on the same books."""

    FUNCTIONS: Mapping[str, Callable[..., Any]] = {
        "orders__get_order": get_order,
        "stripe__create_refund": create_refund,
    }

    def __init__(self, declared: McpTools) -> None:
        self._declared = declared

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *failure: object) -> None:
        pass

    def servers(self) -> Sequence[str]:
        return self._declared.servers()

    def spec(self, name: str) -> ToolSpec | None:
        return self._declared.spec(name)

    def fingerprint(self, name: str) -> str:
        return "the same tool"

    def status(self) -> Mapping[str, ServerStatus]:
        return {}

    async def call(self, call: ToolCall) -> CallOutcome:
        try:
            result = self.FUNCTIONS[call.tool](**parse(call.arguments))
        except ToolError as error:
            return Policy(call.effect).failed(str(error))
        return Returned(parse(result.content[0].text))


@runtime_checkable
class _Platform(Protocol):
    """A channel by what it does: the class of one would load its library into every life."""

    def post_card(self, place: str, view: Any, key: str) -> Any: ...


def watch(wire: Tripwire, *, real_tools: bool) -> Callable[[Any], Any]:
    """What `bot.process.running` is given as `wrap`."""

    def wrap(port: Any) -> Any:
        match port:
            case SqlStore():
                return Watched(port, WRITES, wire)
            case McpTools():
                return Watched(port if real_tools else LedgerTools(port), {"call"}, wire)
            case Playground() | _Platform():
                return Watched(port, SENDS, wire)
        raise TypeError(f"nobody said how {port!r} is watched")

    return wrap
