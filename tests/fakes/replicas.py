"""Two real processes on one database, behind something like a load balancer: what one does not take, the other gets."""

import asyncio
import os
import random
import secrets
import signal
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from bot.demo import in_folder
from bot.settings import EXAMPLE
from bot.stage import Stage, StageFailed
from examples.refund.ledger import PATH_VARIABLE

PATIENCE = 2.0
"""Seconds that one process gets to answer."""
TRIES = 20


class Pair:
    """A stage of two processes; `rng` says which of them is asked first."""

    def __init__(self, stages: tuple[Stage, Stage], rng: random.Random) -> None:
        self._stages = stages
        self._rng = rng

    async def state(self) -> dict[str, Any]:
        return await self._ask(lambda stage: stage.state())

    async def say(self, side: str, who: str, text: str) -> None:
        body = {"side": side, "who": who, "text": text, "id": secrets.token_hex(8), "locale": "en"}
        await self._ask(lambda stage: stage._post("say", body))

    async def tap(self, who: str, token: str) -> str:
        answer = await self._ask(lambda stage: stage._post("tap", {"who": who, "token": token, "locale": "en"}))
        return str(answer["text"])

    async def _ask(self, question: Any) -> Any:
        order = self._rng.sample(self._stages, 2)
        for number in range(TRIES):
            try:
                async with asyncio.timeout(PATIENCE):
                    return await question(order[number % 2])
            except (TimeoutError, aiohttp.ClientError):
                await asyncio.sleep(0.05)
        raise StageFailed("neither process answers")


def stop(stage: Stage) -> None:
    """Stop a process where it stands."""
    assert stage._process is not None
    os.kill(stage._process.pid, signal.SIGSTOP)


def go_on(stage: Stage) -> None:
    """Let a stopped process go on."""
    assert stage._process is not None
    os.kill(stage._process.pid, signal.SIGCONT)


def environment(folder: Path, url: str) -> Mapping[str, str]:
    """The refund example on this database, with short leases."""
    return {
        **in_folder(folder),
        "ASSENT_DATABASE": url,
        "ASSENT_RUN__LEASE": "1s",
        "ASSENT_MCP__STRIPE__TOOLS__CREATE_REFUND__TIMEOUT": "2s",
        PATH_VARIABLE: str(folder / "ledger.db"),
    }


@asynccontextmanager
async def two_stages(folder: Path, url: str) -> AsyncIterator[tuple[Stage, Stage]]:
    """Two processes of the refund example, started together."""
    stages = tuple(Stage(EXAMPLE, environment(folder, url)) for _ in range(2))
    try:
        await asyncio.gather(*(stage.start() for stage in stages))
        yield stages[0], stages[1]
    finally:
        await asyncio.gather(*(stage.close() for stage in stages))
