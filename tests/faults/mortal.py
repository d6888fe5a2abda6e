"""A stage whose process dies and is started again, and a player who repeats what was not answered, as the page does."""

import asyncio
import contextlib
import multiprocessing
import os
import signal
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from multiprocessing import forkserver
from multiprocessing.connection import wait
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import aiohttp

from bot import player, scheduler
from bot.demo import in_folder
from bot.player import Found, Player
from bot.settings_sections import CHECKOUT
from bot.stage import Stage, StageFailed
from bot.story import Deed, StoryLine
from tests.fakes.migrated import put
from tests.faults.points import BIRTH, Point, read_point
from tests.faults.process import Life, live

READY_WITHIN = 30.0
MOST_DEATHS = 10
POLL = 0.02
ResultT = TypeVar("ResultT")

_fork = multiprocessing.get_context("forkserver")
_fork.set_forkserver_preload(["tests.faults.warm", "tests.faults.process", "tests.faults.crowd"])


@contextlib.contextmanager
def importable() -> Iterator[None]:
    """The fork server imports by the path that it finds in its environment."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(CHECKOUT), before)))
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before


class MortalStage(Stage):
    """Each life takes the next entry of `fates`: the points at which it dies or fails; later lives have none."""

    def __init__(
        self,
        folder: Path,
        config: Path,
        fates: Sequence[Sequence[Point]] = (),
        *,
        real_tools: bool = False,
        environ: Mapping[str, str] = MappingProxyType({}),
        sweep_every: float = scheduler.EVERY,
        hurries: bool = False,
    ) -> None:
        super().__init__(config, {})
        self.folder = folder
        self.deaths = 0
        self.ready_at: float | None = None
        """When it was ready again after its last death, until somebody saw that it goes on."""
        self.at_death: Callable[[], Awaitable[None]] = _nothing
        self._fates = list(fates)
        environ = {**in_folder(folder), "ASSENT_WEB__PORT": "0", **environ}
        self._life = Life(folder, config, environ, (), real_tools, sweep_every, hurries)
        self._child: Any = None

    async def start(self) -> None:
        """Fork a process and wait until its page is there; one that dies before is followed by the next."""
        if not self._life.environ.get("ASSENT_DATABASE", "").startswith("postgres"):
            put(self.folder / "assent.db")
        for _ in range(MOST_DEATHS):
            address = await self._be_born()
            if address:
                self.address = address
                if self._moved:
                    await self._post("clock", {"advance_seconds": int(self._moved.total_seconds())})
                return
            await self._bury()
        raise StageFailed("it died again and again")

    async def _be_born(self) -> str:
        life = replace(self._life, points=tuple(self._fates.pop(0)) if self._fates else ())
        ours, theirs = _fork.Pipe()
        with importable():
            forkserver.ensure_running()
        # A child is started and asked for its end in this thread only: whoever asks second is told another code.
        self._child = _fork.Process(target=live, args=(life, theirs), daemon=True)
        self._child.start()
        theirs.close()
        if not await asyncio.to_thread(wait, [ours, self._child.sentinel], READY_WITHIN):
            raise StageFailed(f"it was not ready within {READY_WITHIN:.0f} s")
        with contextlib.suppress(EOFError):
            return str(ours.recv()) if ours.poll() else ""
        return ""

    async def _bury(self) -> None:
        await asyncio.to_thread(wait, [self._child.sentinel], 5)
        self._child.join(0)
        if self._child.exitcode != -signal.SIGKILL:
            said = (self.folder / "stderr.txt").read_text(errors="replace")[-3000:]
            raise StageFailed(f"it ended by itself with {self._child.exitcode}:\n{said}")
        self.deaths += 1
        await self.at_death()

    async def kill(self) -> None:
        """End the process with SIGKILL, unless it has died by itself just now."""
        if self._child.is_alive():
            self._child.kill()
            await asyncio.to_thread(wait, [self._child.sentinel])
            self._child.join()
        else:
            await self._bury()

    async def close(self) -> None:
        if self._child is not None:
            await self.kill()
        await self._http.close()

    async def state(self) -> dict[str, Any]:
        """What the page shows, by whichever life."""
        return await self._alive(super().state)

    async def _post(self, path: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        post = super()._post
        return await self._alive(lambda: post(path, body))

    async def _alive(self, ask: Callable[[], Awaitable[ResultT]]) -> ResultT:
        """Ask, and ask a new life the same if this one died meanwhile."""
        for _ in range(MOST_DEATHS):
            try:
                return await ask()
            except (aiohttp.ClientError, ConnectionError):
                await self._bury()
                await self.start()
                self.ready_at = time.monotonic()
        raise StageFailed("it died again and again")

    def passed(self) -> list[list[Point]]:
        """The points that were passed, in order, life by life."""
        lives: list[list[Point]] = []
        file = self.folder / "points.txt"
        for line in file.read_text().splitlines() if file.exists() else ():
            if line == BIRTH:
                lives.append([])
            else:
                lives[-1].append(read_point(line))
        return lives


class Witness(Player):
    """A player who notes how long it took after each new start until an awaited line came true."""

    def __init__(self, stage: MortalStage, wait: float = 20.0) -> None:
        super().__init__(stage, stage.folder / "ledger.db", lambda line: None, wait)
        self._mortal = stage
        self.pauses: list[float] = []
        player.POLL = POLL

    async def _until(self, line: StoryLine, look: Any) -> Found:
        found = await super()._until(line, look)
        if self._mortal.ready_at is not None:
            self.pauses.append(time.monotonic() - self._mortal.ready_at)
            self._mortal.ready_at = None
        return found


async def _nothing() -> None:
    return None


def patient(lines: Sequence[StoryLine]) -> list[StoryLine]:
    """A story as it reads for somebody whose tap may have been taken by a process that died before it answered."""
    return [
        replace(line, text="*pproved*") if line.deed is Deed.IS_TOLD and line.text == "Approved." else line
        for line in lines
    ]
