"""An MCP server whose one tool is described by a file: `python -m tests.fakes.changing_server FILE`.

Beside it, `FILE.pid` names the process that serves and `FILE.calls` has a line per executed call.
"""

import os
import sys
from pathlib import Path

from mcp.server.mcpserver import MCPServer


def main(file: Path) -> None:
    """Serve on stdio until the input ends; a process describes the tool as the file did when it began."""
    server = MCPServer("changing", log_level="CRITICAL")

    def wire(what: str) -> str:
        with Path(f"{file}.calls").open("a") as book:
            book.write(what + "\n")
        return "wired"

    server.add_tool(wire, description=file.read_text("utf-8"))
    Path(f"{file}.pid").write_text(str(os.getpid()))
    server.run("stdio")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
