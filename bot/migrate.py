"""`assent migrate`: brings the database to this release's tables without starting anything else."""

import asyncio
from pathlib import Path

from bot.faults import SettingsError
from bot.lock import AlreadyRunning, held
from bot.settings import Settings
from storage import db


def migrate(settings: Settings) -> int:
    """Apply what is missing, after a copy of the file was made, and say what was done."""
    path = db.sqlite_path(settings.database, Path.cwd())
    try:
        with held(path):
            applied = asyncio.run(db.migrate(path))
    except AlreadyRunning as other:
        raise SettingsError([f"{other}. Stop it first."]) from other
    except db.DatabaseRefused as refused:
        raise SettingsError([f"{refused.problem}. To mend it: {refused.fix}."]) from refused
    except OSError as error:
        raise SettingsError([f"{path} cannot be used: {error.strerror}."]) from error
    done = ", ".join(applied) if applied else "nothing to do"
    print(f"{path}: {done}")  # noqa: T201 - the answer of a command
    return 0
