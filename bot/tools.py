"""The tools of the configured MCP servers behind the engine's port; light to import, the SDK comes with `start`."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from engine.errors import ErrorCode
from engine.tools import CallOutcome, Refused, ToolCall, ToolSpec

if TYPE_CHECKING:
    from bot.mcp_session import McpSession, OpenTransport

logger = logging.getLogger(__name__)

LOOK = 0.05
STOP_TIMEOUT = 8.0
"""Seconds for all servers together; a child process has been killed before they are over."""
CHATTY_LOGGERS = ("mcp", "httpx2", "httpcore2")
"""Loggers whose lines quote messages and addresses."""
SEPARATOR = "__"
NOT_YET = "not connected yet"
"""The error of a server of which nothing is known yet."""


@dataclass(frozen=True, slots=True)
class ServerConfig:
    """One `[mcp.<name>]` section: either `command` (a child process on stdio) or `url` (streamable HTTP).

    `tools` maps a tool's own name (`get_order`) to what is declared of it, whose `name` is `server__tool`.
    """

    name: str
    command: tuple[str, ...] | None = None
    url: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    env: Mapping[str, str] = field(default_factory=dict, repr=False)
    cwd: Path | None = None
    tools: Mapping[str, ToolSpec] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if SEPARATOR in self.name:
            raise ValueError(f"the name of an MCP server must not contain {SEPARATOR!r}: {self.name!r}")
        if bool(self.command) == bool(self.url):
            raise ValueError(f"MCP server {self.name!r} needs either a command or a url")


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """How a server is doing: `error` says why it is not connected, `tools` are the names that it listed."""

    connected: bool
    error: str
    tools: tuple[str, ...] = ()


class McpTools:
    """`engine.tools.Tools` over one long-lived session per server; an async context manager, or `start` and `stop`."""

    def __init__(self, servers: Sequence[ServerConfig]) -> None:
        self._configs = {config.name: config for config in servers}
        self._sessions: dict[str, McpSession] = {}
        self._owners: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        """Begin to connect to every server; does not wait for any of them."""
        from bot.mcp_session import McpSession  # noqa: PLC0415 - the SDK takes 0.7 s to import

        for name in CHATTY_LOGGERS:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        for config in self._configs.values():
            session = McpSession(config.name, _transport_opener(config))
            self._sessions[config.name] = session
            self._owners.append(asyncio.create_task(session.run(), name=f"mcp:{config.name}"))

    async def met(self, patience: float) -> Mapping[str, ServerStatus]:
        """How each server is doing once the first try to connect has ended, or that many seconds are over."""
        for _ in range(int(patience / LOOK)):
            if not any(status.error == NOT_YET for status in self.status().values()):
                break
            await asyncio.sleep(LOOK)
        return self.status()

    async def stop(self) -> None:
        """Leave every server and end the child processes, within `STOP_TIMEOUT`."""
        owners, self._owners = self._owners, []
        for owner in owners:
            owner.cancel()
        if owners:
            _, late = await asyncio.wait(owners, timeout=STOP_TIMEOUT)
            for owner in late:
                logger.warning("%s did not stop in time", owner.get_name())

    def servers(self) -> Sequence[str]:
        """The names of the configured servers."""
        return tuple(self._configs)

    def spec(self, name: str) -> ToolSpec | None:
        """What is declared of `server__tool`; an undeclared tool of a configured server counts as `once`."""
        server, _, tool = name.partition(SEPARATOR)
        config = self._configs.get(server)
        if config is None or not tool:
            return None
        return config.tools.get(tool) or ToolSpec(name)

    def fingerprint(self, name: str) -> str:
        """A digest of how the server described `server__tool` last, also while it is away; "" before it ever did."""
        server, _, tool = name.partition(SEPARATOR)
        session = self._sessions.get(server)
        return session.fingerprint(tool) if session else ""

    def status(self) -> Mapping[str, ServerStatus]:
        """How each configured server is doing."""
        return {
            name: ServerStatus(session.connected, session.error, session.tools)
            if (session := self._sessions.get(name))
            else ServerStatus(False, "not started")
            for name in self._configs
        }

    async def call(self, call: ToolCall) -> CallOutcome:
        """Check the arguments, call the tool once, say how it ended; waits for the server up to the call's time-out.

        A cancelled caller gets its CancelledError, and whether the tool ran is then as unknown as after a time-out.
        """
        spec = self.spec(call.tool)
        server, _, tool = call.tool.partition(SEPARATOR)
        if spec is None:
            return Refused(ErrorCode.TOOL_MISSING, f"no MCP server {server!r} is configured")
        if (session := self._sessions.get(server)) is None:
            return Refused(ErrorCode.TOOL_FAILED, f"{server} is not started")
        from bot.mcp_results import Policy  # noqa: PLC0415 - see `start`

        effect = max(call.effect, spec.effect, key=lambda effect: effect.strictness)
        policy = Policy(effect, spec.errors_are_definite, call.schema)
        return await session.call(tool, call.arguments, policy, call.timeout)


def _transport_opener(config: ServerConfig) -> "OpenTransport":
    from bot.mcp_http import http_transport  # noqa: PLC0415 - see `McpTools.start`
    from bot.mcp_stdio import stdio_transport  # noqa: PLC0415

    if config.command:
        command = config.command
        return lambda wire: stdio_transport(command, config.env, config.cwd, wire)
    url = config.url or ""
    return lambda wire: http_transport(url, config.headers, wire)
