"""What reviewers say to each other about a request. No customer ever reads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from engine.ids import HandoffId, RunId
from engine.step import AuditEntry
from engine.values import from_micros, to_micros
from storage import audit
from storage.audit import Head
from storage.generation import Generation
from storage.transaction import Database, Sql, Transaction

COMMENTED = "handoff.commented"
LISTED = 500
"""How many comments of one request are listed; the newest."""
_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody said, by the name that they had then."""

    handoff: HandoffId
    person: str
    name: str
    at: datetime
    words: str


class StoredComments:
    """The comments of one database."""

    def __init__(self, database: Database, generation: Generation | None = None) -> None:
        self._run = database.run
        self._generation = generation

    async def add(self, key: str, comment: Comment, who: str) -> bool:
        """Keep a comment once per key, with its row of the record; False if it was there already."""
        new, head = await self._run(_add(key, comment, who))
        if head and self._generation:
            self._generation.reached(head)
        return new

    async def of(self, handoff: HandoffId) -> Sequence[Comment]:
        """The comments of a request, the oldest first."""
        return await self._run(_of(handoff))


def _add(key: str, comment: Comment, who: str) -> Transaction[tuple[bool, Head | None]]:
    number = int(sha256(f"{comment.handoff}\n{comment.person}\n{key}".encode()).hexdigest()[:_DIGITS], 16)
    rows = yield Sql(
        "INSERT INTO comment (id, handoff_id, person, name, at, words) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO NOTHING RETURNING 1",
        (number, comment.handoff, comment.person, comment.name, to_micros(comment.at), comment.words),
    )
    if not rows:
        return False, None
    return True, (yield from audit.add([AuditEntry(COMMENTED, comment.handoff, who, comment.at)]))


def _of(handoff: HandoffId) -> Transaction[Sequence[Comment]]:
    rows = yield Sql(
        "SELECT person, name, at, words FROM comment WHERE handoff_id = ? ORDER BY at DESC, id DESC LIMIT ?",
        (handoff, LISTED),
    )
    return [Comment(handoff, person, name, from_micros(at), words) for person, name, at, words in reversed(rows)]


def erase(run: RunId) -> Transaction[None]:
    """Drop what was said about the requests of a run, for it may tell of the customer."""
    yield Sql("DELETE FROM comment WHERE handoff_id IN (SELECT id FROM handoff WHERE run_id = ?)", (run,))
