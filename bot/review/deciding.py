"""Typed decisions: of one request, or of several that may be decided together."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.admin.words import Words
from bot.card_words import SHORT_ID
from bot.desk import Actor, Desk
from bot.review.finding import Finder, Named, first_word
from engine.effects import Effect, Message, PostCard
from engine.question import Option
from engine.store import Store, Turn
from engine.transitions import Action

MOST_TOGETHER = 20
"""How many requests one command decides."""
_LIKE_AN_ID = re.compile(r"(?=[a-z]*[0-9])[a-z0-9]{4,26}(\.[0-9]{1,6})?")


class Several(NamedTuple):
    """The requests of one command, each with the word that named it; what is unknown, with what to say of it."""

    named: Sequence[tuple[str, Named | Message]]
    reason: str


class Deciding:
    """Answers /handoff, /approve, /reject, /choose and /undo."""

    def __init__(self, store: Store, desk: Desk, finder: Finder, words: Words) -> None:
        self._store = store
        self._desk = desk
        self._finder = finder
        self._words = words

    async def handoff(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        """Show a request where it was asked for."""
        found = await self._finder.find(actor, first_word(argument)[0], "handoff")
        if isinstance(found, Message):
            return self._words.say(actor, found.id, **found.args)
        return [PostCard(turn.conversation.place, found.handoff)]

    async def approve(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect] | None:
        """Approve one request, or several."""
        return await self._decide(turn, actor, argument, Action.APPROVE)

    async def reject(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect] | None:
        """Reject one request, or several, for whatever reason stands behind."""
        return await self._decide(turn, actor, argument, Action.REJECT)

    async def choose(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect] | None:
        """Choose one of a request's own outcomes, by its id or label, for whatever reason stands behind."""
        word, rest = first_word(argument)
        found = await self._finder.find(actor, word, "choose")
        if isinstance(found, Message):
            return self._words.say(actor, found.id, **found.args)
        options = (await self._store.case(found.handoff)).handoff.question.options
        choice, reason = _option(options, rest)
        if choice is None:
            known = ", ".join(f"{each.id} ({each.label})" for each in options)
            return self._words.say(actor, "choose-unknown", options=known, id=found.handoff[:SHORT_ID])
        return await self._desk.typed(turn, actor, found.handoff, Action.CHOOSE, reason, choice.id, found.seen)

    async def undo(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect] | None:
        """Take an approval back while nothing has followed from it."""
        found = await self._finder.find(actor, first_word(argument)[0], "undo")
        if isinstance(found, Message):
            return self._words.say(actor, found.id, **found.args)
        handoff = (await self._store.case(found.handoff)).handoff
        if handoff.state.is_open and not handoff.allows(Action.UNDO):
            return self._words.say(actor, "undo-nothing", id=found.handoff[:SHORT_ID])
        return await self._desk.typed(turn, actor, found.handoff, Action.UNDO, "")

    async def _decide(self, turn: Turn, actor: Actor, argument: str, action: Action) -> Sequence[Effect] | None:
        if several := await self._several(actor, argument, action):
            return await self._decide_together(actor, several, action)
        word, reason = first_word(argument)
        found = await self._finder.find(actor, word, action.value)
        if isinstance(found, Message):
            return self._words.say(actor, found.id, **found.args)
        return await self._desk.typed(turn, actor, found.handoff, action, reason, seen=found.seen)

    # --- several ----------------------------------------------------------------------------------------------

    async def _several(self, actor: Actor, argument: str, action: Action) -> Several | None:
        """What is named, if behind the first word another request is named; else what stands there is a reason.

        The names end with the first word that neither is one nor looks like one.
        """
        named: list[tuple[str, Named | Message]] = []
        rest = argument.strip()
        while rest and len(named) <= MOST_TOGETHER:
            word, left = first_word(rest)
            found = await self._finder.find(actor, word, action.value, on_record=False)
            if named and isinstance(found, Message) and not _LIKE_AN_ID.fullmatch(word.lower()):
                break
            named.append((word, found))
            rest = left
        if not any(isinstance(found, Named) for _, found in named[1:]):
            return None
        return Several(named, rest)

    async def _decide_together(self, actor: Actor, several: Several, action: Action) -> Sequence[Effect]:
        """Decide each by itself, as if it was the only one; what became of each is told."""
        if len(several.named) > MOST_TOGETHER:
            return self._words.say(actor, "bulk-too-many", most=str(MOST_TOGETHER))
        lines = {}
        for word, found in several.named:
            if isinstance(found, Message):
                await self._finder.find(actor, word, action.value)
                lines[word] = self._words.text(actor, found.id, **found.args)
            elif found.handoff not in lines:
                lines[found.handoff] = await self._one_of_several(actor, found, action, several.reason)
        return self._words.lines(actor, [f"{name[:SHORT_ID]}: {told}" for name, told in lines.items()])

    async def _one_of_several(self, actor: Actor, named: Named, action: Action, reason: str) -> str:
        handoff = (await self._store.case(named.handoff)).handoff
        if handoff.state.is_open and not handoff.question.may_be_together:
            return self._words.text(actor, "bulk-alone", id=handoff.id[:SHORT_ID], command=f"/{action}")
        return (await self._desk.act(actor, named.handoff, action, reason, seen=named.seen)).text


def _option(options: Sequence[Option], text: str) -> tuple[Option | None, str]:
    """The option that a text begins with, by its id or label, and what stands behind it."""
    names = [(name, option) for option in options for name in (option.label, option.id)]
    for name, option in sorted(names, key=lambda named: -len(named[0])):
        rest = text[len(name) :]
        if text[: len(name)].casefold() == name.casefold() and rest[:1].strip() == "":
            return option, rest.strip()
    return None, text
