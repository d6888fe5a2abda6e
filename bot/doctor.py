"""`assent doctor`: looks at everything that the configuration names, beside a running Assent or without one.

It hears nothing and changes nothing: no update of Telegram is taken, the database is only read.
"""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

from bot import checkup, platforms
from bot.clock import SystemClock
from bot.i18n import Locales
from bot.people import People
from bot.settings import Settings
from bot.standing import Origins, standings
from bot.tools import McpTools
from bot.workflows import examine
from channels.base import Finding
from engine.ids import BotId
from storage import restore
from storage.bindings import Bound, StoredBindings
from storage.db import DatabaseRefused, is_there
from storage.notes import StoredNotes
from storage.opening import file_of, looked_at, spoken
from storage.transaction import Database
from storage.trouble import Trouble

OK, NO = 0, 1
WELL, ADVICE, ILL = "ok      ", "advice  ", "problem "
PATIENCE = 15.0
"""Seconds until a tool server counts as one that does not answer."""


@dataclass
class Memory:
    """`channels.base.Notes` that are read from the database, if there is one, and written nowhere."""

    database: Database | None = None
    written: dict[str, str] = field(default_factory=dict)

    async def note(self, name: str) -> str:
        """The text kept under a name, or ""."""
        if name in self.written or self.database is None:
            return self.written.get(name, "")
        return await StoredNotes(self.database).note(name)

    async def last_heard(self, channel: str, account: str, most: int) -> Mapping[str, str]:
        """Nothing: who only looks does not listen."""
        return {}

    async def keep_note(self, name: str, text: str) -> None:
        """Remember a text for as long as this looks."""
        self.written[name] = text


def doctor(settings: Settings) -> int:
    """Print a line for each part; answers the exit code."""
    return asyncio.run(_look(settings))


async def _look(settings: Settings) -> int:
    async with AsyncExitStack() as stack:
        database, found = await _database(settings, stack)
        bound = await StoredBindings(database).bound() if database else ()
        stand = list(standings(settings, bound))
        places = list(dict.fromkeys(one.place for one in stand))
        channels = platforms.to_check_up(settings, Memory(database))
        found += checkup.workflows(
            {BotId(bot): examine(settings, _tools(settings), BotId(bot)) for bot in settings.bots}
        )
        looks: Any = await asyncio.gather(_servers(settings), checkup.channels(channels, places))
    findings = [Finding("configuration"), *found, *(one for some in looks for one in some)]
    for line in _lines(settings, bound, findings):
        print(line)  # noqa: T201 - the answer of a command
    return NO if any(finding.problem and not finding.is_minor for finding in findings) else OK


def _lines(settings: Settings, bound: Sequence[Bound], findings: Sequence[Finding]) -> Sequence[str]:
    locales = Locales(settings.default_locale)
    origins = Origins(People(settings, lambda: bound), locales, SystemClock())
    words = checkup.Spoken(locales, origins, standings(settings, bound))
    return [words.line(one, locales.default, WELL, ADVICE if one.is_minor else ILL) for one in findings]


async def _database(settings: Settings, stack: AsyncExitStack) -> tuple[Database | None, list[Finding]]:
    """The database, if it can be read, and what is to be said of it; one that `assent run` will make is fine."""
    file = file_of(settings.database)
    if file and not is_there(file):
        return None, [Finding(f"database {file}")]
    try:
        database = await stack.enter_async_context(looked_at(settings.database))
        return database, [Finding(f"database {spoken(settings.database)}"), *await _held(database)]
    except (DatabaseRefused, Trouble, OSError) as error:
        fix = error.fix if isinstance(error, DatabaseRefused) else ""
        what = error.problem if isinstance(error, DatabaseRefused) else str(error)
        return None, [Finding("database", "doctor-database", {"detail": what, "fix": fix})]


async def _held(database: Database) -> Sequence[Finding]:
    if not await database.run(restore.mode()):
        return ()
    held = await database.run(restore.held_runs())
    return [Finding("database", "doctor-restored", {"number": str(len(held))})]


def _tools(settings: Settings) -> McpTools:
    return McpTools(settings.servers())


async def _servers(settings: Settings) -> Sequence[Finding]:
    async with _tools(settings) as tools:
        return list(checkup.servers(await tools.met(PATIENCE), checkup.declared(settings)))
