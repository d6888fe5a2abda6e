"""A process that follows a killed one on PostgreSQL leads, and hears the bell: here it has nothing else to wake it."""

import asyncio
import time
from datetime import timedelta
from pathlib import Path

from bot.clock import SystemClock
from bot.settings import EXAMPLE
from storage.opening import opened
from tests.fakes.written import heard
from tests.faults.ground import Site, on_postgres
from tests.faults.look import Look
from tests.faults.mortal import MortalStage

KILLS = 3
NEVER = 600.0
WITHIN = 10.0


async def test_a_process_that_follows_a_killed_one_leads_and_hears_the_bell(
    postgres_server: str, tmp_path: Path
) -> None:
    async with on_postgres(postgres_server).site(tmp_path) as site:
        stage, look = MortalStage(tmp_path, EXAMPLE, environ=site.environ, sweep_every=NEVER), Look(tmp_path, site)
        try:
            await stage.start()
            leader = await next_leader(site, 0)
            for number in range(KILLS):
                await stage.kill()
                await stage.start()
                leader = await next_leader(site, leader)
                await ring_for_a_message(site, number)
                await answered(look, number)
        finally:
            await stage.close()


async def next_leader(site: Site, former: int) -> int:
    """The session that leads after another one."""
    until = time.monotonic() + WITHIN
    while time.monotonic() < until:
        for (session,) in await site.rows(site.leaders):
            if session != former:
                return int(session)
        await asyncio.sleep(0.02)
    raise AssertionError(f"nobody leads after {WITHIN:.0f} s")


async def ring_for_a_message(site: Site, number: int) -> None:
    """Write a message down and ring, as another process would."""
    async with opened(site.environ["ASSENT_DATABASE"], SystemClock(), timedelta(seconds=1)) as other:
        assert await other.store.record_inbound(heard(number, f"u{number}"))
    await site.rows("SELECT pg_notify('assent', 'messages')")


async def answered(look: Look, number: int) -> None:
    """Wait until the customer was told something."""
    until = time.monotonic() + WITHIN
    while not await look.texts(f"play:u{number}"):
        assert time.monotonic() < until, f"the bell was not heard by life {number + 1}"
        await asyncio.sleep(0.02)
