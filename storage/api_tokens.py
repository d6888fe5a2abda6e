"""Keys of programs, by their digests: each acts for one person, until it ends or is taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from engine.step import AuditEntry
from engine.values import from_micros, to_micros
from storage import audit
from storage.audit import Head
from storage.generation import Generation
from storage.transaction import Database, Sql, Transaction

TOUCHED_EVERY = timedelta(minutes=1)
"""How exactly it is known when a key was used last."""
MOST = 50
"""How many keys somebody may have at once."""
_COLUMNS = "id, digest, name, person, scopes, at, expires_at, used_at, ended_at"
_LIVING = "ended_at IS NULL AND (expires_at IS NULL OR expires_at > ?)"

AnswerT = TypeVar("AnswerT")


@dataclass(frozen=True, slots=True)
class ApiToken:
    """A key of a program; without `expires_at` it ends only when it is taken back."""

    id: str
    digest: str
    name: str
    person: str
    scopes: tuple[str, ...]
    at: datetime
    expires_at: datetime | None = None
    used_at: datetime | None = None
    ended_at: datetime | None = None


class StoredTokens:
    """The keys of one database; each change is one transaction, with its row of the record."""

    def __init__(self, database: Database, generation: Generation | None = None) -> None:
        self._run = database.run
        self._generation = generation

    async def add(self, token: ApiToken, who: str) -> bool:
        """Keep a new key; False if its person has too many."""
        return await self._noted(_add(token, who))

    async def find(self, digest: str, at: datetime) -> ApiToken | None:
        """The key of this digest, used now; None if there is none, or if it has ended."""
        return await self._run(_find(digest, at))

    async def of(self, person: str, at: datetime) -> Sequence[ApiToken]:
        """The keys of somebody that have not ended, the newest first."""
        return await self._run(_of(person, at))

    async def end(self, person: str, id: str, who: str, at: datetime) -> bool:
        """Take a key of somebody back; False if they have no such."""
        return await self._noted(_end(person, id, who, at))

    async def _noted(self, transaction: Transaction[tuple[AnswerT, Head | None]]) -> AnswerT:
        answer, head = await self._run(transaction)
        if head and self._generation:
            self._generation.reached(head)
        return answer


def _add(token: ApiToken, who: str) -> Transaction[tuple[bool, Head | None]]:
    ((count,),) = yield Sql(
        f"SELECT COUNT(*) FROM api_token WHERE person = ? AND {_LIVING}", (token.person, to_micros(token.at))
    )
    if count >= MOST:
        return False, None
    ends = None if token.expires_at is None else to_micros(token.expires_at)
    added = yield Sql(
        "INSERT INTO api_token (id, digest, name, person, scopes, at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO NOTHING RETURNING 1",
        (token.id, token.digest, token.name, token.person, " ".join(token.scopes), to_micros(token.at), ends),
    )
    if not added:  # the very same try was committed before its answer was lost
        return True, None
    detail = {
        "name": token.name, "person": token.person, "scopes": list(token.scopes),
        "expires": token.expires_at.isoformat() if token.expires_at else "",
    }  # fmt: skip
    return True, (yield from audit.add([AuditEntry("token.made", token.id, who, token.at, detail)]))


def _find(digest: str, at: datetime) -> Transaction[ApiToken | None]:
    rows = yield Sql(f"SELECT {_COLUMNS} FROM api_token WHERE digest = ? AND {_LIVING}", (digest, to_micros(at)))
    if not rows:
        return None
    found = _from_row(rows[0])
    if found.used_at is None or at - found.used_at >= TOUCHED_EVERY:
        yield Sql("UPDATE api_token SET used_at = ? WHERE id = ?", (to_micros(at), found.id))
    return found


def _of(person: str, at: datetime) -> Transaction[Sequence[ApiToken]]:
    rows = yield Sql(
        f"SELECT {_COLUMNS} FROM api_token WHERE person = ? AND {_LIVING} ORDER BY at DESC, id LIMIT ?",
        (person, to_micros(at), MOST),
    )
    return [_from_row(row) for row in rows]


def _end(person: str, id: str, who: str, at: datetime) -> Transaction[tuple[bool, Head | None]]:
    ended = yield Sql(
        "UPDATE api_token SET ended_at = ? WHERE id = ? AND person = ? AND ended_at IS NULL RETURNING name",
        (to_micros(at), id, person),
    )
    if not ended:
        return False, None
    detail = {"name": ended[0][0], "person": person}
    return True, (yield from audit.add([AuditEntry("token.ended", id, who, at, detail)]))


def _from_row(row: tuple[Any, ...]) -> ApiToken:
    id, digest, name, person, scopes, at, *moments = row
    ends, used, ended = (None if moment is None else from_micros(moment) for moment in moments)
    return ApiToken(id, digest, name, person, tuple(scopes.split()), from_micros(at), ends, used, ended)
