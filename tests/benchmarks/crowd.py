"""Very many pending handoffs: one real paused run, copied by SQL with ids of its own for each copy."""

import contextlib
import sqlite3
from pathlib import Path

_TABLES = ("conversation", "message", "inbox", "run", "step", "handoff", "card", "effect", "audit")
_DELIVERED = "UPDATE effect SET state = 'sent', payload = '{}', rendered = NULL, lease_until = NULL"
_HEAD = (
    "UPDATE instance SET value = (SELECT id || ' ' || hash FROM audit ORDER BY id DESC LIMIT 1) "
    "WHERE name = 'audit_head'"
)
"""The record goes on behind the copies; their hashes are the original's, which nobody verifies here."""
_DAY = 86_400_000_000


def multiply(path: Path, copies: int) -> None:
    """Copy the only paused run of a database; the copies' cards were posted, and their time is not up for a day."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("BEGIN IMMEDIATE")
        handoff, run, conversation = connection.execute("SELECT id, run_id, conversation_id FROM handoff").fetchone()
        user = connection.execute("SELECT user_id FROM conversation WHERE id = ?", (conversation,)).fetchone()[0]
        source = connection.execute("SELECT source FROM inbox").fetchone()[0]
        connection.execute(_DELIVERED)
        connection.execute("INSERT INTO card (handoff_id, place, ref) VALUES (?, 'play:review', '1')", (handoff,))
        connection.execute("CREATE TEMP TABLE twin (number INTEGER PRIMARY KEY, run, handoff, user, source)")
        connection.execute(
            "WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < ?) "
            "INSERT INTO twin SELECT 10000000 + n, lower(hex(randomblob(13))), lower(hex(randomblob(13))), "
            "printf('customer-%07d', n + 1000000), 'play/twin/' || n FROM count",
            (copies,),
        )
        old = {"run": run, "handoff": handoff, "user": user, "source": source}
        for table in _TABLES:
            _copy(connection, table, old)
        connection.execute(_HEAD)
        connection.execute("UPDATE handoff SET due_at = due_at + ?", (_DAY,))
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def make_due(path: Path, count: int) -> None:
    """Let the time of some handoffs be up."""
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE handoff SET due_at = 1 WHERE id IN (SELECT id FROM handoff ORDER BY id LIMIT ?)", (count,)
        )


def _copy(connection: sqlite3.Connection, table: str, old: dict[str, str]) -> None:
    """Copy a table's rows once per twin; ids of its own stand in the place of the original's, wherever in a text."""
    columns, values = [], []
    for _, name, kind, *_ in connection.execute(f"PRAGMA table_info({table})").fetchall():
        if name == "conversation_id" or (table, name) == ("conversation", "id"):
            value = "twin.number"
        elif name == "id" and kind == "INTEGER":
            continue
        elif kind.startswith(("VARCHAR", "TEXT")):
            value = f"original.{name}"
            for what in old:
                value = f"replace({value}, :{what}, twin.{what})"
        else:
            value = f"original.{name}"
        columns.append(name)
        values.append(value)
    rows = f"SELECT * FROM {table}" if table != "conversation" else f"SELECT * FROM {table} LIMIT 1"
    connection.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) "
        f"SELECT {', '.join(values)} FROM twin CROSS JOIN ({rows}) original ORDER BY twin.number",
        old,
    )
