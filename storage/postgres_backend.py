"""tortoise's asyncpg client, made safe against cancellation: every statement and transaction runs to its end.

tortoise 1.1 loses a connection of the pool when a task is cancelled while a transaction begins: a few hundred
cancellations, and nobody gets one. tortoise finds `client_class` by this module's name.
"""

from typing import Any

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import TransactionContext, TransactionContextPooled
from tortoise.connection import get_connections

from storage.postgres import MOST_FOR_MODELS, make_pool
from storage.postgres_errors import translated
from storage.settle import settle
from storage.settled import Settled


class SettledTransaction(Settled, TransactionWrapper):
    """A transaction on one connection of the pool."""


class SettledTransactionContext(TransactionContextPooled):
    """Gives its connection back however it is left."""

    async def __aenter__(self) -> Any:
        await self.ensure_connection()
        try:
            await settle(self._begin())
        except BaseException:
            await settle(self._leave(commit=False))
            raise
        self.token = get_connections().set(self.connection_name, self.client)
        return self.client

    async def __aexit__(self, exc_type: Any, exc_val: Any, exc_tb: Any) -> None:
        try:
            await settle(self._leave(commit=exc_type is None))
        finally:
            get_connections().reset(self.token)

    async def _begin(self) -> None:
        client: Any = self.client
        client._connection = await client._parent._pool.acquire()
        await client.begin()

    async def _leave(self, *, commit: bool) -> None:
        client: Any = self.client
        if client._connection is None:
            return
        try:
            if client.transaction and not client._finalized:
                await (client.commit() if commit else client.rollback())
        finally:
            await client._parent._pool.release(client._connection)


class SettledClient(Settled, AsyncpgDBClient):
    """The pool that the models use; its errors are this room's."""

    async def create_pool(self, **kwargs: Any) -> asyncpg.Pool:
        return await make_pool(self.extra["url"], MOST_FOR_MODELS)

    async def _translate_exceptions(self, func: Any, *args: Any, **kwargs: Any) -> Any:
        with translated():
            return await super()._translate_exceptions(func, *args, **kwargs)

    def _in_transaction(self) -> TransactionContext:
        return SettledTransactionContext(SettledTransaction(self), self._pool_init_lock)


client_class = SettledClient
