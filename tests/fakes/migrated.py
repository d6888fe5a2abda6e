"""A database with this release's tables, made once and copied: bringing a new file up takes a second each time."""

import asyncio
import concurrent.futures
import functools
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from storage import db

_real = db.apply_migrations


@functools.cache
def template() -> Path:
    """The file to copy; it is named by its migrations, and whoever needs it first makes it for all processes."""
    migrations = sorted((Path(db.__file__).parent / "migrations").glob("*.py"))
    digest = hashlib.sha256(b"\n".join(file.read_bytes() for file in migrations)).hexdigest()[:16]
    folder = Path(tempfile.gettempdir()) / f"assent-tests-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    made = folder / f"migrated-{digest}.db"
    if not made.exists():
        with tempfile.TemporaryDirectory(dir=folder) as new:
            file = Path(new) / "new.db"
            config = db.tortoise_config(file, foreign_keys="OFF", journal_mode="DELETE")
            with concurrent.futures.ThreadPoolExecutor(1) as other:  # a loop may run in this thread already
                other.submit(lambda: asyncio.run(_made(config))).result()
            file.replace(made)
    return made


def put(file: Path) -> None:
    """Put such a database where a process will look for its own, unless there is one."""
    if not db.is_there(file):
        shutil.copyfile(template(), file)


async def _made(config: dict[str, Any]) -> None:
    await _real(config=config)
    await db.Tortoise.close_connections()


async def _copied(**options: Any) -> None:
    """The first migration of a new file by copying, everything else as it is."""
    file = Path(options["config"]["connections"]["default"]["credentials"]["file_path"])
    if db.is_there(file):
        await _real(**options)
    else:
        shutil.copyfile(template(), file)


@pytest.fixture(scope="session", autouse=True)
def quick_migrations() -> Iterator[None]:
    """New files are copies in this process; `tests/migrations` has the real thing."""
    template()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(db, "apply_migrations", _copied)
        yield
