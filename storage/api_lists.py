"""Lists for programs: handoffs and rows of the record, page by page; nothing is changed by any of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from engine.handoff import Handoff
from engine.ids import HandoffId, RunId
from engine.question import HandoffKind
from engine.transitions import HandoffState
from engine.values import from_micros, to_micros
from storage.audit import AuditRow
from storage.figures import MOST_SPANS, Span
from storage.handoffs import ONE
from storage.mapping_handoff import handoff_from_row
from storage.transaction import Database, Sql, Transaction

_APPROVAL = HandoffKind.APPROVAL.value
_AUDIT = "SELECT id, at, actor, event, subject, detail, hash FROM audit"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which handoffs are listed; `teams` are those of whom some may be seen, None for all, as `engine.store.Sought`."""

    states: Sequence[HandoffState]
    teams: Sequence[str] | None
    operators: bool
    bot: str = ""
    team: str = ""
    before: tuple[datetime, str] | None = None
    """Only those that come after this one in the list: when it was opened, and its id."""


class StoredLists:
    """The lists of one database."""

    def __init__(self, database: Database) -> None:
        self._run = database.run

    async def handoffs(self, wanted: Wanted, limit: int) -> Sequence[Handoff]:
        """Handoffs, the newest first; some may be among them that are for other teams."""
        return await self._run(_handoffs(wanted, limit))

    async def of_run(self, run: RunId) -> Sequence[HandoffId]:
        """The handoffs of a run, oldest first."""
        return await self._run(_of_run(run))

    async def entries(self, after: int, subject: str, limit: int) -> Sequence[AuditRow]:
        """The rows of the record behind that number, all or those about one subject."""
        return await self._run(_entries(after, subject, limit))

    async def spans(self, bot: str, since: datetime, teams: Sequence[str] | None) -> Sequence[Span]:
        """The handoffs that were opened since, for statistics: of all teams, or the approvals of these."""
        return await self._run(_spans(bot, since, teams))


def _handoffs(wanted: Wanted, limit: int) -> Transaction[Sequence[Handoff]]:
    """The newest of each state come from the index by state and moment; of those the newest of all are read whole."""
    where, values = _where(wanted)
    one = f"SELECT id, opened_at FROM handoff WHERE state = ?{where} ORDER BY opened_at DESC, id DESC LIMIT ?"
    parts = " UNION ALL ".join(f"SELECT id, opened_at FROM ({one}) s{number}" for number, _ in enumerate(wanted.states))
    given = [value for state in wanted.states for value in (state.value, *values, limit)]
    if not parts:
        return []
    rows = yield Sql(
        f"{ONE} WHERE h.id IN (SELECT id FROM ({parts}) newest ORDER BY opened_at DESC, id DESC LIMIT ?) "
        "ORDER BY h.opened_at DESC, h.id DESC",
        (*given, limit),
    )
    return [handoff_from_row(row) for row in rows]


def _where(wanted: Wanted) -> tuple[str, Sequence[str | int]]:
    parts: list[tuple[str, Sequence[str | int]]] = []
    if wanted.bot:
        parts.append(("bot = ?", [wanted.bot]))
    if wanted.team:
        parts.append(("team = ?", [wanted.team]))
    if wanted.teams is not None:
        # Which teams come later stands in the question alone.
        theirs = f"team IN ({', '.join('?' * len(wanted.teams))})" if wanted.teams else "1 = 0"
        further = "question LIKE '%\"stages\"%' OR question LIKE '%\"escalations\"%'"
        parts.append((f"(kind <> '{_APPROVAL}' OR {theirs} OR {further})", list(wanted.teams)))
    if not wanted.operators:
        parts.append((f"kind = '{_APPROVAL}'", []))
    if wanted.before:
        at = to_micros(wanted.before[0])
        parts.append(("opened_at <= ? AND (opened_at < ? OR id < ?)", [at, at, wanted.before[1]]))
    return "".join(f" AND {text}" for text, _ in parts), [value for _, values in parts for value in values]


def _of_run(run: RunId) -> Transaction[Sequence[HandoffId]]:
    rows = yield Sql("SELECT id FROM handoff WHERE run_id = ? ORDER BY opened_at, id", (run,))
    return [HandoffId(id) for (id,) in rows]


def _entries(after: int, subject: str, limit: int) -> Transaction[Sequence[AuditRow]]:
    if subject:
        text, values = f"{_AUDIT} WHERE id > ? AND subject = ? ORDER BY id LIMIT ?", (after, subject, limit)
        rows = yield Sql(text, values)
    else:
        rows = yield Sql(f"{_AUDIT} WHERE id > ? ORDER BY id LIMIT ?", (after, limit))
    return [AuditRow(*row) for row in rows]


def _spans(bot: str, since: datetime, teams: Sequence[str] | None) -> Transaction[Sequence[Span]]:
    theirs = "" if teams is None else f" AND h.kind = '{_APPROVAL}' AND h.team IN ({', '.join('?' * len(teams))})"
    if teams is not None and not teams:
        return []
    rows = yield Sql(
        "SELECT h.state, h.opened_at, d.at, d.person FROM handoff h LEFT JOIN decision d ON d.handoff_id = h.id "
        f"WHERE h.opened_at >= ? AND (? = '' OR h.bot = ?){theirs} ORDER BY h.opened_at DESC LIMIT ?",
        (to_micros(since), bot, bot, *(teams or ()), MOST_SPANS),
    )
    return [
        Span(state, from_micros(at), None if end is None else from_micros(end), person is not None)
        for state, at, end, person in rows
    ]
