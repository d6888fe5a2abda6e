"""Messages on their way in: written down once, taken in order, marked with the step that answers them."""

from datetime import datetime
from typing import NamedTuple

from engine.errors import StaleRun
from engine.ids import ConversationId
from engine.store import Heard, Turn
from engine.values import to_micros
from storage.mapping import (
    CONVERSATION,
    RUN,
    conversation_from_row,
    inbound_from_json,
    inbound_to_json,
    run_from_row,
)
from storage.transaction import Sql, Transaction

NEW, DONE, POISON = "new", "done", "poison"
OPEN_RUNS = (
    f"SELECT {RUN} FROM run WHERE conversation_id = ? AND status IN ('active', 'waiting', 'stopped', 'held') "
    "ORDER BY started_at, id"
)

_NOT_HELD = "conversation_id NOT IN (SELECT conversation_id FROM run WHERE status = 'held')"
"""A message that waits for a run under review had no chance to do any harm either."""


def record(heard: Heard) -> Transaction[ConversationId | None]:
    """Write a message down under its source; None if that is known."""
    conversation = yield from _conversation(heard)
    rows = yield Sql(
        "INSERT INTO inbox (source, conversation_id, state, starts, payload) VALUES (?, ?, ?, 0, ?) "
        "ON CONFLICT (source) DO NOTHING RETURNING id",
        (heard.source, conversation, NEW, inbound_to_json(heard.message)),
    )
    return conversation if rows else None


def _conversation(heard: Heard) -> Transaction[ConversationId]:
    message = heard.message
    key = "\x1f".join((message.platform, heard.account, heard.bot, heard.place, message.user_id))
    rows = yield Sql("SELECT id, user_name, locale FROM conversation WHERE key = ?", (key,))
    if not rows:
        rows = yield Sql(
            "INSERT INTO conversation (key, bot, channel, account, place, user_id, user_name, locale) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET key = excluded.key "
            "RETURNING id, user_name, locale",
            (
                key,
                heard.bot,
                message.platform,
                heard.account,
                heard.place,
                message.user_id,
                message.user_name,
                heard.locale,
            ),
        )
    number, name, locale = rows[0]
    if name != message.user_name:
        yield Sql("UPDATE conversation SET user_name = ? WHERE id = ?", (message.user_name, number))
    if heard.locale and not locale:  # some messages of a platform tell the language of their author, and some do not
        yield Sql("UPDATE conversation SET locale = ? WHERE id = ?", (heard.locale, number))
    return ConversationId(number)


class Claim(NamedTuple):
    """Who takes a turn among several processes, when, and until when it is theirs."""

    worker: str
    now: datetime
    until: datetime


def next_turn(conversation: ConversationId, claim: Claim | None = None) -> Transaction[Turn | None]:
    """The oldest unanswered message of a conversation, and what its answer depends on; None if another has it."""
    rows = yield _oldest(conversation) if claim is None else _claimed(conversation, claim)
    if not rows:
        return None
    whose = yield Sql(f"SELECT {CONVERSATION} FROM conversation WHERE id = ?", (conversation,))
    runs = yield Sql(OPEN_RUNS, (conversation,))
    number, payload, starts = rows[0]
    open_runs = [run_from_row(run) for run in runs]
    return Turn(number, conversation_from_row(whose[0]), inbound_from_json(payload), open_runs, starts)


def _oldest(conversation: ConversationId) -> Sql:
    return Sql(
        "SELECT id, payload, starts FROM inbox WHERE state = ? AND conversation_id = ? ORDER BY id LIMIT 1",
        (NEW, conversation),
    )


def _claimed(conversation: ConversationId, claim: Claim) -> Sql:
    """Take the oldest message itself, never the one behind it while somebody else has it.

    Taking it from another one whose lease has lapsed counts a start: that process has probably ended with it.
    """
    return Sql(
        f"UPDATE inbox SET starts = starts + CASE WHEN lease_by <> ? AND {_NOT_HELD} THEN 1 ELSE 0 END, "
        "lease_by = ?, lease_until = ? WHERE id = ("
        "SELECT id FROM inbox WHERE id = (SELECT MIN(id) FROM inbox WHERE state = ? AND conversation_id = ?) "
        "AND state = ? AND (lease_until IS NULL OR lease_until <= ? OR lease_by = ?) /*+ FOR UPDATE SKIP LOCKED */) "
        "RETURNING id, payload, starts",
        (
            claim.worker, claim.worker, to_micros(claim.until),
            NEW, conversation, NEW, to_micros(claim.now), claim.worker,
        ),
    )  # fmt: skip


def count_start() -> Transaction[None]:
    """Count a start against each conversation's next message; one behind another had no chance to do any harm."""
    yield Sql(
        "UPDATE inbox SET starts = starts + 1 WHERE state = ? "
        f"AND id IN (SELECT MIN(id) FROM inbox WHERE state = ? GROUP BY conversation_id) AND {_NOT_HELD}",
        (NEW, NEW),
    )


def consume(inbox_id: int) -> Transaction[None]:
    """Mark a message as answered, once; its text lives on in the transcript only. Raises StaleRun if it was."""
    rows = yield Sql(
        "UPDATE inbox SET state = ?, payload = NULL WHERE id = ? AND state = ? RETURNING 1", (DONE, inbox_id, NEW)
    )
    if not rows:
        raise StaleRun(f"message {inbox_id}")


def give_up(inbox_id: int) -> Transaction[None]:
    """Set a message aside, with its text, for an operator to look at."""
    yield Sql("UPDATE inbox SET state = ? WHERE id = ? AND state = ?", (POISON, inbox_id, NEW))
