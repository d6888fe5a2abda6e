"""What is to be told to addresses, once to each per row of the record, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from engine.step import Keyed
from engine.values import from_micros, to_micros
from storage import outbox
from storage.transaction import Database, Sql, Transaction, insert

NEW, DONE, DEAD = "new", "done", "dead"
MOST_PER_ADDRESS = 4
"""How many calls to one address are under way at once: one that is slow keeps no other waiting."""
LISTED = 20
KEPT = timedelta(days=30)
"""For how long it is kept what was told."""


@dataclass(frozen=True, slots=True)
class Call:
    """Something to be told to an address; `entry` is the row of the record that it is about."""

    webhook: str
    entry: int
    event: str
    body: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """A call that this process makes now; this is its try number `attempts`."""

    id: int
    call: Call
    attempts: int
    url: str
    secret: str


@dataclass(frozen=True, slots=True)
class Told:
    """A call as its list shows it; `due_at` is when it is tried next, or was made."""

    id: int
    event: str
    state: str
    attempts: int
    due_at: datetime
    detail: str


class StoredCalls:
    """The calls of one database."""

    def __init__(self, database: Database) -> None:
        self._run = database.run

    async def whose(self, handoffs: Sequence[str]) -> Mapping[str, tuple[str, str]]:
        """Bot and team of these handoffs."""
        return await self._run(_whose(handoffs))

    async def tell(self, calls: Sequence[Call], at: datetime) -> None:
        """Have these be told, each once."""
        await self._run(_tell(calls, at))

    async def claim(self, limit: int, now: datetime, until: datetime) -> Sequence[Claimed]:
        """Take calls that are due and that nobody makes, until that moment."""
        return await self._run(_claim(limit, now, until))

    async def told(self, call: int, detail: str, at: datetime) -> None:
        """It was told."""
        await self._run(_settle(call, DONE, detail, at))

    async def failed(
        self, call: int, detail: str, retry_at: datetime | None, at: datetime, notices: Sequence[Keyed] = ()
    ) -> None:
        """It was not: try again then, or never, of which the notices tell."""
        await self._run(_settle(call, NEW if retry_at else DEAD, detail, retry_at or at, notices))

    async def again(self, webhook: str, call: int, at: datetime) -> bool:
        """Have a call that was given up, or waits, be made now; False if there is no such."""
        return await self._run(_again(webhook, call, at))

    async def listed(self, webhook: str) -> Sequence[Told]:
        """The newest calls to an address, the newest first."""
        return await self._run(_listed(webhook))


def _whose(handoffs: Sequence[str]) -> Transaction[Mapping[str, tuple[str, str]]]:
    found: dict[str, tuple[str, str]] = {}
    for handoff in dict.fromkeys(handoffs):
        rows = yield Sql("SELECT bot, team FROM handoff WHERE id = ?", (handoff,))
        if rows:
            found[handoff] = str(rows[0][0]), str(rows[0][1])
    return found


def _tell(calls: Sequence[Call], at: datetime) -> Transaction[None]:
    moment = to_micros(at)
    yield Sql("DELETE FROM webhook_call WHERE state IN (?, ?) AND due_at <= ?", (DONE, DEAD, to_micros(at - KEPT)))
    for call in calls:
        yield insert(
            "webhook_call", "webhook_id, entry, event, body, state, attempts, due_at",
            (call.webhook, call.entry, call.event, call.body, NEW, 0, moment), unless="webhook_id, entry",
        )  # fmt: skip


def _claim(limit: int, now: datetime, until: datetime) -> Transaction[Sequence[Claimed]]:
    moment = to_micros(now)
    due = yield Sql(
        "SELECT id, webhook_id FROM (SELECT c.id, c.webhook_id, c.due_at, ROW_NUMBER() OVER "
        "(PARTITION BY c.webhook_id ORDER BY c.due_at, c.id) AS place FROM webhook_call c "
        "WHERE c.state = ? AND c.due_at <= ? AND (c.lease_until IS NULL OR c.lease_until <= ?)) w "
        "WHERE place <= ? ORDER BY due_at, id LIMIT ?",
        (NEW, moment, moment, MOST_PER_ADDRESS, limit),
    )
    claimed = []
    for id, webhook in due:
        ((under_way,),) = yield Sql(
            "SELECT COUNT(*) FROM webhook_call WHERE webhook_id = ? AND state = ? AND lease_until > ?",
            (webhook, NEW, moment),
        )
        if under_way >= MOST_PER_ADDRESS:
            continue
        taken = yield Sql(  # another process may have taken it since
            "UPDATE webhook_call SET lease_until = ?, attempts = attempts + 1 WHERE id = ? AND state = ? "
            "AND (lease_until IS NULL OR lease_until <= ?) RETURNING entry, event, body, attempts",
            (to_micros(until), id, NEW, moment),
        )
        for entry, event, body, attempts in taken:
            rows = yield Sql("SELECT url, secret FROM webhook WHERE id = ? AND ended_at IS NULL", (webhook,))
            if rows:
                claimed.append(Claimed(id, Call(webhook, entry, event, body), attempts, *rows[0]))
            else:  # it was removed while somebody who knew it still wrote this down
                yield Sql("DELETE FROM webhook_call WHERE id = ?", (id,))
    return claimed


def _settle(call: int, state: str, detail: str, at: datetime, notices: Sequence[Keyed] = ()) -> Transaction[None]:
    rows = yield Sql(
        "UPDATE webhook_call SET state = ?, detail = ?, due_at = ?, lease_until = NULL WHERE id = ? AND state = ? "
        "RETURNING 1",
        (state, detail, to_micros(at), call, NEW),
    )
    if rows:
        yield from outbox.add(notices)


def _again(webhook: str, call: int, at: datetime) -> Transaction[bool]:
    rows = yield Sql(
        "UPDATE webhook_call SET state = ?, due_at = ?, attempts = 0 WHERE id = ? AND webhook_id = ? "
        "AND (lease_until IS NULL OR lease_until <= ?) AND EXISTS "
        "(SELECT 1 FROM webhook WHERE id = ? AND ended_at IS NULL) RETURNING 1",
        (NEW, to_micros(at), call, webhook, to_micros(at), webhook),
    )
    return bool(rows)


def _listed(webhook: str) -> Transaction[Sequence[Told]]:
    rows = yield Sql(
        "SELECT id, event, state, attempts, due_at, detail FROM webhook_call WHERE webhook_id = ? "
        "ORDER BY id DESC LIMIT ?",
        (webhook, LISTED),
    )
    return [
        Told(id, event, state, attempts, from_micros(at), detail or "")
        for id, event, state, attempts, at, detail in rows
    ]
