"""What is done on the page of a request, by the same desk as on every channel; it answers in words."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.dashboard.offers import is_grave
from bot.dashboard.readers import Readers
from bot.desk import Desk
from bot.editing import Editing
from bot.handling import LONGEST_SNOOZE, Handling
from bot.people import People
from bot.settings_channels import WEB
from bot.talks import Talks
from bot.tapping import Tapping
from channels.base import Tap
from channels.tokens import BECAUSE, OPTION, REVEAL, CardToken, decode
from channels.views import Answer
from channels.web.dashboard.base import Viewer
from channels.web.dashboard.handoff_views import Done, Wanted
from engine.durations import parse_duration
from engine.handoff import Handoff
from engine.ids import HandoffId, PersonId
from engine.store import Case
from engine.transitions import Action

SPANS: Mapping[str, timedelta] = {
    "1h": timedelta(hours=1),
    "4h": timedelta(hours=4),
    "1d": timedelta(days=1),
    "3d": timedelta(days=3),
    "7d": timedelta(days=7),
}
"""For how long a request can be put off, as the form says it."""
_PRESSED = frozenset({Action.APPROVE, Action.REJECT, Action.REOPEN, Action.UNDO, Action.RETRY, Action.CONFIRM,
                      Action.STOP, Action.INQUIRE, Action.TAKE_OVER, Action.CLAIM, Action.RELEASE, REVEAL})  # fmt: skip
"""What buttons and forms of the page mean, besides options and offered reasons."""
_ENDS = (Action.APPROVE, Action.REJECT)


class Doing:
    """Whoever acts has been let see the request."""

    def __init__(
        self,
        desk: Desk,
        taps: Tapping,
        handling: Handling,
        editing: Editing,
        talks: Talks,
        people: People,
        readers: Readers,
    ) -> None:
        self._desk = desk
        self._taps = taps
        self._handling = handling
        self._editing = editing
        self._talks = talks
        self._people = people
        self._readers = readers

    async def act(self, viewer: Viewer, case: Case, wanted: Wanted) -> Done:
        """Press a button of this request; any other means nothing here."""
        token, handoff = decode(wanted.token), case.handoff
        if token is None or token.handoff != handoff.id or not _is_pressed(token.action):
            return Done(self._readers.text(viewer, "tap-unknown"), alert=True)
        if is_grave(handoff, token.action) and not wanted.is_sure:
            return Done(self._readers.text(viewer, "dash-handoff-sure-first"), alert=True)
        answer = await self._pressed(viewer, handoff, token, wanted)
        if token.action == REVEAL:
            return Done("", secret=tuple(answer.text.splitlines()))
        if token.action == Action.TAKE_OVER and not answer.alert:
            return Done(self._readers.text(viewer, "dash-talk-begun"))
        return Done(answer.text, answer.alert)

    async def _pressed(self, viewer: Viewer, handoff: Handoff, token: CardToken, wanted: Wanted) -> Answer:
        actor = self._readers.actor(viewer)
        if token.action == Action.END_TALK:
            return await self._desk.act(actor, handoff.id, Action.END_TALK)
        if wanted.hands_back and handoff.progress.talk and (way := _ending(handoff, token)):
            action, choice = way
            words = wanted.words.strip()
            return await self._desk.act(actor, handoff.id, action, words, choice, token.edition, hands_back=True)
        tap = Tap(WEB, "default", actor.place, viewer.person, viewer.name, wanted.token, viewer.locale,
                  words=wanted.words)  # fmt: skip
        return await self._taps.tap(tap)

    async def change(self, viewer: Viewer, id: HandoffId, values: Mapping[str, str]) -> Done:
        """Change values one after the other, up to the first that cannot be."""
        done: list[str] = []
        for path, value in values.items():
            answer = await self._editing.filled_in(self._readers.actor(viewer), id, f"{path} {value}")
            done.append(answer.text)
            if answer.alert:
                return Done("\n".join(done), alert=True)
        if not done:
            return Done(self._readers.text(viewer, "link-unchanged"), alert=True)
        return Done("\n".join(done))

    async def assign(self, viewer: Viewer, handoff: Handoff, person: str) -> Done:
        """Have somebody of those who may decide it look after it."""
        if person not in self.deciders(handoff):
            return Done(self._readers.text(viewer, "handling-not-theirs"), alert=True)
        actor = self._readers.actor(viewer)
        answer = await self._handling.done(actor, handoff.id, self._handling.assign(actor, PersonId(person)))
        return Done(answer.text, answer.alert)

    async def put_off(self, viewer: Viewer, id: HandoffId, typed: str) -> Done:
        """Have people reminded of it only after a while."""
        try:
            span = parse_duration(typed)
        except (ValueError, OverflowError):
            return Done(self._readers.text(viewer, "command-usage-snooze"), alert=True)
        if span > LONGEST_SNOOZE:
            longest = self._readers.span(viewer, LONGEST_SNOOZE)
            return Done(self._readers.text(viewer, "snooze-too-long", longest=longest), alert=True)
        actor = self._readers.actor(viewer)
        answer = await self._handling.done(actor, id, self._handling.snooze(actor, span))
        return Done(answer.text, answer.alert)

    async def seen(self, viewer: Viewer, case: Case) -> None:
        """Whoever does something with a request has looked at it."""
        await self._talks.see(self._readers.actor(viewer), case.handoff)

    def deciders(self, handoff: Handoff) -> Sequence[PersonId]:
        """Who can be asked to look after a request."""
        return self._people.authority.deciders(handoff)


def _is_pressed(action: str) -> bool:
    return action in _PRESSED or action == Action.END_TALK or action.startswith((OPTION, BECAUSE))


def _ending(handoff: Handoff, token: CardToken) -> tuple[Action, str] | None:
    """The decision that a button means, and its option."""
    if token.action in _ENDS:
        return Action(token.action), ""
    number, options = token.action.removeprefix(OPTION), handoff.question.options
    if token.action.startswith(OPTION) and number.isdecimal() and 0 < int(number) <= len(options):
        return Action.CHOOSE, options[int(number) - 1].id
    return None
