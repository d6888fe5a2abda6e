"""One INSERT for several rows."""

import sqlite3

import pytest

from storage.transaction import insert


@pytest.fixture
def connection() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, key TEXT UNIQUE, value)")
    return connection


def test_rows_are_written_in_their_order(connection: sqlite3.Connection) -> None:
    statement = insert("t", "key, value", ("b", 1), ("a", None))
    connection.execute(statement.text, statement.values)
    assert connection.execute("SELECT key, value FROM t ORDER BY id").fetchall() == [("b", 1), ("a", None)]


def test_a_key_that_is_known_keeps_its_row(connection: sqlite3.Connection) -> None:
    for rows in ([("a", 1)], [("a", 2), ("b", 3)]):
        statement = insert("t", "key, value", *rows, unless="key")
        connection.execute(statement.text, statement.values)
    assert connection.execute("SELECT key, value FROM t ORDER BY id").fetchall() == [("a", 1), ("b", 3)]
