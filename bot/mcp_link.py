"""One live connection to an MCP server: the tools that were listed on it, and the one place where a call leaves."""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import mcp_types as types
from jsonschema.protocols import Validator
from mcp.client.session import ClientSession
from mcp.shared.exceptions import MCPError
from pydantic import TypeAdapter

from bot.mcp_results import fingerprint, misfit, schema_validator
from bot.mcp_wire import Attempt, Wire, current_attempt

MAX_PAGES = 100

ToolResult = types.CallToolResult | types.InputRequiredResult

_TOOL_RESULT: TypeAdapter[ToolResult] = TypeAdapter(ToolResult)


class NotConnected(Exception):
    """The session was stopped, or the connection went before the call could leave."""


@dataclass(slots=True)
class Link:
    """One live connection: its session, the tools that the server listed on it, and how many calls are using it."""

    session: ClientSession
    wire: Wire
    tools: Mapping[str, types.Tool] = field(default_factory=dict)
    validators: dict[str, Validator] = field(default_factory=dict)
    fingerprints: dict[str, str] = field(default_factory=dict)
    stale: bool = False
    users: int = 0
    idle: asyncio.Event = field(default_factory=asyncio.Event)

    @contextmanager
    def used(self) -> Iterator[None]:
        self.users += 1
        self.idle.clear()
        try:
            yield
        finally:
            self.users -= 1
            if not self.users:
                self.idle.set()

    async def list_tools(self) -> None:
        """Ask for the server's tools, all pages; a server that has none may also not know the question."""
        tools: dict[str, types.Tool] = {}
        cursor: str | None = None
        self.stale = False
        for _ in range(MAX_PAGES):
            try:
                page = await self.session.list_tools(params=types.PaginatedRequestParams(cursor=cursor))
            except MCPError as error:
                if error.code != types.METHOD_NOT_FOUND:
                    raise
                break
            tools.update((tool.name, tool) for tool in page.tools)
            if not (cursor := page.next_cursor):
                break
        self.tools, self.validators, self.fingerprints = tools, {}, {}

    async def tool(self, name: str) -> types.Tool | None:
        """The tool of that name; asks the server again if the listing is out of date or does not have it."""
        if self.stale or name not in self.tools:
            await self.list_tools()
        return self.tools.get(name)

    def fingerprint(self, name: str) -> str:
        """A digest of the tool as it was listed, or "" if it was not."""
        if name not in self.tools:
            return ""
        if name not in self.fingerprints:
            self.fingerprints[name] = fingerprint(self.tools[name])
        return self.fingerprints[name]

    def misfit(self, tool: types.Tool, arguments: Mapping[str, Any]) -> str:
        """Why the arguments do not fit the tool's schema, empty if they do. Raises ValueError for a broken schema."""
        if tool.name not in self.validators:
            self.validators[tool.name] = schema_validator(tool.input_schema)
        return misfit(self.validators[tool.name], arguments)

    async def send(self, tool: str, arguments: Mapping[str, Any], attempt: Attempt) -> ToolResult:
        """Send the call once; not `session.call_tool`, which turns an answer that misses its schema into an exception.

        Raises NotConnected if nothing was sent, MCPError for an error or a lost answer.
        """
        if self.wire.lost.is_set():
            raise NotConnected(f"the connection was lost: {self.wire.reason}")
        request = types.CallToolRequest(params=types.CallToolRequestParams(name=tool, arguments=dict(arguments)))
        token = current_attempt.set(attempt)
        attempt.sent = True
        try:
            return await self.session.send_request(request, _TOOL_RESULT)
        finally:
            current_attempt.reset(token)
