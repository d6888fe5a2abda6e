"""`assent backup`: copies the database beside a running Assent."""

import sys
from pathlib import Path

from bot.database import path_of, told
from bot.faults import SettingsError
from bot.settings import Settings
from storage import backup as copying

_INSTEAD = "For PostgreSQL use `pg_dump --format=custom --file=PATH URL`, which works beside a running Assent, too."


def backup(settings: Settings, target: Path) -> int:
    """Make the copy, then say how large it is and which head its record has."""
    source = path_of(settings, _INSTEAD)
    if target.is_dir():
        raise SettingsError([f"{target} is a folder. Name the file in it that is to be made."])
    with told():
        made = copying.backup(source, target, _progress if sys.stderr.isatty() else lambda done, of: None)
    size = f"{made.size / 1_000_000:.1f} MB" if made.size >= 100_000 else f"{made.size} bytes"
    print(f"{target}: {size}, {made.head.number} rows of record, head {made.head.hash}")  # noqa: T201
    return 0


def _progress(done: int, of: int) -> None:
    end = "\n" if done == of else ""
    print(f"\rCopying: {100 * done // max(of, 1)} %", end=end, file=sys.stderr, flush=True)  # noqa: T201
