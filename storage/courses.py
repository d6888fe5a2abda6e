"""The course of one run: what is on record about it and its requests, and which way it took."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.ids import HandoffId, NodeId, RunId
from engine.values import parse
from storage.audit import AuditRow
from storage.transaction import Database, Sql, Transaction

MOST_ENTRIES = 300
"""How many rows of the record are told; the newest."""
MOST_STEPS = 500
_ROW = "id, at, actor, event, subject, detail, hash"


@dataclass(frozen=True, slots=True)
class Called:
    """A call of a run, by its key."""

    key: str
    tool: str


@dataclass(frozen=True, slots=True)
class Course:
    """The record's rows, oldest first; the calls that they name; nodes with the handle by which each was left."""

    entries: Sequence[AuditRow]
    calls: Sequence[Called]
    visits: Sequence[tuple[NodeId, str]]


class StoredCourses:
    """The courses of the runs of one database."""

    def __init__(self, database: Database) -> None:
        self._run = database.run

    async def of(self, run: RunId, handoff: HandoffId) -> Course:
        """The course of a run as far as it is about this request, or about none."""
        return await self._run(_of(run, handoff))


def _of(run: RunId, handoff: HandoffId) -> Transaction[Course]:
    calls = yield Sql("SELECT key, tool FROM tool_intent WHERE run_id = ? ORDER BY at", (run,))
    about = [run, handoff, *(key for key, _ in calls)]
    rows = yield Sql(
        f"SELECT {_ROW} FROM audit WHERE subject IN ({', '.join('?' for _ in about)}) ORDER BY id DESC LIMIT ?",
        (*about, MOST_ENTRIES),
    )
    steps = yield Sql("SELECT visits FROM step WHERE run_id = ? ORDER BY id DESC LIMIT ?", (run, MOST_STEPS))
    visits = [(NodeId(node), str(handle)) for (text,) in reversed(steps) for node, handle in parse(text)]
    return Course([AuditRow(*row) for row in reversed(rows)], [Called(*each) for each in calls], visits)
