"""Talks from the reviewers' end: which words belong to one, who may speak in it, and that somebody has looked."""

from collections.abc import Sequence
from contextlib import suppress

from bot.desk import Actor, Desk, said_at
from bot.i18n import Locales
from bot.people import People
from bot.talk_rooms import TalkRooms
from channels.views import Answer
from engine.effects import Effect, SendText
from engine.errors import AssentError, RunHeld
from engine.handoff import AlreadyDecided, Handoff
from engine.ids import HandoffId, Place
from engine.relaying import Word
from engine.runner import Runner
from engine.step import Reply
from engine.store import Store, Turn
from engine.talk import Posted
from engine.transitions import Action

ASIDE = "//"
"""Begins what people in a room say among themselves."""
MOST_OUTSIDERS = 1000
"""Of how many people who may not speak in a talk it is remembered that they were told so."""


class RoomNotReady(AssentError):
    """Somebody has written in a room that is not written down yet; in a moment it is."""


class Talks:
    """Whoever may decide a request may speak in its talk; one of them holds the floor."""

    def __init__(
        self, store: Store, runner: Runner, desk: Desk, people: People, locales: Locales, rooms: TalkRooms
    ) -> None:
        self._store = store
        self._runner = runner
        self._desk = desk
        self._people = people
        self._locales = locales
        self._rooms = rooms
        self._outsiders: set[tuple[HandoffId, str]] = set()

    async def refresh(self) -> None:
        """Learn which rooms other processes have opened or closed."""
        self._rooms.are(await self._store.rooms())

    async def at(self, turn: Turn, actor: Actor) -> HandoffId | None:
        """The talk to which a message belongs by where it stands or by what it answers; None for any other message.

        Raises RoomNotReady: what is said in a room must not begin a conversation with the bot.
        """
        place = turn.conversation.place
        is_room = self._rooms.is_room(place)
        if not (is_room or self._people.is_staff_place(place) or self._desk.is_reviewer(actor)):
            return None
        # A room whose talk is over is still no place for a conversation with the bot; somebody's own chat is.
        over = not self._people.hearing.is_one_persons(place)
        found = await self._store.talk_at(place, turn.message.reply_to, over)
        if is_room and found is None:
            raise RoomNotReady(place)
        return found

    async def is_plainly_one_of(self, turn: Turn, handoff_id: HandoffId) -> bool:
        """Whether a message can be nothing but a part of the talk: an aside, an edit, an answer to one of its lines."""
        message, place = turn.message, turn.conversation.place
        if message.is_edit or message.text.lstrip().startswith(ASIDE):
            return True
        if not message.reply_to:
            return False
        return bool(await self._store.counterparts(handoff_id, Posted(place, message.reply_to)))

    async def speak(self, turn: Turn, actor: Actor, handoff_id: HandoffId) -> Sequence[Effect] | None:
        """Carry on what somebody says in a talk: the effects that answer them, or None if that is done with it."""
        message, place = turn.message, turn.conversation.place
        if message.text.lstrip().startswith(ASIDE):
            return ()
        if message.is_edit and message.text.lstrip().startswith("/"):
            return (said_at(actor, Answer(self._text(actor, "talk-command-edited"))),)
        if not message.readable:
            return (said_at(actor, Answer(self._text(actor, "talk-unreadable"))),)
        if refused := await self._desk.refused(actor, handoff_id, Action.SPEAK):
            is_new = await self._desk.may_see(actor, handoff_id) or self._is_new(actor, handoff_id)
            return (said_at(actor, refused),) if is_new else ()
        name = self._people.name_of(actor.account, actor.name)
        source = Posted(place, message.ref) if message.ref else None
        word = Word(name, message.text, message.at, message.attachments, source, message.reply_to, message.is_edit)
        try:
            await self._runner.rulings.relate(
                handoff_id,
                Action.SPEAK,
                lambda execution, handoff: execution.talking.speak(handoff, word),
                Reply(turn.inbox_id, _refused_files(turn, actor)),
            )
        except (AlreadyDecided, RunHeld):
            return (said_at(actor, Answer(self._text(actor, "talk-over"))),)
        return None

    def _is_new(self, actor: Actor, handoff_id: HandoffId) -> bool:
        """Whether somebody who may not speak in a talk has not been told so; they may go on among the others."""
        if len(self._outsiders) >= MOST_OUTSIDERS:
            self._outsiders.clear()
        if (handoff_id, actor.account) in self._outsiders:
            return False
        self._outsiders.add((handoff_id, actor.account))
        return True

    async def see(self, actor: Actor, handoff: Handoff) -> None:
        """Let the customer know that somebody who may decide has looked at their request, once."""
        if handoff.progress.seen_at or not handoff.state.is_open or not self._desk.may_decide(actor, handoff):
            return
        by = self._people.identity(actor.account)
        with suppress(AlreadyDecided, RunHeld):
            await self._runner.rulings.relate(
                handoff.id, Action.SEE, lambda execution, now: execution.talking.see(now, by)
            )

    async def is_taken(self, place: Place, handoff_id: HandoffId) -> bool:
        """Whether another talk is held, or about to be, at a place where only one can be."""
        held = await self._store.talk_at(place)
        here = [] if held is None else [held]
        if self._people.hearing.is_one_persons(place):
            here += await self._store.rooms_to_open(place)
        return any(talk != handoff_id for talk in here)

    def _text(self, actor: Actor, message_id: str, **args: str) -> str:
        return self._locales.text(actor.locale, message_id, **args)


def _refused_files(turn: Turn, actor: Actor) -> Effect | None:
    """What somebody hears of the first of their files that goes to nobody."""
    refusals = turn.message.refusals()
    return SendText(Place(actor.place), refusals[0], locale=actor.locale) if refusals else None
