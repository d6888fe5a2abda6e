"""The record: rows numbered without a gap, each holding the hash of the row before it and of itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple

from engine.step import AuditEntry
from engine.values import dump, from_micros, parse, to_micros
from storage.transaction import Sql, Transaction, insert

HEAD = "audit_head"
"""The name in `instance` under which the newest row's number and hash stand."""
PAGE = 2000
"""How many rows are read at once."""


class Head(NamedTuple):
    """The newest row of the record: its number and its hash."""

    number: int
    hash: str

    @classmethod
    def read(cls, text: str) -> "Head":
        """The inverse of `str`; raises ValueError."""
        number, _, digest = text.strip().partition(" ")
        return cls(int(number), digest)

    def __str__(self) -> str:
        return f"{self.number} {self.hash}"


GENESIS = Head(0, "0" * 64)
"""What the first row follows."""


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One fact as it was written; `detail` is JSON and `at` microseconds since 1970 UTC."""

    number: int
    at: int
    actor: str
    event: str
    subject: str
    detail: str
    hash: str

    def follows(self, previous: str) -> bool:
        """Whether this row's hash is the one of its content behind the row of that hash."""
        return self.hash == chained(previous, self.number, self.at, self.actor, self.event, self.subject, self.detail)

    @property
    def moment(self) -> datetime:
        """When it happened."""
        return from_micros(self.at)

    def as_json(self) -> dict[str, Any]:
        """The row for a line of JSON; `at` has all its digits, so that the hash can be computed again."""
        at = self.moment.isoformat(timespec="microseconds")
        return {
            "number": self.number, "at": at, "actor": self.actor, "event": self.event, "subject": self.subject,
            "detail": _parsed(self.detail), "hash": self.hash,
        }  # fmt: skip


def _parsed(detail: str) -> Any:
    """The detail of a row; its text if it is no JSON any more, since somebody has changed it."""
    try:
        return parse(detail)
    except ValueError:
        return detail


def chained(previous: str, number: int, at: int, actor: str, event: str, subject: str, detail: str) -> str:
    """SHA-256 over the previous hash and a row's columns; their lengths are in it, so that no two rows look alike."""
    lengths = f"{number}:{at}:{len(actor)}:{len(event)}:{len(subject)}"
    return sha256(f"{previous}:{lengths}:{actor}{event}{subject}{detail}".encode()).hexdigest()


_COLUMNS = "id, at, actor, event, subject, detail, hash"
_LOCKED_HEAD = Sql("UPDATE instance SET value = value WHERE name = ? RETURNING value", (HEAD,))


def add(entries: Sequence[AuditEntry]) -> Transaction[Head | None]:
    """Add facts to the record, last of all in their transaction; answers the new head, None without entries.

    Reading the head locks its row until the commit, so that two processes never continue the chain at the same place;
    since it is locked last, nobody who holds it waits for anybody.
    """
    if not entries:
        return None
    rows = yield _LOCKED_HEAD
    if not rows:
        yield Sql(
            "INSERT INTO instance (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING", (HEAD, str(GENESIS))
        )
        rows = yield _LOCKED_HEAD
    head = Head.read(rows[0][0])
    written = list(_continued(head, entries))
    yield insert("audit", _COLUMNS, *written)
    head = Head(written[-1][0], written[-1][-1])
    yield Sql("UPDATE instance SET value = ? WHERE name = ?", (str(head), HEAD))
    return head


def _continued(head: Head, entries: Sequence[AuditEntry]) -> Iterator[tuple[Any, ...]]:
    number, previous = head
    for entry in entries:
        number += 1
        content = (number, to_micros(entry.at), entry.actor, entry.event, entry.subject, dump(entry.detail))
        previous = chained(previous, *content)
        yield (*content, previous)


def head() -> Transaction[Head]:
    """The newest row's number and hash as the instance remembers them."""
    rows = yield Sql("SELECT value FROM instance WHERE name = ?", (HEAD,))
    return Head.read(rows[0][0]) if rows else GENESIS


def row(number: int) -> Transaction[AuditRow | None]:
    """One row of the record."""
    rows = yield Sql(f"SELECT {_COLUMNS} FROM audit WHERE id = ?", (number,))
    return AuditRow(*rows[0]) if rows else None


def page(after: int, since: int = 0) -> Transaction[tuple[Head, list[AuditRow]]]:
    """The rows behind that number and not older than that moment; the head is read first: it is never too new."""
    newest = yield from head()
    rows = yield Sql(f"SELECT {_COLUMNS} FROM audit WHERE id > ? AND at >= ? ORDER BY id LIMIT ?", (after, since, PAGE))
    return newest, [AuditRow(*each) for each in rows]
