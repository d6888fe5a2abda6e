"""One request on the dashboard: all that its page shows, and whoever does what is done there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.dashboard.doing import SPANS, Doing
from bot.dashboard.offers import Offers
from bot.dashboard.reach import Reach
from bot.dashboard.readers import Readers
from bot.dashboard.speaking import Speaking
from bot.dashboard.timeline import Timeline
from bot.dashboard.way import Ways
from bot.desk import Desk
from bot.page_talks import PageTalks
from bot.people import People
from bot.settings_channels import platform_of
from bot.showing import Showing
from channels.views import CardView, Content, NoFile, Spoken
from channels.web.dashboard.base import Viewer
from channels.web.dashboard.channel import DashboardChannel
from channels.web.dashboard.handoff_views import Done, Message, Remark, Shown, Talk, Undo, Wanted
from engine.handoff import Handoff
from engine.store import Case
from engine.transitions import Action, HandoffState
from storage.comments import Comment, StoredComments
from storage.courses import StoredCourses

NEWEST = 60
"""How many lines of a conversation stand on the page at first; the newest."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the page is made of."""

    reach: Reach
    showing: Showing
    desk: Desk
    people: People
    readers: Readers
    offers: Offers
    doing: Doing
    speaking: Speaking
    talks: PageTalks
    timeline: Timeline
    ways: Ways
    comments: StoredComments
    courses: StoredCourses


class HandoffDesk:
    """`channels.web.dashboard.handoff_views.Handoffs`."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._readers = parts.readers

    async def find(self, viewer: Viewer, prefix: str) -> str | None:
        """The whole id of the one request of theirs that begins so."""
        return await self._parts.reach.find(viewer, prefix)

    # --- looking ------------------------------------------------------------------------------------------------

    async def show(self, viewer: Viewer, id: str, everything: bool = False) -> Shown | None:
        """All of it for this viewer."""
        if (case := await self._parts.reach.case(viewer, id)) is None:
            return None
        parts, handoff, actor = self._parts, case.handoff, self._readers.actor(viewer)
        view = self._without_commands(viewer, await parts.showing.view(case, actor.place, viewer.locale))
        may, held = parts.desk.may_decide(actor, handoff), case.run.held
        is_open = handoff.state.is_open and not held
        course = await parts.courses.of(case.run.id, handoff.id)
        lines = await self._lines(viewer, case)
        shown = lines if everything else lines[-NEWEST:]
        handled = is_open and handoff.allows(Action.CLAIM)
        ends_at = handoff.ends_at if handoff.state.is_open else None
        return Shown(
            id=handoff.id,
            view=view,
            opened=self._readers.moment(viewer, handoff.opened_at),
            due=self._readers.moment(viewer, ends_at) if ends_at else None,
            why_not="" if may or not handoff.state.is_open else self._readers.text(viewer, "tap-own-request"),
            offers=tuple(parts.offers.deciding(handoff, view, viewer.locale)) if may and is_open else (),
            also=tuple(parts.offers.besides(handoff, view, viewer.locale, may, viewer.person)) if is_open else (),
            fields=tuple(parts.offers.fields(handoff, viewer.locale)) if may and is_open else (),
            people=self._people(handoff) if handled else (),
            spans=self._spans(viewer) if handled else (),
            undo=self._undo(viewer, handoff),
            talk=self._talk(viewer, handoff),
            can_speak=may and _is_here(handoff) and handoff.allows(Action.SPEAK),
            lines=tuple(shown),
            earlier=len(lines) - len(shown),
            remarks=await self._remarks(viewer, handoff),
            events=tuple(parts.timeline.events(viewer, case, course)),
            way=await parts.ways.way(viewer, case, course),
        )

    async def picture(self, viewer: Viewer, id: str) -> tuple[str, str] | None:
        """Its workflow with its way marked."""
        if (case := await self._parts.reach.case(viewer, id)) is None:
            return None
        return await self._parts.ways.picture(case, await self._parts.courses.of(case.run.id, case.handoff.id))

    async def file(self, viewer: Viewer, id: str, number: int) -> Content | NoFile | None:
        """A file of its conversation, which is on record then."""
        case = await self._parts.reach.case(viewer, id)
        if case is None or case.handoff.question.erased:
            return None
        return await self._parts.talks.file(self._readers.actor(viewer), case.handoff.id, number)

    def _without_commands(self, viewer: Viewer, view: CardView) -> CardView:
        """The card without how its values are changed by typing: the page has a form for that."""
        label = self._readers.text(viewer, "card-label-editable")
        return replace(view, facts=tuple(row for row in view.facts if row.label != label))

    async def _lines(self, viewer: Viewer, case: Case) -> Sequence[Spoken]:
        if case.handoff.question.erased:
            return ()
        return await self._parts.talks.talk(self._readers.actor(viewer), case.handoff.id)

    async def _remarks(self, viewer: Viewer, handoff: Handoff) -> tuple[Remark, ...]:
        found = await self._parts.comments.of(handoff.id)
        return tuple(Remark(each.name, self._readers.moment(viewer, each.at), each.words) for each in found)

    def _people(self, handoff: Handoff) -> tuple[tuple[str, str], ...]:
        deciders = self._parts.doing.deciders(handoff)
        return tuple((str(each), self._parts.people.name(each)) for each in deciders)

    def _spans(self, viewer: Viewer) -> tuple[tuple[str, str], ...]:
        return tuple((typed, self._readers.span(viewer, span)) for typed, span in SPANS.items())

    def _undo(self, viewer: Viewer, handoff: Handoff) -> Undo | None:
        runs_at = handoff.progress.runs_at
        if handoff.state is not HandoffState.SETTLING or runs_at is None:
            return None
        left = (runs_at - self._readers.clock.now()).total_seconds()
        return Undo(self._readers.moment(viewer, runs_at), max(0, int(left)))

    def _talk(self, viewer: Viewer, handoff: Handoff) -> Talk | None:
        talk = handoff.progress.talk
        if talk is None or not handoff.state.is_open:
            return None
        where = self._readers.text(viewer, f"via-{platform_of(talk.place)}")
        return Talk(talk.by_name, self._readers.moment(viewer, talk.since), where, _is_here(handoff))

    # --- doing --------------------------------------------------------------------------------------------------

    async def act(self, viewer: Viewer, id: str, wanted: Wanted) -> Done | None:
        """Do what a button of its card means."""
        if (case := await self._parts.reach.case(viewer, id)) is None:
            return None
        return await self._seen(viewer, case, await self._parts.doing.act(viewer, case, wanted))

    async def change(self, viewer: Viewer, id: str, values: Mapping[str, str]) -> Done | None:
        """Change values of it."""
        if (case := await self._parts.reach.case(viewer, id)) is None:
            return None
        return await self._seen(viewer, case, await self._parts.doing.change(viewer, case.handoff.id, values))

    async def assign(self, viewer: Viewer, id: str, person: str) -> Done | None:
        """Have somebody look after it."""
        if (case := await self._parts.reach.case(viewer, id)) is None:
            return None
        return await self._seen(viewer, case, await self._parts.doing.assign(viewer, case.handoff, person))

    async def put_off(self, viewer: Viewer, id: str, span: str) -> Done | None:
        """Have people reminded of it only after a while."""
        if (case := await self._parts.reach.case(viewer, id)) is None:
            return None
        return await self._seen(viewer, case, await self._parts.doing.put_off(viewer, case.handoff.id, span))

    async def say(self, viewer: Viewer, id: str, message: Message) -> Done | None:
        """Say something to the customer."""
        if (case := await self._parts.reach.case(viewer, id)) is None:
            return None
        return await self._parts.speaking.say(viewer, case, message)

    async def remark(self, viewer: Viewer, id: str, key: str, words: str) -> Done | None:
        """Say something to the other reviewers."""
        if (case := await self._parts.reach.case(viewer, id)) is None:
            return None
        if case.handoff.question.erased or not key or not words:
            why = "card-erased" if case.handoff.question.erased else "dash-comment-empty"
            return Done(self._readers.text(viewer, why), alert=True)
        actor, now = self._readers.actor(viewer), self._readers.clock.now()
        comment = Comment(case.handoff.id, viewer.person, viewer.name, now, words)
        await self._parts.comments.add(key, comment, actor.account)
        return await self._seen(viewer, case, Done(""))

    async def _seen(self, viewer: Viewer, case: Case, done: Done) -> Done:
        """Only now the customer is told that somebody has looked: looking alone changes nothing."""
        await self._parts.doing.seen(viewer, case)
        return done


def _is_here(handoff: Handoff) -> bool:
    talk = handoff.progress.talk
    return talk is not None and platform_of(talk.place) == DashboardChannel.name
