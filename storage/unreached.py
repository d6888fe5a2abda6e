"""Mails with cards that did not arrive, as a provider tells afterwards: once per event, marked, and asked elsewhere."""

from collections.abc import Sequence
from datetime import timedelta

from engine.effects import EditCard
from engine.ids import HandoffId, Place
from engine.step import AuditEntry, Keyed
from engine.values import dump, parse, to_micros
from storage import audit, handoffs, outbox
from storage.audit import Head
from storage.transaction import Sql, Transaction

REMEMBERED = timedelta(days=2)
"""For how long an event's id is kept: far longer than a signature holds, and than a provider goes on telling."""


def note(
    event: str, handoff: HandoffId, place: Place, effects: Sequence[Keyed], entry: AuditEntry
) -> Transaction[Head | None]:
    """Mark a handoff's place as one where nothing arrives, have all copies say so, and send the rest; None if known."""
    yield Sql("DELETE FROM seen_event WHERE at <= ?", (to_micros(entry.at - REMEMBERED),))
    new = yield Sql(
        "INSERT INTO seen_event (id, at) VALUES (?, ?) ON CONFLICT (id) DO NOTHING RETURNING 1",
        (event, to_micros(entry.at)),
    )
    if not new:
        return None
    rows = yield Sql("SELECT places, unreached FROM handoff WHERE id = ? /*+ FOR NO KEY UPDATE */", (handoff,))
    if not rows:
        raise KeyError(handoff)
    lost = list(dict.fromkeys([*parse(rows[0][1] or "[]"), place]))
    yield Sql("UPDATE handoff SET unreached = ? WHERE id = ?", (dump(lost), handoff))
    told = [each for each in parse(rows[0][0]) if each not in lost]
    yield from handoffs.posted(effects)
    edits = [Keyed(f"{event}.e{number}", EditCard(Place(each), handoff)) for number, each in enumerate(told, 1)]
    yield from outbox.add([*effects, *edits])
    return (yield from audit.add([entry]))
