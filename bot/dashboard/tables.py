"""The tables and charts of statistics, in their reader's words."""

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dashboard import figures
from bot.dashboard.figures import Spread
from bot.dashboard.readers import Readers
from bot.people import People
from channels.web.dashboard.base import Viewer
from channels.web.dashboard.statistics_views import Bar, Cell, Chart, Column, Fact, Table
from engine.ids import BotId
from engine.transitions import AGREED, HandoffState
from storage.statistics import EVENTS, Events, Flow, Outcome, Period, Taken

AGES = (timedelta(hours=1), timedelta(hours=4), timedelta(days=1), timedelta(weeks=1))
"""The edges between which open handoffs are counted by their age."""
_SPREAD = ("decided", "agreed", "rejected", "rate", "half", "most")
_UNITS = (timedelta(days=1), timedelta(hours=1), timedelta(minutes=1), timedelta(seconds=1))


@dataclass(frozen=True, slots=True)
class Read:
    """What was read for one page."""

    now: datetime
    zone: ZoneInfo
    period: Period
    outcomes: Sequence[Outcome]
    flow: Flow
    waiting: Mapping[str, Sequence[int]]
    taken: Sequence[Taken]
    is_cut: bool
    events: Events

    def count(self, *states: HandoffState) -> int:
        """How many of those that were opened in the period are in one of these states."""
        return sum(each.requests for each in self.outcomes if each.state in states)

    @property
    def open_now(self) -> int:
        """How many are open, whenever they were opened."""
        return sum(counts[-1] for counts in self.waiting.values())


class Tables:
    """Makes them for one viewer."""

    def __init__(self, viewer: Viewer, readers: Readers, people: People) -> None:
        self._viewer = viewer
        self._readers = readers
        self._people = people

    def facts(self, read: Read) -> Iterator[Fact]:
        """The numbers on top."""
        whole = figures.spread(read.taken)
        opened = sum(each.requests for each in read.outcomes)
        agreed, rejected = read.count(*AGREED), read.count(HandoffState.REJECTED)
        yield self._fact("opened", str(opened))
        yield self._fact("closed", str(opened - read.count(*(state for state in HandoffState if state.is_open))))
        yield self._fact("waiting", str(read.open_now))
        yield self._fact("rate", self._rate(agreed, rejected).text)
        yield self._fact("half", self._span(whole.half).text)
        yield self._fact("most", self._span(whole.most).text)
        yield self._fact("timed-out", str(read.count(HandoffState.TIMED_OUT)))

    def all(self, read: Read) -> Iterator[Table]:
        """Every table, in the order of the page."""
        yield self._outcomes(read)
        yield self._backlog(read)
        yield self._ages(read)
        yield self._hours(read)
        yield self._teams(read)
        yield self._members(read)
        yield self._nodes(read)
        yield self._events(read)

    # --- one by one -------------------------------------------------------------------------------------------

    def _outcomes(self, read: Read) -> Table:
        opened = sum(each.requests for each in read.outcomes)
        still = read.count(*(state for state in HandoffState if state.is_open))
        counts = {state: read.count(state) for state in HandoffState if not state.is_open}
        found = [(state.value, self._say(f"became-{state}"), count) for state, count in counts.items() if count]
        found += [("open", self._say("became-open"), still)] if still else []
        rows = [(Cell(name, id), Cell(str(count), count), self._share(count, opened)) for id, name, count in found]
        bars = [Bar(name, count, str(count)) for _, name, count in found]
        return self._table("outcomes", ("state",), ("count", "share"), rows, Chart(bars))

    def _backlog(self, read: Read) -> Table:
        moments = figures.points(read.period.since, min(read.period.until, read.now), read.zone)
        counts = figures.waited(read.flow, read.open_now, moments)
        texts = [self._readers.moment(self._viewer, moment).title for moment in moments]
        rows = [
            (Cell(text, moment.isoformat(timespec="seconds")), Cell(str(count), count))
            for text, moment, count in zip(texts, moments, counts, strict=True)
        ]
        short = [self._short(moment, read) for moment in moments]
        bars = [Bar(text, count, str(count)) for text, count in zip(short, counts, strict=True)]
        return self._table("backlog", ("at",), ("waiting",), rows, Chart(bars, is_time=True))

    def _ages(self, read: Read) -> Table:
        younger = [sum(counts[place] for counts in read.waiting.values()) for place in range(len(AGES) + 1)]
        counts = [count - before for before, count in zip([0, *younger], younger, strict=False)]
        spans = [self._readers.span(self._viewer, age) for age in AGES]
        names = [*(self._say("younger", span=span) for span in spans), self._say("older", span=spans[-1])]
        ids = [*(str(int(age.total_seconds())) for age in AGES), "more"]
        rows = [(Cell(name, id), Cell(str(count), count)) for name, id, count in zip(names, ids, counts, strict=True)]
        bars = [Bar(name, count, str(count)) for name, count in zip(names, counts, strict=True)]
        return self._table("ages", ("age",), ("waiting",), rows, Chart(bars))

    def _hours(self, read: Read) -> Table:
        opened = figures.by_hour(read.flow.opened, read.period.since, read.period.until, read.zone)
        spreads = figures.spreads(read.taken, lambda each: figures.hour_of(each.opened_at, read.zone))
        rows = [
            (Cell(f"{hour:02}:00", hour), Cell(str(count), count), *self._times(spreads.get(hour, Spread())))
            for hour, count in enumerate(opened)
        ]
        bars = [Bar(f"{hour:02}", count, str(count)) for hour, count in enumerate(opened)]
        return self._table("hours", ("hour",), ("opened", "half", "most"), rows, Chart(bars, is_time=True))

    def _teams(self, read: Read) -> Table:
        spreads = figures.spreads(read.taken, lambda each: each.team)
        opened = Counter[str]()
        for each in read.outcomes:
            opened[each.team] += each.requests
        rows, bars = list[Sequence[Cell]](), list[Bar]()
        for team in dict.fromkeys((*opened, *read.waiting)):
            name, found = self._people.team_name(team), spreads.get(team, Spread())
            waiting = read.waiting.get(team, (0,))[-1]
            counts = Cell(str(opened[team]), opened[team]), Cell(str(waiting), waiting)
            rows.append((Cell(name, team), *counts, *self._spread(found)))
            bars.append(self._times_bar(name, found))
        return self._table("teams", ("team",), ("opened", "waiting", *_SPREAD), rows, self._times_chart(bars))

    def _members(self, read: Read) -> Table:
        """Who is no operator reads their own line, and what all have done together."""
        identity, me = self._people.identity, self._viewer.person
        spreads = figures.spreads(read.taken, lambda each: str(identity(each.person)))
        shown = sorted(spreads) if self._viewer.is_operator else [me]
        rows: list[Sequence[Cell]] = [
            (Cell(self._people.known_name(who), who), *self._spread(spreads.get(who, Spread()))) for who in shown
        ]
        rows.append((Cell(self._say("everybody"), "all"), *self._spread(figures.spread(read.taken))))
        note = "" if self._viewer.is_operator else self._say("members-note")
        return self._table("people", ("person",), _SPREAD, rows, note=note)

    def _nodes(self, read: Read) -> Table:
        spreads = figures.spreads(read.taken, lambda each: (each.bot, each.node))
        rows = [
            (Cell(self._bot_name(bot), bot), Cell(node, node), *self._spread(found))
            for (bot, node), found in sorted(spreads.items())
        ]
        return self._table("nodes", ("bot", "node"), _SPREAD, rows)

    def _events(self, read: Read) -> Table:
        happened = read.events.happened
        rows = list[Sequence[Cell]]()
        for event in EVENTS:
            which = [each.handoff for each in happened if each.event == event]
            times, requests = len(which), len(set(which))
            name = self._say(f"event-{event.rpartition('.')[2]}")
            rows.append((Cell(name, event), Cell(str(times), times), Cell(str(requests), requests)))
        return self._table("events", ("event",), ("times", "requests"), rows)

    # --- their parts ------------------------------------------------------------------------------------------

    def _say(self, name: str, **args: str | int) -> str:
        return self._readers.text(self._viewer, f"dash-stats-{name}", **args)

    def _fact(self, name: str, text: str) -> Fact:
        return Fact(self._say(f"fact-{name}"), text)

    def _table(
        self,
        id: str,
        names: Sequence[str],
        numbers: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        chart: Chart | None = None,
        note: str = "",
    ) -> Table:
        columns = [
            *(Column(name, self._say(f"column-{name}"), is_number=False) for name in names),
            *(Column(name, self._say(f"column-{name}")) for name in numbers),
        ]
        drawn = chart if chart and any(bar.value for bar in chart.bars) else None
        return Table(id, self._say(f"table-{id}"), columns, rows, note, drawn)

    def _spread(self, found: Spread) -> Sequence[Cell]:
        counts = (Cell(str(count), count) for count in (found.count, found.agreed, found.rejected))
        return (*counts, self._rate(found.agreed, found.rejected), *self._times(found))

    def _times(self, found: Spread) -> Sequence[Cell]:
        return self._span(found.half), self._span(found.most)

    def _times_bar(self, name: str, found: Spread) -> Bar:
        half, most = (span.total_seconds() if span else 0 for span in (found.half, found.most))
        return Bar(name, half, self._span(found.half).text, most, self._span(found.most).text)

    def _times_chart(self, bars: Sequence[Bar]) -> Chart:
        return Chart(bars, (self._say("column-half"), self._say("column-most")))

    def _rate(self, agreed: int, rejected: int) -> Cell:
        return self._share(agreed, agreed + rejected)

    def _share(self, part: int, whole: int) -> Cell:
        if not whole:
            return Cell("–", None)
        share = round(100 * part / whole)
        return Cell(self._say("percent", count=share), share)

    def _span(self, span: timedelta | None) -> Cell:
        """A span by its two largest units; in seconds for programs."""
        if span is None:
            return Cell("–", None)
        return Cell(self._in_words(span), round(span.total_seconds()))

    def _in_words(self, span: timedelta) -> str:
        words = self._readers.span
        for unit, next_one in itertools.pairwise(_UNITS):
            if span >= unit:
                rest = span % unit // next_one * next_one
                first = words(self._viewer, span - span % unit)
                return f"{first} {words(self._viewer, rest)}" if rest and span < 7 * _UNITS[0] else first
        return words(self._viewer, span)

    def _short(self, moment: datetime, read: Read) -> str:
        """A moment below a chart: the hour within two days, else the day."""
        local = moment.astimezone(read.zone)
        is_short = read.period.until - read.period.since <= timedelta(days=2)
        return f"{local:%H:%M}" if is_short else self._readers.locales.day(self._viewer.locale, moment, read.zone)

    def _bot_name(self, bot: str) -> str:
        return self._people.bot_name(BotId(bot)) if self._people.find_bot(bot) == bot else bot
