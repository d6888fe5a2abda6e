"""Who is signed in to the dashboard: one-time links, and sessions by the digests of their cookies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from engine.step import AuditEntry, Keyed
from engine.values import from_micros, to_micros
from storage import audit, outbox
from storage.audit import Head
from storage.generation import Generation
from storage.transaction import Database, Sql, Transaction

TOUCHED_EVERY = timedelta(minutes=1)
"""How exactly it is known when a session was used last."""
LISTED = 50
"""How many sessions of one person are listed; the newest."""
_COLUMNS = "digest, person, operator, agent, at, seen_at, ends_at, ended_at"

AnswerT = TypeVar("AnswerT")


@dataclass(frozen=True, slots=True)
class SignInLink:
    """A one-time link, by its digest; `told` is the place where it was handed out."""

    digest: str
    person: str
    told: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who is signed in; `operator` is what they were when they came in."""

    digest: str
    person: str
    operator: bool
    agent: str
    at: datetime
    seen_at: datetime
    ends_at: datetime
    ended_at: datetime | None = None


class StoredSessions:
    """The sessions of one database; each verb is one transaction, with its row of the record."""

    def __init__(self, database: Database, generation: Generation | None = None) -> None:
        self._run = database.run
        self._generation = generation

    async def offer(self, link: SignInLink, who: str, at: datetime, effects: Sequence[Keyed] = ()) -> None:
        """Keep a link, and send it by these effects."""
        await self._noted(_offer(link, who, at, effects))

    async def owner(self, digest: str, at: datetime) -> str | None:
        """Whose a link is that can still be used; None for any other."""
        return await self._run(_owner(digest, at))

    async def redeem(self, digest: str, session: Session) -> bool:
        """Begin a session by a link, which is used up then; False if it was, or is too old."""
        return await self._noted(_redeem(digest, session))

    async def session(self, digest: str, at: datetime) -> Session | None:
        """The session of a cookie, used now; None if there is none, or if it has ended."""
        return await self._run(_session(digest, at))

    async def sessions(self, person: str, at: datetime) -> Sequence[Session]:
        """The sessions of somebody that have not ended, the newest first."""
        return await self._run(_sessions(person, at))

    async def end(self, person: str, digest: str, who: str, at: datetime) -> bool:
        """End a session of somebody, by its digest or the beginning of that; False if they have no such."""
        return await self._noted(_end(person, digest, who, at))

    async def _noted(self, transaction: Transaction[tuple[AnswerT, Head | None]]) -> AnswerT:
        answer, head = await self._run(transaction)
        if head and self._generation:
            self._generation.reached(head)
        return answer


def _note(event: str, person: str, who: str, at: datetime, **detail: Any) -> Transaction[Head | None]:
    return (yield from audit.add([AuditEntry(event, person, who, at, detail)]))


def _offer(link: SignInLink, who: str, at: datetime, effects: Sequence[Keyed]) -> Transaction[tuple[None, Head | None]]:
    yield Sql("DELETE FROM sign_in WHERE expires_at <= ?", (to_micros(at),))
    yield Sql(
        "INSERT INTO sign_in (digest, person, told, expires_at) VALUES (?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING",
        (link.digest, link.person, link.told, to_micros(link.expires_at)),
    )
    yield from outbox.add(effects)
    return None, (yield from _note("dashboard.link", link.person, who, at, place=link.told))


def _owner(digest: str, at: datetime) -> Transaction[str | None]:
    rows = yield Sql("SELECT person FROM sign_in WHERE digest = ? AND expires_at > ?", (digest, to_micros(at)))
    return str(rows[0][0]) if rows else None


def _redeem(digest: str, session: Session) -> Transaction[tuple[bool, Head | None]]:
    used = yield Sql(
        "DELETE FROM sign_in WHERE digest = ? AND person = ? AND expires_at > ? RETURNING told",
        (digest, session.person, to_micros(session.at)),
    )
    if not used:  # the very same try may have been committed before an answer was lost
        known = yield Sql("SELECT 1 FROM web_session WHERE digest = ?", (session.digest,))
        return bool(known), None
    moments = (to_micros(moment) for moment in (session.at, session.seen_at, session.ends_at))
    yield Sql(
        "INSERT INTO web_session (digest, person, operator, agent, at, seen_at, ends_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (session.digest, session.person, session.operator, session.agent, *moments),
    )
    who, agent = f"web:{session.person}", session.agent
    return True, (yield from _note("dashboard.signed_in", session.person, who, session.at, agent=agent))


def _session(digest: str, at: datetime) -> Transaction[Session | None]:
    rows = yield Sql(
        f"SELECT {_COLUMNS} FROM web_session WHERE digest = ? AND ended_at IS NULL AND ends_at > ?",
        (digest, to_micros(at)),
    )
    if not rows:
        return None
    found = _from_row(rows[0])
    if at - found.seen_at >= TOUCHED_EVERY:
        yield Sql("UPDATE web_session SET seen_at = ? WHERE digest = ?", (to_micros(at), digest))
    return found


def _sessions(person: str, at: datetime) -> Transaction[Sequence[Session]]:
    rows = yield Sql(
        f"SELECT {_COLUMNS} FROM web_session WHERE person = ? AND ended_at IS NULL AND ends_at > ? "
        "ORDER BY at DESC LIMIT ?",
        (person, to_micros(at), LISTED),
    )
    return [_from_row(row) for row in rows]


def _end(person: str, digest: str, who: str, at: datetime) -> Transaction[tuple[bool, Head | None]]:
    ended = yield Sql(
        "UPDATE web_session SET ended_at = ? WHERE person = ? AND digest LIKE ? AND ended_at IS NULL RETURNING agent",
        (to_micros(at), person, f"{digest}%"),
    )
    if not ended:
        return False, None
    return True, (yield from _note("dashboard.signed_out", person, who, at, agent=ended[0][0]))


def _from_row(row: tuple[Any, ...]) -> Session:
    digest, person, operator, agent, at, seen_at, ends_at, ended_at = row
    return Session(
        digest, person, bool(operator), agent, from_micros(at), from_micros(seen_at), from_micros(ends_at),
        None if ended_at is None else from_micros(ended_at),
    )  # fmt: skip
