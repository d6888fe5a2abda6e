"""Runs and their steps: each step is one transaction, guarded by the run's version."""

from collections.abc import Sequence
from datetime import datetime

from engine.conversation import Conversation
from engine.errors import StaleRun
from engine.ids import ConversationId, RunId, WorkflowHash
from engine.run import Run, RunStatus
from engine.step import CallResult, Intent, Said, Step
from engine.store import Active
from engine.values import dump, to_micros
from storage import audit, codes, handoffs, inbox, outbox, talks
from storage.audit import Head
from storage.mapping import (
    CONVERSATION,
    RUN,
    conversation_from_row,
    run_from_row,
    run_state,
    said_to_json,
)
from storage.transaction import Sql, Transaction, insert


def commit(step: Step, now: datetime) -> Transaction[Head | None]:
    """Write a step: first its rulings, which hold only while their handoffs are open, then the run's new version.

    Answers the record's new head, if the step added to the record.
    """
    for ruling in step.rulings:
        yield from handoffs.rule(ruling)
    # Before the run: whoever locks both locks a handoff first, so nobody waits in a circle.
    edits = yield from handoffs.edits(step.refreshed, f"{step.run.id}.{step.base + 1}")
    yield from handoffs.posted(step.effects, {ruling.after.id for ruling in step.rulings})
    yield from _write_run(step, now)
    yield from talks.switch(step)
    if step.visits:
        visits = [[visit.node, visit.handle] for visit in step.visits]
        row = (step.run.id, step.base + 1, to_micros(step.visits[0].at), dump(visits))
        yield insert("step", "run_id, version, at, visits", row)
    for handoff in step.opened:
        yield from handoffs.open_handoff(handoff)
    yield from _add_messages(step.conversation, step.said)
    yield from outbox.add([*edits, *step.effects])
    for challenge in step.challenges:
        yield from codes.add(step.run.id, challenge)
    if step.identity:
        yield from codes.prove(step.conversation, step.identity)
    if step.result:
        yield from _end_intent(step.result)
    if step.intent:
        yield from _add_intent(step.intent)
    if step.consumed is not None:
        yield from inbox.consume(step.consumed)
    return (yield from audit.add(step.audit))


def _write_run(step: Step, now: datetime) -> Transaction[None]:
    run, version = step.run, step.base + 1
    ended = None if run.status.is_open else to_micros(now)
    lease = None if step.lease_until is None else to_micros(step.lease_until)
    if step.base == 0:
        rows = yield insert(
            "run", "id, bot, conversation_id, workflow_id, status, version, started_at, lease_until, claims, state, "
            "erasable_since",
            (run.id, run.bot, run.conversation, run.workflow, run.status.value, version, to_micros(run.started_at),
             lease, 0, run_state(run), ended), unless="id", returning="1",
        )  # fmt: skip
    else:
        rows = yield Sql(
            "UPDATE run SET status = ?, version = ?, lease_until = ?, claims = 0, state = ?, erasable_since = ? "
            "WHERE id = ? AND version = ? RETURNING 1",
            (run.status.value, version, lease, run_state(run), ended, run.id, step.base),
        )
    if not rows:
        raise StaleRun(run.id)


def _add_messages(conversation: ConversationId, said: Sequence[Said]) -> Transaction[None]:
    rows = [(conversation, to_micros(line.at), line.author, said_to_json(line)) for line in said]
    if rows:
        yield insert("message", "conversation_id, at, author, words", *rows)


def _add_intent(intent: Intent) -> Transaction[None]:
    # A key comes back only after a call under it had ended in doubt and a person had it made again.
    rows = yield Sql(
        "INSERT INTO tool_intent "
        "(key, run_id, node, token, tool, arguments, digest, effect, attempt, epoch, state, at, deadline) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?) "
        "ON CONFLICT (key) DO UPDATE SET state = excluded.state, epoch = excluded.epoch, at = excluded.at, "
        "deadline = excluded.deadline, ended_at = NULL, detail = NULL WHERE tool_intent.state = 'unknown' RETURNING 1",
        (intent.key, intent.run, intent.node, intent.token, intent.tool, intent.arguments, intent.digest,
         intent.effect.value, intent.attempt, intent.epoch, to_micros(intent.at), to_micros(intent.deadline)),
    )  # fmt: skip
    if not rows:
        raise StaleRun(intent.run)


def _end_intent(result: CallResult) -> Transaction[None]:
    yield Sql(
        "UPDATE tool_intent SET state = ?, ended_at = ?, detail = ? WHERE key = ?",
        (result.state, to_micros(result.at), dump(result.detail), result.key),
    )


def load(run: RunId) -> Transaction[Active]:
    """A run and its conversation; raises KeyError."""
    rows = yield Sql(f"SELECT {RUN} FROM run WHERE id = ?", (run,))
    if not rows:
        raise KeyError(run)
    found = run_from_row(rows[0])
    return Active(found, (yield from conversation(found.conversation)))


def conversation(number: ConversationId) -> Transaction[Conversation]:
    """Whose conversation it is; raises KeyError."""
    rows = yield Sql(f"SELECT {CONVERSATION} FROM conversation WHERE id = ?", (number,))
    if not rows:
        raise KeyError(number)
    return conversation_from_row(rows[0])


def active(now: datetime) -> Transaction[Sequence[RunId]]:
    """Runs that somebody must carry on and nobody does."""
    rows = yield Sql("SELECT id, lease_until FROM run WHERE status = ?", (RunStatus.ACTIVE.value,))
    return [RunId(number) for number, lease in rows if lease is None or lease <= to_micros(now)]


def claim(run: RunId, version: int, now: datetime, until: datetime) -> Transaction[int | None]:
    """Take the lease of an active run; its version moves on, so that whoever had it can write no more."""
    rows = yield Sql(
        "UPDATE run SET lease_until = ?, version = version + 1, claims = claims + 1 WHERE id = ? AND version = ? "
        "AND status = ? AND (lease_until IS NULL OR lease_until <= ?) RETURNING claims",
        (to_micros(until), run, version, RunStatus.ACTIVE, to_micros(now)),
    )
    return int(rows[0][0]) if rows else None


def open_runs(conversation: ConversationId) -> Transaction[Sequence[Run]]:
    """A conversation's runs that have not ended, oldest first."""
    rows = yield Sql(inbox.OPEN_RUNS, (conversation,))
    return [run_from_row(row) for row in rows]


def keep_workflow(workflow: WorkflowHash, name: str, document: str) -> Transaction[None]:
    """Pin a workflow's text once."""
    yield Sql(
        "INSERT INTO workflow (hash, name, document) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING",
        (workflow, name, document),
    )


def free_leases() -> Transaction[None]:
    """Free the leases of runs and effects that an earlier process held."""
    yield Sql("UPDATE run SET lease_until = NULL WHERE status = ? AND lease_until IS NOT NULL", (RunStatus.ACTIVE,))
    yield Sql("UPDATE effect SET lease_until = NULL WHERE state = 'new' AND lease_until IS NOT NULL")
