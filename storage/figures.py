"""Numbers and lists for operators and for monitoring; nothing is changed by any of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from engine.run import RunStatus
from engine.values import from_micros, to_micros
from storage import outbox
from storage.audit import AuditRow
from storage.handoffs import OPEN
from storage.transaction import Database, Rows, Sql, Transaction

MOST_SPANS = 20_000
"""How many handoffs statistics are made of; the newest."""
_CLOSED = (RunStatus.DONE.value, RunStatus.CANCELLED.value)
_AUDIT = "SELECT id, at, actor, event, subject, detail, hash FROM audit"


@dataclass(frozen=True, slots=True)
class Span:
    """One handoff for statistics; `decided_at` is None while it is open; `by_person` is False for a timeout."""

    state: str
    opened_at: datetime
    decided_at: datetime | None
    by_person: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many handoffs are open, and since when the oldest is."""

    count: int
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Load:
    """What is under way: open handoffs, and effects that wait or were given up."""

    handoffs: int
    effects_waiting: int
    effects_dead: int


class StoredFigures:
    """The figures of one database."""

    def __init__(self, database: Database) -> None:
        self._run = database.run

    async def load(self) -> Load:
        """What is under way at this moment."""
        return await self._run(_load())

    async def open_runs(self) -> Mapping[tuple[str, str], int]:
        """How many runs have not ended, by bot and workflow hash."""
        return await self._run(_open_runs())

    async def spans(self, bot: str, since: datetime) -> Sequence[Span]:
        """The handoffs that were opened since, of one bot or, with "", of all."""
        return await self._run(_spans(bot, since))

    async def waiting(self, bot: str) -> Waiting:
        """The open handoffs of one bot or, with "", of all."""
        return await self._run(_waiting(bot))

    async def entries(self, limit: int, subject: str = "") -> Sequence[AuditRow]:
        """The newest rows of the record, oldest first; with a subject only those about it."""
        return await self._run(_entries(limit, subject))


def _load() -> Transaction[Load]:
    ((handoffs,),) = yield Sql(f"SELECT COUNT(*) FROM handoff WHERE {OPEN}")
    rows = yield Sql(
        "SELECT state, COUNT(*) FROM effect WHERE state IN (?, ?) GROUP BY state", (outbox.NEW, outbox.DEAD)
    )
    effects: dict[str, int] = dict(rows)
    return Load(handoffs, effects.get(outbox.NEW, 0), effects.get(outbox.DEAD, 0))


def _open_runs() -> Transaction[Mapping[tuple[str, str], int]]:
    rows = yield Sql(
        "SELECT bot, workflow_id, COUNT(*) FROM run WHERE status NOT IN (?, ?) GROUP BY bot, workflow_id", _CLOSED
    )
    return {(bot, workflow): count for bot, workflow, count in rows}


def _spans(bot: str, since: datetime) -> Transaction[Sequence[Span]]:
    rows = yield Sql(
        "SELECT h.state, h.opened_at, d.at, d.person FROM handoff h LEFT JOIN decision d ON d.handoff_id = h.id "
        "WHERE h.opened_at >= ? AND (? = '' OR h.bot = ?) ORDER BY h.opened_at DESC LIMIT ?",
        (to_micros(since), bot, bot, MOST_SPANS),
    )
    return [Span(state, from_micros(at), _moment(end), person is not None) for state, at, end, person in rows]


def _moment(at: int | None) -> datetime | None:
    return None if at is None else from_micros(at)


def _waiting(bot: str) -> Transaction[Waiting]:
    ((count, since),) = yield Sql(
        f"SELECT COUNT(*), MIN(opened_at) FROM handoff WHERE {OPEN} AND (? = '' OR bot = ?)", (bot, bot)
    )
    return Waiting(count, _moment(since))


def _entries(limit: int, subject: str) -> Transaction[Sequence[AuditRow]]:
    rows: Rows
    if subject:
        rows = yield Sql(f"{_AUDIT} WHERE subject = ? ORDER BY id DESC LIMIT ?", (subject, limit))
    else:
        rows = yield Sql(f"{_AUDIT} ORDER BY id DESC LIMIT ?", (limit,))
    return [AuditRow(*row) for row in reversed(rows)]
