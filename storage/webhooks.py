"""Addresses that are told of handoffs; their secrets are sealed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit

from engine.step import AuditEntry
from engine.values import from_micros, to_micros
from storage import audit
from storage.audit import Head
from storage.generation import Generation
from storage.transaction import Database, Sql, Transaction
from storage.webhook_calls import NEW

MOST = 50
"""How many addresses there may be at once."""
_COLUMNS = "id, url, secret, events, bot, person, at, ended_at"

AnswerT = TypeVar("AnswerT")


@dataclass(frozen=True, slots=True)
class Webhook:
    """An address that is told of `events` of one bot or, with "", of all; `secret` is sealed."""

    id: str
    url: str
    secret: str
    events: tuple[str, ...]
    bot: str
    person: str
    at: datetime
    ended_at: datetime | None = None


class StoredWebhooks:
    """The addresses of one database; each change is one transaction, with its row of the record."""

    def __init__(self, database: Database, generation: Generation | None = None) -> None:
        self._run = database.run
        self._generation = generation

    async def add(self, webhook: Webhook, who: str) -> bool:
        """Keep an address; False if there are too many."""
        return await self._noted(_add(webhook, who))

    async def all(self) -> Sequence[Webhook]:
        """Every address that was not removed, the newest first."""
        return await self._run(_all())

    async def find(self, id: str) -> Webhook | None:
        """One address that was not removed."""
        return await self._run(_find(id))

    async def renew(self, id: str, secret: str, who: str, at: datetime) -> bool:
        """Give an address another secret; False if there is no such address."""
        return await self._noted(_change(id, "secret", secret, "webhook.renewed", who, at))

    async def end(self, id: str, who: str, at: datetime) -> bool:
        """Remove an address; what it was still to be told it is not told any more."""
        return await self._noted(_change(id, "ended_at", to_micros(at), "webhook.ended", who, at))

    async def _noted(self, transaction: Transaction[tuple[AnswerT, Head | None]]) -> AnswerT:
        answer, head = await self._run(transaction)
        if head and self._generation:
            self._generation.reached(head)
        return answer


def _add(webhook: Webhook, who: str) -> Transaction[tuple[bool, Head | None]]:
    ((count,),) = yield Sql("SELECT COUNT(*) FROM webhook WHERE ended_at IS NULL")
    if count >= MOST:
        return False, None
    added = yield Sql(
        "INSERT INTO webhook (id, url, secret, events, bot, person, at) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO NOTHING RETURNING 1",
        (webhook.id, webhook.url, webhook.secret, " ".join(webhook.events), webhook.bot, webhook.person,
         to_micros(webhook.at)),
    )  # fmt: skip
    if not added:
        return True, None
    detail = {"host": _host(webhook.url), "events": list(webhook.events), "bot": webhook.bot}
    return True, (yield from audit.add([AuditEntry("webhook.added", webhook.id, who, webhook.at, detail)]))


def _all() -> Transaction[Sequence[Webhook]]:
    rows = yield Sql(f"SELECT {_COLUMNS} FROM webhook WHERE ended_at IS NULL ORDER BY at DESC, id")
    return [_from_row(row) for row in rows]


def _find(id: str) -> Transaction[Webhook | None]:
    rows = yield Sql(f"SELECT {_COLUMNS} FROM webhook WHERE id = ? AND ended_at IS NULL", (id,))
    return _from_row(rows[0]) if rows else None


def _change(
    id: str, column: str, value: str | int, event: str, who: str, at: datetime
) -> Transaction[tuple[bool, Head | None]]:
    changed = yield Sql(f"UPDATE webhook SET {column} = ? WHERE id = ? AND ended_at IS NULL RETURNING url", (value, id))
    if not changed:
        return False, None
    if column == "ended_at":
        yield Sql("DELETE FROM webhook_call WHERE webhook_id = ? AND state = ?", (id, NEW))
    return True, (yield from audit.add([AuditEntry(event, id, who, at, {"host": _host(changed[0][0])})]))


def _host(url: str) -> str:
    """What the record tells of an address: the rest of it may be as good as a password."""
    return urlsplit(url).hostname or ""


def _from_row(row: tuple[Any, ...]) -> Webhook:
    id, url, secret, events, bot, person, at, ended = row
    moment = None if ended is None else from_micros(ended)
    return Webhook(id, url, secret, tuple(events.split()), bot, person, from_micros(at), moment)
