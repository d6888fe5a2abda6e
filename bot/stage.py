"""A stage for stories: Assent in a process of its own, driven through its playground's HTTP like a browser would."""

import asyncio
import contextlib
import os
import re
import secrets
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp

from bot.settings_sections import CHECKOUT

START_TIMEOUT = 60.0
STOP_TIMEOUT = 15.0
ADDRESS = re.compile(r"http://\S+?(?=/play)")


class StageFailed(Exception):
    """The process did not start or did not answer; the text holds what it said."""


class Stage:
    """A process that can be killed and started again on the same files; it speaks English."""

    def __init__(self, config: Path, environ: Mapping[str, str], bot: str = "") -> None:
        """Customers speak with `bot`, the first one if nothing is given."""
        self._bot = {"bot": bot} if bot else {}
        self._config = config
        self._environ = {**os.environ, **environ, "ASSENT_WEB__PORT": "0"}
        self._process: Process | None = None
        self._drain: asyncio.Task[None] | None = None
        self._said: list[str] = []
        self._http = aiohttp.ClientSession()
        self._moved = timedelta(0)
        self.address = ""

    async def start(self) -> None:
        """Start the process and wait until its page is there; raises StageFailed with what it said instead."""
        command = [sys.executable, "-m", "bot", "run", "--config", str(self._config)]
        self._process = await asyncio.create_subprocess_exec(
            *command, cwd=CHECKOUT, env=self._environ, stdout=PIPE, stderr=asyncio.subprocess.STDOUT
        )
        self._said = []
        try:
            self.address = await asyncio.wait_for(self._find_address(), START_TIMEOUT)
        except TimeoutError:
            raise StageFailed(f"It was not ready within {START_TIMEOUT:.0f} s:\n" + "".join(self._said[-20:])) from None
        self._drain = asyncio.create_task(self._read_on())
        if self._moved:
            await self._post("clock", {"advance_seconds": int(self._moved.total_seconds())})

    async def kill(self) -> None:
        """End the process with SIGKILL, in the middle of whatever it does."""
        assert self._process is not None
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        await self._ended()

    async def close(self) -> None:
        """End the process in good order."""
        if self._process and self._process.returncode is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                await asyncio.wait_for(self._ended(), STOP_TIMEOUT)
            except TimeoutError:
                await self.kill()
        await self._http.close()

    async def state(self) -> dict[str, Any]:
        """What the page shows."""
        async with self._http.get(f"{self.address}/play/state", params={"locale": "en"}) as response:
            return dict(await response.json())

    async def say(self, side: str, who: str, text: str, room: str = "") -> None:
        """Write as somebody, in a room of a talk if one is named."""
        where = {"room": room} if room else {}
        body = {
            "side": side,
            "who": who,
            "text": text,
            "id": secrets.token_hex(8),
            "locale": "en",
            **self._bot,
            **where,
        }
        await self._post("say", body)

    async def tap(self, who: str, token: str) -> str:
        """Press a button as somebody; answers what they are told."""
        return str((await self._post("tap", {"who": who, "token": token, "locale": "en"}))["text"])

    async def advance(self, span: timedelta) -> None:
        """Move the process's clock forward; it stays so over a restart."""
        self._moved += span
        await self._post("clock", {"advance_seconds": int(span.total_seconds())})

    async def _post(self, path: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        headers = {"Origin": self.address}
        async with self._http.post(f"{self.address}/play/{path}", json=body, headers=headers) as response:
            answer = await response.json()
            if response.status != 200:
                raise StageFailed(f"/play/{path} answered {response.status}: {answer}")
            return dict(answer)

    async def _find_address(self) -> str:
        assert self._process is not None and self._process.stdout is not None
        while line := (await self._process.stdout.readline()).decode(errors="replace"):
            self._said.append(line)
            if found := ADDRESS.search(line):
                return found[0]
        raise StageFailed("It ended before it was ready:\n" + "".join(self._said[-20:]))

    async def _read_on(self) -> None:
        assert self._process is not None and self._process.stdout is not None
        while line := (await self._process.stdout.readline()).decode(errors="replace"):
            self._said.append(line)
            del self._said[:-200]

    async def _ended(self) -> None:
        assert self._process is not None
        await self._process.wait()
        if self._drain:
            self._drain.cancel()


@asynccontextmanager
async def stage(config: Path, environ: Mapping[str, str], bot: str = "") -> AsyncIterator[Stage]:
    """A started stage, closed at the end."""
    made = Stage(config, environ, bot)
    try:
        await made.start()
        yield made
    finally:
        await made.close()
