"""What a channel remembers over restarts: short texts by name, beside what the database knows of itself."""

from storage.transaction import Database, Sql, Transaction

_PREFIX = "note:"


class StoredNotes:
    """`channels.base.Notes` in the database."""

    def __init__(self, database: Database) -> None:
        self._run = database.run

    async def note(self, name: str) -> str:
        """The text kept under a name, or ""."""
        return await self._run(read(name))

    async def keep_note(self, name: str, text: str) -> None:
        """Keep a text under a name, instead of the one that is there."""
        await self._run(keep(name, text))


def read(name: str) -> Transaction[str]:
    rows = yield Sql("SELECT value FROM instance WHERE name = ?", (_PREFIX + name,))
    return str(rows[0][0]) if rows else ""


def keep(name: str, text: str) -> Transaction[None]:
    yield Sql(
        "INSERT INTO instance (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (_PREFIX + name, text),
    )
