"""Finds the requests of a page: in the lists, and by their own rows where those are behind; each is looked at anew."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple, Protocol

from bot.desk import Actor, Desk
from bot.people import People
from channels.web.dashboard import queue_views as views
from channels.web.dashboard.queue_views import Wish
from engine.handoff import Handoff
from engine.ids import HandoffId
from engine.values import to_micros
from storage.found import Lag
from storage.found_pages import MOST_WORDS, Spot, Wanted
from storage.found_words import CLOSED, MILLION, OPEN, OPERATORS, TOGETHER, teams_of, words_in

PAGE = 20
"""How many requests a page shows: no more than may be decided together."""
READ = 30
"""How many are read at once."""
ROUNDS = 40
"""How often is read for one page: where more of what is found is not the viewer's, the next page goes on."""
SLACK = timedelta(minutes=5)
"""By how much a request may have been opened before the entries of the record beside it."""


class Kept(Protocol):
    """Where lists are kept; `storage.found` implements it."""

    async def page(self, wanted: Wanted, after: Spot | None, limit: int) -> Sequence[Spot]: ...
    async def count(self, wanted: Wanted) -> int: ...
    async def waiting_since(
        self, since: datetime | None, after: Spot | None, newest_first: bool, limit: int
    ) -> Sequence[Spot]: ...
    async def handoffs(self, ids: Sequence[HandoffId]) -> Mapping[HandoffId, Handoff]: ...


class Found(NamedTuple):
    """What a page shows, and where the pages before and behind it begin."""

    handoffs: Sequence[Handoff]
    earlier: views.Spot | None
    later: views.Spot | None


@dataclass(frozen=True, slots=True)
class _Part:
    """One of the lists that make up the page; what is open comes before what has ended."""

    number: int
    wanted: Wanted
    is_open: bool


class Search:
    """Finds what a viewer wishes to see, and may."""

    def __init__(self, kept: Kept, desk: Desk, people: People) -> None:
        self._kept = kept
        self._desk = desk
        self._people = people

    def parts(self, actor: Actor, wish: Wish, zone: tzinfo) -> Sequence[_Part]:
        """The lists to be read, in their order."""
        teams = tuple(self._people.authority.all_teams_of(actor.account, actor.roles))
        teams += (OPERATORS,) if self._desk.is_operator(actor) else ()
        person = self._people.identity(actor.account) if wish.mine else wish.person
        wanted = Wanted(
            teams=teams,
            bot=wish.bot,
            team=wish.team,
            person=person,
            unclaimed=wish.unclaimed,
            least=None if wish.least is None else int(wish.least * MILLION),
            most=None if wish.most is None else int(wish.most * MILLION),
            words=tuple(dict.fromkeys(words_in(wish.words)))[:MOST_WORDS],
            since=_midnight(wish.since, zone),
            before=_midnight(wish.until and wish.until + timedelta(days=1), zone),
        )
        waiting = replace(wanted, heading=TOGETHER if wish.together else OPEN, newest_first=False)
        found = [_Part(0, waiting, True)] if wish.state in (views.OPEN, views.ALL) or wish.together else []
        if wish.state != views.OPEN and not wish.together:
            state = CLOSED if wish.state in (views.ALL, views.CLOSED) else wish.state
            found.append(_Part(1, replace(wanted, heading=state), False))
        return found

    async def count(self, parts: Sequence[_Part]) -> int:
        """How many requests the lists hold, up to a bound."""
        return sum([await self._kept.count(part.wanted) for part in parts])

    async def find(self, actor: Actor, parts: Sequence[_Part], start: views.Spot | None, lag: Lag) -> Found:
        """The page that begins there."""
        back = start is not None and start.back
        found: list[tuple[int, Handoff]] = []
        going_on: views.Spot | None = None
        for part in [each for each in (reversed(parts) if back else parts) if _is_ahead(each, start)]:
            spot = Spot(start.opened_at, HandoffId(start.id)) if start and start.part == part.number else None
            rounds = 0
            while len(found) <= PAGE and rounds < ROUNDS:
                rounds += 1
                spots = await self._spots(part, spot, back, lag)
                shown = await self._shown(actor, part, spots)
                found += [(part.number, each) for each in shown]
                if len(spots) < READ:
                    break
                spot = spots[-1]
            else:
                if len(found) <= PAGE and spot:
                    going_on = views.Spot(part.number, spot.opened_at, spot.handoff, back)
                    break
            if len(found) > PAGE:
                break
        return _as_page(found, start, going_on)

    async def _spots(self, part: _Part, spot: Spot | None, back: bool, lag: Lag) -> Sequence[Spot]:
        wanted = replace(part.wanted, newest_first=part.wanted.newest_first != back)
        found = await self._kept.page(wanted, spot, READ)
        exact = wanted.words or wanted.least is not None or wanted.most is not None
        if not part.is_open or not lag.rows or exact:
            return found
        since = lag.since and lag.since - SLACK
        return _merged(found, await self._kept.waiting_since(since, spot, wanted.newest_first, READ), wanted)

    async def _shown(self, actor: Actor, part: _Part, spots: Sequence[Spot]) -> Sequence[Handoff]:
        known = await self._kept.handoffs([spot.handoff for spot in spots])
        handoffs = [known[spot.handoff] for spot in spots if spot.handoff in known]
        return [each for each in handoffs if _fits(each, part) and not self._desk.refusal(actor, each)]


def _fits(handoff: Handoff, part: _Part) -> bool:
    """Whether a request is still what is looked for: the lists may be a moment behind."""
    wanted, progress = part.wanted, handoff.progress
    person = progress.assignee if part.is_open else handoff.decision and handoff.decision.by
    return (
        handoff.state.is_open == part.is_open
        and (part.is_open or wanted.heading in (CLOSED, handoff.state))
        and (wanted.heading != TOGETHER or handoff.question.may_be_together)
        and wanted.bot in ("", handoff.bot)
        and (not wanted.team or wanted.team in teams_of(handoff))
        and wanted.person in ("", person)
        and not (wanted.unclaimed and person)
        and not (wanted.since and handoff.opened_at < wanted.since)
        and not (wanted.before and handoff.opened_at >= wanted.before)
    )


def _merged(found: Sequence[Spot], others: Sequence[Spot], wanted: Wanted) -> Sequence[Spot]:
    """Both lists as one, as far as both were read."""
    together = sorted({*found, *others}, reverse=wanted.newest_first)
    ends = [each[-1] for each in (found, others) if len(each) == READ]
    if ends:
        end = max(ends) if wanted.newest_first else min(ends)
        together = [each for each in together if (each >= end if wanted.newest_first else each <= end)]
    return together


def _as_page(found: Sequence[tuple[int, Handoff]], start: views.Spot | None, going_on: views.Spot | None) -> Found:
    back = start is not None and start.back
    more = len(found) > PAGE or going_on is not None
    shown = list(found[:PAGE])
    if back:
        shown.reverse()
    first, last = (_spot(shown[0], True), _spot(shown[-1])) if shown else (None, None)
    if back:
        return Found([each for _, each in shown], (going_on or first) if more else None, last)
    return Found([each for _, each in shown], first if start else None, (going_on or last) if more else None)


def _spot(one: tuple[int, Handoff], back: bool = False) -> views.Spot:
    part, handoff = one
    return views.Spot(part, to_micros(handoff.opened_at), handoff.id, back)


def _is_ahead(part: _Part, start: views.Spot | None) -> bool:
    if start is None:
        return True
    return part.number <= start.part if start.back else part.number >= start.part


def _midnight(day: date | None, zone: tzinfo) -> datetime | None:
    return datetime.combine(day, time(), zone).astimezone(UTC) if day else None
