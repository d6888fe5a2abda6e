"""What statistics are made of: counts by the database, and times of the newest decisions; nothing is changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from engine.question import HandoffKind
from engine.transitions import HandoffState
from engine.values import to_micros
from storage.handoffs import OPEN
from storage.record import SLACK, first
from storage.transaction import Database, Sql, Transaction

QUARTER = 900_000_000
"""Microseconds of a quarter of an hour: the days and hours of every zone begin with one."""
MOST_TIMES = 20_000
"""How many closed handoffs are looked at for how long they took; the newest."""
MOST_ENTRIES = 200_000
"""How many rows of the record are looked through for what happened; the newest."""
SLICE = 20_000
"""How many of those are looked at in one transaction: whoever writes waits no longer than that takes."""
EVENTS = ("handoff.escalated", "handoff.edited", "handoff.inquire", "handoff.take_over")
"""What happens to handoffs while they wait, and is counted."""
_ANY = f"h.state IN ({', '.join(repr(state.value) for state in HandoffState)})"
"""Always true, and what leads to the index by state and time of opening."""
_CLOSED = f"h.state IN ({', '.join(repr(state.value) for state in HandoffState if not state.is_open)})"


@dataclass(frozen=True, slots=True)
class Scope:
    """Which handoffs figures are made of: approvals of these teams, or with None all, of whatever kind."""

    teams: tuple[str, ...] | None
    bot: str = ""
    team: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """From a moment to a moment; the last one is not in it."""

    since: datetime
    until: datetime

    @property
    def micros(self) -> tuple[int, int]:
        """Both moments as they stand in the tables."""
        return to_micros(self.since), to_micros(self.until)


class Outcome(NamedTuple):
    """How many handoffs of a bot and a team are in a state."""

    bot: str
    team: str
    state: str
    requests: int


class Taken(NamedTuple):
    """One handoff that a person has closed; moments in microseconds."""

    bot: str
    team: str
    node: str
    state: str
    opened_at: int
    closed_at: int
    person: str


class Happened(NamedTuple):
    """Something that happened to a handoff while it waited."""

    event: str
    handoff: str


@dataclass(frozen=True, slots=True)
class Flow:
    """How many handoffs were opened and closed, by the number of the quarter of an hour since 1970."""

    opened: Mapping[int, int]
    closed: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Events:
    """What happened; `since` is set where not the whole period was looked through."""

    happened: Sequence[Happened]
    since: int | None


class StoredStatistics:
    """The statistics of one database."""

    def __init__(self, database: Database) -> None:
        self._run = database.run

    async def outcomes(self, scope: Scope, period: Period) -> Sequence[Outcome]:
        """Where the handoffs stand that were opened in a period."""
        return await self._run(_outcomes(scope, period))

    async def flow(self, scope: Scope, since: datetime) -> Flow:
        """How many handoffs came and went since a moment, until now."""
        return await self._run(_flow(scope, since))

    async def waiting(self, scope: Scope, edges: Sequence[datetime]) -> Mapping[str, Sequence[int]]:
        """How many handoffs are open now, by team: those opened after each of these moments, and all."""
        return await self._run(_waiting(scope, edges))

    async def taken(self, scope: Scope, period: Period) -> tuple[Sequence[Taken], bool]:
        """The newest that were opened in a period and that people have closed; whether there are more."""
        return await self._run(_taken(scope, period))

    async def events(self, scope: Scope, period: Period) -> Events:
        """What happened in a period while handoffs waited, looked up slice by slice."""
        since, until = period.micros
        lowest, before = await self._run(_bounds(since, until))
        floor, found = max(lowest, before - MOST_ENTRIES), list[Happened]()
        for top in range(before, floor, -SLICE):
            found += await self._run(_events(scope, (max(floor, top - SLICE), top), (since, until)))
        return Events(found, await self._run(_at(floor)) if floor > lowest else None)


def _within(scope: Scope) -> tuple[str, list[Any]]:
    """The condition that holds for the handoffs of a scope, and its values."""
    conditions, values = list[str](), list[Any]()
    if scope.teams is not None:
        marks = ", ".join("?" * len(scope.teams))
        conditions.append(f"h.kind = ? AND h.team IN ({marks})" if marks else "h.kind = ? AND 1 = 0")
        values += [HandoffKind.APPROVAL.value, *scope.teams]
    for column, wanted in (("h.bot", scope.bot), ("h.team", scope.team)):
        if wanted:
            conditions.append(f"{column} = ?")
            values.append(wanted)
    return "".join(f" AND {each}" for each in conditions), values


def _outcomes(scope: Scope, period: Period) -> Transaction[Sequence[Outcome]]:
    within, values = _within(scope)
    rows = yield Sql(
        f"SELECT h.bot, h.team, h.state, COUNT(*) FROM handoff h WHERE {_ANY} AND h.opened_at >= ? "
        f"AND h.opened_at < ?{within} GROUP BY h.bot, h.team, h.state ORDER BY h.bot, h.team, h.state",
        (*period.micros, *values),
    )
    return [Outcome._make(row) for row in rows]


def _flow(scope: Scope, since: datetime) -> Transaction[Flow]:
    within, values = _within(scope)
    began = to_micros(since)
    opened = yield Sql(
        f"SELECT h.opened_at / {QUARTER}, COUNT(*) FROM handoff h WHERE {_ANY} AND h.opened_at >= ?{within} GROUP BY 1",
        (began, *values),
    )
    start = yield from first("decision", began - SLACK)
    closed = yield Sql(
        f"SELECT d.at / {QUARTER}, COUNT(*) FROM decision d JOIN handoff h ON h.id = d.handoff_id "
        f"WHERE d.id >= ? AND d.at >= ?{within} GROUP BY 1",
        (start, began, *values),
    )
    return Flow(dict(opened), dict(closed))


def _waiting(scope: Scope, edges: Sequence[datetime]) -> Transaction[Mapping[str, Sequence[int]]]:
    within, values = _within(scope)
    younger = "".join("SUM(CASE WHEN h.opened_at > ? THEN 1 ELSE 0 END), " for _ in edges)
    rows = yield Sql(
        f"SELECT h.team, {younger}COUNT(*) FROM handoff h WHERE {_open('h')}{within} GROUP BY h.team ORDER BY h.team",
        (*map(to_micros, edges), *values),
    )
    return {team: [int(count) for count in counts] for team, *counts in rows}


def _open(table: str) -> str:
    return f"{table}.{OPEN}"


def _taken(scope: Scope, period: Period) -> Transaction[tuple[Sequence[Taken], bool]]:
    within, values = _within(scope)
    rows = yield Sql(
        "SELECT h.bot, h.team, h.node, h.state, h.opened_at, d.at, d.person FROM ("
        f"SELECT h.id, h.bot, h.team, h.node, h.state, h.opened_at FROM handoff h WHERE {_CLOSED} "
        f"AND h.opened_at >= ? AND h.opened_at < ?{within} ORDER BY h.opened_at DESC LIMIT ?) h "
        "JOIN decision d ON d.handoff_id = h.id ORDER BY h.opened_at DESC",
        (*period.micros, *values, MOST_TIMES + 1),
    )
    return [Taken._make(row) for row in rows[:MOST_TIMES] if row[-1] is not None], len(rows) > MOST_TIMES


def _bounds(since: int, until: int) -> Transaction[tuple[int, int]]:
    """The first row of the record that may be in a period, and the first that comes after it."""
    start = yield from first("audit", since - SLACK)
    end = yield from first("audit", until + SLACK)
    return start, end


def _events(scope: Scope, rows: tuple[int, int], moments: tuple[int, int]) -> Transaction[Sequence[Happened]]:
    within, values = _within(scope)
    found = yield Sql(
        "SELECT a.event, a.subject FROM audit a JOIN handoff h ON h.id = a.subject WHERE a.id >= ? AND a.id < ? "
        f"AND a.at >= ? AND a.at < ? AND a.event IN ({', '.join('?' * len(EVENTS))}){within}",
        (*rows, *moments, *EVENTS, *values),
    )
    return [Happened._make(row) for row in found]


def _at(number: int) -> Transaction[int]:
    rows = yield Sql("SELECT at FROM audit WHERE id >= ? ORDER BY id LIMIT 1", (number,))
    return int(rows[0][0]) if rows else 0
