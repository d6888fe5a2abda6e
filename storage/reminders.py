"""Reminders: when the next one of a handoff is due stands in its row, when a place was told last in a note."""

from collections.abc import Sequence
from datetime import datetime

from engine.errors import StaleRun
from engine.ids import Place, short_digest
from engine.run import RunStatus
from engine.step import AuditEntry, Keyed
from engine.store import Due, Reminder
from engine.transitions import HandoffState
from engine.values import from_micros, to_micros
from storage import audit, notes, outbox
from storage.handoffs import ONE, OPEN
from storage.mapping_handoff import handoff_from_row
from storage.transaction import Sql, Transaction


def due(now: datetime, limit: int) -> Transaction[Sequence[Due]]:
    """Handoffs whose reminder is due, with the moments when their places were told of others.

    Those that somebody has approved, or that the clock is about to close, are not among them.
    """
    moment = to_micros(now)
    # Nothing that was closed has a reminder left. Not to ask which states are open keeps SQLite to the right index:
    # it would take the one of the states, and read all that waits. The same goes for the moment of the decision.
    waiting = yield Sql(
        "SELECT h.id, h.remind_at FROM handoff h JOIN run r ON r.id = h.run_id WHERE h.remind_at <= ? "
        "AND h.state <> ? AND COALESCE(h.due_at, ?) > ? AND r.status <> ? ORDER BY h.remind_at LIMIT ?",
        (moment, HandoffState.SETTLING.value, moment + 1, moment, RunStatus.HELD.value, limit),
    )
    found = []
    for number, since in waiting:
        rows = yield Sql(f"{ONE} WHERE h.id = ?", (number,))
        handoff = handoff_from_row(rows[0])
        last = {}
        for place in handoff.places:
            if text := (yield from notes.read(_told(place))):
                last[place] = from_micros(int(text))
        found.append(Due(handoff, from_micros(since), last))
    return found


def remind(reminders: Sequence[Reminder], effects: Sequence[Keyed], now: datetime) -> Transaction[None]:
    """Move each reminder on, once among all processes; raises StaleRun if one is not due so any more."""
    for one in reminders:
        moved = yield Sql(
            f"UPDATE handoff SET remind_at = ? WHERE id = ? AND remind_at = ? AND {OPEN} RETURNING 1",
            (None if one.next_at is None else to_micros(one.next_at), one.handoff, to_micros(one.since)),
        )
        if not moved:
            raise StaleRun(f"reminder of {one.handoff}")
    for place in dict.fromkeys(place for one in reminders for place in one.told):
        yield from notes.keep(_told(place), str(to_micros(now)))
    yield from outbox.add(effects)
    yield from audit.add([AuditEntry("handoff.reminded", one.handoff, "clock", now) for one in reminders if one.told])


def _told(place: Place) -> str:
    return f"reminded/{short_digest(place)}"
