"""Restore mode: what was open in an older database is held, and goes on only when an operator says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from engine.effects import Effect, Message, SendText
from engine.ids import HandoffId, RunId
from engine.run import Run, RunStatus
from engine.step import AuditEntry, Keyed
from storage import audit, handoffs, outbox
from storage.audit import Head
from storage.handoffs import OPEN
from storage.mapping import CONVERSATION, RUN, conversation_from_row, run_from_row, run_state
from storage.transaction import Sql, Transaction

MODE = "restored"
"""The name in `instance` under which the reason stands while nothing may begin."""
LOST_TIME = 10_000
"""How many of its versions a held run leaves out: keys made from those were used in the time that was lost."""
OPERATOR = "operator"
"""Who resumes, in the record: whoever may use the command line."""


@dataclass(frozen=True, slots=True)
class HeldRun:
    """A run under review, for a list."""

    id: RunId
    bot: str
    user: str
    started_at: datetime
    doing: str
    """What its tokens wait for: `call bank__pay`, `decision`, ..."""


class NotHeld(Exception):
    """These runs are not under review; nothing was changed."""


def mode() -> Transaction[str]:
    """Why nothing may begin now; "" if all goes on."""
    rows = yield Sql("SELECT value FROM instance WHERE name = ?", (MODE,))
    return str(rows[0][0]) if rows else ""


def hold(why: str, now: datetime) -> Transaction[Head | None]:
    """Enter restore mode: every open run is held, its customer is told, its cards show it."""
    yield Sql(
        "INSERT INTO instance (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (MODE, why),
    )
    rows = yield Sql(f"SELECT {RUN} FROM run WHERE status IN ('active', 'waiting', 'stopped') ORDER BY started_at, id")
    runs = [run_from_row(row) for row in rows]
    for run in runs:
        run.held = True
        run.version += LOST_TIME
        whose = yield Sql(f"SELECT {CONVERSATION} FROM conversation WHERE id = ?", (run.conversation,))
        customer = conversation_from_row(whose[0])
        told = SendText(customer.place, Message("customer-held"), locale=customer.locale)
        yield from _rewrite(run, [told])
    entries = [AuditEntry("run.held", run.id, "engine", now, {"why": why}) for run in runs]
    return (yield from audit.add([AuditEntry("restore.began", MODE, "engine", now, {"why": why}), *entries]))


def release(names: Sequence[RunId], now: datetime, who: str = OPERATOR) -> Transaction[tuple[Sequence[RunId], int]]:
    """Let these runs go on, or all; answers them and how many are left. With the last one restore mode ends.

    Raises NotHeld with those that are not under review.
    """
    held = yield from _held()
    strangers = set(names) - {run.id for run in held}
    if strangers:
        raise NotHeld(*sorted(strangers))
    runs = [run for run in held if not names or run.id in names]
    entries = []
    for run in runs:
        run.held = False
        yield from _rewrite(run, [])
        entries.append(AuditEntry("run.resumed", run.id, who, now))
    left = len(held) - len(runs)
    if not left:
        ended = yield Sql("DELETE FROM instance WHERE name = ? RETURNING 1", (MODE,))
        entries += [AuditEntry("restore.ended", MODE, who, now) for _ in ended]
    yield from audit.add(entries)
    return [run.id for run in runs], left


def held_runs() -> Transaction[Sequence[HeldRun]]:
    """The runs under review, oldest first."""
    runs = yield from _held()
    listed = []
    for run in runs:
        whose = yield Sql(f"SELECT {CONVERSATION} FROM conversation WHERE id = ?", (run.conversation,))
        listed.append(HeldRun(run.id, run.bot, conversation_from_row(whose[0]).user, run.started_at, _doing(run)))
    return listed


def _held() -> Transaction[Sequence[Run]]:
    rows = yield Sql(f"SELECT {RUN} FROM run WHERE status = ? ORDER BY started_at, id", (RunStatus.HELD,))
    return [run_from_row(row) for row in rows]


def _doing(run: Run) -> str:
    waits = (f"{token.state} {token.call.tool}" if token.call else str(token.state) for token in run.tokens)
    return ", ".join(sorted(set(waits)))


def _rewrite(run: Run, effects: Sequence[Effect]) -> Transaction[None]:
    """Write a run that was held or released: its version moves on, nobody has its lease, its open cards are edited."""
    rows = yield Sql(f"SELECT id FROM handoff WHERE run_id = ? AND {OPEN} ORDER BY opened_at", (run.id,))
    key = f"{run.id}.{run.version + 1}"
    edits = yield from handoffs.edits([HandoffId(handoff) for (handoff,) in rows], key)
    yield Sql(
        "UPDATE run SET status = ?, version = ?, lease_until = NULL, state = ? WHERE id = ?",
        (run.status, run.version + 1, run_state(run), run.id),
    )
    told = [Keyed(f"{key}.{number}", effect) for number, effect in enumerate(effects, 1)]
    yield from outbox.add([*told, *edits])
