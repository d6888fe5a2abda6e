"""Places that were tied to a team by command, and the one-time codes that let somebody do so."""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from engine.step import AuditEntry
from engine.values import from_micros, to_micros
from storage import audit
from storage.audit import Head
from storage.generation import Generation
from storage.transaction import Database, Sql, Transaction


@dataclass(frozen=True, slots=True)
class Bound:
    """A place that gets a team's cards, `by` the person whose code it was."""

    place: str
    team: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Code:
    """A one-time code, by its digest; `told` is the place where `by` was given it."""

    team: str
    digest: str
    by: str
    told: str
    tries: int
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Attempt:
    """Somebody typed a code at a place; `who` is their account, be it a group that they write as."""

    place: str
    team: str
    digest: str
    who: str
    at: datetime


class Outcome(StrEnum):
    """What became of an attempt."""

    BOUND = "bound"
    ALREADY = "already"
    """The place had this team before; no code was spent."""
    REFUSED = "refused"
    """The code is wrong, used, too old, or was guessed at too often."""


@dataclass(frozen=True, slots=True)
class Redeemed:
    """The outcome of an attempt; of a code that was right, whose it was and where they were given it."""

    outcome: Outcome
    by: str = ""
    told: str = ""


class StoredBindings:
    """The bindings of one database; each verb is one transaction, with its row of the record."""

    def __init__(self, database: Database, generation: Generation | None = None) -> None:
        self._run = database.run
        self._generation = generation

    async def bound(self) -> Sequence[Bound]:
        """Every place that was bound, oldest first."""
        return await self._run(_bound())

    async def offer(self, code: Code, who: str, at: datetime) -> None:
        """Keep a new code, instead of an earlier one for this team."""
        self._reached(await self._run(_offer(code, who, at)))

    async def bind(self, attempt: Attempt) -> Redeemed:
        """Tie a place to a team if the code is right; a try is spent in the same commit."""
        redeemed, head = await self._run(_bind(attempt))
        self._reached(head)
        return redeemed

    async def unbind(self, place: str, who: str, at: datetime) -> Bound | None:
        """Take a place from its team; None if none was bound there."""
        was, head = await self._run(_unbind(place, who, at))
        self._reached(head)
        return was

    def _reached(self, head: Head | None) -> None:
        if head and self._generation:
            self._generation.reached(head)


def _bound() -> Transaction[Sequence[Bound]]:
    rows = yield Sql("SELECT place, team, person, at FROM binding ORDER BY at, place")
    return [Bound(place, team, by, from_micros(at)) for place, team, by, at in rows]


def _offer(code: Code, who: str, at: datetime) -> Transaction[Head | None]:
    yield Sql("DELETE FROM binding_code WHERE team = ?", (code.team,))
    yield Sql(
        "INSERT INTO binding_code (team, digest, person, told, tries_left, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
        (code.team, code.digest, code.by, code.told, code.tries, to_micros(code.expires_at)),
    )
    return (yield from audit.add([AuditEntry("place.code", code.team, who, at)]))


def _bind(attempt: Attempt) -> Transaction[tuple[Redeemed, Head | None]]:
    known = yield Sql("SELECT team FROM binding WHERE place = ?", (attempt.place,))
    if known == [(attempt.team,)]:
        return Redeemed(Outcome.ALREADY), None
    rows = yield Sql(
        "UPDATE binding_code SET tries_left = tries_left - 1 WHERE team = ? AND tries_left > 0 AND expires_at > ? "
        "RETURNING digest, person, told",
        (attempt.team, to_micros(attempt.at)),
    )
    if not rows or not hmac.compare_digest(str(rows[0][0]), attempt.digest):
        return Redeemed(Outcome.REFUSED), (yield from _noted("place.refused", attempt, {"team": attempt.team}))
    _, by, told = rows[0]
    yield Sql("DELETE FROM binding_code WHERE team = ?", (attempt.team,))
    yield Sql(
        "INSERT INTO binding (place, team, person, at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (place) DO UPDATE SET team = excluded.team, person = excluded.person, at = excluded.at",
        (attempt.place, attempt.team, by, to_micros(attempt.at)),
    )
    head = yield from _noted("place.bound", attempt, {"team": attempt.team, "code_of": by})
    return Redeemed(Outcome.BOUND, by, told), head


def _noted(event: str, attempt: Attempt, detail: dict[str, str]) -> Transaction[Head | None]:
    return (yield from audit.add([AuditEntry(event, attempt.place, attempt.who, attempt.at, detail)]))


def _unbind(place: str, who: str, at: datetime) -> Transaction[tuple[Bound | None, Head | None]]:
    rows = yield Sql("DELETE FROM binding WHERE place = ? RETURNING place, team, person, at", (place,))
    if not rows:
        return None, None
    _, team, person, since = rows[0]
    was = Bound(place, team, person, from_micros(since))
    head = yield from audit.add([AuditEntry("place.unbound", place, who, at, {"team": was.team})])
    return was, head
