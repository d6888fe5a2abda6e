"""Talks with customers: who talks with whom, where, and which message is the copy of which."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from engine.effects import OpenRoom
from engine.errors import AlreadyTalking, StaleRun
from engine.ids import ConversationId, HandoffId, Place
from engine.step import Said, Step
from engine.store import RelayedCopy, RoomClosed, RoomOpened, StatusCopy
from engine.talk import Posted, Room
from engine.values import to_micros
from storage.mapping import said_from_row
from storage.mapping_effects import effect_from_columns
from storage.transaction import Sql, Transaction

_RECENT = 2000
"""Among how many of the newest decisions those of one node are looked for."""


# --- with the steps of runs -----------------------------------------------------------------------------------------


def switch(step: Step) -> Transaction[None]:
    """Have a conversation heard by a person from now on, or by the bot again; raises AlreadyTalking.

    Raises StaleRun where a message begins a run beside others and a person has taken the customer over meanwhile.
    """
    if step.base == 0 and step.run.while_waiting != "join":
        rows = yield Sql("SELECT talk FROM conversation WHERE id = ? /*+ FOR NO KEY UPDATE */", (step.conversation,))
        if rows and rows[0][0]:
            raise StaleRun(step.run.id)
    if step.talk_ends:
        yield Sql("UPDATE conversation SET talk = NULL WHERE id = ? AND talk = ?", (step.conversation, step.talk_ends))
    if step.talk_begins:
        rows = yield Sql(
            "UPDATE conversation SET talk = ? WHERE id = ? AND (talk IS NULL OR talk = ?) RETURNING 1",
            (step.talk_begins, step.conversation, step.talk_begins),
        )
        if not rows:
            other = yield Sql("SELECT talk FROM conversation WHERE id = ?", (step.conversation,))
            raise AlreadyTalking(HandoffId(other[0][0]))


# --- what was posted ------------------------------------------------------------------------------------------------


def keep_status(copy: StatusCopy) -> Transaction[None]:
    """Keep where the customer's message about a request is."""
    yield Sql("UPDATE handoff SET status_ref = ? WHERE id = ?", (copy.ref, copy.handoff))


def keep_room(opened: RoomOpened) -> Transaction[None]:
    """Keep the room of a talk, and the message with which it was opened."""
    room = opened.room
    yield Sql(
        "INSERT INTO room (handoff_id, place, own, is_open) VALUES (?, ?, ?, ?) ON CONFLICT (handoff_id) DO UPDATE "
        "SET place = excluded.place, own = excluded.own, is_open = excluded.is_open",
        (opened.handoff, room.place, room.own, room.is_open),
    )
    yield from _keep_copy(opened.handoff, opened.root, opened.source)


def close_room(closed: RoomClosed) -> Transaction[None]:
    """What is written in the room belongs to no talk any more."""
    yield Sql("UPDATE room SET is_open = ? WHERE handoff_id = ?", (False, closed.handoff))


def keep_relayed(copy: RelayedCopy) -> Transaction[None]:
    """Keep that a message is the copy of another one."""
    yield from _keep_copy(copy.handoff, copy.relayed.copy, copy.relayed.source)


def _keep_copy(handoff: HandoffId, copy: Posted, source: Posted | None) -> Transaction[None]:
    yield Sql(
        "INSERT INTO relayed (handoff_id, place, ref, source_place, source_ref) VALUES (?, ?, ?, ?, ?)",
        (handoff, copy.place, copy.ref, source.place if source else None, source.ref if source else None),
    )


# --- what is looked up ----------------------------------------------------------------------------------------------


def status_copy(handoff: HandoffId) -> Transaction[str]:
    """The message that tells the customer of a request."""
    rows = yield Sql("SELECT status_ref FROM handoff WHERE id = ?", (handoff,))
    return (rows[0][0] if rows else None) or ""


def room(handoff: HandoffId) -> Transaction[Room | None]:
    """The room of a talk."""
    rows = yield Sql("SELECT place, own, is_open FROM room WHERE handoff_id = ?", (handoff,))
    return Room(Place(rows[0][0]), bool(rows[0][1]), bool(rows[0][2])) if rows else None


def rooms() -> Transaction[Sequence[Place]]:
    """Places that are nothing but rooms of talks."""
    rows = yield Sql("SELECT place FROM room WHERE own = ? AND is_open = ?", (True, True))
    return [Place(place) for (place,) in rows]


def talk_at(place: Place, ref: str, over: bool) -> Transaction[HandoffId | None]:
    """The talk to which a place belongs, or a message there that somebody answers."""
    rows: Sequence[tuple[Any, ...]] = ()
    if ref:
        rows = yield Sql(
            "SELECT t.handoff_id FROM relayed t JOIN room r ON r.handoff_id = t.handoff_id "
            "WHERE t.place = ? AND t.ref = ? AND r.is_open = ? AND r.place = ? ORDER BY t.id DESC LIMIT 1",
            (place, ref, True, place),
        )
    if not rows:
        rows = yield Sql("SELECT handoff_id FROM room WHERE place = ? AND own = ? AND is_open = ?", (place, True, True))
    if not rows and over:
        rows = yield Sql("SELECT handoff_id FROM room WHERE place = ? AND own = ?", (place, True))
    return HandoffId(rows[0][0]) if rows else None


def rooms_to_open(place: Place) -> Transaction[Sequence[HandoffId]]:
    """The talks whose rooms are about to be opened beside a place."""
    rows = yield Sql("SELECT lane, kind, payload FROM effect WHERE state = 'new' AND kind = 'room'")
    effects = [effect_from_columns(*row) for row in rows]
    return [effect.handoff for effect in effects if isinstance(effect, OpenRoom) and effect.place == place]


def counterparts(handoff: HandoffId, posted: Posted) -> Transaction[Sequence[Posted]]:
    """The copies of a message, or what it is a copy of."""
    copies = yield Sql(
        "SELECT place, ref FROM relayed WHERE source_place = ? AND source_ref = ? AND handoff_id = ? ORDER BY id",
        (posted.place, posted.ref, handoff),
    )
    sources = yield Sql(
        "SELECT source_place, source_ref FROM relayed WHERE place = ? AND ref = ? AND handoff_id = ? "
        "AND source_ref IS NOT NULL ORDER BY id",
        (posted.place, posted.ref, handoff),
    )
    return [Posted(Place(place), ref) for place, ref in (*copies, *sources)]


def lines(conversation: ConversationId, since: datetime) -> Transaction[Sequence[Said]]:
    """What the two ends have said since then; the bot's words are no part of it."""
    rows = yield Sql(
        "SELECT author, words, at FROM message WHERE conversation_id = ? AND at >= ? AND author <> 'bot' ORDER BY id",
        (conversation, to_micros(since)),
    )
    return [said_from_row(author, words, at) for author, words, at in rows]


def spans(bot: str, node: str, limit: int) -> Transaction[Sequence[timedelta]]:
    """How long the requests of a node waited that people decided last, the newest first."""
    rows = yield Sql(
        "SELECT d.at - h.opened_at FROM decision d JOIN handoff h ON h.id = d.handoff_id "
        "WHERE d.id > (SELECT COALESCE(MAX(id), 0) FROM decision) - ? AND h.bot = ? AND h.node = ? "
        "AND d.person IS NOT NULL ORDER BY d.id DESC LIMIT ?",
        (_RECENT, bot, node, limit),
    )
    return [timedelta(microseconds=int(waited)) for (waited,) in rows]
