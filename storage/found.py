"""Lists of handoffs that can be searched: written by whoever follows the record, read page by page.

They are made of the handoffs' own rows a moment after those were written, and can be made anew at any time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from engine.handoff import Handoff
from engine.ids import HandoffId
from engine.values import from_micros, to_micros
from storage import audit, found_pages
from storage.following import place_of
from storage.found_pages import Spot, Wanted
from storage.found_words import amount_of, headings_of, teams_of, words_of
from storage.handoffs import ONE
from storage.mapping_handoff import handoff_from_row
from storage.transaction import Database, Sql, Transaction, insert

FOLLOWER = "found"
"""Under which name the record is followed."""
MOST_COUNTED = 1000
"""Beyond so many nobody counts."""
_AT_ONCE = 500
_COLUMNS = "handoff, bot, team, teams, kind, state, node, person, amount, opened_at, due_at, closed_at"
_CHANGED = ", ".join(f"{column} = excluded.{column}" for column in _COLUMNS.split(", ")[1:])
_LOCKED = "INSERT INTO instance (name, value) VALUES ('note:found', '') ON CONFLICT (name) DO UPDATE SET value = ''"


@dataclass(frozen=True, slots=True)
class Lag:
    """How far the lists are behind the record: by how many rows, and since when; None if they never began."""

    rows: int
    since: datetime | None


class StoredFound:
    """The lists of one database."""

    def __init__(self, database: Database) -> None:
        self._run = database.run

    async def index(self, subjects: Sequence[str], bots: Mapping[str, str]) -> None:
        """Write those of these that are handoffs as they are now; `bots` are the names of bots by their ids."""
        await self._run(_index(subjects, bots))

    async def index_conversations(self, conversations: Sequence[int], bots: Mapping[str, str]) -> None:
        """The same of all handoffs of these conversations."""
        await self._run(_index_conversations(conversations, bots))

    async def page(self, wanted: Wanted, after: Spot | None, limit: int) -> Sequence[Spot]:
        """Where the next handoffs stand that may be meant, in the order that is wanted."""
        return await self._run(found_pages.page(wanted, after, limit))

    async def count(self, wanted: Wanted) -> int:
        """How many may be meant; one more than `MOST_COUNTED` stands for any more."""
        return await self._run(found_pages.count(wanted, MOST_COUNTED + 1))

    async def waiting_since(
        self, since: datetime | None, after: Spot | None, newest_first: bool, limit: int
    ) -> Sequence[Spot]:
        """The open handoffs that were opened since, by their own rows: those that no list may have yet."""
        moment = to_micros(since) if since else 0
        return await self._run(found_pages.waiting_since(moment, after, newest_first, limit))

    async def handoffs(self, ids: Sequence[HandoffId]) -> Mapping[HandoffId, Handoff]:
        """These handoffs as they stand."""
        return await self._run(_handoffs(ids))

    async def lag(self) -> Lag:
        """How far the lists are behind the record."""
        return await self._run(_lag())


def erase(handoff: HandoffId) -> Transaction[None]:
    """Leave nothing of a customer in the lists.

    The row is locked first, by which somebody who writes it at this moment is waited for. Whoever writes it for the
    first time just then comes past the record of this erasure, and writes it anew.
    """
    yield Sql("UPDATE found SET amount = NULL WHERE handoff = ?", (handoff,))
    yield Sql("DELETE FROM found_word WHERE handoff = ? AND word NOT LIKE ' %'", (handoff,))


def _index(subjects: Sequence[str], bots: Mapping[str, str]) -> Transaction[None]:
    """What is written is read after the locks: nothing older than what is there replaces it."""
    if not subjects:
        return
    yield Sql(_LOCKED)
    among = ", ".join("?" * len(subjects))
    yield Sql(f"SELECT 1 FROM found WHERE handoff IN ({among}) ORDER BY handoff /*+ FOR NO KEY UPDATE */", subjects)
    rows = yield Sql(f"{ONE} WHERE h.id IN ({among}) ORDER BY h.id", subjects)
    handoffs = [handoff_from_row(row) for row in rows]
    if handoffs:
        fresh = insert("found", _COLUMNS, *map(_row, handoffs))
        yield Sql(f"{fresh.text} ON CONFLICT (handoff) DO UPDATE SET {_CHANGED}", fresh.values)
        yield from _index_words(handoffs, bots)


def _index_conversations(conversations: Sequence[int], bots: Mapping[str, str]) -> Transaction[None]:
    among = ", ".join("?" * len(conversations))
    rows = yield Sql(
        f"SELECT h.id FROM run r JOIN handoff h ON h.run_id = r.id WHERE r.conversation_id IN ({among})", conversations
    )
    ids = [number for (number,) in rows]
    for start in range(0, len(ids), _AT_ONCE):
        yield from _index(ids[start : start + _AT_ONCE], bots)


def _index_words(handoffs: Sequence[Handoff], bots: Mapping[str, str]) -> Transaction[None]:
    """Only what is another word than before is written: most changes of a handoff change none."""
    among = ", ".join("?" * len(handoffs))
    rows = yield Sql(f"SELECT handoff, word FROM found_word WHERE handoff IN ({among})", [each.id for each in handoffs])
    known: dict[str, set[str]] = {}
    for number, word in rows:
        known.setdefault(number, set()).add(word)
    fresh: list[tuple[Any, ...]] = []
    for each in handoffs:
        wanted, had = {*words_of(each, bots.get(each.bot, "")), *headings_of(each)}, known.get(each.id, set())
        if gone := sorted(had - wanted):
            which = ", ".join("?" * len(gone))
            yield Sql(f"DELETE FROM found_word WHERE handoff = ? AND word IN ({which})", (each.id, *gone))
        fresh += [(word, to_micros(each.opened_at), each.id) for word in sorted(wanted - had)]
    for start in range(0, len(fresh), _AT_ONCE):
        some = fresh[start : start + _AT_ONCE]
        yield insert("found_word", "word, opened_at, handoff", *some, unless="word, opened_at, handoff")


def _row(handoff: Handoff) -> tuple[Any, ...]:
    decision, ends_at = handoff.decision, handoff.ends_at
    person = handoff.progress.assignee if handoff.state.is_open else decision and decision.by
    return (
        handoff.id, handoff.bot, handoff.team, f"|{'|'.join(teams_of(handoff))}|", handoff.question.kind.value,
        handoff.state.value, handoff.node, person, amount_of(handoff.question), to_micros(handoff.opened_at),
        ends_at and to_micros(ends_at), decision and to_micros(decision.at),
    )  # fmt: skip


def _handoffs(ids: Sequence[HandoffId]) -> Transaction[Mapping[HandoffId, Handoff]]:
    if not ids:
        return {}
    rows = yield Sql(f"{ONE} WHERE h.id IN ({', '.join('?' * len(ids))})", ids)
    found = [handoff_from_row(row) for row in rows]
    return {each.id: each for each in found}


def _lag() -> Transaction[Lag]:
    head = yield from audit.head()
    at = yield from place_of(FOLLOWER)
    row = yield from audit.row(at)
    return Lag(max(0, head.number - at), from_micros(row.at) if row else None)
