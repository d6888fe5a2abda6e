"""What a customer reads of their request while it waits and after: one message, kept true."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.i18n import Locales
from bot.outlets import serving
from bot.people import People
from channels.base import Channel, Gone, MessageRef, Rejected
from channels.views import Button, TextView
from engine.effects import EditStatus, PostStatus
from engine.handoff import Handoff
from engine.run import RunStatus
from engine.stages import Stage, stage_of
from engine.store import Case, StatusCopy, Store
from engine.transitions import AGREED, HandoffState

FEWEST = 5
"""Of how many decided requests a usual time can be told at all."""
MOST = 50
"""Of how many of the newest it is told."""
_COMMANDS = ("cancel", "add", "nudge")


class Statuses:
    """Words the message, posts and edits it."""

    def __init__(
        self, store: Store, channels: Mapping[str, Channel], people: People, locales: Locales, place_locale: str
    ) -> None:
        self._store = store
        self._channels = channels
        self._people = people
        self._locales = locales
        self._place_locale = place_locale

    async def post(self, effect: PostStatus, key: str) -> StatusCopy:
        """Tell the customer that their request waits. Raises ChannelError."""
        view = await self._view(await self._store.case(effect.handoff), effect.locale, effect.answer_to)
        ref = await serving(self._channels, effect.place).post_text(effect.place, view, key)
        return StatusCopy(effect.handoff, ref)

    async def edit(self, effect: EditStatus) -> None:
        """Bring the message to how the request stands; where that cannot be, what follows tells it in its own words."""
        ref = await self._store.status_copy(effect.handoff)
        if not ref:
            return
        case = await self._store.case(effect.handoff)
        view = await self._view(case, case.conversation.locale)
        try:
            await serving(self._channels, effect.place).edit_text(effect.place, MessageRef(ref), view)
        except (Gone, Rejected):
            return

    async def usual(self, handoff: Handoff, locale: str) -> str:
        """How long requests of this kind usually wait, in words, if enough of them were decided; else ""."""
        spans = sorted(await self._store.spans(handoff.bot, handoff.node, MOST))
        if len(spans) < FEWEST:
            return ""
        told = {"p50": _at(spans, 0.5), "p90": _at(spans, 0.9)}
        words = {name: self._locales.duration(locale, span) for name, span in told.items()}
        return self._locales.text(locale, "status-usual", **words)

    def stage(self, handoff: Handoff, locale: str) -> str:
        """What has happened to a request that waits, as far as its customer is told; "" as long as nothing has."""
        stage, talk = stage_of(handoff), handoff.progress.talk
        if stage == Stage.RECEIVED:
            return ""
        return self._locales.text(locale, f"status-stage-{stage}", by=talk.by_name if talk else "")

    async def _view(self, case: Case, locale: str, answer_to: str = "") -> TextView:
        locale = locale or self._place_locale
        handoff = case.handoff
        lines = [await self._waiting(handoff, locale)]
        if not handoff.state.is_open:
            return TextView("\n".join([*lines, self._outcome(case, locale)]), answer_to=answer_to)
        if told := self.stage(handoff, locale):
            lines.append(told)
        return TextView("\n".join(lines), self._buttons(handoff, locale), answer_to)

    async def _waiting(self, handoff: Handoff, locale: str) -> str:
        estimate = handoff.question.estimate or self._people.estimate(handoff.bot)
        args = {"estimate": estimate, "contact": self._people.contact(handoff.bot)}
        told = {name: value for name, value in args.items() if value}
        usual = await self.usual(handoff, locale) if handoff.state.is_open and not estimate else ""
        words = self._locales.text(locale, "customer-escalated", **told)
        return f"{words}\n{usual}" if usual else words

    def _outcome(self, case: Case, locale: str) -> str:
        """What became of the request, and whether all that follows from it is done."""
        state, run = case.handoff.state, case.run
        told = self._locales.text(locale, f"status-outcome-{state}")
        if state not in AGREED:
            return told
        if run.status in (RunStatus.STOPPED, RunStatus.HELD):
            follows = "status-looked-at"
        elif run.status.is_open:
            follows = "status-running"
        else:
            follows = "status-broken-off" if run.broken_off or run.cancelled else "status-done"
        return f"{told} {self._locales.text(locale, follows)}"

    def _buttons(self, handoff: Handoff, locale: str) -> tuple[Button, ...]:
        """What the customer can do meanwhile, each said as the command of that name."""
        names: Sequence[str] = ("cancel",) if handoff.state is HandoffState.SETTLING else _COMMANDS
        return tuple(Button(f"/{name}", self._locales.text(locale, f"status-button-{name}")) for name in names)


def _at(spans: Sequence[timedelta], share: float) -> timedelta:
    """The span within which that share of all lies; `spans` are sorted."""
    return spans[min(len(spans) - 1, int(share * len(spans)))]
