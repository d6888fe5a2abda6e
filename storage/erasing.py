"""Erases what a customer said and what people were asked about it, once it has ended.

What is kept: ids, the record, who decided what and when, and calls with their bytes, for they may have moved money.
A run that has ended and was not erased yet has a moment in `erasable_since`, and an index by it.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from engine.ids import BotId, ConversationId, HandoffId, RunId
from engine.run import Run, RunStatus
from engine.step import AuditEntry, Keyed
from engine.store import CodeLimits, Erasure
from engine.values import to_micros
from storage import audit, board, codes, comments, found, handoffs, inbox, outbox
from storage.audit import Head
from storage.handoffs import OPEN
from storage.mapping import RUN, run_from_row, run_state
from storage.mapping_handoff import erased_progress, erased_question, hidden_in, without
from storage.transaction import Sql, Transaction

MOST_RUNS = 100
"""How many runs of one conversation are erased at once where nobody waits for it."""
_ALL = 10**9
_NOTHING = "{}"
_OPEN_RUN = f"status IN ({', '.join(repr(status.value) for status in RunStatus if status.is_open)})"


class _Found(NamedTuple):
    """What belongs to runs that are erased: the copies of their cards, and the addresses that were to be proven."""

    edits: Sequence[Keyed]
    contacts: Sequence[str]


def due(bot: BotId, until: datetime, limit: int) -> Transaction[Sequence[ConversationId]]:
    """Conversations with a run that had ended by then, the oldest first."""
    rows = yield Sql(
        "SELECT conversation_id FROM run WHERE bot = ? AND erasable_since <= ? ORDER BY erasable_since LIMIT ?",
        (bot, to_micros(until), limit),
    )
    return [ConversationId(number) for number in dict.fromkeys(number for (number,) in rows)]


def erase(erasure: Erasure) -> Transaction[Head | None]:
    """Erase what has ended, in one transaction with its answer and its entry; answers the record's new head, if any.

    Whoever erases locks the conversation first, so that two sweeps at once do not meet in its rows.
    """
    whose = yield Sql(
        "SELECT place, proven FROM conversation WHERE id = ? /*+ FOR NO KEY UPDATE */", (erasure.conversation,)
    )
    if not whose:
        raise KeyError(erasure.conversation)
    place, proven = whose[0]
    runs = yield from _ended(erasure)
    found = yield from _erase_runs(runs)
    contacts = dict.fromkeys([*found.contacts, *([proven] if proven else [])])
    kept_since = yield from _kept_since(erasure.conversation)
    lines = yield from _erase_lines(erasure.conversation, kept_since)
    yield from _erase_mails(runs, list(contacts))
    if kept_since is None:
        yield from _erase_rest(erasure.conversation)
        yield from board.clear(place, contacts)
    yield from codes.drop_old(erasure.at - CodeLimits().within)
    yield from outbox.add([*found.edits, *erasure.effects])
    if erasure.answers is not None:
        yield from inbox.consume(erasure.answers)
    elif not runs and not lines and erasure.until is not None:
        return None  # another process has swept it
    told = {"requests": len(runs), "lines": lines}
    entry = AuditEntry("customer.forgotten", str(erasure.conversation), erasure.by, erasure.at, told)
    return (yield from audit.add([entry]))


def _ended(erasure: Erasure) -> Transaction[Sequence[Run]]:
    """The runs that can be erased: where somebody wants it all of them, else so many as are due."""
    rows = yield Sql(
        f"SELECT {RUN} FROM run WHERE conversation_id = ? AND erasable_since <= ? ORDER BY erasable_since, id LIMIT ?",
        (erasure.conversation, to_micros(erasure.until or erasure.at), MOST_RUNS if erasure.until else _ALL),
    )
    return [run_from_row(row) for row in rows]


def _erase_runs(runs: Sequence[Run]) -> Transaction[_Found]:
    edits: list[Keyed] = []
    contacts: list[str] = []
    for run in runs:
        left = Run(run.id, run.bot, run.conversation, run.workflow, run.started_at, run.version)
        left.cancelled, left.visits, left.steps, left.next_token = run.cancelled, run.visits, run.steps, run.next_token
        yield Sql("UPDATE run SET state = ?, erasable_since = NULL WHERE id = ?", (run_state(left), run.id))
        edits += yield from _erase_handoffs(run.id)
        yield from comments.erase(run.id)
        rows = yield Sql("SELECT contact FROM challenge WHERE run_id = ?", (run.id,))
        contacts += [contact for (contact,) in rows if contact]
        yield Sql("UPDATE challenge SET contact = '', tries_left = 0 WHERE run_id = ?", (run.id,))
    return _Found(edits, contacts)


def _erase_handoffs(run: RunId) -> Transaction[Sequence[Keyed]]:
    """Take out of a run's requests what they say of their customer; answers what brings their cards to it."""
    edits: list[Keyed] = []
    rows = yield Sql(f"SELECT id, question, progress FROM handoff WHERE run_id = ? AND NOT {OPEN}", (run,))
    for number, question, progress in rows:
        edits += yield from handoffs.edits([HandoffId(number)], f"erased.{number}")
        yield from board.clear_card(HandoffId(number))
        yield from board.clear_room(HandoffId(number))
        yield from found.erase(HandoffId(number))
        yield Sql(
            "UPDATE handoff SET question = ?, progress = ? WHERE id = ?",
            (erased_question(question), erased_progress(progress, hidden_in(question)), number),
        )
        yield from _erase_reason(number, hidden_in(question))
        # Who is no person we know: the customer, who withdrew the request, or the clock.
        yield Sql("UPDATE decision SET person_name = '' WHERE handoff_id = ? AND person IS NULL", (number,))
    return edits


def _erase_reason(handoff: str, hidden: Sequence[str]) -> Transaction[None]:
    """Take out of why somebody decided what the request hid."""
    if not hidden:
        return
    rows = yield Sql("SELECT reason FROM decision WHERE handoff_id = ?", (handoff,))
    for (reason,) in rows:
        yield Sql("UPDATE decision SET reason = ? WHERE handoff_id = ?", (without(reason, hidden), handoff))


def _kept_since(conversation: ConversationId) -> Transaction[int | None]:
    """When the first run began that is open or not due yet; None if there is none."""
    rows = yield Sql(
        f"SELECT MIN(started_at) FROM run WHERE conversation_id = ? AND (erasable_since IS NOT NULL OR {_OPEN_RUN})",
        (conversation,),
    )
    began: int | None = rows[0][0]
    return began


def _erase_lines(conversation: ConversationId, kept_since: int | None) -> Transaction[int]:
    """Drop the transcript up to the last line of ours before what is kept began, or all of it; answers how much.

    Only our own lines have moments of our own clock.
    """
    wanted: tuple[str, Sequence[Any]] = ("", ())
    if kept_since is not None:
        newest = "SELECT MAX(id) FROM message WHERE conversation_id = ? AND author <> 'customer' AND at < ?"
        wanted = (f"AND id <= ({newest})", (conversation, kept_since))
    rows = yield Sql(
        f"DELETE FROM message WHERE conversation_id = ? {wanted[0]} RETURNING 1", (conversation, *wanted[1])
    )
    return len(rows)


def _erase_mails(runs: Sequence[Run], contacts: Sequence[str]) -> Transaction[None]:
    """Take addresses off the mails that went to them, and let none of an erased run go out any more."""
    erased = {run.id for run in runs}
    for contact in contacts:
        rows = yield Sql(
            "SELECT id, key, state FROM effect WHERE lane = ? AND state IN ('new', 'sent', 'dead')",
            (f"mail:{contact}",),
        )
        for number, key, state in rows:
            if state != outbox.NEW or key.partition(".")[0] in erased:
                yield Sql(
                    "UPDATE effect SET state = ?, lane = 'mail:', payload = ?, rendered = NULL, detail = NULL "
                    "WHERE id = ?",
                    (outbox.SENT if state == outbox.SENT else outbox.DEAD, _NOTHING, number),
                )


def _erase_rest(conversation: ConversationId) -> Transaction[None]:
    """Nothing of the conversation is left: neither what was set aside, nor a name, nor what was proven."""
    yield Sql("UPDATE inbox SET payload = NULL WHERE state = ? AND conversation_id = ?", (inbox.POISON, conversation))
    yield Sql("UPDATE conversation SET user_name = '', proven = NULL, proven_at = NULL WHERE id = ?", (conversation,))
