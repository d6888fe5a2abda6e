"""Commands by which people hear more of a customer: a question, a talk, and the way back."""

from collections.abc import Sequence

from bot.admin.words import Words
from bot.card_words import SHORT_ID
from bot.desk import Actor, Desk
from bot.review.finding import Finder, first_word
from bot.talks import Talks
from engine.effects import Effect, Message
from engine.handoff import Handoff
from engine.ids import HandoffId, Place
from engine.store import Store, Turn
from engine.transitions import Action

Answer = Sequence[Effect] | None
_OPEN = "open"
"""Hands a customer back without a decision."""


class TalkCommands:
    """Answers /ask, /takeover and /handback."""

    def __init__(self, store: Store, desk: Desk, talks: Talks, finder: Finder, words: Words) -> None:
        self._store = store
        self._desk = desk
        self._talks = talks
        self._finder = finder
        self._words = words

    async def ask(self, turn: Turn, actor: Actor, argument: str) -> Answer:
        """Ask the customer of a request something."""
        word, question = first_word(argument)
        found = await self._finder.find(actor, word, "ask")
        if isinstance(found, Message):
            return self._words.say(actor, found.id, **found.args)
        return await self._desk.typed(turn, actor, found.handoff, Action.INQUIRE, question)

    async def take_over(self, turn: Turn, actor: Actor, argument: str) -> Answer:
        """Talk with the customer of a request in the bot's stead, here or beside the card that is here."""
        found = await self._finder.find(actor, first_word(argument)[0], "takeover")
        if isinstance(found, Message):
            return self._words.say(actor, found.id, **found.args)
        if await self._talks.is_taken(Place(actor.place), found.handoff):
            return self._words.say(actor, "talk-place-taken")
        return await self._desk.typed(turn, actor, found.handoff, Action.TAKE_OVER, "")

    async def hand_back(self, turn: Turn, actor: Actor, argument: str) -> Answer:
        """End a talk by a decision, or leave the request open; outside its room the request is named first."""
        here = await self._talks.at(turn, actor)
        if here is None:
            word, argument = first_word(argument)
            found = await self._finder.find(actor, word, "handback")
            if isinstance(found, Message):
                return self._words.say(actor, found.id, **found.args)
            here = found.handoff
        handoff = (await self._store.case(here)).handoff
        if handoff.state.is_open and handoff.progress.talk is None:
            return self._words.say(actor, "handback-no-talk", id=handoff.id[:SHORT_ID])
        return await self._hand_back(turn, actor, handoff, *first_word(argument))

    async def _hand_back(self, turn: Turn, actor: Actor, handoff: Handoff, word: str, reason: str) -> Answer:
        ways = _ways(handoff)
        if word.casefold() not in ways:
            named = " · ".join(f"/handback {way}" for way in _shown(handoff) if way.casefold() in ways)
            return self._words.say(actor, "handback-how", ways=named)
        action, choice = ways[word.casefold()]
        identity: HandoffId = handoff.id
        return await self._desk.typed(turn, actor, identity, action, reason, choice, hands_back=True)


def _shown(handoff: Handoff) -> Sequence[str]:
    """The ways as they are offered, each by one word."""
    options = [option.id for option in handoff.question.options]
    return (*(options or ("approved", "rejected")), _OPEN)


def _ways(handoff: Handoff) -> dict[str, tuple[Action, str]]:
    """What can be written behind the command: the action and, of an option, which one."""
    ways: dict[str, tuple[Action, str]] = {_OPEN: (Action.END_TALK, "")}
    for option in handoff.question.options:
        ways |= dict.fromkeys((option.id.casefold(), option.label.casefold()), (Action.CHOOSE, option.id))
    if not handoff.question.options:
        ways |= dict.fromkeys(("approved", "approve"), (Action.APPROVE, ""))
        ways |= dict.fromkeys(("rejected", "reject"), (Action.REJECT, ""))
    return {word: way for word, way in ways.items() if handoff.allows(*way)} if handoff.state.is_open else ways
