"""Listening: each update is written down or carried out first, and only then confirmed to Telegram."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from aiogram.methods import DeleteWebhook

from channels.base import ChannelError, RetryAfter
from channels.telegram.client import POLL_SECONDS, Client
from channels.telegram.errors import Conflict, Unauthorized

log = logging.getLogger(__name__)

FIRST_WAIT = 0.5
LONGEST_WAIT = 30.0
CONFLICT_WAIT = 15.0
"""Seconds of silence while another program polls with our token: two that fight hear nothing, both of them."""

Handle = Callable[[Mapping[str, Any]], Awaitable[None]]
HeardFrom = Callable[[str, str], Awaitable[None]]
Sleep = Callable[[float], Awaitable[None]]


class Polling:
    """Asks for updates until cancelled, or until the token turns out to be wrong."""

    def __init__(self, client: Client, handle: Handle, heard_from: HeardFrom, sleep: Sleep):
        """`heard_from` is told after each poll what the trouble is: an id of `locales/` and a detail, "" for none."""
        self._client = client
        self._handle = handle
        self._heard_from = heard_from
        self._sleep = sleep
        self._offset: int | None = None

    async def run(self) -> None:
        """Poll. Raises Unauthorized; all other trouble is waited out."""
        wait = FIRST_WAIT
        fresh = True
        while True:
            try:
                if fresh:
                    # A webhook that was set would keep every poll away; nothing that waits there is dropped.
                    await self._client.ask(DeleteWebhook(drop_pending_updates=False))
                # The first poll does not wait: whether we hear anything at all is known at once.
                await self._once(0 if fresh else POLL_SECONDS)
                fresh, wait = False, FIRST_WAIT
                continue
            except Unauthorized:
                raise
            except Conflict as conflict:
                fresh, pause = True, CONFLICT_WAIT
                trouble = "doctor-telegram-conflict", str(conflict)
            except RetryAfter as later:
                pause, trouble = later.seconds, ("doctor-unreachable", str(later))
            except ChannelError as error:
                pause, trouble = wait, ("doctor-unreachable", str(error))
            except Exception as error:
                # It could not be written down: it is not confirmed, and comes again.
                log.exception("an update could not be taken")
                pause, trouble = wait, ("doctor-telegram-untaken", type(error).__name__)
            await self._heard_from(*trouble)
            await self._sleep(pause)
            wait = min(LONGEST_WAIT, 2 * wait)

    async def _once(self, seconds: int) -> None:
        updates = await self._client.updates(self._offset, seconds)
        await self._heard_from("", "")
        await self._take(updates)

    async def _take(self, updates: Sequence[Mapping[str, Any]]) -> None:
        """Messages one after the other, taps beside them: nobody who taps waits for anybody else."""
        taps: dict[int, asyncio.Task[None]] = {}
        confirmed = self._offset
        try:
            for update in updates:
                number = int(update["update_id"])
                if "callback_query" in update:
                    taps[number] = asyncio.create_task(_carried(self._handle(update)), name="tap")
                else:
                    await self._handle(update)
                confirmed = number + 1
        finally:
            results = await asyncio.gather(*taps.values(), return_exceptions=True)
            failed = [number for number, result in zip(taps, results, strict=True) if result is not None]
            self._offset = min(failed) if failed else confirmed
        for result in results:
            if result is not None:
                raise result


async def _carried(work: Awaitable[None]) -> None:
    await work
