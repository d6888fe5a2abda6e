"""`channels.web.dashboard.statistics_views.Statistics`: figures of what somebody may decide, in their words."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.dashboard.periods import period
from bot.dashboard.readers import Readers
from bot.dashboard.tables import AGES, Read, Tables
from bot.people import People
from bot.settings import Settings
from channels.web.dashboard.base import Viewer
from channels.web.dashboard.statistics_views import AskedFigures, Choice, Figures
from engine.ids import BotId
from engine.values import from_micros
from storage.statistics import MOST_ENTRIES, MOST_TIMES, Period, Scope, StoredStatistics


class DashboardStatistics:
    """Reviewers are told of approvals of the teams for which they decide; operators of everything."""

    def __init__(self, stored: StoredStatistics, settings: Settings, people: People, readers: Readers) -> None:
        self._stored = stored
        self._settings = settings
        self._people = people
        self._readers = readers

    async def figures(self, viewer: Viewer, asked: AskedFigures) -> Figures:
        """The figures of what this viewer may decide or, for an operator, of everything."""
        bots, teams = list(self._bots(viewer)), list(self._teams(viewer))
        known = replace(
            asked,
            bot=asked.bot if asked.bot in {each.id for each in bots} else "",
            team=asked.team if asked.team in {each.id for each in teams} else "",
        )
        read = await self._read(viewer, known)
        tables = Tables(viewer, self._readers, self._people)
        # Thousands of times are sorted: meanwhile others are served.
        facts, made = await asyncio.to_thread(lambda: (list(tables.facts(read)), list(tables.all(read))))
        told = list(self._told(viewer, read, is_narrowed=(known.bot, known.team) == (asked.bot, asked.team)))
        return Figures(self._spoken(viewer, read.period), facts, made, bots, teams, told)

    async def _read(self, viewer: Viewer, asked: AskedFigures) -> Read:
        now, zone = self._readers.clock.now(), self._readers.zone(viewer)
        when = period(asked, now, zone)
        scope = Scope(None if viewer.is_operator else self._own_teams(viewer), asked.bot, asked.team)
        edges = [now - age for age in AGES]
        taken, is_cut = await self._stored.taken(scope, when)
        return Read(
            now, zone, when,
            await self._stored.outcomes(scope, when),
            await self._stored.flow(scope, when.since),
            await self._stored.waiting(scope, edges),
            taken, is_cut,
            await self._stored.events(scope, when),
        )  # fmt: skip

    def _told(self, viewer: Viewer, read: Read, is_narrowed: bool) -> Iterator[str]:
        say = self._readers.text
        if not is_narrowed:
            yield say(viewer, "dash-stats-not-yours")
        if read.is_cut:
            yield say(viewer, "dash-stats-cut-times", count=MOST_TIMES)
        if read.events.since is not None:
            since = self._readers.moment(viewer, from_micros(read.events.since))
            yield say(viewer, "dash-stats-cut-events", count=MOST_ENTRIES, since=since.title)

    def _spoken(self, viewer: Viewer, when: Period) -> str:
        since, until = (self._readers.moment(viewer, moment).title for moment in (when.since, when.until))
        return self._readers.text(viewer, "dash-stats-period", since=since, until=until)

    # --- whose ------------------------------------------------------------------------------------------------

    def _own_teams(self, viewer: Viewer) -> tuple[str, ...]:
        actor = self._readers.actor(viewer)
        return tuple(self._people.authority.all_teams_of(actor.account, actor.roles))

    def _teams(self, viewer: Viewer) -> Iterator[Choice]:
        teams: Sequence[str] = tuple(self._settings.teams) if viewer.is_operator else self._own_teams(viewer)
        return (Choice(team, self._people.team_name(team)) for team in teams)

    def _bots(self, viewer: Viewer) -> Iterator[Choice]:
        """The bots whose team is one of the viewer's."""
        theirs = self._own_teams(viewer)
        for name, bot in self._settings.bots.items():
            if viewer.is_operator or bot.team in theirs:
                yield Choice(name, self._people.bot_name(BotId(name)))
