"""Assent as a process that dies on purpose: forked from a server that has imported everything once."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from bot import outbox, scheduler
from bot.process import running
from bot.settings import load_settings
from bot.settings_sections import CHECKOUT
from channels.telegram import pacing
from examples.refund.ledger import PATH_VARIABLE
from tests.faults.points import Point
from tests.faults.ports import Tripwire, watch


@dataclass(frozen=True, slots=True)
class Life:
    """One life of the process: its settings, its folder, and the points at which it ends or fails."""

    folder: Path
    config: Path
    environ: Mapping[str, str] = field(default_factory=dict)
    points: tuple[Point, ...] = ()
    real_tools: bool = False
    sweep_every: float = scheduler.EVERY
    hurries: bool = False
    """Whether it writes as fast as it can, and asks soon whether a message arrived: a fake may be hurried."""


def live(life: Life, parent: Connection) -> None:
    """Serve until SIGTERM or a crash point; tells the parent the page's address once it is ready."""
    os.chdir(CHECKOUT)
    os.environ.update({PATH_VARIABLE: str(life.folder / "ledger.db"), **life.environ})
    scheduler.EVERY = life.sweep_every
    if life.hurries:
        pacing.IN_A_CHAT = pacing.IN_A_GROUP = 0.01
        outbox.UNCONFIRMED_WAIT = timedelta(seconds=2)
    said = os.open(life.folder / "stderr.txt", os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.dup2(said, sys.stderr.fileno())
    asyncio.run(_serve(life, parent))


async def _serve(life: Life, parent: Connection) -> None:
    stopping = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopping.set)
    wire = Tripwire(life.folder / "points.txt", life.points)
    settings = load_settings(life.config, os.environ)
    async with running(settings, wrap=watch(wire, real_tools=life.real_tools)) as app:
        assert app.server is not None
        with contextlib.suppress(OSError):
            parent.send(app.server.address)
        await stopping.wait()
