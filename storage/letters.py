"""What could not be delivered: effects that were given up, those that are tried again and again, and one more try."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from engine.step import AuditEntry
from engine.values import from_micros, to_micros
from storage import audit
from storage.audit import Head
from storage.generation import Generation
from storage.outbox import DEAD, NEW
from storage.transaction import Database, Rows, Sql, Transaction

REPEATABLE = ("card", "edit", "status", "restatus")
"""Kinds of which all that a new try needs is left: they are worded anew, by how their request stands then."""
_COLUMNS = "id, key, lane, kind, attempts, due_at, detail"
_OF_REPEATABLE = f"kind IN ({', '.join(repr(kind) for kind in REPEATABLE)}) AND payload <> '{{}}'"


@dataclass(frozen=True, slots=True)
class Letter:
    """An effect that was not delivered (yet); `run` and `ordered_at` are told where a run has ordered it."""

    id: int
    key: str
    lane: str
    kind: str
    attempts: int
    due_at: datetime | None
    detail: str
    repeatable: bool
    run: str
    ordered_at: datetime | None


class StoredLetters:
    """The undelivered effects of one database; only `retry` changes anything."""

    def __init__(self, database: Database, generation: Generation | None = None) -> None:
        self._run = database.run
        self._generation = generation

    async def dead(self, limit: int, before: int | None = None) -> Sequence[Letter]:
        """Effects that were given up, the newest first, those with a smaller number."""
        return await self._run(_dead(limit, before))

    async def letter(self, number: int) -> Letter | None:
        """One effect that was given up; None if there is none, or not any more."""
        return await self._run(_letter(number))

    async def troubled(self, limit: int) -> Sequence[Letter]:
        """Effects that failed and are tried again, the oldest first."""
        return await self._run(_troubled(limit))

    async def retry(self, number: int, who: str, at: datetime) -> bool:
        """Have an effect that was given up tried again from the start, on record; False if it cannot be, or was."""
        done, head = await self._run(_retry(number, who, at))
        if head and self._generation:
            self._generation.reached(head)
        return done


def _dead(limit: int, before: int | None) -> Transaction[Sequence[Letter]]:
    narrowed, values = ("AND id < ? ", (before,)) if before is not None else ("", ())
    rows = yield Sql(
        f"SELECT {_COLUMNS}, {_OF_REPEATABLE} FROM effect WHERE state = ? {narrowed}ORDER BY id DESC LIMIT ?",
        (DEAD, *values, limit),
    )
    return (yield from _letters(rows))


def _letter(number: int) -> Transaction[Letter | None]:
    rows = yield Sql(f"SELECT {_COLUMNS}, {_OF_REPEATABLE} FROM effect WHERE id = ? AND state = ?", (number, DEAD))
    found = yield from _letters(rows)
    return found[0] if found else None


def _troubled(limit: int) -> Transaction[Sequence[Letter]]:
    rows = yield Sql(
        f"SELECT {_COLUMNS}, {_OF_REPEATABLE} FROM effect "
        "WHERE state = ? AND attempts > 0 AND detail IS NOT NULL ORDER BY id LIMIT ?",
        (NEW, limit),
    )
    return (yield from _letters(rows))


def _letters(rows: Rows) -> Transaction[Sequence[Letter]]:
    found = []
    for number, key, lane, kind, attempts, due, detail, repeatable in rows:
        run, at = yield from _ordered(key)
        due_at = None if due is None else from_micros(due)
        found.append(Letter(number, key, lane, kind, attempts, due_at, detail or "", bool(repeatable), run, at))
    return found


def _ordered(key: str) -> Transaction[tuple[str, datetime | None]]:
    """The run that ordered an effect, and when: a key begins with both; ("", None) for any other effect."""
    run, _, rest = key.partition(".")
    version = rest.partition(".")[0]
    if not version.isascii() or not version.isdecimal() or len(version) > 18:
        return "", None
    rows = yield Sql(
        "SELECT r.id, s.at FROM run r LEFT JOIN step s ON s.run_id = r.id AND s.version = ? WHERE r.id = ?",
        (int(version), run),
    )
    return (rows[0][0], None if rows[0][1] is None else from_micros(rows[0][1])) if rows else ("", None)


def _retry(number: int, who: str, at: datetime) -> Transaction[tuple[bool, Head | None]]:
    rows = yield Sql(
        "UPDATE effect SET state = ?, attempts = 0, due_at = ?, lease_until = NULL, detail = NULL "
        f"WHERE id = ? AND state = ? AND {_OF_REPEATABLE} RETURNING key, lane, kind",
        (NEW, to_micros(at), number, DEAD),
    )
    entries = [AuditEntry("effect.retried", key, who, at, {"place": lane, "kind": kind}) for key, lane, kind in rows]
    return bool(rows), (yield from audit.add(entries))
