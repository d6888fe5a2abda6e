"""What programs were answered, by the keys that they gave to their requests: asked again, they get the same answer."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from engine.values import dump, to_micros
from storage import audit
from storage.transaction import Database, Sql, Transaction

KEPT = timedelta(days=1)
"""For how long a key is known."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request under a key: the first one of its kind `is_new`, and one that was never answered has no `answer`.

    `entry` is the newest row of the record at the time when it came first.
    """

    request: str
    entry: int
    is_new: bool
    answer: str | None = None


class StoredAnswers:
    """The answers of one database."""

    def __init__(self, database: Database) -> None:
        self._run = database.run

    async def ask(self, key: str, request: str, at: datetime) -> Asked:
        """Put a request down under its key, or answer what is known of that key."""
        return await self._run(_ask(key, request, at))

    async def answer(self, key: str, answer: str) -> str:
        """Keep what a request is answered; answers what is kept, which is the first one that was given."""
        return await self._run(_answer(key, answer))

    async def is_done(self, subject: str, via: str, after: int) -> bool:
        """Whether something was put on record about this subject by this way, behind that row."""
        return await self._run(_is_done(subject, via, after))


def _ask(key: str, request: str, at: datetime) -> Transaction[Asked]:
    yield Sql("DELETE FROM api_answer WHERE at <= ?", (to_micros(at - KEPT),))
    newest = yield from audit.head()
    added = yield Sql(
        "INSERT INTO api_answer (key, request, entry, at) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO NOTHING RETURNING 1",
        (key, request, newest.number, to_micros(at)),
    )
    if added:
        return Asked(request, newest.number, is_new=True)
    rows = yield Sql("SELECT request, entry, answer FROM api_answer WHERE key = ?", (key,))
    known, entry, answer = rows[0]
    return Asked(known, entry, is_new=False, answer=answer)


def _answer(key: str, answer: str) -> Transaction[str]:
    rows = yield Sql("UPDATE api_answer SET answer = COALESCE(answer, ?) WHERE key = ? RETURNING answer", (answer, key))
    return str(rows[0][0]) if rows else answer


def _is_done(subject: str, via: str, after: int) -> Transaction[bool]:
    rows = yield Sql(
        "SELECT 1 FROM audit WHERE id > ? AND subject = ? AND event LIKE 'handoff.%' AND detail LIKE ? LIMIT 1",
        (after, subject, f'%"via":{dump(via)}%'),
    )
    return bool(rows)
