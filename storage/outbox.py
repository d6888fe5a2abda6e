"""Effects on their way out: one at a time per lane, in the order in which they were committed."""

from collections.abc import Sequence
from datetime import datetime

from engine.step import Keyed
from engine.store import CardCopy, Claimed
from engine.values import to_micros
from storage.mapping import effect_from_columns, effect_to_columns
from storage.transaction import Sql, Transaction, insert

NEW, SENT, DEAD = "new", "sent", "dead"


def claim(limit: int, now: datetime, until: datetime) -> Transaction[Sequence[Claimed]]:
    """Take the oldest waiting effect of every lane that nobody works on and that is not told to wait."""
    moment = to_micros(now)
    rows = yield Sql(
        "SELECT e.id FROM (SELECT MIN(id) AS id FROM effect WHERE state = ? GROUP BY lane) first "
        "JOIN effect e ON e.id = first.id "
        "WHERE e.state = ? AND (e.due_at IS NULL OR e.due_at <= ?) AND (e.lease_until IS NULL OR e.lease_until <= ?) "
        "ORDER BY e.id LIMIT ? /*+ FOR UPDATE OF e SKIP LOCKED */",
        (NEW, NEW, moment, moment, limit),
    )
    claimed = []
    for (number,) in rows:
        taken = yield Sql(
            "UPDATE effect SET lease_until = ?, attempts = attempts + 1 WHERE id = ? AND state = ? "
            "RETURNING id, key, lane, kind, payload, attempts, rendered",
            (to_micros(until), number, NEW),
        )
        for effect, key, lane, kind, payload, attempts, rendered in taken:
            claimed.append(Claimed(effect, key, lane, effect_from_columns(lane, kind, payload), attempts, rendered))
    return claimed


def keep_rendered(effect: int, rendered: str) -> Transaction[None]:
    """Keep the bytes before they are sent for the first time."""
    yield Sql("UPDATE effect SET rendered = ? WHERE id = ?", (rendered, effect))


def sent(effect: int, card: CardCopy | None) -> Transaction[None]:
    """Mark an effect as done: what it said is dropped, a text lives on in the transcript; a card's copy is kept."""
    yield Sql(
        "UPDATE effect SET state = ?, payload = '{}', rendered = NULL, lease_until = NULL WHERE id = ?", (SENT, effect)
    )
    if card is not None:
        yield Sql(
            "INSERT INTO card (handoff_id, place, ref) VALUES (?, ?, ?) "
            "ON CONFLICT (handoff_id, place, ref) DO NOTHING",
            (card.handoff, card.place, card.ref),
        )


def failed(effect: int, detail: str, retry_at: datetime | None, notices: Sequence[Keyed] = ()) -> Transaction[None]:
    """Give an effect back, for later or for good, unless somebody has sent it meanwhile; notices go with it."""
    state = DEAD if retry_at is None else NEW
    due = None if retry_at is None else to_micros(retry_at)
    rows = yield Sql(
        "UPDATE effect SET state = ?, due_at = ?, lease_until = NULL, detail = ? WHERE id = ? AND state = ? "
        "RETURNING 1",
        (state, due, detail, effect, NEW),
    )
    if rows:
        yield from add(notices)


def add(effects: Sequence[Keyed]) -> Transaction[None]:
    """Write effects, each once per key."""
    rows = [(keyed.key, *effect_to_columns(keyed.effect), NEW, 0) for keyed in effects]
    if rows:
        yield insert("effect", "key, lane, kind, payload, state, attempts", *rows, unless="key")
