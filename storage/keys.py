"""Keys that sign links in mails: one per period, made by whoever needs it first, dropped when its links are over."""

import secrets
from collections.abc import Sequence
from datetime import timedelta

from engine.ports import Clock
from engine.values import to_micros
from storage.transaction import Database, Sql, Transaction

PERIOD = timedelta(days=14)
BELIEVED = 2
"""How many periods back a key is believed: a link lives for one of them."""
_PREFIX = "link-key:"


class StoredKeys:
    """The keys of one database; every process on it has the same."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._run = database.run
        self._clock = clock
        self._known: tuple[int, Sequence[str]] = (-1, ())

    async def keys(self) -> Sequence[str]:
        """The keys that are believed, the present one last."""
        period = to_micros(self._clock.now()) // (PERIOD // timedelta(microseconds=1))
        if self._known[0] != period:
            self._known = period, await self._run(_keys(period, secrets.token_hex(32)))
        return self._known[1]


def _keys(period: int, fresh: str) -> Transaction[Sequence[str]]:
    yield Sql("INSERT INTO instance (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING", (_name(period), fresh))
    yield Sql("DELETE FROM instance WHERE name LIKE ? AND name < ?", (f"{_PREFIX}%", _name(period - BELIEVED)))
    rows = yield Sql("SELECT value FROM instance WHERE name LIKE ? ORDER BY name", (f"{_PREFIX}%",))
    return [str(value) for (value,) in rows]


def _name(period: int) -> str:
    return f"{_PREFIX}{period:08}"
