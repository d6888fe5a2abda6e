"""tortoise's SQLite client, made safe against cancellation: every statement and transaction runs to its end.

tortoise 1.1 keeps the connection's lock for ever when a task is cancelled while a transaction begins, and lets a
cancelled statement's row count be read by the next one. tortoise finds `client_class` by this module's name.
"""

from typing import Any

from tortoise.backends.base.client import TransactionContext
from tortoise.backends.sqlite.client import SqliteClient, SqliteTransactionContext, SqliteTransactionWrapper
from tortoise.connection import get_connections

from storage.settle import settle
from storage.settled import Settled


class SettledTransaction(Settled, SqliteTransactionWrapper):
    """A transaction that takes the write lock when it begins, so that it cannot fail half-way for another writer."""

    async def begin(self) -> None:
        await self._connection.execute("BEGIN IMMEDIATE")


class SettledTransactionContext(SqliteTransactionContext):
    """Gives the connection's lock back however it is left."""

    async def __aenter__(self) -> Any:
        await self._trxlock.acquire()
        try:
            await self.ensure_connection()
            await settle(self.connection.begin())
        except BaseException:
            if self.connection._connection and self.connection._connection.in_transaction:
                await settle(self.connection._connection.rollback())
            self._trxlock.release()
            raise
        self.token = get_connections().set(self.connection_name, self.connection)
        return self.connection

    async def __aexit__(self, exc_type: Any, exc_val: Any, exc_tb: Any) -> None:
        try:
            if not self.connection._finalized:
                await settle(self.connection.rollback() if exc_type else self.connection.commit())
        finally:
            get_connections().reset(self.token)
            self._trxlock.release()


class SettledClient(Settled, SqliteClient):
    """The connection that the models use."""

    def _in_transaction(self) -> TransactionContext:
        return SettledTransactionContext(SettledTransaction(self), self._lock)


client_class = SettledClient
