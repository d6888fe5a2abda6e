"""`assent backup` copies one moment of a database that is being written to; the copy is complete or not there."""

import asyncio
import re
import sqlite3
import threading
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli import main
from engine.step import AuditEntry
from storage import audit, backup
from storage.db import Database, existing, opened
from storage.verify import verify

AT = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
async def database(file: Path) -> AsyncIterator[Database]:
    """A database with some thousand pages."""
    async with opened(file) as made:
        for _ in range(40):
            await made.run(audit.add([AuditEntry("x", "y", "z", AT, {"d": "d" * 3000}) for _ in range(50)]))
        yield made


async def test_a_backup_beside_writers_is_one_moment(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "PAGES", 16)
    looks: list[int] = []
    stopped, written = threading.Event(), 0

    def copy() -> backup.Backup:
        try:
            return backup.backup(database.path, tmp_path / "copy.db", lambda done, of: looks.append(done))
        finally:
            stopped.set()

    copying = asyncio.create_task(asyncio.to_thread(copy))
    while not stopped.is_set():
        await database.run(audit.add([AuditEntry("x", "y", "z", AT)]))
        written += 1
    made = await copying
    assert written > 1 and looks == sorted(looks) and len(looks) > 20, "it began anew for each writer"
    assert 2000 <= made.head.number < 2000 + written
    assert made.size == (tmp_path / "copy.db").stat().st_size
    async with existing(tmp_path / "copy.db") as copied:
        assert await verify(copied, made.head.hash) == made.head
    assert await verify(database, made.head.hash)


def test_the_command_tells_size_and_head(
    file: Path, database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", "copy.db"]) == 0
    said = capsys.readouterr().out
    assert re.fullmatch(r"copy.db: \d+\.\d MB, 2000 rows of record, head [0-9a-f]{64}\n", said)
    assert main(["audit", "verify", "--head", said.split()[-1]]) == 0
    assert sorted(path.name for path in tmp_path.glob("*copy*")) == ["copy.db"]
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_backup_never_overwrites(file: Path, database: Database, capsys: pytest.CaptureFixture[str]) -> None:
    Path("copy.db").write_text("mine")
    assert main(["backup", "copy.db"]) == 2
    assert main(["backup", "."]) == 2
    assert "never overwrites" in capsys.readouterr().err
    assert Path("copy.db").read_text() == "mine"


def test_a_backup_that_fails_leaves_nothing(
    file: Path, database: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(done: int, of: int) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("bot.backup._progress", full)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert main(["backup", "copy.db"]) == 2
    assert "make room on its disk" in capsys.readouterr().err
    assert main(["backup", "nowhere/copy.db"]) == 2
    assert not list(Path().glob("*copy*")) and not list(Path().glob(".copy*"))


@pytest.mark.parametrize("content", [None, b"", b"SQLite format 3\x00" + b"\x07" * 5000, b"hello " * 1000])
def test_what_is_no_database_is_not_backed_up(file: Path, content: bytes | None) -> None:
    if content is not None:
        file.write_bytes(content)
    assert main(["backup", "copy.db"]) == 2
    assert not Path("copy.db").exists()
