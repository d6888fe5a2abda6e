"""Messages: written down first, confirmed then, and answered one turn per conversation at a time."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import timedelta

from bot.commands import Commands, read
from bot.desk import Actor, Desk, answering
from bot.files import Limits
from bot.i18n import Locales
from bot.metrics import Metrics
from bot.people import People
from bot.supervisor import Supervisor
from bot.talks import RoomNotReady, Talks
from bot.typing_sign import TypingSign
from channels.base import Inbound
from engine.conversation import Begin, meaning
from engine.effects import Effect, Message, SendText
from engine.errors import GateClosed, RunHeld, StaleRun
from engine.events import Inbound as Written
from engine.ids import ConversationId, HandoffId, Place
from engine.keeping import MOST_COLLISIONS
from engine.ports import Clock
from engine.runner import Runner
from engine.step import Keyed
from engine.store import Heard, Store, Turn

log = logging.getLogger(__name__)

MOST_TURNS = 64
"""How many conversations are answered at the same time."""
MOST_FAILURES = 5
"""How often answering a message may fail before it is set aside."""
FRESH = timedelta(seconds=60)
"""How old a message may be for the roles that came with it to count."""


class Inbox:
    """`channels.base.Intake`, and the workers that answer what was written down."""

    def __init__(
        self,
        store: Store,
        runner: Runner,
        commands: Commands,
        desk: Desk,
        talks: Talks,
        people: People,
        locales: Locales,
        supervisor: Supervisor,
        wake_outbox: Callable[[], None],
        bot_of: Callable[[Inbound], str],
        typing: TypingSign,
        ring: Callable[[], None],
        metrics: Metrics,
        clock: Clock,
        limits: Limits,
    ) -> None:
        self._store = store
        self._runner = runner
        self._commands = commands
        self._desk = desk
        self._talks = talks
        self._people = people
        self._locales = locales
        self._supervisor = supervisor
        self._wake_outbox = wake_outbox
        self._bot_of = bot_of
        self._typing = typing
        self._ring = ring
        self._metrics = metrics
        self._clock = clock
        self._limits = limits
        self._working: dict[ConversationId, bool] = {}
        """Conversations with a worker, and whether something came in since it last looked."""
        self._turns = asyncio.Semaphore(MOST_TURNS)

    async def hear(self, inbound: Inbound) -> bool:
        """Write a message down; returns once it is durable, False if it was known already."""
        conversation = await self._store.record_inbound(self._heard(inbound))
        if conversation is not None:
            self.poke(conversation)
            self._ring()
            self._metrics.heard(inbound.channel)
        return conversation is not None

    def poke(self, conversation: ConversationId) -> None:
        """Have a conversation's messages answered; one worker at a time does."""
        if conversation in self._working:
            self._working[conversation] = True
            return
        self._working[conversation] = False
        self._supervisor.spawn(f"conversation {conversation}", self._work(conversation))

    async def begin(self) -> None:
        """Count this start against what an earlier process may have ended with; the sweep finds it."""
        await self._store.count_start()

    async def sweep(self) -> None:
        """Find messages that were written down and not answered, for instance before a crash."""
        for conversation in await self._store.unanswered():
            self.poke(conversation)

    def _heard(self, inbound: Inbound) -> Heard:
        locale = self._locales.match(inbound.locale) if inbound.locale else ""
        taken, refused = self._limits.sort(inbound.attachments)
        message = Written(
            text=harmless(inbound.text),
            user_id=inbound.user_id,
            user_name=harmless(inbound.user_name),
            platform=inbound.channel,
            channel_id=inbound.place,
            at=inbound.at,
            attachments=taken,
            reply_to=inbound.reply_to,
            readable=inbound.readable,
            answer_to=inbound.answer_to,
            roles=inbound.roles,
            ref=inbound.ref,
            is_edit=inbound.is_edit,
            refused=refused,
        )
        source = f"{inbound.channel}/{inbound.account}/{inbound.update_id}"
        return Heard(source, self._bot_of(inbound), inbound.account, Place(inbound.place), locale, message)

    async def _work(self, conversation: ConversationId) -> None:
        try:
            async with self._turns:
                while True:
                    self._working[conversation] = False
                    while (turn := await self._store.next_turn(conversation)) and await self._take_turn(turn):
                        pass
                    if not self._working[conversation]:
                        return
        finally:
            self._working.pop(conversation, None)

    async def _take_turn(self, turn: Turn) -> bool:
        """Answer a message; when that fails, again on the state as it is then, and at last set it aside.

        One with which the process has ended again and again is set aside untried.
        False if it must wait, since its run is under review or its room is being opened: a later sweep finds it again.
        """
        if turn.starts > MOST_FAILURES:
            log.error("message %s is set aside: the process ended with it %s times", turn.inbox_id, turn.starts)
            await self._give_up(turn)
            self._wake_outbox()
            return True
        failures, stale, now = 0, 0, turn
        while now.inbox_id == turn.inbox_id:
            try:
                await self._answer(now)
                return True
            except (RunHeld, RoomNotReady):
                return False
            except StaleRun:
                stale += 1
                log.info("message %s met another change of its run", turn.inbox_id)
                if stale == MOST_COLLISIONS:
                    log.error("message %s is set aside: its run was never as it was read", turn.inbox_id)
                    await self._give_up(turn)
                    return True
            except Exception:
                failures += 1
                log.exception("answering message %s failed, try %s of %s", turn.inbox_id, failures, MOST_FAILURES)
                if failures == MOST_FAILURES:
                    await self._give_up(turn)
                    return True
                await asyncio.sleep(0.1 * 2**failures)
            finally:
                self._wake_outbox()
            latest = await self._store.next_turn(turn.conversation.id)
            if latest is None:
                return True
            now = latest
        return True

    async def _give_up(self, turn: Turn) -> None:
        whose = turn.conversation
        sorry = Message("customer-person-will-look", {"contact": self._people.contact(whose.bot)})
        effects = [SendText(whose.place, sorry, locale=whose.locale)]
        await self._store.give_up_message(turn.inbox_id, _keyed(turn, effects))

    async def _answer(self, turn: Turn) -> None:
        whose = turn.conversation
        actor = Actor(whose.user, whose.user_name, whose.place, whose.locale, self._roles(turn.message))
        effects: Sequence[Effect] | None
        typed = None if turn.message.is_edit else read(turn.message.text)
        if typed:
            effects = await self._commands.answer(turn, actor, typed)
            if effects and turn.message.answer_to and not any(isinstance(effect, SendText) for effect in effects):
                effects = (*effects, SendText(whose.place, Message("command-done"), locale=whose.locale))
        elif talk := await self._talks.at(turn, actor):
            effects = await self._in_talk(turn, actor, talk)
        elif turn.message.is_edit and not whose.talk:
            effects = ()  # what was said counts as it was said: outside of talks nobody would see the difference
        elif self._people.is_staff_place(whose.place):
            effects = await self._from_reviewer(turn, actor)
        elif not turn.message.readable:
            effects = (SendText(whose.place, Message("customer-unreadable"), locale=whose.locale),)
        elif self._desk.is_reviewer(actor) and (effects := await self._from_reviewer(turn, actor)) != ():
            pass  # a reviewer may be a customer, too: only what answers a card or a question is a reviewer's word
        else:
            effects = await self._go_on(turn, actor)
        if effects is not None:
            effects = (*self._refusals(turn), *effects)
            await self._store.answered(turn.inbox_id, _keyed(turn, effects))

    def _refusals(self, turn: Turn) -> Sequence[Effect]:
        """Which files a customer hears that we do not take; people talk among themselves where cards are."""
        whose = turn.conversation
        if turn.message.is_edit or self._people.is_staff_place(whose.place):
            return ()
        return [SendText(whose.place, words, locale=whose.locale) for words in turn.message.refusals()]

    def _roles(self, message: Written) -> tuple[str, ...] | None:
        """The roles of whoever wrote, if they were learnt a moment ago: authority is that of now."""
        if message.roles is not None and self._clock.now() - message.at > FRESH:
            return None
        return message.roles

    async def _in_talk(self, turn: Turn, actor: Actor, talk: HandoffId) -> Sequence[Effect] | None:
        """What somebody was asked for, such as the reason of a rejection, is not for the customer."""
        if not await self._talks.is_plainly_one_of(turn, talk):
            effects = await self._desk.words_given(turn, actor)
            if effects != ():
                return effects
        return await self._talks.speak(turn, actor, talk)

    async def _from_reviewer(self, turn: Turn, actor: Actor) -> Sequence[Effect] | None:
        """People may talk among themselves where cards are: words that were asked for mean something, and replies."""
        effects = await self._desk.words_given(turn, actor)
        if effects == () and turn.message.reply_to:
            return await self._desk.reply_to_card(turn, actor)
        return effects

    async def _go_on(self, turn: Turn, actor: Actor) -> Sequence[Effect] | None:
        """Give a message to its run; the effects that answer it if there is none, and none begins.

        A message of which only refused files are left begins nothing.
        """
        whose = turn.conversation
        if turn.message.is_hollow and isinstance(meaning(turn.open_runs), Begin):
            return ()
        try:
            async with self._typing.at(whose.place):
                if await self._runner.answer(turn):
                    return None
        except GateClosed:
            return (SendText(whose.place, Message("customer-gate-closed"), locale=whose.locale),)
        return self._commands.help(turn, actor)


def harmless(text: str) -> str:
    """The text as databases and JSON can keep it: no null characters, no halves of surrogate pairs."""
    return text.replace("\x00", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def _keyed(turn: Turn, effects: Sequence[Effect]) -> list[Keyed]:
    return [Keyed(f"inbox.{turn.inbox_id}.{number}", answering(turn, effect)) for number, effect in enumerate(effects)]
