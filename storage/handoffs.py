"""Handoffs and their decisions: a decision holds by one conditional UPDATE, and whoever comes later is told who won."""

import itertools
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from engine.effects import EditCard, PostCard
from engine.handoff import AlreadyDecided, Handoff
from engine.ids import HandoffId, Place
from engine.run import RunStatus
from engine.step import Keyed, Ruling
from engine.store import Case
from engine.transitions import TRANSITIONS
from engine.values import dump, parse, to_micros
from storage.mapping import CONVERSATION, RUN, conversation_from_row, run_from_row
from storage.mapping_handoff import HANDOFF, handoff_from_row, progress_to_json, question_to_json
from storage.transaction import Sql, Transaction, insert


def _of(table: str, columns: str) -> str:
    return ", ".join(f"{table}.{column}" for column in columns.split(", "))


_CASE = (
    f"SELECT {HANDOFF}, {_of('r', RUN)}, {_of('c', CONVERSATION)} "
    "FROM handoff h LEFT JOIN decision d ON d.handoff_id = h.id JOIN run r ON r.id = h.run_id "
    "JOIN conversation c ON c.id = h.conversation_id"
)
_ENDS = list(itertools.accumulate(columns.count(",") + 1 for columns in (HANDOFF, RUN, CONVERSATION)))
_PARTS = tuple(slice(start, end) for start, end in itertools.pairwise((0, *_ENDS)))
"""Where each of the three begins and ends in a row of `_CASE`."""
OPEN = f"state IN ({', '.join(repr(state.value) for state in TRANSITIONS)})"
ONE = f"SELECT {HANDOFF} FROM handoff h LEFT JOIN decision d ON d.handoff_id = h.id"


def open_handoff(handoff: Handoff) -> Transaction[None]:
    """Write a handoff that begins to wait."""
    due, remind = handoff.wakes_at, handoff.next_reminder(handoff.opened_at)
    yield insert(
        "handoff",
        "id, run_id, conversation_id, bot, node, token, kind, team, state, question, places, requester, opened_at, "
        "due_at, remind_at",
        (handoff.id, handoff.run, handoff.conversation, handoff.bot, handoff.node, handoff.token,
         handoff.question.kind.value, handoff.team, handoff.state.value, question_to_json(handoff.question),
         dump(handoff.places), handoff.requester, to_micros(handoff.opened_at),
         None if due is None else to_micros(due), None if remind is None else to_micros(remind)),
    )  # fmt: skip


def due(now: datetime, limit: int) -> Transaction[Sequence[HandoffId]]:
    """Handoffs whose time has come, the longest overdue first; nothing happens while their run is held."""
    rows = yield Sql(
        "SELECT h.id FROM handoff h JOIN run r ON r.id = h.run_id "
        "WHERE h.due_at <= ? AND r.status <> ? ORDER BY h.due_at LIMIT ?",
        (to_micros(now), RunStatus.HELD.value, limit),
    )
    return [HandoffId(number) for (number,) in rows]


def rule(ruling: Ruling) -> Transaction[None]:
    """Take an open handoff to its new state, once; raises AlreadyDecided with the handoff as it stands."""
    after, closed = ruling.after, not ruling.after.state.is_open
    changed: dict[str, Any] = {
        "state": after.state.value,
        "asked_by": after.asked_by or None,
        "due_at": None if after.wakes_at is None else to_micros(after.wakes_at),
        "progress": progress_to_json(after),
    }
    if closed or ruling.is_quiet or ruling.remind_at:
        again = None if closed or ruling.is_quiet else ruling.remind_at
        changed["remind_at"] = None if again is None else to_micros(again)
    if ruling.asks_anew:
        changed["question"] = question_to_json(after.question)
    rows = yield Sql(
        f"UPDATE handoff SET {', '.join(f'{column} = ?' for column in changed)} WHERE id = ? AND {OPEN} RETURNING 1",
        (*changed.values(), after.id),
    )
    if not rows:
        raise AlreadyDecided((yield from find(after.id)))
    if decision := ruling.decision:
        yield insert(
            "decision", "handoff_id, action, person, person_name, at, reason, via, choice",
            (after.id, decision.action.value, decision.by, decision.by_name, to_micros(decision.at),
             decision.reason, decision.via, decision.choice or None),
        )  # fmt: skip


def edits(changed: Sequence[HandoffId], key: str) -> Transaction[Sequence[Keyed]]:
    """What brings every copy of these handoffs' cards up to date, under keys that begin so."""
    effects = []
    for handoff in changed:
        places = yield from _places(handoff)
        effects += [EditCard(place, handoff) for place in places]
    return [Keyed(f"{key}.e{number}", effect) for number, effect in enumerate(effects, 1)]


def posted(effects: Sequence[Keyed], among: Collection[HandoffId] | None = None) -> Transaction[None]:
    """Remember where these effects post copies of cards (of these handoffs), before anybody changes what they say."""
    for effect in (keyed.effect for keyed in effects):
        if isinstance(effect, PostCard) and (among is None or effect.handoff in among):
            places = yield from _places(effect.handoff)
            if effect.place not in places:
                known = dump([*places, effect.place])
                yield Sql("UPDATE handoff SET places = ? WHERE id = ?", (known, effect.handoff))


def _places(handoff: HandoffId) -> Transaction[Sequence[Place]]:
    """Where a card's copies are; until this transaction ends nobody adds one, and nobody changes the handoff."""
    rows = yield Sql("SELECT places FROM handoff WHERE id = ? /*+ FOR NO KEY UPDATE */", (handoff,))
    return [Place(place) for (places,) in rows for place in parse(places)]


def find(handoff: HandoffId) -> Transaction[Handoff]:
    """A handoff as it stands; raises KeyError."""
    rows = yield Sql(f"{ONE} WHERE h.id = ?", (handoff,))
    if not rows:
        raise KeyError(handoff)
    return handoff_from_row(rows[0])


def case(handoff_id: HandoffId) -> Transaction[Case]:
    """A handoff with its run and conversation, of one moment: a single statement sees one; raises KeyError."""
    rows = yield Sql(f"{_CASE} WHERE h.id = ?", (handoff_id,))
    if not rows:
        raise KeyError(handoff_id)
    handoff, run, conversation = (rows[0][part] for part in _PARTS)
    return Case(handoff_from_row(handoff), run_from_row(run), conversation_from_row(conversation))
