"""Effects on their way out: one at a time per lane, in the order in which they were committed."""

from collections.abc import Sequence
from datetime import datetime

from engine.effects import CloseRoom, EditCard
from engine.ids import HandoffId, Place
from engine.step import Keyed
from engine.store import CardCopy, Claimed, Posting, RelayedCopy, RoomClosed, RoomOpened, StatusCopy
from engine.values import from_micros, to_micros
from storage import notes, talks
from storage.handoffs import OPEN
from storage.mapping_effects import effect_from_columns, effect_to_columns
from storage.transaction import Sql, Transaction, insert

NEW, SENT, DEAD = "new", "sent", "dead"
_MERGED = ("edit", "restatus")
"""Kinds of which one that is sent says what all others of the same message would."""
_MOST_IDS = 10**15
# One list for all edits, and no look into the lane for each: a thousand may wait there. SQLite looks a single value up
# in such a list, and compares a pair with each of its rows.
_CARD_TO_COME = "lane || payload IN (SELECT lane || payload FROM effect WHERE state = 'new' AND kind = 'card')"
_URGENCY = f"CASE WHEN kind = 'edit' AND NOT {_CARD_TO_COME} THEN id ELSE {_MOST_IDS} + id END"
"""Orders the effects of a lane; the id is the rest of a division."""


def claim(limit: int, now: datetime, until: datetime) -> Transaction[Sequence[Claimed]]:
    """Take the most urgent waiting effect of every lane that nobody works on and that is not told to wait.

    An edit goes before what is still to be posted: a card must not go on offering what was decided. Else the oldest,
    as is the edit of a card whose post is not confirmed yet: it may stand there as it was, and no copy of it is known.
    """
    moment = to_micros(now)
    rows = yield Sql(
        f"SELECT e.id FROM (SELECT MIN({_URGENCY}) % {_MOST_IDS} AS id, MAX(lease_until) AS leased FROM effect "
        "WHERE state = ? GROUP BY lane) first JOIN effect e ON e.id = first.id "
        "WHERE e.state = ? AND (e.due_at IS NULL OR e.due_at <= ?) AND (leased IS NULL OR leased <= ?) "
        "ORDER BY e.id LIMIT ? /*+ FOR UPDATE OF e SKIP LOCKED */",
        (NEW, NEW, moment, moment, limit),
    )
    claimed = []
    for (number,) in rows:
        # The lane was looked at before this row was locked: another process may have taken it in between.
        taken = yield Sql(
            "UPDATE effect SET lease_until = ?, attempts = attempts + 1 WHERE id = ? AND state = ? "
            "AND (lease_until IS NULL OR lease_until <= ?) "
            "RETURNING id, key, lane, kind, payload, attempts, rendered, detail",
            (to_micros(until), number, NEW, moment),
        )
        for effect, key, lane, kind, payload, attempts, rendered, detail in taken:
            if kind in _MERGED:
                yield from _merge(effect, lane, kind, payload)
            what = effect_from_columns(lane, kind, payload)
            claimed.append(Claimed(effect, key, lane, what, attempts, rendered, detail or ""))
    return claimed


def _merge(effect: int, lane: str, kind: str, payload: str) -> Transaction[None]:
    """Other edits of this message that wait now are done with this one: it shows the state as it is when it is sent."""
    yield Sql(
        "UPDATE effect SET state = ?, payload = '{}' WHERE state = ? AND lane = ? AND kind = ? AND payload = ? "
        "AND id <> ?",
        (SENT, NEW, lane, kind, payload, effect),
    )


def keep_rendered(effect: int, rendered: str) -> Transaction[None]:
    """Keep the bytes before they are sent for the first time, if they are still to be sent."""
    yield Sql("UPDATE effect SET rendered = ? WHERE id = ? AND state = ?", (rendered, effect, NEW))


def keep_letter(key: str, letter: str) -> Transaction[str]:
    """Keep what the effect of that key sends, if nothing is kept yet; answers what is kept, or the letter itself."""
    rows = yield Sql(
        "UPDATE effect SET rendered = COALESCE(rendered, ?) WHERE key = ? AND state = ? RETURNING rendered",
        (letter, key, NEW),
    )
    return str(rows[0][0]) if rows else letter


def sent(effect: int, posted: Posting | None) -> Transaction[None]:
    """Mark an effect as done: what it said is dropped, a text lives on in the transcript; what was posted is kept."""
    yield Sql(
        "UPDATE effect SET state = ?, payload = '{}', rendered = NULL, lease_until = NULL WHERE id = ?", (SENT, effect)
    )
    match posted:
        case CardCopy():
            yield from keep_card(posted)
        case StatusCopy():
            yield from talks.keep_status(posted)
        case RoomOpened():
            yield from talks.keep_room(posted)
        case RelayedCopy():
            yield from talks.keep_relayed(posted)
        case RoomClosed():
            yield from talks.close_room(posted)


def keep_card(card: CardCopy) -> Transaction[None]:
    """Keep a posted copy, once."""
    yield Sql(
        "INSERT INTO card (handoff_id, place, ref) VALUES (?, ?, ?) ON CONFLICT (handoff_id, place, ref) DO NOTHING",
        (card.handoff, card.place, card.ref),
    )


def failed(effect: int, detail: str, retry_at: datetime | None, notices: Sequence[Keyed] = ()) -> Transaction[None]:
    """Give an effect back, for later or for good, unless somebody has sent it meanwhile; notices go with it.

    What is given up leaves nothing of what it said: a mail may have been a code, and a text stands in the transcript.
    """
    state = DEAD if retry_at is None else NEW
    due = None if retry_at is None else to_micros(retry_at)
    rows = yield Sql(
        "UPDATE effect SET state = ?, due_at = ?, lease_until = NULL, detail = ?, "
        "payload = CASE WHEN ? AND kind IN ('mail', 'text', 'files', 'relay') THEN '{}' ELSE payload END, "
        "rendered = CASE WHEN ? THEN NULL ELSE rendered END WHERE id = ? AND state = ? RETURNING lane, kind, payload",
        (state, due, detail, retry_at is None, retry_at is None, effect, NEW),
    )
    for lane, kind, payload in rows:
        effect_given_up = effect_from_columns(lane, kind, payload) if state == DEAD and kind == "close" else None
        if isinstance(effect_given_up, CloseRoom):  # the talk is over, also where nobody could be told
            yield from talks.close_room(RoomClosed(effect_given_up.handoff))
        yield from add(notices)


def add(effects: Sequence[Keyed]) -> Transaction[None]:
    """Write effects, each once per key."""
    rows = [(keyed.key, *effect_to_columns(keyed.effect), NEW, 0) for keyed in effects]
    if rows:
        yield insert("effect", "key, lane, kind, payload, state, attempts", *rows, unless="key")


def note_missed(channel: str, since: datetime, until: datetime) -> Transaction[None]:
    """Note when taps at places of a channel may have been lost, and have every open card there edited."""
    yield from notes.keep(_missed(channel), f"{to_micros(since)} {to_micros(until)}")
    rows = yield Sql(
        "SELECT DISTINCT c.place, c.handoff_id FROM card c JOIN handoff h ON h.id = c.handoff_id "
        f"WHERE h.{OPEN} AND c.place LIKE ? ORDER BY c.handoff_id",
        (f"{channel}:%",),
    )
    edits = [EditCard(Place(place), HandoffId(handoff)) for place, handoff in rows]
    key = f"missed.{to_micros(until)}"
    yield from add([Keyed(f"{key}.{number}", edit) for number, edit in enumerate(edits)])


def missed(channel: str) -> Transaction[tuple[datetime, datetime] | None]:
    """When taps at places of a channel may have been lost, the last time."""
    text = yield from notes.read(_missed(channel))
    if not text:
        return None
    since, until = text.split()
    return from_micros(int(since)), from_micros(int(until))


def _missed(channel: str) -> str:
    return f"{channel}/missed"


def forget_card(card: CardCopy) -> Transaction[None]:
    """Forget a copy that is not there any more."""
    yield Sql("DELETE FROM card WHERE handoff_id = ? AND place = ? AND ref = ?", (card.handoff, card.place, card.ref))
