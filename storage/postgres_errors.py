"""asyncpg's errors in this room's words."""

from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg

from storage.trouble import Collided, Lost

COLLISIONS = (
    asyncpg.SerializationError,
    asyncpg.DeadlockDetectedError,
    asyncpg.InvalidCachedStatementError,
    asyncpg.OutdatedSchemaCacheError,
)
LOSSES = (
    asyncpg.PostgresConnectionError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
    asyncpg.TooManyConnectionsError,
    asyncpg.IdleInTransactionSessionTimeoutError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    OSError,
    TimeoutError,
)
"""The connection is gone, could not be had, or did not answer in time."""


@contextmanager
def translated(*, committing: bool = False) -> Iterator[None]:
    """Raise Collided and Lost in place of asyncpg's errors; others pass as they are."""
    try:
        yield
    except COLLISIONS as error:
        raise Collided(str(error)) from error
    except LOSSES as error:
        raise Lost(f"{type(error).__name__}: {error}", unknown=committing) from error
