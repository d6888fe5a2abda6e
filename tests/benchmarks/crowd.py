"""Very many pending handoffs: one real paused run, copied by SQL with ids of its own for each copy."""

from collections.abc import Sequence

from tests.benchmarks.place import Place, at_work, pending, prepare

_TABLES = ("conversation", "message", "inbox", "run", "step", "handoff", "card", "effect", "audit")
LEAN = ("conversation", "run", "handoff")
"""What the sweeps look at: without transcripts, cards and records a million fits on a disk."""
_NUMBERED = 1_000_000
"""Where the numbers of copied rows of the record begin: behind the original's."""
_DELIVERED = "UPDATE effect SET state = 'sent', payload = '{}', rendered = NULL, lease_until = NULL"
_HEAD = (
    "UPDATE instance SET value = (SELECT id || ' ' || hash FROM audit ORDER BY id DESC LIMIT 1) "
    "WHERE name = 'audit_head'"
)
"""The record goes on behind the copies; their hashes are the original's, which nobody verifies here."""
_DAY = 86_400_000_000


async def crowd(place: Place, count: int, tables: Sequence[str] = _TABLES) -> Place:
    """Fill a fresh database with so many pending handoffs, and with what these tables keep of each."""
    [conversation] = await prepare(place, 1)
    async with at_work(place.url) as work:
        await work.pause(conversation)
    await place.settle()
    await multiply(place, count - 1, tables)
    await place.settle()
    return place


async def multiply(place: Place, copies: int, tables: Sequence[str] = _TABLES) -> None:
    """Copy the only paused run of a database; the copies' cards were posted, and their time is not up for a day."""
    [(handoff, run, user, source)] = await place.rows(
        "SELECT h.id, h.run_id, c.user_id, i.source FROM handoff h "
        "JOIN conversation c ON c.id = h.conversation_id JOIN inbox i ON i.conversation_id = c.id"
    )
    old = {"run": run, "handoff": handoff, "user": user, "source": source}
    copying = [await _copying(place, table, old) for table in tables]
    await place.rows(
        _DELIVERED,
        f"INSERT INTO card (handoff_id, place, ref) VALUES ('{handoff}', 'play:review', '1')",
        'CREATE TEMP TABLE twin (number BIGINT PRIMARY KEY, run TEXT, handoff TEXT, "user" TEXT, source TEXT)',
        f"INSERT INTO twin WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < {copies}) "
        f"SELECT 10000000 + n, {place.random_id}, {place.random_id}, 'customer-' || (n + 1000000), 'play/twin/' || n "
        f"FROM count WHERE n <= {copies}",
        *copying,
        _HEAD,
        f"UPDATE handoff SET due_at = due_at + {_DAY}",
    )


async def make_due(place: Place, count: int) -> None:
    """Let the time of some handoffs be up."""
    due = (await pending(place))[:count]
    await place.rows(f"UPDATE handoff SET due_at = 1 WHERE id IN ({', '.join(map(repr, map(str, due)))})")


async def make_due_for_all(place: Place, count: int) -> None:
    """Let the time of some handoffs be up, and that of as many others to be recalled."""
    due = [repr(str(each)) for each in (await pending(place))[: 2 * count]]
    await place.rows(
        f"UPDATE handoff SET due_at = 1 WHERE id IN ({', '.join(due[:count])})",
        f"UPDATE handoff SET remind_at = 1 WHERE id IN ({', '.join(due[count:])})",
    )


async def _copying(place: Place, table: str, old: dict[str, str]) -> str:
    """Copies a table's rows once per twin; ids of its own stand in the place of the original's, wherever in a text."""
    columns, values = [], []
    for name, is_text in await place.columns(table):
        if name == "conversation_id" or (table, name) == ("conversation", "id"):
            value = "twin.number"
        elif (table, name) == ("audit", "id"):
            value = f"{_NUMBERED} + row_number() OVER (ORDER BY twin.number, original.id)"
        elif name == "id" and not is_text:
            continue
        elif is_text:
            value = f"original.{name}"
            for what, was in old.items():
                value = f"replace({value}, '{was}', twin.\"{what}\")"
        else:
            value = f"original.{name}"
        columns.append(name)
        values.append(value)
    rows = f"SELECT * FROM {table}" if table != "conversation" else f"SELECT * FROM {table} LIMIT 1"
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) "
        f"SELECT {', '.join(values)} FROM twin CROSS JOIN ({rows}) original ORDER BY twin.number"
    )
