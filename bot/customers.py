"""What customers can do while a request of theirs waits: ask for a person, add to it, ask how it stands."""

from collections.abc import Sequence
from dataclasses import replace

from bot.desk import Actor
from bot.i18n import Locales
from bot.people import People
from engine.effects import Effect, Message, SendText
from engine.errors import GateClosed, RunHeld
from engine.handoff import AlreadyDecided, Handoff
from engine.ids import Place
from engine.ports import Clock
from engine.run import TokenState
from engine.runner import Runner
from engine.step import Reply
from engine.store import Store, Turn
from engine.transitions import Action
from engine.workflow.load import Workflow

Answer = Sequence[Effect] | None


class CustomerCommands:
    """Answers /human, /add and /nudge; `person` is the workflow that asks for one."""

    def __init__(
        self, store: Store, runner: Runner, people: People, locales: Locales, clock: Clock, person: Workflow
    ) -> None:
        self._store = store
        self._runner = runner
        self._people = people
        self._locales = locales
        self._clock = clock
        self._person = person

    async def human(self, turn: Turn, actor: Actor, argument: str) -> Answer:
        """Have a person asked to talk with the customer, for the sake of what waits already if something does."""
        bot = turn.conversation.bot
        if turn.conversation.talk:
            return self._say(turn, Message("human-there"))
        if not self._people.offers_person(bot):
            contact = self._people.contact(bot)
            return self._say(turn, Message("human-not-offered", {"contact": contact} if contact else {}))
        if waiting := await self._waiting(turn):
            return await self._remind(turn, waiting, wants_person=True)
        asked = replace(turn.message, text=argument or self._locales.text(turn.conversation.locale, "human-asked"))
        try:
            return None if await self._runner.call_person(replace(turn, message=asked), self._person) else ()
        except GateClosed:
            return self._say(turn, Message("customer-gate-closed"))

    async def add(self, turn: Turn, actor: Actor, argument: str) -> Answer:
        """Tell the customer how more is said to a request: as any message."""
        waiting = await self._waiting(turn)
        return self._say(turn, Message("add-how" if waiting else "status-none"))

    async def nudge(self, turn: Turn, actor: Actor, argument: str) -> Answer:
        """Have those who decide told that the customer asks how it stands, not too often."""
        waiting = await self._waiting(turn)
        if waiting is None:
            return self._say(turn, Message("status-none"))
        return await self._remind(turn, waiting, wants_person=False)

    async def _remind(self, turn: Turn, handoff: Handoff, wants_person: bool) -> Answer:
        now, progress = self._clock.now(), handoff.progress
        again = (progress.nudged_at or handoff.opened_at) + self._people.nudge_pause(handoff.bot)
        is_first = wants_person and not progress.wants_person
        if again > now and not is_first:
            at = self._locales.moment(turn.conversation.locale, again, now)
            return self._say(turn, Message("nudge-later", {"at": at}))
        told = Message("human-called" if wants_person else "nudge-done")
        try:
            await self._runner.rulings.relate(
                handoff.id,
                Action.NUDGE,
                lambda execution, found: execution.talking.nudge(found, wants_person),
                Reply(turn.inbox_id, *self._say(turn, told)),
            )
        except (AlreadyDecided, RunHeld):
            return self._say(turn, Message("status-none"))
        return None

    async def _waiting(self, turn: Turn) -> Handoff | None:
        """The newest request of the customer that people are asked to decide."""
        for run in reversed(turn.open_runs):
            for token in run.tokens:
                if token.state is TokenState.DECISION and token.handoff:
                    return (await self._store.case(token.handoff)).handoff
        return None

    def _say(self, turn: Turn, words: Message) -> Sequence[Effect]:
        whose = turn.conversation
        place = Place(whose.place)
        return (SendText(place, words, locale=whose.locale, answer_to=turn.message.answer_to),)
