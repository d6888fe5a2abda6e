"""What cannot be served is refused with one sentence and exit code 2, and no file is changed."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.demo import in_folder
from bot.lock import held
from bot.settings import EXAMPLE
from bot.settings_sections import CHECKOUT
from storage.db import migrate

WITHIN = 30.0
USAGE = 2


def refused(folder: Path, **environ: str) -> str:
    """Start Assent on a folder's files; answers the sentence with which it refuses."""
    settings = {**in_folder(folder), "ASSENT_WEB__PORT": "0", **environ}
    done = subprocess.run(
        [sys.executable, "-m", "bot", "run", "--config", str(EXAMPLE)],
        cwd=CHECKOUT, env={**os.environ, **settings}, capture_output=True, text=True, timeout=WITHIN, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (USAGE, ""), done.stderr
    *logged, sentence = done.stderr.splitlines()
    assert all("[info " in line for line in logged), logged
    assert sentence.startswith("assent: ")
    assert sentence.endswith(".")
    return sentence


def files(folder: Path) -> dict[str, bytes]:
    """Everything in a folder but the lock and what SQLite itself keeps beside an open file."""
    left_out = (".lock", "-shm", "-wal")
    return {file.name: file.read_bytes() for file in folder.iterdir() if not file.name.endswith(left_out)}


@pytest.fixture
async def database(tmp_path: Path) -> Path:
    """A database of this release."""
    await migrate(tmp_path / "assent.db")
    return tmp_path / "assent.db"


def test_a_second_process_on_the_same_database(database: Path) -> None:
    before = files(database.parent)
    with held(database):
        assert f"in use by another Assent (process {os.getpid()})" in refused(database.parent)
    assert files(database.parent) == before


def test_a_port_in_use(database: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert f"Port {port} on 127.0.0.1 is in use" in refused(database.parent, ASSENT_WEB__PORT=str(port))


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    refused(tmp_path, ASSENT_DATABASE=f"sqlite://{tmp_path / 'file' / 'assent.db'}")
    assert (tmp_path / "file").read_text() == "not a folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    refused(tmp_path, ASSENT_DATABASE=f"sqlite://{folder / 'assent.db'}")


@pytest.fixture(params=["wal", "delete"])
def locked(database: Path, request: pytest.FixtureRequest) -> Iterator[sqlite3.Connection]:
    """A database that another program writes to and does not let go; to read it here would give the lock away."""
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute(f"PRAGMA journal_mode = {request.param}")
        other.execute("BEGIN EXCLUSIVE")
        yield other


def test_a_database_that_another_program_holds(locked: sqlite3.Connection, tmp_path: Path) -> None:
    assert "locked by another program" in refused(tmp_path)
    assert locked.execute("SELECT COUNT(*) FROM instance").fetchall() == [(0,)]


@pytest.mark.parametrize("damage", ["no database", "torn", "flipped"])
def test_a_damaged_database(database: Path, damage: str) -> None:
    content = bytearray(database.read_bytes())
    match damage:
        case "no database":
            content = bytearray(b"Dear diary, today I was opened by mistake. " * 500)
        case "torn":
            del content[len(content) // 2 :]
        case "flipped":
            for place in range(4096, len(content), 512):
                content[place] ^= 0xFF
    database.write_bytes(content)
    before = files(database.parent)
    assert "damaged" in refused(database.parent)
    assert files(database.parent) == before


def test_a_database_of_another_program(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "assent.db")) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    before = files(tmp_path)
    assert "not a database of Assent" in refused(tmp_path)
    assert files(tmp_path) == before


def test_a_database_of_a_newer_release(database: Path) -> None:
    with closing(sqlite3.connect(database)) as future:
        future.execute(
            "INSERT INTO tortoise_migrations (app, name, applied_at) VALUES ('models', '9999_future', '2030-01-01')"
        )
        future.commit()
    before = files(database.parent)
    assert "newer Assent (9999_future)" in refused(database.parent)
    assert files(database.parent) == before


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    """What a failed first start may leave is no reason to refuse: the port is, here."""
    (tmp_path / "assent.db").touch()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert "in use" in refused(tmp_path, ASSENT_WEB__PORT=str(taken.getsockname()[1]))
    shutil.rmtree(tmp_path)
