"""What operators look at: runs wherever they stand, all that belongs to one, and what waits for an operator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from engine.handoff import Handoff
from engine.ids import CallKey, RunId
from engine.question import HandoffKind
from engine.run import Run, RunStatus
from engine.values import from_micros, parse, to_micros
from storage import audit, restore
from storage.audit import AuditRow, Head
from storage.generation import Generation
from storage.handoffs import ONE, OPEN
from storage.mapping import RUN, run_from_row
from storage.mapping_handoff import handoff_from_row
from storage.transaction import Database, Sql, Transaction

MOST_COUNTED = 1000
"""From here on it is only known that there are more."""
MOST_PARTS = 500
"""How many steps, calls and rows of the record are read of one run; the newest."""
_UNINDEXED = "status || ''"
"""The state of a customer's few runs, so that they are looked up by their customer and not by that."""
_RUN = ", ".join(f"r.{column}" for column in RUN.split(", "))
_LAST_STEP = "(SELECT s.at FROM step s WHERE s.run_id = r.id ORDER BY s.version DESC LIMIT 1)"


class Place(NamedTuple):
    """Where a page of runs begins: behind the run that began then."""

    started_at: datetime
    id: str


@dataclass(frozen=True, slots=True)
class WantedRuns:
    """Which runs are looked for; what is "" does not matter. A customer is known by channel and number."""

    statuses: Sequence[RunStatus]
    bot: str = ""
    workflow: str = ""
    channel: str = ""
    user: str = ""


@dataclass(frozen=True, slots=True)
class FoundRun:
    """A run for a list; `stepped_at` is when it came on last."""

    run: Run
    user: str
    workflow: str
    stepped_at: datetime | None


@dataclass(frozen=True, slots=True)
class StepTaken:
    """One commit of a run: the nodes that were executed, each with the way it was left."""

    version: int
    at: datetime
    visits: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Call:
    """A call with effects; `detail` is the JSON of what came back, "" as long as nothing did."""

    key: CallKey
    node: str
    tool: str
    arguments: str
    effect: str
    attempt: int
    state: str
    at: datetime
    deadline: datetime
    ended_at: datetime | None
    detail: str


@dataclass(frozen=True, slots=True)
class WholeRun:
    """All that belongs to a run, everything oldest first."""

    steps: Sequence[StepTaken]
    calls: Sequence[Call]
    handoffs: Sequence[Handoff]
    entries: Sequence[AuditRow]


class StoredOperations:
    """What is under way in one database; only `resume` changes anything."""

    def __init__(self, database: Database, generation: Generation | None = None) -> None:
        self._run = database.run
        self._generation = generation

    async def runs(
        self, wanted: WantedRuns, limit: int, beyond: Place | None = None, back: bool = False
    ) -> Sequence[FoundRun]:
        """Runs, the newest first, those that began before that place, or with `back` those right after it."""
        return await self._run(_runs(wanted, limit, beyond, back))

    async def counts(self, wanted: WantedRuns) -> Mapping[RunStatus, int]:
        """How many runs there are in each of these states, none counted beyond `MOST_COUNTED`."""
        return await self._run(_counts(wanted))

    async def whole(self, run: RunId) -> WholeRun:
        """All that belongs to a run; nothing does to one that is not there."""
        return await self._run(_whole(run))

    async def waiting_for_operators(self, limit: int) -> Sequence[Handoff]:
        """Open failures and calls in doubt, the oldest first."""
        return await self._run(_waiting(limit))

    async def resume(self, run: RunId, who: str, at: datetime) -> bool:
        """Let a run that is under review after a restore go on; False if it is not."""
        try:
            head = await self._run(_resume(run, who, at))
        except restore.NotHeld:
            return False
        if self._generation:
            self._generation.reached(head)
        return True


def _resume(run: RunId, who: str, at: datetime) -> Transaction[Head]:
    yield from restore.release([run], at, who)
    return (yield from audit.head())


def _conditions(wanted: WantedRuns, customers: Sequence[int] | None) -> tuple[str, list[Any]]:
    """What holds of a run besides its state, as SQL that begins with AND."""
    text = ""
    values: list[Any] = []
    for column, value in (("bot", wanted.bot), ("workflow_id", wanted.workflow)):
        if value:
            text += f" AND {column} = ?"
            values.append(value)
    if customers is not None:
        text += f" AND conversation_id IN ({', '.join('?' * len(customers)) or 'NULL'})"
        values += customers
    return text, values


def _customers(wanted: WantedRuns) -> Transaction[Sequence[int] | None]:
    if not wanted.user:
        return None
    rows = yield Sql("SELECT id FROM conversation WHERE channel = ? AND user_id = ?", (wanted.channel, wanted.user))
    return [number for (number,) in rows]


def _runs(wanted: WantedRuns, limit: int, beyond: Place | None, back: bool) -> Transaction[Sequence[FoundRun]]:
    """Each state's own runs come in order out of an index; of these few the first are taken."""
    customers = yield from _customers(wanted)
    conditions, values = _conditions(wanted, customers)
    direction = "ASC" if back else "DESC"
    if beyond:
        conditions += f" AND (started_at, id) {'>' if back else '<'} (?, ?)"
        values += [to_micros(beyond.started_at), beyond.id]
    state = "status" if customers is None else _UNINDEXED
    part = f"SELECT id FROM run WHERE {state} = ?{conditions} ORDER BY started_at {direction}, id {direction} LIMIT ?"
    parts, all_values = [], []
    for number, status in enumerate(wanted.statuses):
        parts.append(f"SELECT id FROM ({part}) p{number}")
        all_values += [status.value, *values, limit]
    if not parts:
        return []
    rows = yield Sql(
        f"SELECT {_RUN}, c.channel, c.user_id, w.name, {_LAST_STEP} FROM ({' UNION ALL '.join(parts)}) found "
        "JOIN run r ON r.id = found.id JOIN conversation c ON c.id = r.conversation_id "
        "JOIN workflow w ON w.hash = r.workflow_id "
        f"ORDER BY r.started_at {direction}, r.id {direction} LIMIT ?",
        (*all_values, limit),
    )
    found = [_found(row) for row in rows]
    return found[::-1] if back else found


def _found(row: tuple[Any, ...]) -> FoundRun:
    *run, channel, user, workflow, stepped = row
    at = None if stepped is None else from_micros(stepped)
    return FoundRun(run_from_row(tuple(run)), f"{channel}:{user}", workflow, at)


def _counts(wanted: WantedRuns) -> Transaction[Mapping[RunStatus, int]]:
    customers = yield from _customers(wanted)
    conditions, values = _conditions(wanted, customers)
    state = "status" if customers is None else _UNINDEXED
    counts = {}
    for status in wanted.statuses:
        rows = yield Sql(
            f"SELECT COUNT(*) FROM (SELECT 1 FROM run WHERE {state} = ?{conditions} LIMIT ?) found",
            (status.value, *values, MOST_COUNTED),
        )
        counts[status] = int(rows[0][0])
    return counts


def _whole(run: RunId) -> Transaction[WholeRun]:
    steps = yield Sql(
        "SELECT version, at, visits FROM step WHERE run_id = ? ORDER BY version DESC LIMIT ?", (run, MOST_PARTS)
    )
    calls = yield Sql(
        "SELECT key, node, tool, arguments, effect, attempt, state, at, deadline, ended_at, detail FROM tool_intent "
        "WHERE run_id = ? ORDER BY at DESC, key LIMIT ?",
        (run, MOST_PARTS),
    )
    handoffs = yield Sql(f"{ONE} WHERE h.run_id = ? ORDER BY h.opened_at DESC, h.id LIMIT ?", (run, MOST_PARTS))
    found = [handoff_from_row(row) for row in handoffs]
    subjects = [run, *(handoff.id for handoff in found), *(row[0] for row in calls)]
    entries = yield Sql(
        "SELECT id, at, actor, event, subject, detail, hash FROM audit "
        f"WHERE subject IN ({', '.join('?' * len(subjects))}) ORDER BY id DESC LIMIT ?",
        (*subjects, MOST_PARTS),
    )
    return WholeRun(
        [_step(row) for row in reversed(steps)],
        [_call(row) for row in reversed(calls)],
        found[::-1],
        [AuditRow(*row) for row in reversed(entries)],
    )


def _step(row: tuple[Any, ...]) -> StepTaken:
    version, at, visits = row
    return StepTaken(version, from_micros(at), [(str(node), str(handle)) for node, handle in parse(visits)])


def _call(row: tuple[Any, ...]) -> Call:
    key, node, tool, arguments, effect, attempt, state, at, deadline, ended, detail = row
    over = None if ended is None else from_micros(ended)
    return Call(
        CallKey(key), node, tool, arguments, effect, attempt, state, from_micros(at), from_micros(deadline), over,
        detail or "",
    )  # fmt: skip


def _waiting(limit: int) -> Transaction[Sequence[Handoff]]:
    rows = yield Sql(
        f"{ONE} WHERE h.{OPEN} AND h.kind IN (?, ?) ORDER BY h.opened_at, h.id LIMIT ?",
        (HandoffKind.FAILURE.value, HandoffKind.DOUBT.value, limit),
    )
    return [handoff_from_row(row) for row in rows]
