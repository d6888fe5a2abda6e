"""Handoffs and their decisions: a decision holds by one conditional UPDATE, and whoever comes later is told who won."""

from engine.handoff import AlreadyDecided, Handoff
from engine.ids import HandoffId
from engine.step import Ruling
from engine.store import Case
from engine.values import dump, to_micros
from storage.mapping import (
    CONVERSATION,
    HANDOFF,
    RUN,
    conversation_from_row,
    handoff_from_row,
    question_to_json,
    run_from_row,
)
from storage.transaction import Sql, Transaction, insert

ONE = f"SELECT {HANDOFF} FROM handoff h LEFT JOIN decision d ON d.handoff_id = h.id"


def open_handoff(handoff: Handoff) -> Transaction[None]:
    """Write a handoff that begins to wait."""
    due = handoff.question.due_at
    yield insert(
        "handoff",
        "id, run_id, conversation_id, bot, node, token, kind, team, state, question, places, requester, opened_at, "
        "due_at",
        (handoff.id, handoff.run, handoff.conversation, handoff.bot, handoff.node, handoff.token,
         handoff.question.kind.value, handoff.team, handoff.state.value, question_to_json(handoff.question),
         dump(handoff.places), handoff.requester, to_micros(handoff.opened_at),
         None if due is None else to_micros(due)),
    )  # fmt: skip


def rule(ruling: Ruling) -> Transaction[None]:
    """Take an open handoff to its new state, once; raises AlreadyDecided with the handoff as it stands."""
    closed = not ruling.state.is_open
    rows = yield Sql(
        "UPDATE handoff SET state = ?, rejecting_by = ?, due_at = CASE WHEN ? THEN NULL ELSE due_at END "
        "WHERE id = ? AND state IN ('pending', 'rejecting') RETURNING 1",
        (ruling.state.value, ruling.rejecting_by or None, closed, ruling.handoff),
    )
    if not rows:
        raise AlreadyDecided((yield from find(ruling.handoff)))
    if closed:
        decision = ruling.decision
        yield insert(
            "decision", "handoff_id, action, person, person_name, at, reason, via",
            (ruling.handoff, decision.action.value, decision.by, decision.by_name, to_micros(decision.at),
             decision.reason, decision.via),
        )  # fmt: skip


def find(handoff: HandoffId) -> Transaction[Handoff]:
    """A handoff as it stands; raises KeyError."""
    rows = yield Sql(f"{ONE} WHERE h.id = ?", (handoff,))
    if not rows:
        raise KeyError(handoff)
    return handoff_from_row(rows[0])


def case(handoff_id: HandoffId) -> Transaction[Case]:
    """A handoff with its run and conversation; raises KeyError."""
    handoff = yield from find(handoff_id)
    run = yield Sql(f"SELECT {RUN} FROM run WHERE id = ?", (handoff.run,))
    conversation = yield Sql(f"SELECT {CONVERSATION} FROM conversation WHERE id = ?", (handoff.conversation,))
    return Case(handoff, run_from_row(run[0]), conversation_from_row(conversation[0]))
