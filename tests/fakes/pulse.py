"""Waiting for something to become true of a state that says when it changes."""

import asyncio
from collections.abc import Callable
from typing import Any


class Pulse:
    """`beat` it after each change."""

    def __init__(self) -> None:
        self._changed = asyncio.Event()

    def beat(self) -> None:
        """Wake those who watch the state."""
        self._changed.set()
        self._changed = asyncio.Event()

    async def until(self, found: Callable[[], Any], within: float, every: float = 10.0) -> Any:
        """What `found` finds, as soon as it is no more None or False; None after so many real seconds.

        It looks after each change, and every so many seconds for what changes by the clock alone.
        """
        ends = asyncio.get_running_loop().time() + within
        while not (result := found()):
            left = ends - asyncio.get_running_loop().time()
            if left <= 0:
                return None
            try:
                await asyncio.wait_for(self._changed.wait(), min(left, every))
            except TimeoutError:
                continue
        return result
