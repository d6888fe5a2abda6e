"""Restore mode at a start, and `assent resume`, which ends it beside a running Assent or without one."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.clock import SystemClock
from bot.database import path_of, told
from bot.faults import SettingsError
from bot.settings import Settings
from engine.environment import Gate
from engine.ids import RunId
from engine.step import AuditEntry
from storage import audit, restore
from storage.db import existing
from storage.generation import Generation, doubt
from storage.transaction import Database

log = logging.getLogger(__name__)

OK, NO = 0, 1
FORCED = "forced"
LOOK_EVERY = 1.0
"""Seconds between two looks whether an operator has resumed."""


async def enter(database: Database, generation: Generation | None, clock: SystemClock, forced: bool) -> Gate:
    """Look whether the database is older than what was done, hold what is open then, and note that we start.

    A database server has no generation file: there only an operator who restored it can say so.
    """
    why = FORCED if forced else await doubt(database, generation) if generation else ""
    if why:
        await database.run(restore.hold(why, clock.now()))
    head = await database.run(audit.add([AuditEntry("process.started", "assent", "engine", clock.now())]))
    if generation and head:
        generation.begin(head)
    gate = Gate(closed=bool(await database.run(restore.mode())))
    if gate.closed:
        held = await database.run(restore.held_runs())
        log.warning(_SAID.get(why, "the database is still under review after a restore"))
        for run in held:
            log.warning("under review: run %s of %s with %s: %s", run.id, run.bot, run.user, run.doing)
        log.warning("nothing is called, and no request begins, before: assent resume --after-restore [RUN...]")
    return gate


async def watch(database: Database, gate: Gate) -> None:
    """Open the gate once an operator has resumed everything."""
    while gate.closed:
        await asyncio.sleep(LOOK_EVERY)
        gate.closed = bool(await database.run(restore.mode()))
    log.info("restore mode is over")


_SAID = {
    FORCED: "restore mode was asked for (--restored)",
    "older": "the database is older than its generation file: a backup was restored",
    "unknown": "the database came without its generation file: it may be a restored backup",
}


def resume(settings: Settings, runs: Sequence[str], after_restore: bool) -> int:
    """Let held runs go on, all or those named; without --after-restore only list them."""
    if runs and not after_restore:
        raise SettingsError(["Say --after-restore to resume these runs: look first at what was done without them."])
    with told():
        return asyncio.run(_resume(path_of(settings), [RunId(run) for run in runs], after_restore))


async def _resume(path: Path, names: Sequence[RunId], after_restore: bool) -> int:
    async with existing(path) as database:
        if not after_restore:
            return await _list(database)
        try:
            resumed, left = await database.run(restore.release(names, datetime.now(UTC)))
        except restore.NotHeld as strangers:
            _say(f"Not under review: {', '.join(strangers.args)}. Nothing was resumed.")
            return NO
    for run in resumed:
        _say(f"resumed: {run}")
    if left:
        _say(f"{left} still under review; new requests wait for them.")
    else:
        _say("Nothing is under review.")
    return OK


async def _list(database: Database) -> int:
    mode, held = await database.run(restore.mode()), await database.run(restore.held_runs())
    for run in held:
        _say(f"{run.id}  {run.bot}  {run.user}  since {run.started_at:%Y-%m-%d %H:%M} UTC  waits for: {run.doing}")
    _say("Resume with: assent resume --after-restore [RUN...]" if mode or held else "Nothing is under review.")
    return OK


def _say(text: str) -> None:
    print(text)  # noqa: T201 - the answer of a command
