"""Runs something to its end even if the caller is cancelled meanwhile."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

ResultT = TypeVar("ResultT")


async def settle(work: Awaitable[ResultT]) -> ResultT:
    """Await to the end, then give the result or, if the caller was cancelled meanwhile, its cancellation.

    A statement that goes on after its caller is gone would credit its row count to the next one, and a transaction
    cancelled half-way would keep its lock for ever: so nobody leaves before the work is over.
    """
    future = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not future.done():
        try:
            await asyncio.shield(future)
        except asyncio.CancelledError as error:
            if future.cancelled():
                raise
            cancelled = error
        except BaseException:
            break
    if cancelled is not None:
        if not future.cancelled():
            future.exception()  # mark it as seen: the caller leaves with its cancellation
        raise cancelled
    return future.result()
