"""The record is chained: whatever is done to a row behind the program's back is found, and named."""

import asyncio
import csv
import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli import main
from bot.clock import SystemClock
from engine.handoff import AlreadyDecided
from engine.step import AuditEntry
from storage import audit
from storage.db import Database, opened
from storage.store import SqlStore
from storage.verify import ChainBroken, verify
from tests.fakes.written import WORKFLOW, asking, deciding, heard

AT = datetime(2026, 11, 1, 12, 0, 0, 123456, tzinfo=UTC)


def entry(number: int, actor: str = "play:ana") -> AuditEntry:
    return AuditEntry("handoff.approved", f"h{number}", actor, AT, {"reason": f'said "ja", {number}'})


@pytest.fixture
async def database(file: Path) -> AsyncIterator[Database]:
    """A database with six facts, written in three transactions."""
    async with opened(file) as made:
        for first in (1, 3, 5):
            await made.run(audit.add([entry(first), entry(first + 1)]))
        yield made


def tampered(database: Database, sql: str) -> None:
    with closing(sqlite3.connect(database.path)) as connection, connection:
        connection.execute(sql)


async def test_a_whole_record_answers_its_head(database: Database) -> None:
    head = await verify(database)
    assert (head.number, len(head.hash)) == (6, 64)
    remembered = (await verify(database)).hash
    await database.run(audit.add([entry(7)]))
    assert (await verify(database, remembered)).number == 7


async def test_an_empty_record_is_whole(file: Path) -> None:
    async with opened(file) as database:
        assert await verify(database) == audit.GENESIS


async def test_a_refusal_is_chained_too(database: Database) -> None:
    await SqlStore(database, SystemClock()).audit(entry(7))
    assert (await verify(database)).number == 7


async def test_many_writers_make_one_chain(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "PAGE", 50)
    await asyncio.gather(*(database.run(audit.add([entry(n)])) for n in range(300)))
    assert (await verify(database)).number == 306


async def test_a_transaction_that_fails_leaves_no_gap(database: Database) -> None:
    def fails() -> audit.Transaction[None]:
        yield from audit.add([entry(7)])
        raise ValueError

    with pytest.raises(ValueError):
        await database.run(fails())
    await database.run(audit.add([entry(8)]))
    assert (await verify(database)).number == 7


async def test_a_decision_that_comes_too_late_is_not_recorded(database: Database) -> None:
    store = SqlStore(database, SystemClock())
    await store.keep_workflow(WORKFLOW, "refund", "{}")
    conversation = await store.record_inbound(heard(1))
    assert conversation is not None
    await store.commit_step(asking("a", conversation))
    await store.record_decision(deciding("a", conversation, "ana"))
    before = await verify(database)
    with pytest.raises(AlreadyDecided):
        await store.record_decision(deciding("a", conversation, "ben"))
    assert await verify(database) == before


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("UPDATE audit SET actor = 'play:otto' WHERE id = 3", "Row 3 "),
        ("UPDATE audit SET at = at + 1 WHERE id = 1", "Row 1 "),
        ("UPDATE audit SET detail = '{}' WHERE id = 6", "Row 6 "),
        ("UPDATE audit SET actor = actor || 'h', event = substr(event, 2) WHERE id = 2", "Row 2 "),
        ("UPDATE audit SET hash = replace(hash, 'a', 'b') WHERE id = 4", "Row 4 "),
        ("DELETE FROM audit WHERE id = 1", "Row 1 is missing"),
        ("DELETE FROM audit WHERE id IN (3, 4)", "Rows 3 to 4 are missing"),
        ("DELETE FROM audit WHERE id >= 5", "Rows 5 to 6 are missing: the end was cut off"),
        ("DELETE FROM audit", "Rows 1 to 6 are missing"),
        ("UPDATE audit SET id = CASE id WHEN 2 THEN -3 ELSE -2 END WHERE id IN (2, 3)", "Rows 2 to 3 are missing"),
        ("UPDATE audit SET id = id + 1 WHERE id = 6", "Row 6 is missing"),
        ("INSERT INTO audit SELECT 7, at, actor, event, subject, detail, hash FROM audit WHERE id = 6", "Row 7 "),
        ("DELETE FROM instance WHERE name = 'audit_head'", "Row 0 is not the end"),
    ],
)
async def test_whatever_is_done_to_a_row_is_named(database: Database, sql: str, named: str) -> None:
    tampered(database, sql)
    with pytest.raises(ChainBroken, match=named):
        await verify(database)


async def test_a_row_that_was_rewritten_with_its_hash_is_found_at_the_next_one(database: Database) -> None:
    previous, row = await database.run(audit.row(2)), await database.run(audit.row(3))
    assert previous and row
    forged = audit.chained(previous.hash, row.number, row.at, "play:otto", row.event, row.subject, row.detail)
    tampered(database, f"UPDATE audit SET actor = 'play:otto', hash = '{forged}' WHERE id = 3")
    with pytest.raises(ChainBroken, match="Row 4 "):
        await verify(database)


async def test_rows_that_changed_places_are_found(database: Database) -> None:
    for sql in ("id = 99 WHERE id = 2", "id = 2 WHERE id = 3", "id = 3 WHERE id = 99"):
        tampered(database, f"UPDATE audit SET {sql}")
    with pytest.raises(ChainBroken, match="Row 2 "):
        await verify(database)


async def test_a_remembered_head_shows_an_end_cut_off_with_its_trace(database: Database) -> None:
    remembered = (await verify(database)).hash
    row = await database.run(audit.row(4))
    assert row
    tampered(database, "DELETE FROM audit WHERE id > 4")
    tampered(database, f"UPDATE instance SET value = '4 {row.hash}' WHERE name = 'audit_head'")
    assert (await verify(database)).number == 4
    with pytest.raises(ChainBroken, match="remembered head"):
        await verify(database, remembered)


def test_the_command_answers_with_its_exit_code(
    file: Path, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    head = asyncio.run(_head(file))
    assert main(["audit", "verify", "--head", head.hash]) == 0
    assert f"whole: 6 rows, head {head.hash}" in capsys.readouterr().out
    assert main(["audit", "verify", "--head", "a" * 64]) == 1
    assert main(["audit", "verify", "--head", "abc"]) == 2
    tampered(database, "UPDATE audit SET subject = 'h9' WHERE id = 5")
    capsys.readouterr()
    assert main(["audit", "verify"]) == 1
    assert capsys.readouterr().out.startswith("Row 5 (handoff.approved of 2026-11-01T12:00:00+00:00) is not")


def test_a_database_that_is_not_there_is_not_made(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "verify"]) == 2
    assert "assent.db does not exist" in capsys.readouterr().err
    assert not file.exists()


def test_the_export_can_be_verified_by_others(
    file: Path, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", "export"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["number"] for row in rows] == [1, 2, 3, 4, 5, 6]
    assert rows[0]["at"] == "2026-11-01T12:00:00.123456+00:00"
    assert rows[-1]["hash"] == asyncio.run(_head(file)).hash
    assert rows[2]["detail"] == {"reason": 'said "ja", 3'}


def test_the_csv_has_no_formulas(file: Path, database: Database, capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(_add(file, [entry(7, actor='=HYPERLINK("http://x")'), entry(8, actor="@SUM(A1)")]))
    assert main(["audit", "export", "--format", "csv"]) == 0
    rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert [row["actor"] for row in rows[-2:]] == ['\'=HYPERLINK("http://x")', "'@SUM(A1)"]
    assert rows[0]["detail"] == '{"reason":"said \\"ja\\", 1"}'


@pytest.mark.parametrize(
    ("since", "rows"), [("2026-11-01", 6), ("2026-11-01T12:00:00.123456Z", 6), ("2026-11-01T14:00:01+02:00", 0)]
)
def test_the_export_begins_where_it_is_told(
    database: Database, capsys: pytest.CaptureFixture[str], since: str, rows: int
) -> None:
    assert main(["audit", "export", "--since", since]) == 0
    assert len(capsys.readouterr().out.splitlines()) == rows


@pytest.mark.parametrize("arguments", [["--since", "yesterday"], ["--format", "xml"]])
def test_a_wrong_wish_is_told(database: Database, arguments: list[str]) -> None:
    assert main(["audit", "export", *arguments]) == 2


async def _head(file: Path) -> audit.Head:
    async with opened(file) as database:
        return await verify(database)


async def _add(file: Path, entries: list[AuditEntry]) -> None:
    async with opened(file) as database:
        await database.run(audit.add(entries))
