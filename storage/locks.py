"""Locks by number, for databases on which several transactions write at once; SQLite has one writer and needs none."""

from storage.transaction import Sql, Transaction

MIGRATING, LEADING, BOARD, CODES, LINKS = (0x417373 + number for number in range(5))
"""Numbers of advisory locks; no two uses share one."""


def exclusive(lock: int) -> Transaction[None]:
    """Let no other transaction past this point until this one has ended."""
    yield Sql(f"/*+ SELECT pg_advisory_xact_lock({lock}) */")
