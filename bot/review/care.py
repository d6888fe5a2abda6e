"""Commands by which people look after requests: who has one, who gets it, when it is spoken of again, what it says."""

from collections.abc import Sequence

from bot.admin.words import Words
from bot.desk import Actor
from bot.editing import Editing
from bot.handling import LONGEST_SNOOZE, Handling
from bot.people import People
from bot.review.finding import Finder, first_word
from engine.durations import parse_duration
from engine.effects import Effect, Message
from engine.ids import HandoffId
from engine.store import Store, Turn

Answer = Sequence[Effect] | None


class Care:
    """Answers /claim, /release, /assign, /snooze and /edit."""

    def __init__(
        self, store: Store, handling: Handling, editing: Editing, people: People, finder: Finder, words: Words
    ) -> None:
        self._store = store
        self._handling = handling
        self._editing = editing
        self._people = people
        self._finder = finder
        self._words = words

    async def claim(self, turn: Turn, actor: Actor, argument: str) -> Answer:
        """Look after a request oneself."""
        found, _ = await self._named(actor, argument, "claim")
        if isinstance(found, Message):
            return self._words.say(actor, found.id, **found.args)
        return await self._handling.typed(turn, actor, found, self._handling.claim(actor))

    async def release(self, turn: Turn, actor: Actor, argument: str) -> Answer:
        """Leave a request to others."""
        found, _ = await self._named(actor, argument, "release")
        if isinstance(found, Message):
            return self._words.say(actor, found.id, **found.args)
        return await self._handling.typed(turn, actor, found, self._handling.release(actor))

    async def assign(self, turn: Turn, actor: Actor, argument: str) -> Answer:
        """Have somebody look after a request who may decide it."""
        found, name = await self._named(actor, argument, "assign")
        if isinstance(found, Message):
            return self._words.say(actor, found.id, **found.args)
        if not name:
            return self._words.say(actor, "command-usage-assign")
        meant = self._people.find_people(name)
        if len(meant) != 1:
            return await self._nobody(actor, found, name, len(meant))
        return await self._handling.typed(turn, actor, found, self._handling.assign(actor, meant[0]))

    async def snooze(self, turn: Turn, actor: Actor, argument: str) -> Answer:
        """Have people reminded of a request only after a while."""
        found, typed = await self._named(actor, argument, "snooze")
        if isinstance(found, Message):
            return self._words.say(actor, found.id, **found.args)
        try:
            span = parse_duration(typed)
        except (ValueError, OverflowError):
            return self._words.say(actor, "command-usage-snooze")
        if span > LONGEST_SNOOZE:
            return self._words.say(actor, "snooze-too-long", longest=self._words.span(actor, LONGEST_SNOOZE))
        return await self._handling.typed(turn, actor, found, self._handling.snooze(actor, span))

    async def edit(self, turn: Turn, actor: Actor, argument: str) -> Answer:
        """Change a value of a request; without one, what can be changed is said."""
        found, text = await self._named(actor, argument, "edit")
        if isinstance(found, Message):
            return self._words.say(actor, found.id, **found.args)
        if not text:
            return self._words.say(actor, "command-usage-edit")
        return await self._editing.typed(turn, actor, found, text)

    async def _named(self, actor: Actor, argument: str, command: str) -> tuple[HandoffId | Message, str]:
        """The request that the first word names, or what to say where it is none, and what stands behind."""
        word, rest = first_word(argument)
        found = await self._finder.find(actor, word, command)
        return (found if isinstance(found, Message) else found.handoff), rest

    async def _nobody(self, actor: Actor, handoff_id: HandoffId, name: str, count: int) -> Answer:
        handoff = (await self._store.case(handoff_id)).handoff
        people = [f"{self._people.name(key)} (@{key})" for key in self._people.authority.deciders(handoff)]
        words = "assign-ambiguous" if count else "assign-unknown"
        return self._words.say(actor, words, name=name[:40], people=", ".join(people))
