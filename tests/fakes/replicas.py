"""Two real processes on one database, behind something like a load balancer: what one does not take, the other gets."""

import asyncio
import os
import random
import secrets
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import aiohttp

from bot.settings import EXAMPLE
from bot.stage import StageFailed
from tests.faults.mortal import MortalStage

PATIENCE = 2.0
"""Seconds that one process gets to answer."""
TRIES = 20
ResultT = TypeVar("ResultT")


class Replica(MortalStage):
    """One of several processes; when it dies nobody starts it again."""

    async def _alive(self, ask: Callable[[], Awaitable[ResultT]]) -> ResultT:
        return await ask()

    def stop(self) -> None:
        """Stop it where it stands."""
        os.kill(self._child.pid, signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it go on."""
        os.kill(self._child.pid, signal.SIGCONT)


class Pair:
    """A stage of two processes; `rng` says which of them is asked first."""

    def __init__(self, stages: tuple[Replica, Replica], rng: random.Random) -> None:
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


def environment(url: str) -> Mapping[str, str]:
    """The refund example on this database, with short leases."""
    return {
        "ASSENT_DATABASE": url,
        "ASSENT_RUN__LEASE": "1s",
        "ASSENT_MCP__STRIPE__TOOLS__CREATE_REFUND__TIMEOUT": "2s",
    }


@asynccontextmanager
async def two_stages(folder: Path, url: str, *, real_tools: bool) -> AsyncIterator[tuple[Replica, Replica]]:
    """Two processes of the refund example, started together; with its servers as processes, or without."""
    stages = tuple(Replica(folder, EXAMPLE, real_tools=real_tools, environ=environment(url)) for _ in range(2))
    try:
        await asyncio.gather(*(stage.start() for stage in stages))
        yield stages[0], stages[1]
    finally:
        await asyncio.gather(*(stage.close() for stage in stages))
