"""MCP servers that behave, and that do not: `python -m tests.fakes.mcp_servers stdio|http|garbage [port]`.

Every executed call appends its tool's name to the file `JOURNAL`, so that a test can count what really happened.
"""

import asyncio
import os
import sys
import time
from pathlib import Path
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.shared.exceptions import MCPError
from mcp_types import (
    INVALID_PARAMS,
    CallToolResult,
    ElicitRequest,
    ElicitRequestFormParams,
    InputRequiredResult,
    TextContent,
)


def journal(tool: str) -> None:
    """Write down that the tool ran."""
    if path := os.environ.get("JOURNAL"):
        with Path(path).open("a") as book:
            book.write(tool + "\n")


def decimals() -> CallToolResult:
    """The same JSON twice, the text with its decimals."""
    return CallToolResult(
        content=[TextContent(type="text", text='{"total": 2150.00, "fee": 42.50}')],
        structured_content={"total": 2150.0, "fee": 42.5},
    )


def disagreeing() -> CallToolResult:
    """A text that is not the structured result."""
    return CallToolResult(
        content=[TextContent(type="text", text='{"total": 1.00}')], structured_content={"total": 2150.1}
    )


def numbers() -> list[float]:
    """Wrapped by the SDK as `{"result": [...]}`."""
    return [1.5, 2.0]


def number() -> float:
    """Wrapped by the SDK as `{"result": 42.5}`."""
    return 42.50


def word() -> str:
    """A text that looks like a number, structured as a text."""
    return "0042"


def json_text() -> CallToolResult:
    """JSON as text only."""
    return CallToolResult(content=[TextContent(type="text", text='{"total": 42.50}')])


def plain_text() -> CallToolResult:
    """No JSON."""
    return CallToolResult(content=[TextContent(type="text", text="shipped, all of it")])


def nothing() -> CallToolResult:
    """No content at all."""
    return CallToolResult(content=[])


def big(size: int) -> CallToolResult:
    """A text of that many characters."""
    journal("big")
    return CallToolResult(content=[TextContent(type="text", text="x" * size)])


def pay(amount: float, note: str = "") -> dict[str, Any]:
    """A call with effects."""
    journal("pay")
    return {"amount": amount, "note": note}


def fail() -> str:
    """An error on purpose."""
    journal("fail")
    raise ToolError("the card was declined")


def invalid() -> str:
    """A JSON-RPC error of the server's own."""
    journal("invalid")
    raise MCPError(INVALID_PARAMS, "no such account")


def ask() -> InputRequiredResult:
    """Asks for input instead of answering."""
    form = ElicitRequestFormParams(message="Sure?", requested_schema={"type": "object", "properties": {}})
    return InputRequiredResult(input_requests={"sure": ElicitRequest(params=form)}, request_state="state")


async def hang(seconds: float = 3600) -> str:
    """Runs, and does not answer in time."""
    journal("hang")
    await asyncio.sleep(seconds)
    return "late"


async def wait(seconds: float, name: str) -> str:
    """Answers its name after a while."""
    await asyncio.sleep(seconds)
    return name


def die() -> str:
    """Ends its process in the middle of the call."""
    journal("die")
    os._exit(1)


def pid() -> int:
    """The server's process."""
    return os.getpid()


TOOLS = (
    *(decimals, disagreeing, numbers, number, word, json_text, plain_text, nothing, big),
    *(pay, fail, invalid, ask, hang, wait, die, pid),
)


def build() -> MCPServer:
    """A server with all of them."""
    server = MCPServer("fake", log_level="CRITICAL")
    for tool in TOOLS:
        server.tool()(tool)
    return server


def garbage() -> None:
    """A process that talks, but not JSON-RPC, and ignores the end of its input and SIGTERM's wish for a while."""
    sys.stdout.write('hello\n{"jsonrpc": "2.0"}\n\xff\n' * 100)
    sys.stdout.flush()
    time.sleep(3600)


def main(kind: str, port: str = "0") -> None:
    """Serve on stdio, or on loopback with the plain (`http`) or the session-keeping older protocol."""
    if kind == "garbage":
        garbage()
    elif kind == "http":
        build().run("streamable-http", port=int(port))
    else:
        build().run("stdio")


if __name__ == "__main__":
    main(*sys.argv[1:])
