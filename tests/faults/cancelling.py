"""Cancels a piece of work at its k-th await, as a time-out or a shutdown would."""

import asyncio
from collections.abc import Coroutine, Generator
from typing import Any


class Counted:
    """Awaits a coroutine, counts how often it was suspended, and has its task cancelled at one of these times."""

    def __init__(self, work: Coroutine[Any, Any, None], cancel_at: int) -> None:
        self._work = work
        self._cancel_at = cancel_at
        self.awaits = 0

    def __await__(self) -> Generator[Any, Any, None]:
        task = asyncio.current_task()
        assert task is not None
        step, value = self._work.send, None
        while True:
            try:
                waits_for = step(value)  # type: ignore[arg-type]
            except StopIteration:
                return
            self.awaits += 1
            if self.awaits == self._cancel_at:
                asyncio.get_running_loop().call_soon(task.cancel)
            try:
                step, value = self._work.send, (yield waits_for)
            except BaseException as error:
                step, value = self._work.throw, error  # type: ignore[assignment]


async def cancelled_at(number: int, work: Coroutine[Any, Any, None]) -> bool:
    """Do the work in a task that is cancelled at that await, the first being 1; False if it came to its end."""
    counted = Counted(work, number)

    async def go() -> None:
        await counted

    task = asyncio.ensure_future(go())
    await asyncio.wait([task])
    if task.cancelled():
        return True
    task.result()
    if counted.awaits >= number:
        raise AssertionError(f"cancelled at await {number} of {counted.awaits}, and it went on as if nothing had been")
    return False
