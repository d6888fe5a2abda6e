"""The list of requests as its viewers have it: what they may narrow it by, a page of it, and who looks after what."""

from collections.abc import Mapping, Sequence

from bot.dashboard.indexing import Indexer
from bot.dashboard.queue_bulk import Together
from bot.dashboard.queue_rows import QueueRows
from bot.dashboard.queue_search import Search
from bot.dashboard.readers import Readers
from bot.desk import Desk
from bot.handling import Handling
from bot.people import People
from channels.web.dashboard.base import Viewer
from channels.web.dashboard.queue_views import Choices, Chosen, Handled, Named, Queue, Told, Wish
from engine.ids import HandoffId, PersonId
from engine.store import Store
from engine.transitions import Action
from storage.found import MOST_COUNTED


class QueueDesk:
    """`channels.web.dashboard.queue_views.Requests`."""

    def __init__(
        self,
        store: Store,
        desk: Desk,
        people: People,
        readers: Readers,
        handling: Handling,
        indexer: Indexer,
        search: Search,
        bots: Mapping[str, str],
        persons: Sequence[str],
        teams: Sequence[str],
    ) -> None:
        """`bots` are the configured bots' names by their ids; `persons` and `teams` who is configured."""
        self._store = store
        self._desk = desk
        self._people = people
        self._readers = readers
        self._handling = handling
        self._indexer = indexer
        self._search = search
        self._bots = bots
        self._persons = persons
        self._teams = teams
        self._rows = QueueRows(readers, people, desk, bots)
        self._together = Together(store, desk, readers, self._rows)

    def choices(self, viewer: Viewer) -> Choices:
        """All bots and reviewers, and the viewer's own teams."""
        actor, people = self._readers.actor(viewer), self._people
        teams = self._teams if viewer.is_operator else people.authority.all_teams_of(actor.account, actor.roles)
        reviewers = [PersonId(each) for each in self._persons if people.is_reviewer(PersonId(each))]
        return Choices(
            [Named(bot, name) for bot, name in self._bots.items()],
            [Named(team, people.team_name(team)) for team in teams],
            [Named(each, people.name(each)) for each in reviewers],
        )

    async def queue(self, viewer: Viewer, wish: Wish) -> Queue:
        """A page of what the viewer may see."""
        lag = await self._indexer.catch_up()
        actor = self._readers.actor(viewer)
        parts = self._search.parts(actor, wish, self._readers.zone(viewer))
        found = await self._search.find(actor, parts, wish.spot, lag)
        is_whole = wish.spot is None and found.later is None
        count = len(found.handoffs) if is_whole else await self._search.count(parts)
        return Queue(
            [self._rows.item(viewer, actor, each) for each in found.handoffs],
            min(count, MOST_COUNTED),
            count > MOST_COUNTED,
            found.earlier,
            found.later,
            lag.rows,
            self._readers.moment(viewer, lag.since) if lag.rows and lag.since else None,
        )

    async def chosen(self, viewer: Viewer, names: Sequence[str], rejects: bool) -> Chosen:
        """The requests of these names, before they are decided together."""
        return await self._together.chosen(viewer, names, rejects)

    async def decide(self, viewer: Viewer, names: Sequence[str], rejects: bool, reason: str) -> Sequence[Told]:
        """Decide each by itself."""
        return await self._together.decide(viewer, names, rejects, reason)

    async def handle(self, viewer: Viewer, id: str, releases: bool) -> Handled | None:
        """Claim or release a request; who may not even see it is told nothing, and that they tried is on record."""
        actor, handoff_id = self._readers.actor(viewer), HandoffId(id)
        try:
            handoff = (await self._store.case(handoff_id)).handoff
        except KeyError:
            return None
        may_see = not self._desk.refusal(actor, handoff)
        answer = await self._handling.tapped(actor, handoff_id, Action.RELEASE if releases else Action.CLAIM)
        return Handled(answer.text, answer.alert) if may_see else None
