"""What a start makes of the file it finds: this release's tables, or one sentence and nothing changed."""

import asyncio
import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tortoise import Tortoise
from tortoise.migrations.autodetector import MigrationAutodetector

from bot.cli import main
from storage import db
from storage.db import DatabaseRefused, known_migrations, migrate, opened, tortoise_config
from tests.fakes.house import configured, workflow

HELLO = workflow({"hi": {"type": "send_message", "message": "Hi"}}, ["t hi"])


async def test_the_chain_of_migrations_is_the_schema(tmp_path: Path) -> None:
    config = tortoise_config(tmp_path / "x.db")
    context = await Tortoise.init(config=config)
    assert context.apps
    writers = await MigrationAutodetector(context.apps, config["apps"]).changes()
    await context.close_connections()
    assert [writer.name for writer in writers] == [], "models changed without a migration"


async def test_a_migrated_database_equals_one_made_from_the_models(tmp_path: Path) -> None:
    await migrate(tmp_path / "migrated.db")
    await Tortoise.init(config=tortoise_config(tmp_path / "made.db"))
    await Tortoise.generate_schemas()
    await Tortoise.close_connections()
    migrated, made = shape(tmp_path / "migrated.db"), shape(tmp_path / "made.db")
    del migrated["tortoise_migrations"]
    assert migrated == made


def shape(path: Path) -> dict[str, object]:
    """Columns, foreign keys and the columns of every index, per table."""
    with closing(sqlite3.connect(path)) as connection:

        def ask(sql: str) -> list[tuple[object, ...]]:
            return connection.execute(sql).fetchall()

        def indexes(table: str) -> list[object]:
            found = [(name, unique) for _, name, unique, *_ in ask(f"PRAGMA index_list({table})")]
            return sorted((unique, *(column for *_, column in ask(f"PRAGMA index_info('{n}')"))) for n, unique in found)

        tables = [str(name) for (name,) in ask("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            table: (
                sorted((name, type_, null, default, pk) for _, name, type_, null, default, pk in
                       ask(f"PRAGMA table_info({table})")),
                sorted(key[2:] for key in ask(f"PRAGMA foreign_key_list({table})")),
                indexes(table),
            )
            for table in tables if not table.startswith("sqlite_")
        }  # fmt: skip


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    (tmp_path / "assent.db").touch()
    assert asyncio.run(migrate(tmp_path / "assent.db")) == known_migrations()
    assert asyncio.run(migrate(tmp_path / "assent.db")) == []
    assert not list(tmp_path.glob("assent.db.*"))


async def test_what_is_killed_half_way_has_changed_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def dies(config: object) -> None:
        with closing(sqlite3.connect(tmp_path / "assent.db.migrating")) as part, part:
            part.execute("CREATE TABLE run (id)")
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(db, "apply_migrations", dies)
        await migrate(tmp_path / "assent.db")
    assert not (tmp_path / "assent.db").exists()
    async with opened(tmp_path / "assent.db"):
        pass


def made_by_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO tortoise_migrations (app, name, applied_at) VALUES ('models', '0999_z', '')")


def half_done(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("DELETE FROM tortoise_migrations")
        connection.execute("DROP TABLE board")


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE songs (name)")


def scrambled(path: Path) -> None:
    content = bytearray(path.read_bytes())
    noise = random.Random(7)
    for page in range(1, len(content) // 4096):
        content[page * 4096 : page * 4096 + 64] = noise.randbytes(64)
    path.write_bytes(content)


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def no_database(path: Path) -> None:
    path.write_text("once upon a time " * 500)


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (made_by_newer, "was written by a newer Assent (0999_z). To mend it: run that release"),
        (half_done, "cannot be brought to this release"),
        (foreign, "is not a database of Assent"),
        (scrambled, "is damaged"),
        (cut, "is damaged"),
        (no_database, "is damaged"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_and_left_alone(
    tmp_path: Path, harm: Callable[[Path], None], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    config = configured(tmp_path, {"hello": HELLO})
    file = tmp_path / "assent.db"
    asyncio.run(migrate(file))
    harm(file)
    before = file.read_bytes()
    for command in (["run"], ["run", "--restored"], ["migrate"]):
        if harm in (scrambled, cut) and command == ["migrate"]:
            continue  # there is nothing to migrate, so it does not look
        assert main([*command, "--config", str(config)]) == 2
        told = capsys.readouterr().err.strip().splitlines()
        assert len(told) == 1 and said in told[0], told
        assert file.read_bytes() == before


async def test_a_sound_database_is_opened(tmp_path: Path) -> None:
    async with opened(tmp_path / "assent.db"):
        pass
    async with opened(tmp_path / "assent.db") as again:
        assert again.path.exists()


async def test_references_are_checked_before_a_migration_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await migrate(tmp_path / "assent.db")
    with closing(sqlite3.connect(tmp_path / "assent.db")) as connection, connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("INSERT INTO message (conversation_id, at, author, words) VALUES (99, 1, 'bot', '')")

    async def nothing(config: object) -> None:
        return None

    monkeypatch.setattr(db, "known_migrations", lambda: ["0001_initial", "0002_next"])
    monkeypatch.setattr(db, "apply_migrations", nothing)
    before = (tmp_path / "assent.db").read_bytes()
    with pytest.raises(DatabaseRefused, match="lost 1 references"):
        await migrate(tmp_path / "assent.db")
    assert (tmp_path / "assent.db").read_bytes() == before
