"""The shop's books: orders and refunds in one SQLite file that several processes may use at once.

Amounts are kept in cents and given as `Decimal` with two places. Each operation opens the file, works in one
transaction and closes it again, so a process that dies holds nothing.
"""

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

DEFAULT_PATH = Path(".demo/ledger.db")
PATH_VARIABLE = "REFUND_LEDGER"
BUSY_TIMEOUT = 10.0
OPEN_ATTEMPTS = 50

SCHEMA = """
CREATE TABLE IF NOT EXISTS orders (
    id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, cents INTEGER NOT NULL, currency TEXT NOT NULL,
    item TEXT NOT NULL, placed_at TEXT NOT NULL, status TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS refunds (
    number INTEGER PRIMARY KEY, order_id TEXT NOT NULL UNIQUE REFERENCES orders (id), cents INTEGER NOT NULL,
    currency TEXT NOT NULL, idempotency_key TEXT UNIQUE, created_at TEXT NOT NULL
);
"""


@dataclass(frozen=True, slots=True)
class Order:
    """What a customer bought; `status` is `delivered` or `refunded`."""

    id: str
    email: str
    total: Decimal
    currency: str
    item: str
    placed_at: datetime
    status: str


@dataclass(frozen=True, slots=True)
class Refund:
    """Money that went back; `key` is the idempotency key that asked for it, if there was one."""

    id: str
    order_id: str
    amount: Decimal
    currency: str
    key: str | None
    created_at: datetime


class LedgerError(Exception):
    """The books do not allow it; the text says why."""


def default_path() -> Path:
    """Where the books are: `REFUND_LEDGER`, else below the current folder."""
    return Path(os.environ.get(PATH_VARIABLE) or DEFAULT_PATH)


def entries(path: Path) -> list[Refund]:
    """Every refund in the order of booking; none if there are no books yet."""
    if not path.exists():
        return []
    with _transaction(path) as books:
        return [_refund(row) for row in books.execute("SELECT * FROM refunds ORDER BY number")]


def find_order(path: Path, email: str) -> Order:
    """The order of that address; spaces and capitals do not matter. Raises LedgerError."""
    address = "".join(email.split()).casefold()
    with _transaction(path) as books:
        row = books.execute("SELECT * FROM orders WHERE email = ?", (address,)).fetchone()
    if row is None:
        raise LedgerError("there is no order for this address")
    return _order(row)


def refund(path: Path, order_id: str, key: str | None, now: datetime) -> Refund:
    """Refund the whole order, once; the same key again gives the same refund. Raises LedgerError."""
    with _transaction(path) as books:
        if key and (row := books.execute("SELECT * FROM refunds WHERE idempotency_key = ?", (key,)).fetchone()):
            return _same_request(_refund(row), order_id)
        row = books.execute("SELECT * FROM orders WHERE id = ?", (order_id,)).fetchone()
        if row is None:
            raise LedgerError(f"there is no order {order_id!r}")
        if row["status"] == "refunded":
            raise LedgerError(f"order {order_id} is already refunded")
        books.execute("UPDATE orders SET status = 'refunded' WHERE id = ?", (order_id,))
        booked = books.execute(
            "INSERT INTO refunds (order_id, cents, currency, idempotency_key, created_at)"
            " VALUES (?, ?, ?, ?, ?) RETURNING *",
            (order_id, row["cents"], row["currency"], key or None, now.isoformat()),
        ).fetchone()
        return _refund(booked)


def refunds_of(path: Path, order_id: str | None) -> Sequence[Refund]:
    """The refunds of one order, or all of them."""
    return [entry for entry in entries(path) if order_id in (None, entry.order_id)]


def _same_request(booked: Refund, order_id: str) -> Refund:
    if booked.order_id != order_id:
        raise LedgerError("this idempotency key was used with other arguments")
    return booked


@contextmanager
def _transaction(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the books, begun if they are new, for one transaction that no other process interrupts."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(_open(path)) as books:
        books.execute("BEGIN IMMEDIATE")
        try:
            yield books
        except BaseException:
            books.execute("ROLLBACK")
            raise
        books.execute("COMMIT")


def _open(path: Path) -> sqlite3.Connection:
    books = sqlite3.connect(path, timeout=BUSY_TIMEOUT, isolation_level=None)
    books.row_factory = sqlite3.Row
    try:
        _begin_wal(books)
        books.execute("PRAGMA synchronous = FULL")
        books.execute("PRAGMA foreign_keys = ON")
        if not books.execute("SELECT 1 FROM sqlite_master WHERE name = 'refunds'").fetchone():
            _begin_books(books)
    except BaseException:
        books.close()
        raise
    return books


def _begin_wal(books: sqlite3.Connection) -> None:
    """Switch to WAL; when several processes do it at once SQLite answers "locked" without waiting, so we do."""
    for attempt in range(OPEN_ATTEMPTS):
        try:
            books.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if attempt == OPEN_ATTEMPTS - 1:
                raise
            time.sleep(0.05)


def _begin_books(books: sqlite3.Connection) -> None:
    now = datetime.now(UTC)
    orders = (
        ("45678", "ana@example.com", 215000, "USD", "Espresso machine, dual boiler", now - timedelta(days=3)),
        ("45679", "ben@example.com", 4250, "USD", "Pour-over coffee set", now - timedelta(days=5)),
    )
    books.execute("BEGIN IMMEDIATE")
    for statement in filter(str.strip, SCHEMA.split(";")):
        books.execute(statement)
    books.executemany(
        "INSERT OR IGNORE INTO orders VALUES (?, ?, ?, ?, ?, ?, 'delivered')",
        [(*order, placed_at.isoformat()) for *order, placed_at in orders],
    )
    books.execute("COMMIT")


def _money(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)


def _order(row: sqlite3.Row) -> Order:
    return Order(
        row["id"],
        row["email"],
        _money(row["cents"]),
        row["currency"],
        row["item"],
        datetime.fromisoformat(row["placed_at"]),
        row["status"],
    )


def _refund(row: sqlite3.Row) -> Refund:
    return Refund(
        f"re_{row['number']:04d}",
        row["order_id"],
        _money(row["cents"]),
        row["currency"],
        row["idempotency_key"],
        datetime.fromisoformat(row["created_at"]),
    )
