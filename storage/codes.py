"""One-time codes: kept by their digest, counted down before they are compared, and counted before they are mailed."""

from datetime import datetime, timedelta

from engine.events import CodeTried
from engine.ids import ConversationId, RunId, short_digest
from engine.outcomes import Challenge, Identity
from engine.step import Keyed
from engine.store import CodeLimits
from engine.values import from_micros, to_micros
from storage import outbox
from storage.locks import CODES, exclusive
from storage.transaction import Sql, Transaction, insert


def add(run: RunId, challenge: Challenge) -> Transaction[None]:
    """Keep a new code; the one that it replaces has no try left from now on."""
    if challenge.replaces:
        yield Sql("UPDATE challenge SET tries_left = 0 WHERE id = ?", (challenge.replaces,))
    row = (challenge.id, run, challenge.contact, challenge.digest, challenge.tries, to_micros(challenge.expires_at))
    yield insert("challenge", "id, run_id, contact, digest, tries_left, expires_at", row, unless="id")


def spend_try(challenge: str, now: datetime) -> Transaction[CodeTried]:
    """Count a try down; the digest is given only if there was one left in time."""
    rows = yield Sql(
        "UPDATE challenge SET tries_left = tries_left - 1 "
        "WHERE id = ? AND tries_left > 0 AND expires_at > ? RETURNING digest, tries_left",
        (challenge, to_micros(now)),
    )
    if rows:
        return CodeTried(rows[0][0], rows[0][1])
    rows = yield Sql("SELECT tries_left, expires_at <= ? FROM challenge WHERE id = ?", (to_micros(now), challenge))
    if not rows:
        raise KeyError(challenge)
    return CodeTried(None, rows[0][0], expired=bool(rows[0][1]) and rows[0][0] > 0)


def offer(run: RunId, challenge: Challenge, mail: Keyed) -> Transaction[None]:
    """Keep a code for somebody who decides, and send it; earlier ones of this run for the address have no try left."""
    earlier = (run, challenge.contact, challenge.id)
    yield Sql("UPDATE challenge SET tries_left = 0 WHERE run_id = ? AND contact = ? AND id <> ?", earlier)
    yield from add(run, challenge)
    yield from outbox.add([mail])


def newest(run: RunId, contact: str) -> Transaction[str | None]:
    """The code of a run for an address that ends last."""
    rows = yield Sql(
        "SELECT id FROM challenge WHERE run_id = ? AND contact = ? ORDER BY expires_at DESC, tries_left DESC LIMIT 1",
        (run, contact),
    )
    return str(rows[0][0]) if rows else None


def count(key: str, contact: str, chat: str, limits: CodeLimits, now: datetime) -> Transaction[datetime | None]:
    """Count one more code, once per key, if the limits allow it; else answer from when on they will.

    Transactions take turns, so that two of them never share the last code of an address.
    """
    yield from exclusive(CODES)
    known = yield Sql("SELECT 1 FROM code_count WHERE key = ?", (key,))
    if known:
        return None
    contact = contact.casefold()
    contact = short_digest(contact)
    yield from drop_old(now - limits.within)
    waits = [
        (yield from _wait("contact", contact, limits.per_address, limits)),
        (yield from _wait("chat", chat, limits.per_chat, limits)),
    ]
    again_at = max((wait for wait in waits if wait), default=None)
    if again_at and again_at > now:
        return again_at
    yield insert("code_count", "key, contact, chat, at", (key, contact, chat, to_micros(now)))
    return None


def _wait(column: str, value: str, most: int, limits: CodeLimits) -> Transaction[datetime | None]:
    """From when on one more is allowed by the codes that were counted for an address or a chat."""
    rows = yield Sql(f"SELECT at FROM code_count WHERE {column} = ? ORDER BY at DESC", (value,))
    moments = [from_micros(at) for (at,) in rows]
    after_pause = [moments[0] + limits.pause] if moments else []
    after_most = [moments[most - 1] + limits.within + timedelta(microseconds=1)] if len(moments) >= most else []
    return max((*after_pause, *after_most), default=None)


def drop_old(before: datetime) -> Transaction[None]:
    """Drop what was counted until then: it limits nothing any more."""
    yield Sql("DELETE FROM code_count WHERE at <= ?", (to_micros(before),))


def prove(conversation: ConversationId, identity: Identity) -> Transaction[None]:
    """Remember what a customer has proven, instead of what they had proven before."""
    yield Sql(
        "UPDATE conversation SET proven = ?, proven_at = ? WHERE id = ?",
        (identity.address, to_micros(identity.at), conversation),
    )
