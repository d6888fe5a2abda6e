"""The shop's order desk as an MCP server: `python -m examples.refund.orders` serves it on stdio."""

from datetime import UTC, datetime

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult

from examples.refund import ledger
from examples.refund.answers import answer


def build() -> MCPServer:
    """The server with its one tool."""
    server = MCPServer("orders", log_level="WARNING")
    server.tool(description="The order of the customer with this e-mail address.")(get_order)
    return server


def get_order(email: str) -> CallToolResult:
    """`{id, email, total, currency, item, placed_at, placed, status}`; an error if there is none."""
    try:
        order = ledger.find_order(ledger.default_path(), email)
    except ledger.LedgerError as error:
        raise ToolError(str(error)) from None
    days = (datetime.now(UTC) - order.placed_at).days
    return answer(
        {
            "id": order.id,
            "email": order.email,
            "total": order.total,
            "currency": order.currency,
            "item": order.item,
            "placed_at": order.placed_at.isoformat(timespec="seconds"),
            "placed": f"{days} days ago",
            "status": order.status,
        }
    )


if __name__ == "__main__":
    build().run()
