"""SIGTERM at any moment: the process ends by itself, in order and soon, and the next one goes on with everything."""

import asyncio
import contextlib
import random
import signal
import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import aiohttp
import pytest

from bot.demo import in_folder
from bot.player import Player
from bot.settings import EXAMPLE
from bot.stage import Stage, StageFailed
from tests.faults.look import Look
from tests.faults.parts import amount
from tests.faults.trial import FULL, SEED, Record, attempt, facts_of, story

ENDS_WITHIN = 12.0
LATEST = 1.5
"""Seconds into the story at which a signal may come."""
MOST_TRIES = 20
ResultT = TypeVar("ResultT")

pytestmark = pytest.mark.timeout(3600 if FULL else 240)


class PoliteStage(Stage):
    """A stage that is asked to stop and started again; requests wait meanwhile and are repeated."""

    def __init__(self, folder: Path) -> None:
        super().__init__(EXAMPLE, in_folder(folder))
        self._up = asyncio.Event()
        self._up.set()
        self.ends: list[tuple[int, float]] = []

    async def stop_and_start(self) -> None:
        """Send SIGTERM, note exit code and seconds, start again."""
        assert self._process is not None
        self._up.clear()
        began = time.monotonic()
        self._process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(self._ended(), 2 * ENDS_WITHIN)
        assert self._process.returncode is not None
        self.ends.append((self._process.returncode, time.monotonic() - began))
        await self.start()
        self._up.set()

    async def state(self) -> dict[str, Any]:
        return await self._patiently(super().state)

    async def _post(self, path: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        post = super()._post
        return await self._patiently(lambda: post(path, body))

    async def _patiently(self, ask: Callable[[], Awaitable[ResultT]]) -> ResultT:
        for _ in range(MOST_TRIES):
            await self._up.wait()
            try:
                return await ask()
            except (aiohttp.ClientError, ConnectionError):
                await asyncio.sleep(0.05)
        raise StageFailed("nobody answers")


async def test_a_story_goes_on_over_a_stop_at_a_random_moment(tmp_path: Path, record_property: Record) -> None:
    chance = random.Random(SEED)
    calm = await attempt(story("approve"))
    for number in range(amount("stops")):
        moment = chance.random() * LATEST
        told = f"seed {SEED}, round {number}: SIGTERM after {moment:.2f} s"
        facts, ends = await play_and_stop(tmp_path / str(number), moment)
        print(told, [f"exit {code} after {seconds:.1f} s" for code, seconds in ends])
        assert facts == calm.facts, told
        assert all(code == 0 and seconds < ENDS_WITHIN for code, seconds in ends), told
        record_property("reached", 1)


async def play_and_stop(folder: Path, moment: float) -> tuple[dict[str, Any], list[tuple[int, float]]]:
    stage = PoliteStage(folder)
    look = Look(folder)
    try:
        await stage.start()
        playing = asyncio.create_task(Player(stage, folder / "ledger.db", lambda line: None).play(story("approve")))
        await asyncio.sleep(moment)
        await stage.stop_and_start()
        await playing
        for _ in range(100):
            if not await look.unfinished():
                break
            await asyncio.sleep(0.1)
        assert await look.unfinished() == []
        return await facts_of(look), stage.ends
    finally:
        with contextlib.suppress(ProcessLookupError):
            await stage.close()
