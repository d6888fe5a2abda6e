"""One configured MCP server: a task that owns the connection and renews it, and calls that borrow it.

Only the owner enters and leaves the SDK's client, always in the same task. Callers never own anything: a server that
dies costs them their answer and nothing else.
"""

import asyncio
import logging
import random
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from datetime import timedelta

import mcp_types as types
from mcp import Client
from mcp.client._transport import TransportStreams
from mcp.client.context import ClientRequestContext
from mcp.client.session import IncomingMessage
from mcp.shared.exceptions import MCPError

from bot.mcp_link import Link, NotConnected
from bot.mcp_results import (
    Policy,
    outcome_of,
    outcome_of_error,
    read_arguments,
    refused,
    shorten,
)
from bot.mcp_wire import Attempt, Wire
from bot.tools import NOT_YET
from engine.errors import ErrorCode
from engine.tools import CallOutcome, Unknown

logger = logging.getLogger(__name__)

CONNECT_TIMEOUT = 30.0
FIRST_PAUSE = 0.2
LONGEST_PAUSE = 30.0
STEADY = 10.0
"""Seconds after which a connection counts as a good one, and the next pause is short again."""

OpenTransport = Callable[[Wire], AbstractAsyncContextManager[TransportStreams]]


class McpSession:
    """The long-lived session with one server; `run` is its owner task, `call` may be used by any number of others."""

    def __init__(self, name: str, open_transport: OpenTransport) -> None:
        self.name = name
        self.error = NOT_YET
        self._open = open_transport
        self._link: Link | None = None
        self._listed: Link | None = None
        """The latest connection, lost or not, for what was listed on it."""
        self._up = asyncio.Event()
        self._wanted = asyncio.Event()
        self._stopped = False

    @property
    def connected(self) -> bool:
        return self._link is not None

    @property
    def tools(self) -> tuple[str, ...]:
        """The names of the tools that the server listed, without its own name; empty while it is not connected."""
        return tuple(self._link.tools) if self._link else ()

    def fingerprint(self, tool: str) -> str:
        """A digest of the tool as it was listed last, also while the server is away; "" if it never was."""
        return self._listed.fingerprint(tool) if self._listed else ""

    async def run(self) -> None:
        """Connect, hold the connection until it is lost, pause and connect again; ends by being cancelled."""
        failures = 0
        try:
            while True:
                self._wanted.clear()
                since = time.monotonic()
                await self._hold_connection()
                failures = 0 if time.monotonic() - since > STEADY else failures + 1
                logger.warning("MCP server %s is not connected: %s", self.name, self.error)
                await self._pause(min(FIRST_PAUSE * 2**failures, LONGEST_PAUSE))
        finally:
            self._stopped = True
            self.error = "stopped"
            self._up.set()

    async def call(self, tool: str, arguments: str, policy: Policy, within: timedelta) -> CallOutcome:
        """Call the tool once, with all that needs, `within` that time; see `engine.tools` for the outcomes."""
        attempt = Attempt()
        try:
            async with asyncio.timeout(within.total_seconds()):
                return await self._call(tool, arguments, policy, attempt)
        except TimeoutError:
            if attempt.sent:
                return Unknown(f"no answer within {within.total_seconds():g} s")
            return refused(f"{self.name} is not connected: {self.error}")
        except NotConnected as error:
            return refused(str(error))
        except MCPError as error:
            if not attempt.sent:
                return refused(f"{self.name} did not list its tools: {error.message}")
            return outcome_of_error(error, attempt, policy)
        except Exception as error:
            logger.warning("a call of %s on %s ended in %s", tool, self.name, type(error).__name__)
            if not attempt.sent:
                return refused(f"the call could not be made ({type(error).__name__})")
            return policy.garbled(f"the answer could not be understood ({type(error).__name__})")

    async def _call(self, tool_name: str, text: str, policy: Policy, attempt: Attempt) -> CallOutcome:
        try:
            arguments = read_arguments(text)
        except ValueError as error:
            return refused(str(error), ErrorCode.TOOL_ARGUMENTS)
        link = await self._connection()
        with link.used():
            tool = await link.tool(tool_name)
            if tool is None:
                return refused(f"{self.name} has no tool {tool_name!r}", ErrorCode.TOOL_MISSING)
            if policy.schema and policy.schema != link.fingerprint(tool_name):
                detail = f"{self.name} describes {tool_name} differently now"
                return refused(detail, ErrorCode.TOOL_CHANGED)
            try:
                problem = link.misfit(tool, arguments)
            except ValueError as error:
                return refused(str(error))
            if problem:
                return refused(problem, ErrorCode.TOOL_ARGUMENTS)
            return outcome_of(await link.send(tool_name, arguments, attempt), tool, policy)

    async def _connection(self) -> Link:
        while not self._stopped:
            if self._link is not None:
                return self._link
            self._wanted.set()
            await self._up.wait()
        raise NotConnected(f"{self.name} is stopped")

    async def _hold_connection(self) -> None:
        """Connect once and stay until the connection is lost and nobody uses it; says why it ended in `error`."""
        wire = Wire()
        try:
            async with self._connected(wire) as link:
                await wire.lost.wait()
                self.error = wire.reason or "the connection broke"
                self._publish(None)
                await link.idle.wait()
        except asyncio.CancelledError:
            if asyncio.current_task().cancelling():  # type: ignore[union-attr]
                raise  # we are stopped; anything else is the transport's own scope, which broke
        except Exception as error:
            wire.lose(wire.reason or describe(error))
        finally:
            self._publish(None)
        self.error = wire.reason or "the connection broke"

    @asynccontextmanager
    async def _connected(self, wire: Wire) -> AsyncIterator[Link]:
        async with asyncio.timeout(CONNECT_TIMEOUT) as limit:
            client = Client(self._open(wire), cache=None, elicitation_callback=_no_input, message_handler=self._heard)
            async with client:
                link = Link(client.session, wire)
                link.idle.set()
                await link.list_tools()
                limit.reschedule(None)
                wire.reason = ""
                self._publish(link)
                logger.info("MCP server %s is connected, %d tools", self.name, len(link.tools))
                yield link

    def _publish(self, link: Link | None) -> None:
        self._link = link
        if link is None:
            self._up.clear()
        else:
            self._listed = link
            self.error = ""
            self._up.set()

    async def _pause(self, seconds: float) -> None:
        """Wait before the next attempt, at least a moment, and no longer than until a call wants the server."""
        await asyncio.sleep(FIRST_PAUSE)
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds * random.uniform(0.5, 1)):
                await self._wanted.wait()

    async def _heard(self, message: IncomingMessage) -> None:
        if isinstance(message, types.ToolListChangedNotification) and self._link is not None:
            self._link.stale = True


async def _no_input(context: ClientRequestContext, params: types.ElicitRequestParams) -> types.ErrorData:
    return types.ErrorData(code=types.INVALID_REQUEST, message="asking for input is not supported yet")


def describe(error: BaseException) -> str:
    """An error in a line; of a group, its first."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return shorten(f"{type(error).__name__}: {error}", 200)
