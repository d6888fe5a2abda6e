"""The demo in a process of its own, as `make demo` starts it: killed and started again, it keeps its port."""

import asyncio
import os
import re
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path

ROOT = Path(__file__).parents[2]
START_TIMEOUT = 60.0


class Demo:
    """One folder of the demo and the process that works in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = ""
        self._port = 0
        self._process: Process | None = None

    async def start(self) -> None:
        """Start, and wait for the page; the port of the first start is kept."""
        command = [sys.executable, "-m", "bot", "demo", "--port", str(self._port), "--folder", str(self.folder)]
        log = (self.folder.parent / "demo.log").open("ab")
        with log:
            self._process = await asyncio.create_subprocess_exec(
                *command, cwd=ROOT, env=dict(os.environ), stdin=DEVNULL, stdout=PIPE, stderr=log
            )
        assert self._process.stdout is not None
        async with asyncio.timeout(START_TIMEOUT):
            line = (await self._process.stdout.readline()).decode()
        found = re.search(r"(http://\S+:(\d+))/play", line)
        assert found, f"the demo said {line!r} instead of its address"
        self.address, self._port = found[1], int(found[2])

    async def kill(self) -> None:
        """End the process with SIGKILL."""
        assert self._process is not None
        self._process.kill()
        await self._process.wait()

    async def close(self) -> None:
        """End the process if it runs."""
        if self._process and self._process.returncode is None:
            self._process.terminate()
            await self._process.wait()
