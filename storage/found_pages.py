"""The statements by which lists of handoffs are read page by page, so that the first page is quick among very many.

A handoff is kept under headings: for each of its teams what it is to it (`found_words`), in the order of opening. A
page walks along the headings that are wanted, or along the word that the fewest handoffs have where few have it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from engine.ids import HandoffId
from engine.values import to_micros
from storage.found_words import ALL, heading
from storage.handoffs import OPEN
from storage.transaction import Sql, Transaction

MOST_WORDS = 5
_FEW = 5000
"""Of a word that so many handoffs have, at most, each is looked at; of others the newest or oldest that fit."""
_LAST = "\U0010ffff"


class Spot(NamedTuple):
    """Where a handoff stands in a list."""

    opened_at: int
    handoff: HandoffId


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which handoffs are looked for: of any of these teams, under this heading, and all else that is given."""

    teams: tuple[str, ...]
    """Those who look; `found_words.OPERATORS` for what only operators are asked. Nobody finds nothing."""
    heading: str = ALL
    bot: str = ""
    team: str = ""
    """A team that may be asked, too."""
    person: str = ""
    """Who looks after it, or has decided it."""
    unclaimed: bool = False
    least: int | None = None
    most: int | None = None
    """Bounds of the amount, in millionths."""
    words: tuple[str, ...] = ()
    """Beginnings of words, at most `MOST_WORDS`."""
    since: datetime | None = None
    before: datetime | None = None
    newest_first: bool = True


class _Where(NamedTuple):
    """A condition with its values."""

    text: str
    values: tuple[Any, ...] = ()


def page(wanted: Wanted, after: Spot | None, limit: int) -> Transaction[Sequence[Spot]]:
    """Where the next handoffs stand that may be meant."""
    walk = yield from _walk(wanted, after, limit)
    if walk is None:
        return []
    rows = yield walk
    return [Spot(int(opened), HandoffId(number)) for opened, number in rows]


def count(wanted: Wanted, most: int) -> Transaction[int]:
    """How many may be meant, up to so many."""
    walk = yield from _walk(wanted, None, most)
    if walk is None:
        return 0
    ((found,),) = yield Sql(f"SELECT COUNT(*) FROM ({walk.text}) counted", walk.values)
    return int(found)


def waiting_since(since: int, after: Spot | None, newest_first: bool, limit: int) -> Transaction[Sequence[Spot]]:
    """Open handoffs by their own rows."""
    way, order = ("<", "DESC") if newest_first else (">", "ASC")
    beyond, spot = (f" AND (opened_at, id) {way} (?, ?)", tuple(after)) if after else ("", ())
    rows = yield Sql(
        f"SELECT opened_at, id FROM handoff WHERE {OPEN} AND opened_at >= ?{beyond} "
        f"ORDER BY opened_at {order}, id {order} LIMIT ?",
        (since, *spot, limit),
    )
    return [Spot(int(opened), HandoffId(number)) for opened, number in rows]


def _walk(wanted: Wanted, after: Spot | None, limit: int) -> Transaction[Sql | None]:
    """The statement for a page; None where nothing can be found."""
    if not wanted.teams:
        return None
    kept = [heading(team, wanted.heading) for team in wanted.teams]
    rarest = yield from _rarest(wanted.words)
    limits = _limits(wanted, after)
    if rarest:
        others = [word for word in wanted.words if word != rarest]
        conditions = [_begins("w.word", rarest), _has_heading(kept), *limits, *map(_has_word, others)]
        walks = [_one_walk(wanted, conditions, limit)]
    else:
        conditions = [*limits, *map(_has_word, wanted.words)]
        walks = [_one_walk(wanted, [_Where("w.word = ?", (word,)), *conditions], limit) for word in kept]
    if len(walks) == 1:
        return walks[0]
    together = " UNION ".join(f"SELECT * FROM ({walk.text}) w{number}" for number, walk in enumerate(walks))
    values = [value for walk in walks for value in walk.values]
    return Sql(f"SELECT * FROM ({together}) together {_order(wanted)} LIMIT ?", (*values, limit))


def _one_walk(wanted: Wanted, conditions: Sequence[_Where], limit: int) -> Sql:
    """What is joined stands behind CROSS JOIN: SQLite then walks along the words, as they are ordered."""
    more = _of_rows(wanted)
    joined = " CROSS JOIN found f" if more else ""
    every = [*conditions, *([_Where("f.handoff = w.handoff"), *more] if more else [])]
    text = " AND ".join(each.text for each in every)
    values = [value for each in every for value in each.values]
    return Sql(
        f"SELECT {'DISTINCT ' if wanted.words else ''}w.opened_at, w.handoff FROM found_word w{joined} WHERE {text} "
        f"{_order(wanted, 'w.')} LIMIT ?",
        (*values, limit),
    )


def _order(wanted: Wanted, of: str = "") -> str:
    way = "DESC" if wanted.newest_first else "ASC"
    return f"ORDER BY {of}opened_at {way}, {of}handoff {way}"


def _limits(wanted: Wanted, after: Spot | None) -> list[_Where]:
    limits = []
    if after:
        limits.append(_Where(f"(w.opened_at, w.handoff) {'<' if wanted.newest_first else '>'} (?, ?)", tuple(after)))
    if wanted.since:
        limits.append(_Where("w.opened_at >= ?", (to_micros(wanted.since),)))
    if wanted.before:
        limits.append(_Where("w.opened_at < ?", (to_micros(wanted.before),)))
    return limits


def _of_rows(wanted: Wanted) -> list[_Where]:
    """What stands in the row of a handoff only."""
    equal = {"f.bot": wanted.bot, "f.person": wanted.person}
    found = [_Where(f"{column} = ?", (value,)) for column, value in equal.items() if value]
    if wanted.team:
        found.append(_Where("f.teams LIKE ? ESCAPE '!'", (f"%|{_escaped(wanted.team)}|%",)))
    if wanted.unclaimed:
        found.append(_Where("f.person IS NULL"))
    if wanted.least is not None:
        found.append(_Where("f.amount >= ?", (wanted.least,)))
    if wanted.most is not None:
        found.append(_Where("f.amount <= ?", (wanted.most,)))
    return found


def _has_heading(kept: Sequence[str]) -> _Where:
    among = ", ".join("?" * len(kept))
    return _Where(
        "(SELECT 1 FROM found_word k "
        f"WHERE k.word IN ({among}) AND k.opened_at = w.opened_at AND k.handoff = w.handoff LIMIT 1) = 1",
        tuple(kept),
    )


def _has_word(word: str) -> _Where:
    """No EXISTS: PostgreSQL would make a join of that, and read all that begins so before the first row."""
    begins = _begins("x.word", word)
    one = f"SELECT 1 FROM found_word x WHERE x.handoff = w.handoff AND {begins.text} LIMIT 1"
    return _Where(f"({one}) = 1", begins.values)


def _begins(column: str, word: str) -> _Where:
    return _Where(f"{column} >= ? AND {column} < ?", (word, word + _LAST))


def _escaped(text: str) -> str:
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _rarest(words: Sequence[str]) -> Transaction[str]:
    """The word that the fewest handoffs have; "" where very many have each, so that a page is full soon."""
    counted: dict[str, int] = {}
    for word in words:
        begins = _begins("word", word)
        ((counted[word],),) = yield Sql(
            f"SELECT COUNT(*) FROM (SELECT 1 FROM found_word WHERE {begins.text} LIMIT ?) few",
            (*begins.values, _FEW + 1),
        )
    few = [word for word in counted if counted[word] <= _FEW]
    return min(few, key=counted.__getitem__, default="")
