"""What a channel remembers over restarts: short texts by name, beside what the database knows of itself."""

from collections.abc import Mapping

from storage.transaction import Database, Sql, Transaction

_PREFIX = "note:"
_NEWEST = 10_000
"""How many messages back is looked for the last one of a place."""


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

    async def last_heard(self, channel: str, account: str, most: int) -> Mapping[str, str]:
        """The `update_id` of the newest message from each place of an account, the places heard last first.

        "" for the rooms of talks that are open and in which nobody was heard yet.
        """
        return await self._run(last_heard(channel, account, most))


def read(name: str) -> Transaction[str]:
    rows = yield Sql("SELECT value FROM instance WHERE name = ?", (_PREFIX + name,))
    return str(rows[0][0]) if rows else ""


def keep(name: str, text: str) -> Transaction[None]:
    yield Sql(
        "INSERT INTO instance (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (_PREFIX + name, text),
    )


def last_heard(channel: str, account: str, most: int) -> Transaction[Mapping[str, str]]:
    """Of the newest messages only: nobody asks for what was missed after one that is older."""
    rows = yield Sql(
        "SELECT c.place, i.source FROM inbox i JOIN conversation c ON c.id = i.conversation_id "
        "WHERE c.channel = ? AND c.account = ? AND i.id IN ("
        f"SELECT MAX(id) FROM inbox WHERE id > (SELECT MAX(id) FROM inbox) - {_NEWEST} GROUP BY conversation_id) "
        "ORDER BY i.id DESC LIMIT ?",
        (channel, account, most),
    )
    heard: dict[str, str] = {}
    for place, source in rows:
        heard.setdefault(place, source.removeprefix(f"{channel}/{account}/"))
    rooms = yield Sql(
        "SELECT place FROM room WHERE own = ? AND is_open = ? AND place LIKE ?", (True, True, f"{channel}%")
    )
    for (place,) in rooms:
        heard.setdefault(place, "")
    return heard
