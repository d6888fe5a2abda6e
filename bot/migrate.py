"""`assent migrate`: brings the database to this release's tables without starting anything else."""

import asyncio
from contextlib import nullcontext

from bot.faults import SettingsError
from bot.lock import AlreadyRunning, held
from bot.settings import Settings
from storage import opening
from storage.db import DatabaseRefused
from storage.opening import file_of


def migrate(settings: Settings) -> int:
    """Apply what is missing, after a copy of the file was made, and say what was done."""
    file = file_of(settings.database)
    try:
        with held(file) if file else nullcontext():
            applied = asyncio.run(opening.migrate(settings.database))
            where = opening.spoken(settings.database)
    except AlreadyRunning as other:
        raise SettingsError([f"{other}. Stop it first."]) from other
    except DatabaseRefused as refused:
        raise SettingsError([f"{refused.problem}. To mend it: {refused.fix}."]) from refused
    except OSError as error:
        raise SettingsError([f"The database cannot be used: {error}."]) from error
    done = ", ".join(applied) if applied else "nothing to do"
    print(f"{where}: {done}")  # noqa: T201 - the answer of a command
    return 0
