"""The database for commands beside a running Assent: what is wrong with it becomes one sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.faults import SettingsError
from bot.lock import AlreadyRunning
from bot.settings import Settings
from storage import db


def path_of(settings: Settings, instead: str = "") -> Path:
    """The configured SQLite file; raises SettingsError for another database, with what to use `instead`."""
    if not settings.database.startswith("sqlite://"):
        raise SettingsError([f"This command is for SQLite. {instead}".rstrip()])
    return db.sqlite_path(settings.database, Path.cwd())


@contextmanager
def told() -> Iterator[None]:
    """Turn trouble with the database into a SettingsError."""
    try:
        yield
    except AlreadyRunning as other:
        raise SettingsError([f"{other}. Stop it first."]) from other
    except db.DatabaseRefused as refused:
        raise SettingsError([f"{refused.problem}. To mend it: {refused.fix}."]) from refused
    except BrokenPipeError:
        raise
    except OSError as error:
        raise SettingsError([f"{error.filename or 'The database'} cannot be used: {error.strerror}."]) from error
