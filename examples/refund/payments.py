"""The shop's payment provider as an MCP server: `python -m examples.refund.payments` serves it on stdio.

It keeps its promise about idempotency keys, as a real provider does: the same key again moves no more money.
"""

from datetime import UTC, datetime
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult

from examples.refund import ledger
from examples.refund.answers import answer


def build() -> MCPServer:
    """The server with its two tools."""
    server = MCPServer("stripe", log_level="WARNING")
    server.tool(description="Refund an order in full.")(create_refund)
    server.tool(description="The refunds of an order, or all of them.")(list_refunds)
    return server


def create_refund(order_id: str, idempotency_key: str | None = None) -> CallToolResult:
    """`{id, order_id, amount, currency, status, created_at}`; an error for an unknown or refunded order."""
    try:
        booked = ledger.refund(ledger.default_path(), order_id, idempotency_key, datetime.now(UTC))
    except ledger.LedgerError as error:
        raise ToolError(str(error)) from None
    return answer(_as_json(booked))


def list_refunds(order_id: str | None = None) -> CallToolResult:
    """`{refunds: [...]}`, each as `create_refund` answers it."""
    return answer({"refunds": [_as_json(entry) for entry in ledger.refunds_of(ledger.default_path(), order_id)]})


def _as_json(entry: ledger.Refund) -> dict[str, Any]:
    return {
        "id": entry.id,
        "order_id": entry.order_id,
        "amount": entry.amount,
        "currency": entry.currency,
        "status": "succeeded",
        "created_at": entry.created_at.isoformat(timespec="seconds"),
    }


if __name__ == "__main__":
    build().run()
