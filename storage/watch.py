"""One plain connection beside the pool: it rings and hears the bell between processes, and elects who leads."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import asyncpg

from storage.locks import LEADING
from storage.postgres import connect
from storage.postgres_errors import LOSSES

log = logging.getLogger(__name__)

CHANNEL = "assent"
LONGEST_BEAT = 1.0
"""Seconds between two looks at who leads."""

_TRY = "SELECT pg_try_advisory_lock($1::bigint)"
_DEPOSE = """
SELECT pg_terminate_backend(a.pid) FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
WHERE l.locktype = 'advisory' AND l.granted AND l.classid = 0 AND l.objid = $1::bigint::oid AND l.objsubid = 1
AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
AND a.state_change < clock_timestamp() - make_interval(secs => $2)
"""
"""Ends the connection of a leader that has not been heard of for a lease: its process is stopped, or cut off."""

Heard = Callable[[str], None]


class Watch:
    """The other processes on this database. A ring is a hint that may be lost: whoever waits for it also looks."""

    def __init__(self, url: str, lease: timedelta, elapsed: Callable[[], float]) -> None:
        self._url = url
        self._elapsed = elapsed
        self._lease = lease.total_seconds()
        self._beat = min(LONGEST_BEAT, self._lease / 4)
        self._to_ring: set[str] = set()
        self._rung = asyncio.Event()
        self._led, self._lost = asyncio.Event(), asyncio.Event()
        self._lost.set()
        self._confirmed = 0.0
        self._heard: Heard = _nobody
        self.trouble = ""
        """Why the database cannot be reached at present, or ""."""

    def on_ring(self, heard: Heard) -> None:
        """Have the topic of every ring of another process told to `heard`."""
        self._heard = heard

    def ring(self, topic: str) -> None:
        """Tell the other processes, soon, that there is something to look for; call it after the commit."""
        self._to_ring.add(topic)
        self._rung.set()

    @property
    def leads(self) -> bool:
        """Whether this process surely leads at this moment."""
        return self._led.is_set() and self._elapsed() - self._confirmed < self._lease

    async def lead(self, work: Callable[[], Awaitable[None]]) -> None:
        """Have the work done while this process leads, anew each time it comes to lead; returns when the work does."""
        while True:
            await self._led.wait()
            doing, lost = asyncio.ensure_future(work()), asyncio.ensure_future(self._lost.wait())
            try:
                await asyncio.wait((doing, lost), return_when=asyncio.FIRST_COMPLETED)
                if doing.done():
                    return await doing
            finally:
                for task in (doing, lost):
                    task.cancel()
                await asyncio.gather(doing, lost, return_exceptions=True)

    async def run(self) -> None:
        """Watch until cancelled; a lost connection is replaced, and meanwhile this process does not lead."""
        while True:
            try:
                await self._watch()
            except (*LOSSES, asyncpg.PostgresError) as error:
                self.trouble = f"{type(error).__name__}: {error}"
                log.warning("the watch is replaced: %s", self.trouble)
            finally:
                self._step_down()
            await asyncio.sleep(self._beat)

    async def _watch(self) -> None:
        connection = await connect(self._url)
        try:
            await connection.add_listener(CHANNEL, self._hear)
            self.trouble = ""
            self._heard("")  # what was rung before is unknown
            while True:
                await self._look(connection)
                await self._ring_for(connection, self._beat)
        finally:
            connection.terminate()

    async def _look(self, connection: Any) -> None:
        """Confirm that this process leads, or try to; depose a leader who is silent."""
        asked = self._elapsed()
        if self._led.is_set():
            await connection.execute("SELECT 1", timeout=self._lease)
        elif await connection.fetchval(_TRY, LEADING):
            log.info("this process leads")
            self._led.set()
            self._lost.clear()
        else:
            await connection.execute(_DEPOSE, LEADING, self._lease)
        self._confirmed = asked

    async def _ring_for(self, connection: Any, seconds: float) -> None:
        """Ring whatever is to be rung until that much time has passed."""
        until = self._elapsed() + seconds
        while (left := until - self._elapsed()) > 0:
            try:
                async with asyncio.timeout(left):
                    await self._rung.wait()
            except TimeoutError:
                return
            self._rung.clear()
            topics, self._to_ring = self._to_ring, set()
            for topic in topics:
                await connection.execute("SELECT pg_notify($1, $2)", CHANNEL, topic)

    def _hear(self, connection: Any, pid: int, _channel: str, topic: Any) -> None:
        if pid != connection.get_server_pid():
            self._heard(str(topic))

    def _step_down(self) -> None:
        if self._led.is_set():
            log.warning("this process leads no more")
        self._led.clear()
        self._lost.set()


def _nobody(_topic: str) -> None:
    return None
