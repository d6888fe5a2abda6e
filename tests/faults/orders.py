"""A workflow that leads straight to a handoff about the order that a customer names, and the shop's books for it."""

import contextlib
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from examples.refund import ledger
from tests.flow.telegram_house import DIRECT


def _workflow() -> dict[str, Any]:
    """What leads straight to a handoff, with the customer's words as the order."""
    nodes = [dict(node) for node in DIRECT["nodes"]]
    [pay] = [node for node in nodes if node["id"] == "pay"]
    pay["data"] = {**pay["data"], "arguments": {"order_id": "{{message}}"}}
    return {**DIRECT, "nodes": nodes}


WORKFLOW = _workflow()


def order_of(number: int) -> str:
    """The order of a customer."""
    return str(10_000 + number)


def begin_books(folder: Path) -> None:
    """Books without an order."""
    with contextlib.suppress(ledger.LedgerError):
        ledger.find_order(folder / "ledger.db", "nobody")


def put_on_order(folder: Path, number: int) -> None:
    """A customer has ordered something."""
    row = (order_of(number), f"u{number}@example.com", 1000, "USD", "Cup", "2026-01-01T00:00:00+00:00", "delivered")
    with closing(sqlite3.connect(folder / "ledger.db")) as books, books:
        books.execute("INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, ?)", row)
